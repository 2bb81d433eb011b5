"""Parts of a survey summary: columns, who is missing, where every row has gone."""

from typing import Literal

from pydantic import Field

from copilot.domain.noun import Noun

ColumnType = Literal[
    "id", "date", "segment", "nps", "likert", "single", "multi", "number", "open", "ignore"
]
Reason = Literal["non_answer", "duplicate", "partial", "bogus"]
"""Why an answer is left out."""
RowSource = Literal["model", "propagated", "excluded", "failed"]
Interval = tuple[float, float]
"""Lower and upper end, at 95 %."""


class Column(Noun):
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


class MissingVoice(Noun):
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


class Accounting(Noun):
    """Where every row has gone; sums to the rows."""

    labelled: int = 0
    propagated: int = 0
    excluded: int = 0
    failed: int = 0

    @property
    def rows(self) -> int:
        """The sum."""
        return self.labelled + self.propagated + self.excluded + self.failed


class Exclusion(Noun):
    """How many answers were left out, and why."""

    reason: Reason
    count: int
    rows: tuple[int, ...] = ()
    """The first of them, so that somebody can look."""


class Pii(Noun):
    """How much personal data was masked before anything was shown or sent."""

    masked: int = 0
    kinds: dict[str, int] = {}
    note: str = ""
    """What such a scan cannot find."""
