"""Lines that look like steps and stand in a description, where no tool runs them.

The parser takes whatever comes before the first step for a description, so a misspelt first step
is lost without an error.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from copilot.analysis.gherkin.scenarios import Aside, Group, Remark, Scenario

_FIRST = re.compile(r"[\s>*_+-]*(?P<word>[A-Za-z]+)[*_]*(?P<end>[:,]?)[*_]*(?=\s|$)")
_PROSE = re.compile(r"[.!?…]\s*$|\bI want\b|\bso that\b", re.I)
_HEADINGS = ("Feature", "Scenario", "Scenario Outline", "Background", "Examples")
_NAMED = re.compile(r"\s*([A-Za-z]+(?: [A-Za-z]+)?)\s*:")
_BARE = re.compile(r"\s*(Scenario Outline|Scenario|Background|Examples)(?:\s+[A-Z0-9].*|\s*)$")
"""A heading whose colon is missing."""
_KEYWORDS = {"given": "Given", "when": "When", "then": "Then", "and": "And", "but": "But"}
_CHIEF = ("given", "when", "then")
_WORDS = frozenset(
    {"the", "them", "they", "than", "thin", "thee", "hen", "hens", "hence", "ten", "tens"}
    | {"wen", "wee", "wheel", "where", "whet", "whence", "whenever", "while", "even"}
    | {"gives", "giver", "gift", "riven"}
)
"""Ordinary words a letter away from a keyword."""


def runs_every_step(group: Group) -> Iterator[Remark]:
    """Yield lines of descriptions that are meant as steps."""
    if not group.is_english:
        return
    for aside in group.asides:
        yield from _of(aside, None)
    for scenario in group.scenarios:
        for aside in scenario.asides:
            yield from _of(aside, scenario)


def _of(aside: Aside, scenario: Scenario | None) -> Iterator[Remark]:
    heading = meant_heading(aside.text)
    if heading:
        at = scenario.at if scenario else ""
        message = f"“{' '.join(aside.text.split())}” stands in a description and begins nothing."
        fix = f"Write “{heading}:”, if that is meant."
        yield Remark("swallowed_heading", "error", aside.span, message, fix, at)
        return
    first = _FIRST.match(aside.text)
    meant = meant_keyword(first["word"], strict=scenario is None) if first else None
    if meant is None or first is None or _is_prose(aside, scenario, meant):
        return
    spelt = first["word"] + first["end"]
    why = "is no keyword" if spelt != meant else "stands in a description"
    yield Remark(
        "swallowed_step",
        "error" if scenario else "warning",
        aside.span,
        f"“{' '.join(aside.text.split())}” is not run: {spelt} {why}.",
        f"Write it as a step of a scenario that begins with {meant}.",
        scenario.at if scenario else "",
    )


def meant_keyword(word: str, *, strict: bool = False) -> str | None:
    """Return the keyword that a word is or was meant to be; None for other words.

    Args:
        word: The first word of a line.
        strict: Take only chief keywords, and `Give` for the verb that it is.
    """
    low = word.lower()
    if low in _KEYWORDS:
        return None if strict and low not in _CHIEF else _KEYWORDS[low]
    if low in _WORDS or (strict and low == "give"):
        return None
    return next((_KEYWORDS[one] for one in _CHIEF if _is_slip(low, one)), None)


def meant_heading(line: str) -> str | None:
    """Return the heading that a line is or was meant to be; None for other lines."""
    bare = _BARE.match(line)
    if bare and not _PROSE.search(line):
        return bare[1]
    named = _NAMED.match(line)
    if named is None or named[1].lower() == "features":
        return None
    return next(iter(get_close_matches(named[1].title(), _HEADINGS, n=1, cutoff=0.84)), None)


def _is_prose(aside: Aside, scenario: Scenario | None, meant: str) -> bool:
    """Whether the line is a sentence that tells something, as descriptions do."""
    if scenario is None:
        return bool(_PROSE.search(aside.text))
    has_its_kind = any(step.kind == meant.lower() for step in scenario.steps)
    return has_its_kind and bool(_PROSE.search(aside.text))


def _is_slip(word: str, meant: str) -> bool:
    """Whether one letter is missing, added, changed or has changed places; or the end is."""
    if len(word) >= 3 and (meant.startswith(word) or word.startswith(meant)):
        return abs(len(word) - len(meant)) <= 2
    if abs(len(word) - len(meant)) > 1:
        return False
    start = next(
        (at for at, pair in enumerate(zip(word, meant, strict=False)) if pair[0] != pair[1]), 0
    )
    rest, wanted = word[start:], meant[start:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return swapped or rest[1:] in (wanted, wanted[1:]) or rest == wanted[1:]
