"""Open questions of a survey: themes with their shares, clusters, groups, and labels to check."""

from typing import Literal

from copilot.domain.noun import Noun
from copilot.domain.survey_parts import Accounting, Exclusion, Interval

Method = Literal["ppi", "sample", "all"]
"""How a share was measured: prediction-powered, from the sample alone, or from every answer."""


class CodebookTheme(Noun):
    """What a theme is, so that two readers would label the same answers."""

    key: str
    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    stance: str = ""
    """Whether it is wanted, complained of, praised: whatever its answers share."""

    @property
    def about(self) -> str:
        """Its name and definition: what answers are compared with."""
        return f"{self.name}. {self.definition}"


class Quote(Noun):
    """A verbatim part of a masked answer."""

    row: int
    """Of the file's data, from 1."""
    text: str


class Theme(Noun):
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
    of_labelled: int = 0
    """Labelled answers that share and count are of, where these stand for no others; else 0."""
    said: str = ""
    """The share in words that its interval allows."""
    sentiment: dict[str, float] = {}
    """Of the labelled answers with it, the share whose words are negative, neutral, positive.

    Empty where fewer than ten of them have a tone.
    """
    sentiment_ci: dict[str, Interval] = {}
    toned: int = 0
    """Labelled answers with it whose tone is known; never those it was carried over to."""
    nps_impact: float | None = None
    """NPS of all less NPS of those who do not speak of it, in points."""
    nps_impact_ci: Interval | None = None
    quotes: tuple[Quote, ...] = ()


class Cluster(Noun):
    """Answers in like words; found by code, read by nobody, and therefore not a theme."""

    key: str
    phrases: tuple[str, ...]
    count: int
    quotes: tuple[Quote, ...] = ()


class SegmentShare(Noun):
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
    unchecked_ci: Interval | None = None
    """Its interval before a person checked labels; None where nobody has."""
    unchecked_p: float | None = None
    """Its p before that."""
    quotes: tuple[Quote, ...] = ()
    """Of people of the group who speak of it; none where they are few."""


class LabelSample(Noun):
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


class OpenQuestion(Noun):
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
    unchecked_impact: dict[str, Interval] = {}
    """Intervals of their NPS impact before that."""
    excluded: tuple[Exclusion, ...] = ()
    accounting: Accounting = Accounting()
    notes: tuple[str, ...] = ()
