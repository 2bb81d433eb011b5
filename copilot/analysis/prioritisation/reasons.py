"""Why an item stands where it stands, in words."""

from collections.abc import Mapping, Sequence

from copilot.analysis.prioritisation.bundles import Pull
from copilot.analysis.prioritisation.method import Method, listed
from copilot.domain.figures import figure, percent
from copilot.domain.roadmap_parts import Horizon, PlannedItem, Score

FIRM = 0.8
"""Share of draws from which a place in Now is called firm."""

TOSS_UP = 0.5
"""Share of draws under which a place in Now could as well be another's."""


class Reasons:
    """Gathers why items do not stand earlier, and says why they stand where they do.

    Args:
        items: By id.
        method: The framework.
        slots: How many ranks belong to Now.
    """

    def __init__(self, items: Mapping[str, PlannedItem], method: Method, slots: int) -> None:
        self.items = items
        self.method = method
        self.slots = slots
        self._noted: dict[str, str] = {}

    def note(self, item: str, why: str) -> None:
        """Remember why an item does not stand one horizon earlier."""
        self._noted[item] = why

    def full(self, item: PlannedItem, horizon: Horizon) -> str:
        """Return that a horizon is full, where the score alone would have been enough for Now."""
        by_score = item.score is not None and item.score.rank <= self.slots
        return f"{horizon.capitalize()} is full" if by_score else ""

    def waits(self, item: PlannedItem, others: Sequence[str]) -> None:
        """Remember that an item waits for others."""
        if others:
            self.note(item.id, f"waits for {self._names(others)}")

    def of(self, item: PlannedItem, horizon: Horizon, pull: Pull | None = None) -> str:
        """Return the reason for a place by score."""
        why = self._noted.get(item.id)
        if why:
            return f"{self._rank(item)}, but {why}."
        assert item.score is not None
        if pull and pull.score > item.score.value:
            by = self.items[pull.by]
            rank = by.score.rank if by.score else 0
            return (
                f"{self._rank(item)} alone, but {by.name} (rank {rank}) needs it;"
                f" together they score {figure(pull.score)}."
            )
        return f"{self._rank(item)}{self._firmness(item, horizon)}."

    def mandatory(self, item: PlannedItem, needed_by: str | None) -> str:
        """Return the reason for a place without regard to the score."""
        score = f"Its score is only told: rank {item.score.rank}." if item.score else "Not scored."
        if item.mandatory or needed_by is None:
            return f"Mandatory in the list. {score}"
        return f"Needed by {self.items[needed_by].name}, which is mandatory. {score}"

    def doubtful(self, item: PlannedItem) -> str:
        """Return that an item rests on too little."""
        known = item.inputs["confidence"].likely
        if self.method.framework == "rice":
            return f"a confidence of {known:g} % makes it a moonshot: validate first"
        return f"a confidence of {known:g} of 10 is low: validate first"

    def waits_outside(self, item: PlannedItem, placeless: Sequence[str]) -> str:
        """Return that an item waits for what has no place on the roadmap."""
        if placeless:
            return f"waits for {self._names(placeless)}, which has no place yet"
        return f"waits for {listed(item.waits_for)}, which the list does not have"

    def too_large(self, cost: float, capacity: float, used: float, horizon: Horizon) -> str:
        """Return that an item does not fit."""
        if cost > capacity:
            return f"needs {cost:g}, more than the whole capacity of {capacity:g}: split it"
        left = max(0.0, capacity - used)
        return f"needs {cost:g}, and {horizon.capitalize()} has {left:.3g} left"

    def _rank(self, item: PlannedItem) -> str:
        assert item.score is not None
        level = " (tied)" if item.score.tied else ""
        return f"Rank {item.score.rank}{level}"

    def _firmness(self, item: PlannedItem, horizon: Horizon) -> str:
        score = item.score
        assert score is not None
        if horizon == "now" and score.rank > self.slots:
            return "; moves up, since items before it wait"
        if score.share_now is None:
            return ""
        if horizon != "now":
            return f" ({_span(score)} in the middle 80 % of draws)"
        first = "first" if self.slots == 1 else f"among the first {self.slots}"
        firm = "firm" if score.share_now >= FIRM else "not firm"
        told = firm if score.share_now >= TOSS_UP else "a toss-up"
        return f"; {first} in {percent(score.share_now)} of draws: {told}"

    def _names(self, ids: Sequence[str]) -> str:
        return listed([self.items[one].name for one in ids])


def _span(score: Score) -> str:
    low, high = score.rank_low, score.rank_high
    return f"{low}" if low == high else f"{low} to {high}"
