"""Parts of a survey summary: columns, results of closed questions, themes, who is missing."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ColumnType = Literal[
    "id", "date", "segment", "nps", "likert", "single", "multi", "number", "open", "ignore"
]
Reason = Literal["non_answer", "duplicate", "partial", "bogus"]
"""Why an answer is left out."""
Method = Literal["ppi", "sample", "all"]
"""How a share was measured: prediction-powered, from the sample alone, or from every answer."""
RowSource = Literal["model", "propagated", "excluded", "failed"]
Interval = tuple[float, float]
"""Lower and upper end, at 95 %."""


class _Noun(BaseModel):
    model_config = ConfigDict(frozen=True)


class Column(_Noun):
    """What a column of an export holds."""

    name: str
    type: ColumnType
    confidence: float = Field(1.0, ge=0, le=1)
    why: str = ""
    """What gave the type away, in a few words."""
    question: str = ""
    """The question, where several columns ask it together; else empty."""
    option: str = ""
    """Which option a column stands for, where a multi-select has a column for each."""
    separator: str = ""
    """What stands between the picks of a multi-select cell."""
    options: tuple[str, ...] = ()
    """Answers on offer; of a Likert question from the least to the most."""
    apart: tuple[str, ...] = ()
    """Answers that are on no scale, such as `Don't know`."""
    is_reversed: bool = False
    """Whether agreeing with it is bad."""


class Share(_Noun):
    """How many gave an answer; figures are None where a cell is too small to show."""

    value: str
    count: int | None
    share: float | None = None
    ci: Interval | None = None
    note: str = ""


class NpsResult(_Noun):
    """A Net Promoter Score, -100 to 100, with its adjusted Wald interval."""

    nps: float
    ci: Interval
    promoters: Share
    passives: Share
    detractors: Share
    out_of_scale: int = 0


class ChoiceResult(_Noun):
    """Answers of a single choice or a multi-select; of the latter, shares sum to over 100 %."""

    base: int
    """Whom the shares are of: those who answered, or those who were shown the question."""
    options: tuple[Share, ...]


class LikertResult(_Noun):
    """A scale of ordered answers; those apart are not in its base."""

    median: str
    options: tuple[Share, ...]
    """From the least to the most."""
    top2: Share
    bottom2: Share
    apart: tuple[Share, ...] = ()


class NumberResult(_Noun):
    """Numbers, with the interval of their mean (Student's t)."""

    mean: float
    ci: Interval | None
    median: float
    quartiles: Interval
    sd: float | None
    least: float
    most: float


class DateResult(_Noun):
    """When answers came in, as ISO dates."""

    first: str
    last: str


ClosedResult = NpsResult | ChoiceResult | LikertResult | NumberResult | DateResult


class OddCell(_Noun):
    """A cell of a crosstab that stands out, by its adjusted standardised residual."""

    group: str
    value: str
    share: float
    of_all: float
    """The share of the same answer over all groups."""
    residual: float


class SurveyTest(_Noun):
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


class Closed(_Noun):
    """A closed question with its result and tests."""

    column: str
    type: ColumnType
    n: int
    """Answers that the result is of."""
    missing: int
    result: ClosedResult
    tests: tuple[SurveyTest, ...] = ()
    notes: tuple[str, ...] = ()


class Driver(_Noun):
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


class CodebookTheme(_Noun):
    """What a theme is, so that two readers would label the same answers."""

    key: str
    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    stance: str = ""
    """Whether it is wanted, complained of, praised: whatever its answers share."""


class Quote(_Noun):
    """A verbatim part of a masked answer."""

    row: int
    """Of the file's data, from 1."""
    text: str


class Theme(_Noun):
    """A theme of the code book with its measured share of the answers."""

    key: str
    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    stance: dict[str, float] = {}
    """Whether it is a wish, a complaint, praise or a mention, by the code book."""
    share: float
    ci: Interval
    count: int
    """How many answers the share comes to."""
    labelled: int = 0
    """Answers of the measured sample that have it."""
    method: Method
    said: str = ""
    """The share in words that its interval allows."""
    sentiment: dict[str, float] = {}
    """Of the labelled answers with it, the share whose words are negative, neutral, positive."""
    nps_impact: float | None = None
    """NPS of all less NPS of those who do not speak of it, in points."""
    nps_impact_ci: Interval | None = None
    quotes: tuple[Quote, ...] = ()


class Cluster(_Noun):
    """Answers in like words; found by code, read by nobody, and therefore not a theme."""

    key: str
    phrases: tuple[str, ...]
    count: int
    quotes: tuple[Quote, ...] = ()


class SegmentShare(_Noun):
    """The share of a theme in one group, beside all others."""

    column: str
    theme: str
    segment: str
    group: str
    n: int
    share: float
    ci: Interval
    others: float
    p: float
    p_adjusted: float
    """After Holm, over the groups and themes of the question."""


class MissingVoice(_Noun):
    """Who answered less, dropped out, or is rarer here than among all users."""

    segment: str
    group: str
    what: Literal["completion", "open_answer", "item", "population", "drop_off"]
    n: int
    share: float
    ci: Interval | None = None
    others: float | None = None
    p_adjusted: float | None = None
    message: str = ""


class Accounting(_Noun):
    """Where every row has gone; sums to the rows."""

    labelled: int = 0
    propagated: int = 0
    excluded: int = 0
    failed: int = 0

    @property
    def rows(self) -> int:
        """The sum."""
        return self.labelled + self.propagated + self.excluded + self.failed


class Exclusion(_Noun):
    """How many answers were left out, and why."""

    reason: Reason
    count: int
    rows: tuple[int, ...] = ()
    """The first of them, so that somebody can look."""


class LabelSample(_Noun):
    """A label that was given to an answer, for a person to look at."""

    row: int
    """Of the file's data, from 1."""
    text: str
    """The answer, masked."""
    theme: str
    """Key of the theme."""
    words: str = ""
    """What in the answer speaks of it; empty where nobody said."""
    upheld: bool | None = None
    """Whether a person agreed; None where nobody has looked or could say."""


class OpenQuestion(_Noun):
    """An open question: its themes, or its clusters where nobody could read it."""

    column: str
    columns: tuple[str, ...] = ()
    """The columns of the file that ask it, where there are several."""
    n: int
    """Answers that were read, after exclusions."""
    themes: tuple[Theme, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    unlabelled: int = 0
    """Answers of the measured sample that no theme fits."""
    stability: float | None = None
    """How far two code books made apart agree, 0 to 1; None where there was one."""
    agreement: float | None = None
    """How often a person who checked labels agreed; None where nobody has."""
    checkable: tuple[LabelSample, ...] = ()
    """Labels drawn at random from all that were given; not part of the report."""
    unchecked: dict[str, Interval] = {}
    """Intervals of the themes before a person checked labels, by key; empty where nobody has."""
    excluded: tuple[Exclusion, ...] = ()
    accounting: Accounting = Accounting()
    notes: tuple[str, ...] = ()


class Pii(_Noun):
    """How much personal data was masked before anything was shown or sent."""

    masked: int = 0
    kinds: dict[str, int] = {}
    note: str = ""
    """What such a scan cannot find."""
