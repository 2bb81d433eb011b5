"""What a survey would say if respondents were like all users, beside what they said."""

from typing import Literal

from copilot.domain.noun import Noun
from copilot.domain.survey_parts import Interval


class Estimate(Noun):
    """A figure with its 95 % interval: a share from 0 to 1, or a score from -100 to 100."""

    value: float
    ci: Interval


class WeightedFigure(Noun):
    """One figure as it was answered, and as it would be if respondents were like all users."""

    column: str
    """The question."""
    what: str
    """The answer or the theme whose share it is; `NPS` for the score."""
    kind: Literal["nps", "answer", "theme"]
    key: str = ""
    """Of a theme, its key."""
    n: int
    """Answers that it rests on; of a theme, those that were read and those carried over."""
    effective_n: float
    """How large a simple random sample would be as exact, after weighting."""
    plain: Estimate
    """As answered."""
    weighted: Estimate
    unchecked_ci: Interval | None = None
    """The interval with weights before a person checked labels; None where nobody has."""


class Weighted(Noun):
    """Figures weighted to a known population, and what the weights cost."""

    population: str
    """Name of the file that says what all users are."""
    segments: tuple[str, ...]
    """Columns whose shares are known of all users."""
    people: int
    """Respondents who count."""
    effective_n: float
    """How many respondents of a simple random sample would say as much."""
    design_effect: float
    """How many times larger weights make a variance (Kish)."""
    notes: tuple[str, ...] = ()
    """Weights that were cut, margins that are not met, people who do not count."""
    figures: tuple[WeightedFigure, ...] = ()
