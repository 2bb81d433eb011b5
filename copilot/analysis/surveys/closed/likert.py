"""Read ordered scales."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.cells import base_note, quoted, share_of
from copilot.analysis.surveys.closed.coding import NONE, Codes, Recoded, recode
from copilot.analysis.surveys.closed.reading import Levels, Reading
from copilot.domain.survey_closed import LikertResult, Share
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_CODE = re.compile(r"([-−]?\d+)(?:[.,]0+)?(?![\d.,])")
"""What a step such as `5 - Very satisfied` or `5.0` begins with."""
_PLAIN = re.compile(r"[-−]?\d+(?:[.,]0+)?")
_STEPS_FOR_TWO = 4
"""On a shorter scale two steps would be most of it, and the ends are one step each."""


def read_likert(series: "pl.Series", column: Column) -> Reading | None:
    """Return the distribution with both ends; None where no answer is on the scale.

    Answers that are apart or on no step are not in the base, and those on no step are told
    in a note.
    """
    options = tuple(dict.fromkeys(option.strip() for option in column.options))
    steps = _placed(series, options)
    counts = np.bincount(steps.codes[steps.codes >= 0], minlength=len(options))
    base = int(counts.sum())
    if not base:
        return None
    aside = _aside(steps.unplaced, column.apart)
    result = _result(options, counts, column.is_reversed, aside)
    stray = {v: rows for v, rows in steps.unplaced.items() if not _is_apart(v, column.apart)}
    notes = (*base_note(base), *_notes(options, column.is_reversed, stray))
    missing = len(steps.codes) - base - sum(steps.unplaced.values())
    return Reading(result, base, missing, notes, Levels(steps.codes, options))


def ends(options: Sequence[str], *, is_reversed: bool) -> tuple[Sequence[str], Sequence[str]]:
    """Return the steps at the good end and at the bad end, two each on all but short scales."""
    size = 2 if len(options) >= _STEPS_FOR_TWO else 1
    low, high = options[:size], options[len(options) - size :]
    return (low, high) if is_reversed else (high, low)


def _placed(series: "pl.Series", options: Sequence[str]) -> Recoded:
    by_name = {option.casefold(): at for at, option in enumerate(options)}
    by_code = _by_code(options)

    def place(value: str) -> int:
        at = by_name.get(value.casefold(), NONE)
        code = _code(value)
        if at != NONE or code not in by_code:
            return at
        at = by_code[code]
        return at if _PLAIN.fullmatch(value) or _PLAIN.fullmatch(options[at]) else NONE

    return recode(series, place)


def _code(step: str) -> int | None:
    found = _CODE.match(step)
    return int(found[1].replace("−", "-")) if found else None


def _by_code(options: Sequence[str]) -> dict[int, int]:
    """Return where each code leads, if every step has one of its own."""
    places = {code: at for at, code in enumerate(map(_code, options)) if code is not None}
    return places if len(places) == len(options) else {}


def _result(
    options: Sequence[str], counts: Codes, is_reversed: bool, apart: tuple[Share, ...]
) -> LikertResult:
    base = int(counts.sum())
    of_step = dict(zip(options, map(int, counts), strict=True))
    shares = [
        share_of(" or ".join(end), sum(of_step[step] for step in end), base)
        for end in ends(options, is_reversed=is_reversed)
    ]
    return LikertResult(
        median=_median(options, counts),
        options=tuple(share_of(step, count, base) for step, count in of_step.items()),
        top2=shares[0],
        bottom2=shares[1],
        apart=apart,
    )


def _median(options: Sequence[str], counts: Codes) -> str:
    """Return the step in the middle; both, where the middle lies between two."""
    below, base = np.cumsum(counts), int(counts.sum())
    low = options[int(np.searchsorted(below, (base + 1) // 2))]
    high = options[int(np.searchsorted(below, base // 2 + 1))]
    return low if low == high else f"{low} to {high}"


def _is_apart(value: str, apart: Sequence[str]) -> bool:
    return value.casefold() in {name.strip().casefold() for name in apart}


def _aside(unplaced: dict[str, int], apart: Sequence[str]) -> tuple[Share, ...]:
    return tuple(
        Share(value=value, count=rows, note="not in the base")
        for value, rows in unplaced.items()
        if _is_apart(value, apart)
    )


def _notes(options: Sequence[str], is_reversed: bool, stray: dict[str, int]) -> tuple[str, ...]:
    notes = []
    if is_reversed:
        good = ends(options, is_reversed=True)[0]
        notes.append(f"Agreeing with it is bad, so its top end is {quoted(good)}.")
    if len(options) < _STEPS_FOR_TWO:
        notes.append(f"The scale has {len(options)} steps, so its ends are one step each.")
    if stray:
        notes.append(f"{sum(stray.values()):,} answers are on no step: {quoted(stray)}.")
    return tuple(notes)
