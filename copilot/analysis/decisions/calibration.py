"""Hold stated confidence against what became of decisions."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from copilot.domain.decision import Held

TRUTH: dict[Held, float] = {"yes": 1.0, "partly": 0.5, "no": 0.0}
BANDS = ((0, 49), (50, 69), (70, 89), (90, 100))
"""Bands of stated confidence, in percent."""
FEW = 10
"""Outcomes below which a figure says little."""


class Judged(NamedTuple):
    """A decision of which both are known."""

    decision: str
    confidence: int
    held: Held


class Band(BaseModel):
    """Decisions of about the same confidence."""

    confidence: tuple[int, int]
    count: int
    stated: float
    """Mean of the stated confidence, 0 to 1."""
    held: float
    """Share that held, 0 to 1; one that held in part counts as a half."""
    interval: tuple[float, float]
    """Wilson's 95 % interval of that share."""


class Calibration(BaseModel):
    """How well confidence was stated."""

    judged: int
    brier: float | None
    """Mean squared difference of confidence and outcome (Brier 1950): 0 best, 0.25 like a coin."""
    baseline: float | None
    """What somebody would score who always states the share that held."""
    bands: tuple[Band, ...]
    remark: str


def calibration(judged: Sequence[Judged]) -> Calibration:
    """Return how stated confidence compares with outcomes."""
    if not judged:
        remark = "No decision has both a stated confidence and an outcome yet."
        return Calibration(judged=0, brier=None, baseline=None, bands=(), remark=remark)
    share = _mean(TRUTH[one.held] for one in judged)
    return Calibration(
        judged=len(judged),
        brier=_mean((one.confidence / 100 - TRUTH[one.held]) ** 2 for one in judged),
        baseline=_mean((share - TRUTH[one.held]) ** 2 for one in judged),
        bands=tuple(_bands(judged)),
        remark=f"{len(judged)} outcomes say little; look again at {FEW}."
        if len(judged) < FEW
        else "",
    )


def _bands(judged: Sequence[Judged]) -> Iterable[Band]:
    from statsmodels.stats.proportion import proportion_confint

    for low, high in BANDS:
        within = [one for one in judged if low <= one.confidence <= high]
        if within:
            held = sum(TRUTH[one.held] for one in within)
            bounds = proportion_confint(held, len(within), method="wilson")
            yield Band(
                confidence=(low, high),
                count=len(within),
                stated=_mean(one.confidence / 100 for one in within),
                held=held / len(within),
                interval=(float(bounds[0]), float(bounds[1])),
            )


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
