"""Placeholders: who stands for what, and back again."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from copilot.analysis.privacy.finding import KINDS, Kind
from copilot.analysis.privacy.plain_view import plain_text

PLACEHOLDER = re.compile(rf"\[({'|'.join(kind.upper() for kind in KINDS)})_([1-9]\d{{0,8}})\]")


def placeholders_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where placeholders of any masker start and end."""
    if "[" in text:
        yield from (match.span() for match in PLACEHOLDER.finditer(text))


class Vault(BaseModel):
    """What each placeholder stands for; to be kept on the user's own machine only."""

    model_config = ConfigDict(frozen=True)

    values: dict[str, str] = {}
    """As it was first spelt, by placeholder."""


def reveal(text: str, vault: Vault) -> str:
    """Return a text with values in place of the vault's placeholders; others stay."""
    return PLACEHOLDER.sub(lambda match: vault.values.get(match[0], match[0]), text)


class _Key(NamedTuple):
    kind: Kind
    value: str


class Issuer:
    """Gives every value its placeholder, the same one each time, whatever the case of its letters
    and the width of its signs.

    A placeholder that stands in somebody's own text is never given out once it is reserved.
    """

    def __init__(self) -> None:
        self._issued: dict[_Key, str] = {}
        self._values: dict[str, str] = {}
        self._reserved: set[str] = set()
        self._last: dict[Kind, int] = {}

    @property
    def vault(self) -> Vault:
        """All that was given out so far."""
        return Vault(values=dict(self._values))

    def is_issued(self, placeholder: str) -> bool:
        """Return whether it stands for something."""
        return placeholder in self._values

    def reserve(self, text: str) -> None:
        """Never give out what a text has of itself."""
        self._reserved.update(text[start:end] for start, end in placeholders_in(text))

    def placeholder(self, kind: Kind, value: str) -> str:
        """Return what stands for a value."""
        key = _Key(kind, " ".join(plain_text(value).casefold().split()))
        if key not in self._issued:
            self._issued[key] = self._next(kind, value)
        return self._issued[key]

    def _next(self, kind: Kind, value: str) -> str:
        while True:
            self._last[kind] = self._last.get(kind, 0) + 1
            placeholder = f"[{kind.upper()}_{self._last[kind]}]"
            if placeholder not in self._reserved and value.casefold() not in placeholder.casefold():
                self._values[placeholder] = value
                return placeholder
