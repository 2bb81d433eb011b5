"""Read by rules what somebody tells of a decision, in that person's own words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.decisions.reading import DO_NOTHING
from copilot.analysis.decisions.signs import (
    AGAINST,
    AT_LAST,
    CHOICE_ENDS,
    CONSEQUENCE,
    DECIDERS,
    DISSENT,
    NOTHING,
    OTHER_WAY,
    OVER,
    PLANNED,
    PREFERS,
    REASON,
    REASON_BEHIND,
    REASON_ENDS,
    REASON_FIRST,
    STATED,
    WAY_ENDS,
    WAYS,
    WOULD_CHANGE,
    is_name,
)
from copilot.analysis.decisions.speech import LEAST_WORDS, clauses, is_to_a_model

SHORT = 2
"""Clauses up to which the first is the decision where no word says so."""


class Told(NamedTuple):
    """What a text tells of a decision; a part is empty where it tells nothing of it."""

    chosen: str = ""
    is_plain: bool = False
    """Whether a word such as `decided` comes before what was chosen."""
    because: str = ""
    options: tuple[str, ...] = ()
    """Other ways that were considered."""
    consequences: tuple[str, ...] = ()
    would_change: str = ""
    dissent: str = ""
    deciders: tuple[str, ...] = ()

    @property
    def spans(self) -> list[str]:
        """All words that stand in one of its parts, but for names."""
        many = (*self.options, *self.consequences)
        parts = (self.chosen, self.because, self.would_change, self.dissent, *many)
        return [part for part in parts if part]


def read_told(text: str, *, is_ordered: bool = False) -> Told:
    """Return what the rules find; nothing of it is guessed.

    Args:
        text: What was told, without the order.
        is_ordered: Whether an order came first, so that the text begins with what was decided.
    """
    said = [part for part in clauses(text) if not is_to_a_model(part)]
    at, chosen, is_plain = _choice(said, is_ordered=is_ordered)
    ordered = [said[at], *(part for part in said if part is not said[at])] if said else []
    dissent = _behind_choice(_first(DISSENT, said), chosen)
    plain = [part for part in ordered if not (DISSENT.search(part) or WOULD_CHANGE.search(part))]
    return Told(
        chosen=chosen,
        is_plain=is_plain,
        because=next(_reasons(plain or ordered), ""),
        options=_options(ordered, chosen),
        consequences=tuple(part for part in said if CONSEQUENCE.search(part))[:3],
        would_change=_first(WOULD_CHANGE, said),
        dissent=dissent,
        deciders=_deciders(part for part in said if not (dissent and dissent in part)),
    )


def _choice(said: list[str], *, is_ordered: bool) -> tuple[int, str, bool]:
    """Return which clause decides, what, and whether it says so; a short text begins with it."""
    for pattern in (STATED, AT_LAST, PLANNED):
        for at, part in enumerate(said):
            cue = pattern.search(part)
            if cue and not (DISSENT.search(part) or WOULD_CHANGE.search(part)):
                start = cue.start() if AGAINST.match(part, cue.end()) else cue.end()
                return at, cut_choice(part, start), True
    place = 0 if said and is_ordered else _unsaid(said)
    return (0, "", False) if place is None else (place, cut_choice(said[place]), False)


def _unsaid(said: list[str]) -> int | None:
    """Return the clause that a reason belongs to where no word of deciding is said."""
    for place, part in enumerate(said):
        cue = REASON.search(part)
        if cue and len(part[: cue.start()].split()) >= LEAST_WORDS:
            return place
        if cue and place:
            return place - 1
    return 0 if 1 <= len(said) <= SHORT else None


def cut_choice(part: str, start: int = 0) -> str:
    """Return the words from a place to where a reason or another way begins."""
    end = CHOICE_ENDS.search(part, start)
    words = part[start : end.start() if end else len(part)]
    over = OVER.search(words) if PREFERS.search(part[:start]) else None
    return bare(words[: over.start()] if over else words)


def _reasons(said: list[str]) -> Iterator[str]:
    for part in said:
        around = REASON_FIRST.match(part) or REASON_BEHIND.match(part)
        cue = REASON.search(part)
        if around:
            yield bare(around["why"])
        elif cue:
            end = REASON_ENDS.search(part, cue.end())
            yield bare(part[cue.end() : end.start() if end else len(part)])


def _options(said: list[str], chosen: str) -> tuple[str, ...]:
    found: list[str] = []
    for place, part in enumerate(said):
        found += [_up_to(WAY_ENDS, part, cue.end()) for cue in OTHER_WAY.finditer(part)]
        over = OVER.search(part) if place == 0 and PREFERS.search(part) else None
        found += [_up_to(WAY_ENDS, part, over.end())] if over else []
        if ways := WAYS.search(part):
            found += _listed(ways["ways"])
        if nothing := NOTHING.search(part):
            found.append(nothing[0])
    return distinct([way for way in found if way], chosen)


def distinct(ways: list[str], chosen: str) -> tuple[str, ...]:
    """Return the ways once each, without the one that was chosen."""
    kept: list[str] = []
    for way in ways:
        known = [chosen, *kept]
        if not any(
            way.lower() in one.lower() or one.lower() in way.lower() for one in known if one
        ):
            kept.append(way)
    return tuple(kept)


def has_do_nothing(ways: tuple[str, ...]) -> bool:
    """Return whether one of the ways is to leave things as they are."""
    return any(map(DO_NOTHING.search, ways))


def _listed(words: str) -> list[str]:
    parts = re.split(r",\s*(?:and |or )?|\s+or\s+", words)
    return [bare(part) for part in parts]


def _up_to(ends: re.Pattern[str], part: str, start: int) -> str:
    end = ends.search(part, start)
    return bare(part[start : end.start() if end else len(part)])


def _first(pattern: re.Pattern[str], said: list[str]) -> str:
    return next((part for part in said if pattern.search(part)), "")


def _behind_choice(part: str, chosen: str) -> str:
    """Return the part of a clause that disagrees, where the clause also decides."""
    if not (part and chosen and chosen in part):
        return part
    pieces = re.split(r"[,;]\s+|\s+but\s+", part)
    at = next((place for place, one in enumerate(pieces) if DISSENT.search(one)), 0)
    return part[part.index(pieces[at]) :]


def _deciders(said: Iterator[str]) -> tuple[str, ...]:
    names: list[str] = []
    for part in said:
        for pattern in DECIDERS:
            for found in pattern.finditer(part):
                names += re.split(r", and |, | and | & ", found["who"])
    return tuple(dict.fromkeys(name for name in names if is_name(name)))


def bare(words: str) -> str:
    """Return the words on one line, without marks around them that would be markup or an end."""
    return " ".join(words.split()).strip(' ,.;:!?#>*-–—"“”').strip()
