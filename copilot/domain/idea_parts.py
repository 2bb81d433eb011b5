"""Parts of a set of ideas: the idea, what was left out, the spread, questions for people."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from copilot.domain.review_parts import Outcome, Triangle

Measure = Literal["meaning", "words"]
"""By what likeness was told: vectors of meaning, or words in common."""


class IdeaPart(BaseModel):
    """A part of a set of ideas."""

    model_config = ConfigDict(frozen=True)


class ProductIdea(IdeaPart):
    """One idea, with what must be true for it and how to find out."""

    id: str
    """`I1`, `I2` and so on, in the order of the lenses; no rank."""
    lens: str
    """Name of the way of looking that led to it."""
    title: str
    idea: str
    """One sentence."""
    must_be_true: str
    """The assumption on which it rests; the idea fails if it is untrue."""
    cheapest_test: str
    triangle: Triangle | None = None
    """Business value, ethics and human impact, computed from the idea's own words."""
    outcome: Outcome | None = None
    """What the EU AI Act makes of it, by rules."""
    verdict: str = ""
    """A plain no, or a plain warning; empty where the rules object to nothing."""
    remarks: tuple[str, ...] = ()
    """What a reader must know before trusting its words."""


class LeftOut(IdeaPart):
    """An idea that was taken out, so that nobody has to trust that it was rightly."""

    lens: str
    idea: str
    why: str
    likeness: float | None = None
    """To what it repeats, 0 to 1; None where none was measured."""


class Spread(IdeaPart):
    """How different the ideas are, as far as it can be measured."""

    written: int
    """Ideas the model wrote."""
    kept: int
    mean_distance: float | None = Field(None, ge=0, le=2)
    """Mean of 1 - cosine similarity over all pairs kept; None for fewer than two."""
    nearest: float | None = Field(None, ge=0, le=2)
    """Distance of the two ideas kept that are nearest to each other."""
    per_lens: dict[str, int] = {}
    """Ideas kept of each lens that was asked, in their order."""
    by: Measure = "meaning"

    @property
    def removed_share(self) -> float:
        """Share of the ideas written that repeated something, 0 to 1."""
        return 1 - self.kept / self.written if self.written else 0.0


class LensCard(IdeaPart):
    """A question for people, made of the problem by a lens."""

    lens: str
    question: str
