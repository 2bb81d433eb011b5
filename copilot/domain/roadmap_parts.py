"""What a roadmap is made of: items, their estimates, scores, places and doubts."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Framework = Literal["rice", "wsjf", "ice", "kano"]
Horizon = Literal["now", "next", "later"]
KanoCategory = Literal[
    "must-be", "performance", "attractive", "indifferent", "reverse", "questionable"
]


class Part(BaseModel):
    """A part of a roadmap; it never changes."""

    model_config = ConfigDict(frozen=True)


class Estimate(Part):
    """What is known of an input: a point, a range, or low, likely and high."""

    low: float
    likely: float
    """As written; the middle where only the ends of a range were written."""
    high: float
    shape: Literal["point", "range", "three-point"] = "point"
    """A range is drawn from evenly, a three-point estimate in a triangle."""
    written: str = ""
    """As it stands in the list."""


class KanoResult(Part):
    """What answers of customers, or the list itself, say on one item."""

    category: KanoCategory | None
    """The most frequent one; None where the first two are equally frequent."""
    source: Literal["answers", "given"]
    """Counted from answers, or written in the list as it is."""
    counts: dict[str, int] = {}
    """Answers by category."""
    runner_up: KanoCategory | None = None
    """The second category, where chance may have put the first before it."""
    better: float | None = None
    """(attractive + performance) / (attractive + performance + must-be + indifferent), 0 to 1."""
    better_interval: tuple[float, float] | None = None
    """Wilson's 95 % interval."""
    worse: float | None = None
    """-(performance + must-be) / the same sum, -1 to 0."""
    worse_interval: tuple[float, float] | None = None

    @property
    def answers(self) -> int:
        """How many people answered."""
        return sum(self.counts.values())


class Score(Part):
    """The score of an item, and how sure it and its rank are."""

    value: float
    """Computed by the formula from the likely values."""
    rank: int
    """1 is the highest score; equal scores share a rank."""
    tied: bool = False
    """Whether another item has the same score."""
    low: float | None = None
    """A tenth of the draws lie below; None where every input is a point."""
    high: float | None = None
    """A tenth of the draws lie above."""
    rank_low: int | None = None
    """Best rank of the middle 80 % of draws; None where no item has a range."""
    rank_high: int | None = None
    share_now: float | None = None
    """Share of draws in which the score alone puts it among the first, as many as fit into Now."""
    share_next: float | None = None
    share_later: float | None = None


class Placement(Part):
    """Where an item stands on the roadmap, and why."""

    horizon: Horizon | None
    """None where nothing can be said."""
    reason: str
    validate_first: bool = False
    """Whether evidence has to be found before it is built."""


class Item(Part):
    """One line of the list."""

    id: str
    name: str
    row: int
    """Its place in the list, from 1; headings do not count."""
    inputs: dict[str, Estimate] = {}
    unread: dict[str, str] = {}
    """Inputs that could not be read, with the reason."""
    evidence: str = ""
    depends_on: list[str] = []
    """Ids of items that have to come first."""
    waits_for: list[str] = []
    """What it depends on and the list does not have."""
    mandatory: bool = False
    deadline: str = ""
    done: bool = False
    kano: KanoResult | None = None


class PlannedItem(Item):
    """An item with what was computed for it."""

    missing: list[str] = []
    """Inputs without which it is not scored."""
    score: Score | None = None
    placement: Placement | None = None


class Lead(Part):
    """How firmly an item stands before the next one."""

    first: str
    second: str
    factor: float | None
    """Score of the first over that of the second; None where that is zero."""
    share: float | None
    """Share of draws in which the first has the higher score; ties count half."""


class Flip(Part):
    """How far one input may change before two neighbours have equal scores."""

    first: str
    second: str
    item: str
    """Whose input it is: the first's or the second's."""
    input: str
    likely: float
    flips_at: float
    """Beyond this value the second stands before the first."""
    within_range: bool
    """Whether that value lies within the stated range: then this is the input to refine."""
