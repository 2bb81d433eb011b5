"""How a sentence asks for a change: by which words, with which value, against which sentence."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.triage.denial import denies

SAME = 0.85
"""Share of content words, of the longer one, from which two sentences say the same."""
LEAST = 3
"""Words that a requirement has at least."""
FEW = 5
"""Words behind an id that only take it away: `FR-001: remove this requirement`."""
_ID = re.compile(r"\b([A-Z]{1,6}[-_ ]?\d{1,4}(?:\.\d{1,3})*[a-z]?)\b")
_REMOVES = (
    r"(?:remove|delete|drop|cancel|strike out|take out|scrap|discard)\b"
    r"|(?:is |are )?(?:no longer needed?|obsolete)\b"
)
_OPENS_REMOVAL = re.compile(rf"\W*(?:please )?(?:also )?(?:{_REMOVES})", re.I)
_REMOVAL = re.compile(rf"\b(?:{_REMOVES})", re.I)
_KEPT = re.compile(
    r"\b(?:keep|except|but)\b|\bstays?\b"
    r"|(?:\b(?:not|never|without)|n['’]t)\b[^.;]{0,20}\b(?:remov|delet|drop|cancel|tak|scrap|discard)",
    re.I,
)
_NAMED = r"(?<![\w-]){}(?!\w|\.\d|-\d)"
_NEW_WORDS = (
    r"\A\W*(?:please )?(?:(?:change|replace|reword|rewrite|update|amend)\W+)?(?:{id})\W*"
    r"(?:(?:to|by|with|as)\b|should (?:now )?(?:read|say|be)\b|now reads?|:|=|->|becomes)"
    r"\W*(?P<text>\S.{{8,}})\Z"
)
_ONLY_FIGURE = (
    r"\A\W*(?:please )?(?:(?:change|set|update)\W+)?(?:{id})\W*(?:(?:to|should be|is now)\b|:|=|->)"
    r"\W*(?P<new>\d[\d.,]*)\s?(?P<unit>[a-z%]+)?\W*\Z"
)
_VALUE = re.compile(
    r"(?<![\d.,])(?:(?P<new>\d[\d.,]*)(?: ?[a-z%]+(?: [a-z]+){0,4})?,? (?:instead of|rather than)"
    r" (?P<old>\d[\d.,]*)"
    r"|(?P<new1>\d[\d.,]*)(?: ?[a-z%]+)?,? not (?P<old1>\d[\d.,]*))"
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


class Figure(NamedTuple):
    """A figure without the one whose place it takes."""

    new: str
    unit: str


def ids_in(wish: str) -> list[str]:
    """Return what may be ids of requirements, each once."""
    return list(dict.fromkeys(_ID.findall(wish)))


def names(wish: str, known: Iterable[str]) -> list[str]:
    """Return which of some ids a sentence names, in its order and in whatever case."""
    found = {
        one: place.start()
        for one in known
        if (place := re.search(_NAMED.format(re.escape(one)), wish, re.I))
    }
    return sorted(found, key=lambda one: found[one])


def opens_removal(wish: str) -> bool:
    """Return whether a sentence begins with taking something away."""
    return _OPENS_REMOVAL.match(wish) is not None


def removes(wish: str, named: Sequence[str]) -> bool:
    """Return whether a sentence plainly takes away all that it names.

    What is to be kept or not to be removed is not; nor where only some of the names stand behind
    the verb: `keep FR-1 but drop FR-2`.
    """
    found = _REMOVAL.search(wish)
    if not found or _KEPT.search(wish):
        return False
    behind = names(wish[found.end() :], named)
    return len(behind) in (0, len(named))


def new_words(wish: str, name: str) -> str:
    """Return what a requirement shall say from now on; nothing where no words are given."""
    found = re.match(_NEW_WORDS.format(id=re.escape(name)), wish, re.I | re.S)
    text = found["text"].strip(" \"'“”") if found else ""
    only_removes = opens_removal(text) and len(text.split()) <= FEW
    return "" if only_removes or len(text.split()) < LEAST else text


def figure_in(wish: str, name: str) -> Figure | None:
    """Return the figure that is all a sentence gives a requirement: `FR-003: 5 seconds`."""
    found = re.match(_ONLY_FIGURE.format(id=re.escape(name)), wish, re.I)
    return Figure(found["new"].rstrip(".,"), found["unit"] or "") if found else None


def figures_of(text: str, unit: str) -> list[str]:
    """Return the figures of a text that have a unit; all of them where there is none."""
    behind = rf"(?=\s?-?{re.escape(unit.lower().removesuffix('s'))})" if unit else ""
    found = re.findall(rf"(?<![\w.,])(?<![A-Za-z]-)\d+(?:[.,]\d+)*{behind}", text, re.I)
    return list(dict.fromkeys(found))


def value_in(wish: str) -> Value | None:
    """Return the figure that a sentence gives for another one."""
    found = _VALUE.search(wish)
    if not found:
        return None
    old = found["old"] or found["old1"] or found["old2"]
    new = found["new"] or found["new1"] or found["new2"]
    return Value(old.rstrip(".,"), new.rstrip(".,"))


def without_adding(wish: str) -> str:
    """Return a wish without the words that only say that it is new."""
    return _ADDS.sub("", wish).strip()


def nearness(one: str, other: str, least: int = 2) -> float:
    """Return the share of content words that the shorter of two sentences has in the other.

    Args:
        one: A sentence.
        other: Another one.
        least: Content words that the shorter one has to have, so that it says anything.
    """
    first, second = stems(one), stems(other)
    shorter = first if len(first) <= len(second) else second
    return share(shorter, first & second) if len(shorter) >= least else 0.0


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
