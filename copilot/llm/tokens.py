"""Count tokens by tiktoken where its vocabulary is on this machine, else estimate.

tiktoken would fetch a vocabulary at first use; that must never happen while a person waits.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import tiktoken

BYTES_PER_TOKEN = 4
ENCODING = "o200k_base"
_SOURCE = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"


class TokenCount(NamedTuple):
    """A number of tokens; `str()` marks an estimate with `~`."""

    tokens: int
    estimated: bool

    def __str__(self) -> str:
        return f"{'~' if self.estimated else ''}{self.tokens}"


def count_tokens(text: str, cache_folder: Path | None) -> TokenCount:
    """Return the number of tokens of a text.

    Args:
        text: Any text.
        cache_folder: Where vocabularies lie (TIKTOKEN_CACHE_DIR); None makes an estimate.
    """
    encoding = _encoding(cache_folder) if cache_folder else None
    if encoding is None:
        return TokenCount(-(-len(text.encode()) // BYTES_PER_TOKEN), estimated=True)
    return TokenCount(len(encoding.encode(text, disallowed_special=())), estimated=False)


@cache
def _encoding(cache_folder: Path) -> "tiktoken.Encoding | None":
    cached = cache_folder / hashlib.sha1(_SOURCE.encode()).hexdigest()  # noqa: S324 - tiktoken's name for the file
    if not cached.is_file():
        return None
    import tiktoken

    return tiktoken.get_encoding(ENCODING)
