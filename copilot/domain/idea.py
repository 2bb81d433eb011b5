"""Ideas for a problem, each by a lens: what was kept, what was left out, how far they spread."""

from copilot.domain import idea_text
from copilot.domain.artifact import Body
from copilot.domain.idea_parts import LeftOut, LensCard, Measure, ProductIdea, Spread

__all__ = ["IDEAS", "Ideas", "LeftOut", "LensCard", "Measure", "ProductIdea", "Spread"]

IDEAS = "brainstorm"
"""Kind of the artifact that holds ideas."""


class Ideas(Body):
    """Ideas for a problem, in the order of their lenses; choosing is for people."""

    problem: str
    problem_verdict: str = ""
    """What the rules object to in the problem itself; empty where they do not."""
    ideas: tuple[ProductIdea, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    spread: Spread | None = None
    cards: tuple[LensCard, ...] = ()
    """Of lenses that gave no idea, all of them where there is no model."""
    kept_as: str = ""
    """Id under which the workspace keeps them."""

    def markdown(self) -> str:
        """Return the ideas, what was left out, the spread, and how to go on."""
        parts = (
            f"**Problem.** {self.problem}",
            self.problem_verdict and f"> **{self.problem_verdict}**",
            *map(idea_text.idea, self.ideas),
            idea_text.cards(self.cards, by_model=self.spread is not None),
            idea_text.left_out(self.left_out),
            idea_text.spread(self.spread) if self.spread else "",
            idea_text.next_steps(bool(self.ideas), self.kept_as),
        )
        return "\n\n".join(part for part in parts if part)
