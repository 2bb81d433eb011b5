"""Stories from the themes of a survey: a problem, and how one would see that it is gone.

No model takes part. A theme tells what people miss and not what to build, so each story names the
problem in the words of the code book, and its criterion measures the theme again.
"""

from collections.abc import Iterator
from math import ceil, sqrt
from typing import NamedTuple

from copilot.analysis.drafting.title import short_title
from copilot.domain.figures import interval_percent, share_percent
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.story import Criterion, Story
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_themes import Theme

_WANTED = {
    "wish": "to get what the theme “{name}” asks for",
    "complaint": "the problem “{name}” to be solved",
}
_ELSE = "somebody to look into “{name}”"
PRAISE = "praise"
LEAST = 0.01
"""Share under which an interval's lower end is no aim."""
_ALPHA_Z, _POWER_Z = 1.959964, 0.841621
"""Standard normal quantiles of 0.975 and of 0.8."""


class _Concern(NamedTuple):
    number: int
    theme: Theme
    question: str

    @property
    def limit(self) -> float:
        """The share under which the theme has to fall."""
        low = self.theme.ci[0]
        return low if low >= LEAST else self.theme.share

    @property
    def aim(self) -> str:
        """That share in percent."""
        return share_percent(self.limit, self.theme.labelled)

    @property
    def today(self) -> str:
        """The share as it is, with its interval."""
        theme = self.theme
        share = share_percent(theme.share, theme.labelled)
        told = f"{share} ({interval_percent(theme.ci, theme.labelled)})"
        return f"{told} of the labelled answers" if theme.of_labelled else told


def stories_of(summary: SurveySummary) -> list[Story]:
    """Return one story for each theme that is no praise, the largest of a question first."""
    return [_story(one) for one in _concerns(summary)]


def requirements_of(summary: SurveySummary) -> list[Requirement]:
    """Return what each of these stories has to come to, derived from the measured shares."""
    return [
        Requirement(
            id=f"FR-{one.number:03}",
            text=(
                f"Surely less than {one.aim} speak of “{one.theme.name}”: all of the 95 % interval"
                f" lies below that. Today it is {one.today}."
            ),
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
                    "Intervals are at 95 %.",
                    f"{labels_for(one.limit):,} labelled answers show a fall to half of {one.aim}.",
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


def labels_for(limit: float) -> int:
    """Return how many labelled answers show that a share has fallen below a limit.

    So many that the 95 % interval (Wilson) lies below it in four of five surveys, if the share
    has fallen to half of the limit: the sample size of a test of one share (Fleiss, Levin and
    Paik, Statistical Methods for Rates and Proportions, 2003, chapter 2.4), in full tens.

    Args:
        limit: Above 0, at most 1.
    """
    fallen = limit / 2
    spread = _ALPHA_Z * sqrt(limit * (1 - limit)) + _POWER_Z * sqrt(fallen * (1 - fallen))
    return 10 * ceil(pow(spread / fallen, 2) / 10)


def _story(one: _Concern) -> Story:
    theme = one.theme
    number = f"{labels_for(one.limit):,}"
    return Story(
        id=f"US-{one.number:03}",
        title=short_title(theme.name),
        as_a="person who answered the survey",
        i_want=_wanted(theme),
        so_that="",
        criteria=[_criterion(one, number)],
        sources=[f"FR-{one.number:03}"],
        assumptions=[
            "The theme tells a problem; what is built is for the team to find.",
            f"With {number} labelled answers, four of five surveys show it if the share falls to"
            f" half of {one.aim}; a smaller fall takes more of them.",
        ],
    )


def _criterion(one: _Concern, number: str) -> Criterion:
    return Criterion(
        id=f"AC-{one.number:03}.1",
        given=[
            "the change is in use",
            "the same question is asked again",
            f"{number} answers or more, drawn at random, are labelled with the same code book",
        ],
        when=f"the share of “{one.theme.name}” is measured",
        then=[f"all of its 95 % interval lies below {one.aim}; today it is {one.today}"],
    )


def _wanted(theme: Theme) -> str:
    wanted = _WANTED.get(next(iter(theme.stance), ""), _ELSE).format(name=theme.name)
    told = theme.definition.rstrip(".")
    if told.casefold() in ("", theme.name.casefold()):
        return wanted
    return f"{wanted}: {told[:1].lower()}{told[1:]}"
