"""Closed questions of a survey: their results, tests against segments, and drivers."""

from copilot.domain.noun import Noun
from copilot.domain.survey_parts import ColumnType, Interval


class Share(Noun):
    """How many gave an answer; figures are None where a cell is too small to show."""

    value: str
    count: int | None
    share: float | None = None
    ci: Interval | None = None
    note: str = ""


class NpsResult(Noun):
    """A Net Promoter Score, -100 to 100, with its adjusted Wald interval."""

    nps: float
    ci: Interval
    promoters: Share
    passives: Share
    detractors: Share
    out_of_scale: int = 0


class ChoiceResult(Noun):
    """Answers of a single choice or a multi-select; of the latter, shares sum to over 100 %."""

    base: int
    """Whom the shares are of: those who answered, or those who were shown the question."""
    options: tuple[Share, ...]


class LikertResult(Noun):
    """A scale of ordered answers; those apart are not in its base."""

    median: str
    options: tuple[Share, ...]
    """From the least to the most."""
    top2: Share
    bottom2: Share
    apart: tuple[Share, ...] = ()


class NumberResult(Noun):
    """Numbers, with the interval of their mean (Student's t)."""

    mean: float
    ci: Interval | None
    median: float
    quartiles: Interval
    sd: float | None
    least: float
    most: float


class DateResult(Noun):
    """When answers came in, as ISO dates."""

    first: str
    last: str


ClosedResult = NpsResult | ChoiceResult | LikertResult | NumberResult | DateResult


class OddCell(Noun):
    """A cell of a crosstab that stands out, by its adjusted standardised residual."""

    group: str
    value: str
    share: float
    of_all: float
    """The share of the same answer over all groups."""
    residual: float


class SurveyTest(Noun):
    """One test of a closed question against a segment."""

    segment: str
    method: str
    n: int
    statistic: float | None
    p: float
    p_adjusted: float | None = None
    """After the correction over all tests of the report."""
    effect: float | None = None
    effect_name: str = ""
    cells: tuple[OddCell, ...] = ()
    note: str = ""


class Closed(Noun):
    """A closed question with its result and tests."""

    column: str
    type: ColumnType
    n: int
    """Answers that the result is of."""
    missing: int
    result: ClosedResult
    tests: tuple[SurveyTest, ...] = ()
    notes: tuple[str, ...] = ()


class Driver(Noun):
    """How far a closed question goes along with an outcome; association, not cause."""

    column: str
    outcome: str
    n: int
    association: float
    """Spearman's rank correlation, -1 to 1."""
    ci: Interval
    """By bootstrap."""
    p_adjusted: float | None = None
    message: str = ""
