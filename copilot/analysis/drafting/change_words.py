"""How a sentence asks for a change: by which words, with which value, against which sentence."""

import re
from typing import NamedTuple

from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.triage.denial import denies

SAME = 0.85
"""Share of content words, of the longer one, from which two sentences say the same."""
FEW = 5
"""Words behind an id that only take it away: `FR-001: remove this requirement`."""
_ID = re.compile(r"\b([A-Z]{1,6}[-_ ]?\d{1,4}(?:\.\d{1,3})*[a-z]?)\b")
_REMOVES = (
    r"(?:remove|delete|drop|cancel|strike out|take out|scrap|discard)\b"
    r"|(?:is |are )?(?:no longer needed?|obsolete)\b"
)
_OPENS_REMOVAL = re.compile(rf"\W*(?:please )?(?:also )?(?:{_REMOVES})", re.I)
_REMOVAL = re.compile(rf"\b(?:{_REMOVES})", re.I)
_NEW_WORDS = (
    r"\A\W*(?:please )?(?:(?:change|replace|reword|rewrite|update|amend)\W+)?(?:{id})\W*"
    r"(?:(?:to|by|with|as)\b|should (?:now )?(?:read|say|be)\b|now reads?|:|=|->|becomes)"
    r"\W*(?P<text>\S.{{8,}})\Z"
)
_VALUE = re.compile(
    r"(?P<new>\d[\d.,]*) ?(?P<unit>[a-z%]+)?,? (?:instead of|rather than|not) (?P<old>\d[\d.,]*)"
    r"|from (?P<old2>\d[\d.,]*) ?(?:[a-z%]+ )?to (?P<new2>\d[\d.,]*)",
    re.I,
)
_ADDS = re.compile(
    r"\A\W*(?:please )?(?:also )?(?:add|new requirement|in addition|additionally)\b"
    r"\W*(?:that\b|a requirement\b\W*(?:that\b)?)?\W*",
    re.I,
)


class Value(NamedTuple):
    """A figure that takes the place of another one."""

    old: str
    new: str


def ids_in(wish: str) -> list[str]:
    """Return what may be ids of requirements, each once."""
    return list(dict.fromkeys(_ID.findall(wish)))


def opens_removal(wish: str) -> bool:
    """Return whether a sentence begins with taking something away."""
    return _OPENS_REMOVAL.match(wish) is not None


def removes(wish: str) -> bool:
    """Return whether a sentence takes something away, in whatever place it says so."""
    return _REMOVAL.search(wish) is not None


def new_words(wish: str, name: str) -> str:
    """Return what a requirement shall say from now on; nothing where no words are given."""
    found = re.match(_NEW_WORDS.format(id=re.escape(name)), wish, re.I | re.S)
    text = found["text"].strip(" \"'“”") if found else ""
    only_removes = opens_removal(text) and len(text.split()) <= FEW
    return "" if only_removes else text


def value_in(wish: str) -> Value | None:
    """Return the figure that a sentence gives for another one."""
    found = _VALUE.search(wish)
    if not found:
        return None
    old, new = found["old"] or found["old2"], found["new"] or found["new2"]
    return Value(old.rstrip(".,"), new.rstrip(".,"))


def without_adding(wish: str) -> str:
    """Return a wish without the words that only say that it is new."""
    return _ADDS.sub("", wish).strip()


def nearness(one: str, other: str) -> float:
    """Return the share of content words that the shorter of two sentences has in the other."""
    first, second = stems(one), stems(other)
    shorter = first if len(first) <= len(second) else second
    return share(shorter, first & second) if len(shorter) > 1 else 0.0


def says_same(one: str, other: str) -> bool:
    """Return whether two sentences say the same, with the same numbers."""
    first, second = stems(one), stems(other)
    longer = first if len(first) >= len(second) else second
    is_same = share(longer, first & second) >= SAME and numbers(one) == numbers(other)
    return is_same and denies(one) == denies(other)


def contradicts(one: str, other: str) -> bool:
    """Return whether two sentences about one thing differ in a number, or one denies."""
    differ = bool(numbers(one)) and bool(numbers(other)) and numbers(one) != numbers(other)
    return differ or denies(one) != denies(other)
