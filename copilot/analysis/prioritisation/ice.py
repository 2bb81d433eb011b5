"""ICE: impact times confidence times ease, each from 1 to 10 (Ellis)."""

from collections.abc import Sequence
from typing import Any

from copilot.analysis.prioritisation.method import Limit, Method, Values, likely
from copilot.domain.roadmap_parts import Item

_TEN = Limit(1.0, 10.0, said="from 1 to 10")
DOUBTFUL = 5.0
"""Half of the scale, as RICE's moonshots begin at half of its own."""


def score(values: Values) -> Any:
    """Return impact × confidence × ease, 1 to 1,000."""
    return values["impact"] * values["confidence"] * values["ease"]


def averaged(values: Values) -> float:
    """Return the other rule in use, (impact + confidence + ease) ÷ 3, 1 to 10."""
    return float(values["impact"] + values["confidence"] + values["ease"]) / 3.0


def remarks(items: Sequence[Item]) -> list[str]:
    """Say where averaging instead of multiplying would put another item first."""
    scored = [item for item in items if set(ICE.needed) <= set(item.inputs)]
    if len(scored) < 2:
        return []
    first = max(scored, key=lambda item: score(likely(item)))
    other = max(scored, key=lambda item: averaged(likely(item)))
    if averaged(likely(other)) <= averaged(likely(first)):
        return []
    return [
        f"Multiplied, as here, {first.name} stands first; averaged, {other.name} would."
        " Fix the rule before looking at the result."
    ]


ICE = Method(
    framework="ice",
    title="ICE",
    formula="impact × confidence × ease",
    limits={"impact": _TEN, "confidence": _TEN, "ease": _TEN},
    divisor="",
    score=score,
    remarks=remarks,
    asks={
        "impact": "how much it would move the measure you care for, from 1 to 10",
        "confidence": "how sure you are of that, from 1 (opinion) to 10 (launch data)",
        "ease": "from 1 to 10, where a higher ease means less work",
    },
    citations={
        "ice#formula": "ICE multiplies impact, confidence and ease, each on 1 to 10.",
        "ice#common-misuse": "Scores from one person are mostly mood.",
    },
    doubtful=DOUBTFUL,
)
