"""Lists of names and of the words that stand beside them, as they are shipped."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, Self
from unicodedata import combining, normalize

from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from copilot.analysis.privacy.shape_book import ShapeBook

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_FOLDED = re.compile(r"[a-z ]+")
_PHRASE = re.compile(r"\s*,\s*")


def folded_text(text: str) -> str:
    """Return a text in small letters without accents and apostrophes, as the lists have words."""
    small = text.casefold().translate(_APOSTROPHES)
    if small.isascii():
        return small
    apart = normalize("NFKD", small.translate(_LETTERS))
    return "".join(sign for sign in apart if not combining(sign))


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Return a word as the lists have it; few words make up most texts, so they are kept."""
    return folded_text(word)


class NameList(RootModel[dict[str, str]]):
    """Names by where they are common, blanks between them."""

    @model_validator(mode="after")
    def _is_folded(self) -> Self:
        for culture, names in self.root.items():
            if not _FOLDED.fullmatch(names):
                raise ValueError(f"{culture} has more than small letters without accents")
        return self

    @property
    def names(self) -> frozenset[str]:
        """All of them."""
        return frozenset(name for names in self.root.values() for name in names.split())


class Words(BaseModel):
    """Words beside names, blanks between them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    common: str
    unsure: str
    elsewhere: str
    phrases: str
    """Commas between them."""
    brands: str
    places: str


class Known(NamedTuple):
    """All that is known before a survey is read; words are folded."""

    given: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    """Ordinary words."""
    brands: frozenset[str]
    """Products and companies."""
    ordinary: frozenset[str]
    """Words, products and places."""
    sure_given: frozenset[str]
    """Given names that are hardly anything else."""
    sure_surnames: frozenset[str]
    elsewhere: frozenset[str]
    """Given names that are a word in some language, or slang; in small letters they need a cue."""
    phrases: re.Pattern[str]
    """Products, companies and sayings that have a name in them."""
    shapes: ShapeBook


def known(given: NameList, surnames: NameList, words: Words, shapes: ShapeBook) -> Known:
    """Return the lists as they are asked: names that are also words, products or places apart."""
    lists: Mapping[str, frozenset[str]] = {
        name: frozenset(getattr(words, name).lower().split()) for name in Words.model_fields
    }
    phrases = "|".join(map(re.escape, _PHRASE.split(words.phrases.strip())))
    ordinary = lists["common"] | lists["brands"] | lists["places"]
    unsure = lists["unsure"] | ordinary
    return Known(
        given=given.names,
        surnames=surnames.names,
        common=lists["common"],
        brands=lists["brands"],
        ordinary=ordinary,
        sure_given=given.names - unsure,
        sure_surnames=surnames.names - unsure,
        elsewhere=lists["elsewhere"],
        phrases=re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE),
        shapes=shapes,
    )
