"""What a scoring framework is: its inputs, its formula, and the scales it is meant for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from copilot.domain.roadmap_parts import Framework, Item

Values = Mapping[str, Any]
"""An amount by input: a number, or an array with one number a draw."""


class Limit(NamedTuple):
    """What an input may be; beyond it the list is refused."""

    low: float = 0.0
    high: float = float("inf")
    open_below: bool = False
    """Whether the low end itself is refused too."""
    said: str = "not below 0"


NOT_NEGATIVE = Limit()
POSITIVE = Limit(open_below=True, said="above 0")


class Method(NamedTuple):
    """A scoring framework."""

    framework: Framework
    title: str
    formula: str
    """In words, as a reader would check it."""
    limits: Mapping[str, Limit]
    """Of every input it needs, in the order of the formula."""
    divisor: str
    """The input it divides by; empty where it divides by none."""
    score: Callable[[Values], Any]
    remarks: Callable[[Sequence[Item]], list[str]]
    """What in the list does not fit the scales of the framework."""
    asks: Mapping[str, str]
    """By input, how to answer for it."""
    citations: Mapping[str, str]
    """Passages it rests on, each with the statement that leans on it."""
    cost: str = ""
    """The input that takes capacity; empty where none does."""
    doubtful: float = 0.0
    """Confidence below which an item is validated first; 0 where there is no such scale."""

    @property
    def needed(self) -> tuple[str, ...]:
        """Inputs without which nothing is scored."""
        return tuple(self.limits)


def likely(item: Item) -> dict[str, float]:
    """Return the likely value of every input."""
    return {name: estimate.likely for name, estimate in item.inputs.items()}


def off_scale(items: Sequence[Item], name: str, scale: Sequence[float]) -> list[str]:
    """Return how the items are called whose estimate has an end that the scale does not have."""
    return [
        f"{item.name} ({item.inputs[name].written})"
        for item in items
        if name in item.inputs and {item.inputs[name].low, item.inputs[name].high} - set(scale)
    ]


def listed(names: Sequence[str], most: int = 4) -> str:
    """Return names for a sentence, the first few of many."""
    more = len(names) - most
    if more > 1:
        return f"{', '.join(names[:most])} and {more} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
