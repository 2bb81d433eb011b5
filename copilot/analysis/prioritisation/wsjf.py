"""WSJF: cost of delay divided by job size (Scaled Agile), or by duration (Reinertsen)."""

from collections.abc import Sequence
from typing import Any

from copilot.analysis.prioritisation.columns import in_words
from copilot.analysis.prioritisation.method import (
    NOT_NEGATIVE,
    POSITIVE,
    Method,
    Values,
    listed,
    off_scale,
)
from copilot.domain.roadmap_parts import Item

SCALE = (1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0)


def score(values: Values) -> Any:
    """Return (value + time criticality + risk reduction or opportunity) ÷ job size."""
    delay = values["value"] + values["time_criticality"] + values["risk_reduction"]
    return delay / values["job_size"]


def remarks(items: Sequence[Item]) -> list[str]:
    """Return what does not fit: numbers off the scale, columns in which nothing is a 1."""
    found = []
    for name in WSJF.needed:
        strange = off_scale(items, name, SCALE)
        if strange:
            found.append(
                f"{in_words(name).capitalize()} off the scale 1, 2, 3, 5, 8, 13, 20:"
                f" {listed(strange)}. Computed as written."
            )
    unanchored = [in_words(name) for name in WSJF.needed if _least(items, name) > 1]
    if unanchored:
        found.append(f"No item has a 1 in {listed(unanchored)}; the smallest of a column gets it.")
    return found


def _least(items: Sequence[Item], name: str) -> float:
    return min((item.inputs[name].low for item in items if name in item.inputs), default=0.0)


def score_by_duration(values: Values) -> Any:
    """Return cost of delay ÷ duration, as CD3 does."""
    return values["cost_of_delay"] / values["duration"]


def _nothing(_: Sequence[Item]) -> list[str]:
    return []


WSJF = Method(
    framework="wsjf",
    title="WSJF (Scaled Agile)",
    formula="(value + time criticality + risk reduction or opportunity) ÷ job size",
    limits={
        "value": NOT_NEGATIVE,
        "time_criticality": NOT_NEGATIVE,
        "risk_reduction": NOT_NEGATIVE,
        "job_size": POSITIVE,
    },
    divisor="job_size",
    score=score,
    remarks=remarks,
    asks={
        "value": "worth to users and business on 1, 2, 3, 5, 8, 13, 20, the least of the list a 1",
        "time_criticality": "how fast the worth decays with waiting, on the same scale",
        "risk_reduction": "how much risk it takes away or opportunity it opens, on that scale",
        "job_size": "how large it is on that scale, the smallest a 1",
    },
    citations={
        "wsjf#formula": "WSJF is the sum of value, time criticality and risk reduction or"
        " opportunity, divided by job size.",
        "wsjf#common-misuse": "Adding the three scores treats them as equal and independent.",
    },
    cost="job_size",
)
CD3 = Method(
    framework="wsjf",
    title="WSJF (Reinertsen, CD3)",
    formula="cost of delay ÷ duration",
    limits={"cost_of_delay": NOT_NEGATIVE, "duration": POSITIVE},
    divisor="duration",
    score=score_by_duration,
    remarks=_nothing,
    asks={
        "cost_of_delay": "what is lost for each week that it is missing, in money, with a range",
        "duration": "how many weeks until it is in use",
    },
    citations={
        "cost-of-delay#formula": "CD3 is the cost of delay divided by the duration.",
        "cost-of-delay#common-misuse": "The commonest error is a single figure without workings.",
    },
    cost="duration",
)
