"""Read answers to how likely somebody is to recommend, from 0 to 10."""

import re
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.surveys.closed.cells import SMALL_BASE, quoted, share_of
from copilot.analysis.surveys.closed.coding import NONE, Codes, recode
from copilot.analysis.surveys.closed.intervals import nps_interval
from copilot.analysis.surveys.closed.reading import Levels, Reading
from copilot.domain.survey_closed import NpsResult

if TYPE_CHECKING:
    import polars as pl

MOST = 10
SCORES = tuple(str(score) for score in range(MOST + 1))
GROUPS = ("Detractors (0 to 6)", "Passives (7 and 8)", "Promoters (9 and 10)")
GROUP_OF_SCORE: Codes = np.array([0] * 7 + [1] * 2 + [2] * 2, dtype=np.int64)
"""Which of the groups a score is in (Reichheld, Harvard Business Review, December 2003)."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_OUT_OF_TEN = re.compile(r"\s*/\s*10$|\s+(?:out )?of 10$")
_NEGATIVE = re.compile(r"[-−]\s*\d")


def read_nps(series: "pl.Series") -> Reading | None:
    """Return the score; None where no answer is a score.

    `9`, `9.0`, `9/10`, `9 - likely` and `Not at all likely - 0` are read. Whatever else is
    in a cell counts as out of scale, so that all rows add up.
    """
    scores = recode(series, score_in)
    counts = np.bincount(scores.codes[scores.codes >= 0], minlength=MOST + 1)
    n, stray = int(counts.sum()), sum(scores.unplaced.values())
    if not n:
        return None
    notes = _notes(n, scores.unplaced)
    missing = len(scores.codes) - n - stray
    levels = Levels(scores.codes, SCORES, is_nps=True)
    return Reading(nps_result(counts, stray), n, missing, notes, levels)


def score_in(cell: str) -> int:
    """Return the score that a cell says, from 0 to 10, or -1."""
    plain = _OUT_OF_TEN.sub("", cell.casefold())
    numbers = _NUMBER.findall(plain)
    if len(numbers) != 1 or _NEGATIVE.match(plain):
        return NONE
    value = float(numbers[0].replace(",", "."))
    return int(value) if value.is_integer() and value <= MOST else NONE


def nps_result(counts: Codes, out_of_scale: int = 0) -> NpsResult:
    """Return the score of counts by score from 0 to 10, of which one at least is not 0."""
    n = int(counts.sum())
    sizes = split(counts)
    parts = [share_of(name, size, n) for name, size in zip(GROUPS, sizes, strict=True)]
    detractors, passives, promoters = sizes
    return NpsResult(
        nps=100 * (promoters - detractors) / n,
        ci=nps_interval(promoters, passives, detractors),
        promoters=parts[2],
        passives=parts[1],
        detractors=parts[0],
        out_of_scale=out_of_scale,
    )


def split(counts: Codes) -> tuple[int, int, int]:
    """Return how many detractors, passives and promoters there are of counts by score."""
    return int(counts[:7].sum()), int(counts[7:9].sum()), int(counts[9:].sum())


def _notes(n: int, stray: dict[str, int]) -> tuple[str, ...]:
    notes = []
    if n < SMALL_BASE:
        notes.append(f"Only {n} scores: under {SMALL_BASE}, NPS says little.")
    if stray:
        notes.append(f"{sum(stray.values()):,} answers are no score from 0 to 10: {quoted(stray)}.")
    return tuple(notes)
