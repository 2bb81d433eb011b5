"""Which language a text is in."""

import unicodedata
from functools import lru_cache

SURE = 12.0
"""Log-likelihood by which another language must beat English; names of products stay below."""


@lru_cache(maxsize=64)
def foreign(text: str) -> str | None:
    """Return the ISO 639 code of the language of a text; None for English and where it is open."""
    from py3langid import rank

    scores = dict(rank(_without_accents(text)))
    scores.pop("zxx", None)  # no language at all, as in a list of acronyms
    best = max(scores, key=lambda code: float(scores[code]))
    return best if float(scores[best]) - float(scores["en"]) >= SURE else None


def _without_accents(text: str) -> str:
    """Return the letters alone: one borrowed word, as résumé, must not decide."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    )
