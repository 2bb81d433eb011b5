"""Figures and phrases that a wish puts in the place of others."""

import re
from typing import NamedTuple

SHORT = 2
"""Letters of a unit that is no plural: `s`, `ms`."""
_FIGURE = r"\d[\d.,]*"
_UNIT = r"[a-z%°]+"
_NO_UNIT = re.compile(
    r"a|after|and|as|at|before|but|by|each|for|from|if|in|instead|is|not|of|on|or|per|please|rather"
    r"|the|to|when|where|with",
    re.I,
)
_VALUE = re.compile(
    rf"(?<![\w.,-])(?:(?P<new>{_FIGURE})(?: ?(?P<new_unit>{_UNIT})(?: [a-z]+){{0,4}}?)?,?"
    rf" (?:instead of|rather than) (?P<old>{_FIGURE})(?: ?(?P<old_unit>{_UNIT}))?"
    rf"|(?P<new1>{_FIGURE})(?: ?(?P<new_unit1>{_UNIT}))?,? not (?P<old1>{_FIGURE})"
    rf"(?: ?(?P<old_unit1>{_UNIT}))?"
    rf"|(?P<old3>{_FIGURE})(?: ?(?P<old_unit3>{_UNIT}))? ?(?:→|[-=]>) ?(?P<new3>{_FIGURE})"
    rf"(?: ?(?P<new_unit3>{_UNIT}))?)"
    rf"|from (?P<old2>{_FIGURE}) ?(?:(?P<old_unit2>{_UNIT}) )?to (?P<new2>{_FIGURE})"
    rf"(?: ?(?P<new_unit2>{_UNIT}))?",
    re.I,
)
_ORDER = re.compile(
    rf"\A\W*(?:please )?(?:replace|change|swap|set|update|raise|lower|increase|reduce|extend"
    rf"|shorten)\s+(?:the )?(?P<old>{_FIGURE})(?: ?(?P<old_unit>{_UNIT}))?"
    rf"\s+(?:with|by|to|into|for)\s+(?P<new>{_FIGURE})(?: ?(?P<new_unit>{_UNIT}))?\W*\Z",
    re.I,
)
_ONLY_FIGURE = (
    r"\A\W*(?:please )?(?:(?:change|set|update)\W+)?(?:{id})\W*"
    r"(?:(?:to|should be|is now)\b|:|=|->|→)"
    r"\W*(?P<new>\d[\d.,]*)\s?(?P<unit>[a-z%]+)?\W*\Z"
)
_INSTEAD = re.compile(
    r"\A(?:use |say |write )?(?P<new>\S.*?),? (?:instead of|rather than) (?P<old>\S.*?)[\s.!;]*\Z"
    r"|\A(?P<old1>\S.*?)\s*(?:→|[-=]>)\s*(?P<new1>\S.*?)[\s.!;]*\Z",
    re.I | re.S,
)
_JOINTS = re.compile(r"→|[-=]>|\b(?:instead of|rather than)\b", re.I)
_BEHIND = (
    r"\A\W*(?:please )?(?:in |change |update )?(?:{id})\s*(?::|[,–—-]\s|\s)\s*(?P<rest>\S.*)\Z"
)


class Value(NamedTuple):
    """A figure that takes the place of another one."""

    old: str
    new: str
    old_unit: str = ""
    new_unit: str = ""


class Figure(NamedTuple):
    """A figure without the one whose place it takes."""

    new: str
    unit: str


class Phrase(NamedTuple):
    """Words that take the place of others."""

    old: str
    new: str


def value_in(wish: str) -> Value | None:
    """Return the figure that a sentence gives for another one."""
    found = _VALUE.search(wish)
    return _value(found) if found else None


def besides_value(wish: str) -> str:
    """Return what a sentence says besides its figures."""
    return _VALUE.sub(" ", wish, count=1)


def ordered_value(wish: str) -> Value | None:
    """Return the figures of a bare order, as `Replace 48 with 36`."""
    found = _ORDER.match(wish) or _VALUE.fullmatch(wish.strip(" .!"))
    return _value(found) if found else None


def figure_in(wish: str, name: str) -> Figure | None:
    """Return the figure that is all a sentence gives a requirement: `FR-003: 5 seconds`."""
    found = re.match(_ONLY_FIGURE.format(id=re.escape(name)), wish, re.I)
    return Figure(found["new"].rstrip(".,"), found["unit"] or "") if found else None


def figures_of(text: str, unit: str) -> list[str]:
    """Return the figures of a text that have a unit; all of them where there is none."""
    behind = rf"(?=\s?-?{re.escape(_single(unit))})" if unit else ""
    found = re.findall(rf"(?<![\w.,])(?<![A-Za-z]-)\d+(?:[.,]\d+)*{behind}", text, re.I)
    return list(dict.fromkeys(found))


def is_same_unit(one: str, other: str) -> bool:
    """Return whether two units are one, in singular or plural."""
    return _single(one) == _single(other)


def phrase_in(wish: str, name: str) -> Phrase | None:
    """Return the words that a sentence gives a requirement for others: `email instead of SMS`."""
    found = _INSTEAD.match(behind_id(wish, name))
    if not found or len(_JOINTS.findall(wish)) > 1:
        return None
    old, new = found["old"] or found["old1"], found["new"] or found["new1"]
    return Phrase(old.strip("\"'“” "), new.strip("\"'“” "))


def behind_id(wish: str, name: str) -> str:
    """Return what stands behind an id that opens a sentence; nothing where it does not open it."""
    found = re.match(_BEHIND.format(id=re.escape(name)), wish, re.I | re.S)
    return found["rest"] if found else ""


def _value(found: re.Match[str]) -> Value:
    told = found.groupdict()
    which = next(end for end in ("", "1", "2", "3") if told.get(f"old{end}"))
    old, new = told[f"old{which}"], told[f"new{which}"]
    units = (told.get(f"{name}_unit{which}") or "" for name in ("old", "new"))
    old_unit, new_unit = ("" if _NO_UNIT.fullmatch(unit) else unit for unit in units)
    return Value(old.rstrip(".,"), new.rstrip(".,"), old_unit, new_unit)


def _single(unit: str) -> str:
    return unit.lower().removesuffix("s") if len(unit) > SHORT else unit.lower()
