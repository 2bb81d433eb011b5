"""RICE: reach times impact times confidence, divided by effort (McBride, Intercom)."""

from collections.abc import Sequence
from typing import Any

from copilot.analysis.prioritisation.method import (
    NOT_NEGATIVE,
    POSITIVE,
    Limit,
    Method,
    Values,
    listed,
    off_scale,
)
from copilot.domain.roadmap_parts import Item

IMPACTS = (0.25, 0.5, 1.0, 2.0, 3.0)
IMPACT_WORDS = {"massive": "3", "high": "2", "medium": "1", "low": "0.5", "minimal": "0.25"}
CONFIDENCE_WORDS = {"high": "100%", "medium": "80%", "low": "50%"}
MOONSHOT = 50.0
"""Confidence, in percent, under which an idea is a moonshot."""


def score(values: Values) -> Any:
    """Return reach × impact × confidence ÷ effort; confidence is in percent."""
    return values["reach"] * values["impact"] * (values["confidence"] / 100.0) / values["effort"]


def remarks(items: Sequence[Item]) -> list[str]:
    """Return what does not fit the scales: impacts off the steps, one confidence for all."""
    found = []
    strange = off_scale(items, "impact", IMPACTS)
    if strange:
        found.append(
            f"Impact off the steps 3, 2, 1, 0.5, 0.25: {listed(strange)}. Computed as written."
        )
    given = {item.inputs["confidence"].likely for item in items if "confidence" in item.inputs}
    if len(items) > 2 and len(given) == 1:
        found.append(
            f"Every item has a confidence of {given.pop():g} %, so confidence changes no rank."
        )
    return found


RICE = Method(
    framework="rice",
    title="RICE",
    formula="reach × impact × confidence ÷ effort",
    limits={
        "reach": NOT_NEGATIVE,
        "impact": NOT_NEGATIVE,
        "confidence": Limit(0.0, 100.0, said="between 0 and 100 %"),
        "effort": POSITIVE,
    },
    divisor="effort",
    score=score,
    remarks=remarks,
    asks={
        "reach": "how many people or events in one period that is the same for all",
        "impact": "3 massive, 2 high, 1 medium, 0.5 low or 0.25 minimal for one of them",
        "confidence": "100 % for strong data, 80 % for partial, 50 % for weak, less for a moonshot",
        "effort": "person-months across product, design and engineering, best as a range such as"
        " 2-4",
    },
    citations={
        "rice#formula": "RICE is reach times impact times confidence, divided by effort.",
        "rice#common-misuse": "Two ideas within about a factor of two are usually tied.",
    },
    cost="effort",
    doubtful=MOONSHOT,
)
