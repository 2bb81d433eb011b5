"""Stories from the themes of a survey: a problem, and how one would see that it is gone.

No model takes part. A theme tells what people miss and not what to build, so each story names the
problem in the words of the code book, and its criteria measure the theme again.
"""

from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.drafting.title import short_title
from copilot.domain.figures import interval_percent, share_percent
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.story import Criterion, Story
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_themes import Theme

_WANTED = {"wish": "to have this", "complaint": "this to be solved"}
_ELSE = "this to be looked at"
PRAISE = "praise"
LEAST = 0.01
"""Share under which an interval's lower end is no aim."""


class _Concern(NamedTuple):
    number: int
    theme: Theme
    question: str

    @property
    def aim(self) -> str:
        """The share under which the theme has to fall."""
        low = self.theme.ci[0]
        return share_percent(low if low >= LEAST else self.theme.share, self.theme.labelled)

    @property
    def today(self) -> str:
        """The share as it is, with its interval."""
        theme = self.theme
        share = share_percent(theme.share, theme.labelled)
        return f"{share} ({interval_percent(theme.ci, theme.labelled)})"


def stories_of(summary: SurveySummary) -> list[Story]:
    """Return one story for each theme that is no praise, the largest of a question first."""
    return [_story(one) for one in _concerns(summary)]


def requirements_of(summary: SurveySummary) -> list[Requirement]:
    """Return what each of these stories has to come to, derived from the measured shares."""
    return [
        Requirement(
            id=f"FR-{one.number:03}",
            text=f"Less than {one.aim} speak of “{one.theme.name}”; today it is {one.today}.",
            basis="derived",
            sources=(f"S{one.number}",),
        )
        for one in _concerns(summary)
    ]


def statements_of(summary: SurveySummary) -> list[Statement]:
    """Return what the survey says of each theme, with its quotes."""
    return [
        Statement(
            id=f"S{one.number}",
            text=" ".join(
                (
                    one.theme.said,
                    *(f"“{quote.text}” (row {quote.row})" for quote in one.theme.quotes),
                )
            ),
            line=one.number,
            heading=one.question,
            kind="evidence",
        )
        for one in _concerns(summary)
    ]


def _concerns(summary: SurveySummary) -> Iterator[_Concern]:
    number = 0
    for question in summary.open:
        for theme in question.themes:
            if PRAISE not in theme.stance and theme.count:
                number += 1
                yield _Concern(number, theme, question.column)


def _story(one: _Concern) -> Story:
    theme = one.theme
    stance = next(iter(theme.stance), "")
    told = (theme.definition or theme.name).rstrip(".")
    name = f"AC-{one.number:03}"
    return Story(
        id=f"US-{one.number:03}",
        title=short_title(theme.name),
        as_a="respondent of the survey",
        i_want=f"{_WANTED.get(stance, _ELSE)}: {told[:1].lower()}{told[1:]}",
        so_that="",
        criteria=[
            Criterion(
                id=f"{name}.1",
                given=["the change is in use", "the same question is asked again"],
                when=f"the share of “{theme.name}” is measured with the same code book",
                then=[f"less than {one.aim} speak of it; today it is {one.today}"],
            ),
            Criterion(
                id=f"{name}.2",
                given=["the intervals of both surveys overlap, or the share has grown"],
                when="the result is reported",
                then=["both shares are listed with their intervals, and the story is open again"],
            ),
        ],
        sources=[f"FR-{one.number:03}"],
        assumptions=["The theme tells a problem; what is built is for the team to find."],
    )
