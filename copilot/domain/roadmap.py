"""A roadmap: what comes now, next and later, how firm that is, and what is not known."""

from copilot.domain import markdown, roadmap_pairs, roadmap_tables, roadmap_text
from copilot.domain.artifact import Body
from copilot.domain.roadmap_parts import Flip, Framework, Horizon, Lead, PlannedItem

PLAN = "plan_roadmap"
"""Kind of the artifact that is a roadmap."""


class Roadmap(Body):
    """A list of items, scored, ranked and placed by code; no figure comes from a model."""

    framework: Framework
    method: str
    """The framework with its variant, as people call it."""
    formula: str
    """How a score is computed; empty for Kano, which gives categories."""
    items: list[PlannedItem]
    """Ranked ones from the highest score down, then those not scored, then those done."""
    leads: list[Lead] = []
    """How firmly each ranked item stands before the next one."""
    flips: list[Flip] = []
    """For each pair of neighbours in rank, the values at which they change places."""
    now_slots: int = 0
    """How many of the first ranks belong to Now, by score alone."""
    capacity: float | None = None
    """What fits into Now, in the unit of effort or size; None where nobody said."""
    rules: list[str] = []
    """The rules by which items were placed."""
    cautions: list[str] = []
    questions: list[str] = []
    """What only people can say, five at most."""
    draws: int = 0
    """How often every input was drawn within its range; 0 where none has a range."""
    seed: int = 1
    kept_as: str = ""
    """Id under which the workspace keeps it."""

    @property
    def scored(self) -> list[PlannedItem]:
        """Items with a score, from the highest down."""
        return [item for item in self.items if item.score]

    @property
    def unscored(self) -> list[PlannedItem]:
        """Items that are not done and lack an input."""
        return [item for item in self.items if item.missing and not item.done]

    def standing_in(self, horizon: Horizon) -> list[PlannedItem]:
        """Return the items of a horizon, what has to come first ahead of what waits for it."""
        there = [
            item for item in self.items if item.placement and item.placement.horizon == horizon
        ]
        return _in_order(there)

    def markdown(self) -> str:
        """Return the ranking, the roadmap with its reasons, and what is not known."""
        if self.framework == "kano":
            parts = [roadmap_tables.kano_table(self.items), roadmap_text.KANO_ONLY]
        else:
            parts = [
                roadmap_text.summary(self.method, self.formula, self.items, self.draws, self.seed),
                roadmap_tables.ranking_table(
                    self.scored, self.now_slots, in_percent=self.framework == "rice"
                ),
                *self._horizons(),
                roadmap_pairs.pairs(self.items, self.leads, self.flips, self.now_slots),
                markdown.bullets("How items were placed", self.rules),
            ]
        names = {item.id: item.name for item in self.items}
        ends = (
            roadmap_text.not_scored(self.unscored, names, is_kano=self.framework == "kano"),
            roadmap_text.unplaced(self.scored),
            markdown.bullets("Cautions", self.cautions),
            roadmap_text.asked(self.questions),
            roadmap_text.kept(self.kept_as),
        )
        return "\n\n".join(part for part in (*parts, *ends) if part)

    def _horizons(self) -> list[str]:
        if not any(item.placement and item.placement.horizon for item in self.items):
            return []
        names = {item.id: item.name for item in self.items}
        horizons: tuple[Horizon, ...] = ("now", "next", "later")
        return [
            roadmap_text.horizon(one.capitalize(), self.standing_in(one), names) for one in horizons
        ]


def _in_order(items: list[PlannedItem]) -> list[PlannedItem]:
    """Return items in their order, but none before one of them that it depends on."""
    there = {item.id: item for item in items}
    done: dict[str, PlannedItem] = {}
    for item in items:
        trail = [item]
        while trail:
            one = trail[-1]
            first = next((id_ for id_ in one.depends_on if id_ in there and id_ not in done), None)
            if first is None or there[first] in trail:
                done[trail.pop().id] = one
            else:
                trail.append(there[first])
    return list(done.values())
