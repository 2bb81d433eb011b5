"""An open question after somebody has read it, or nobody: measured, or told why it is not."""

from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.surveys.carrying import carried_over
from copilot.analysis.surveys.coding import Coding
from copilot.analysis.surveys.ground import Ground
from copilot.analysis.surveys.measuring import MeasuredQuestion, measured, unread
from copilot.analysis.surveys.missing.weighted_themes import weighted_themes
from copilot.analysis.surveys.planning import QuestionPlan, clustered
from copilot.domain.survey_themes import CodebookTheme
from copilot.domain.survey_weighted import WeightedFigure

UNREAD = (
    "No model is set, so nobody has read these answers: {n:,} are listed as failed. "
    "Name a model, or give a code book with labels: --codebook, --labels."
)
NO_LABELS = "{n:,} answers of the sample could not be labelled, so nothing is measured."
NO_THEMES = "No theme was found in two answers or more; {n:,} answers are listed as failed."


class ReadQuestion(NamedTuple):
    """A question with whatever is known of its themes."""

    measured: MeasuredQuestion
    themes: Sequence[CodebookTheme] = ()
    sample: int = 0
    """Answers that were read."""
    weighted: tuple[WeightedFigure, ...] = ()
    """Its themes if respondents were like all users, where these are known."""


def read_question(
    question: QuestionPlan, coding: Coding | None, stability: float | None, ground: Ground
) -> ReadQuestion:
    """Return what is known of a question.

    Args:
        question: As planned.
        coding: Its measured sample, read; None where nobody could.
        stability: How far two code books made apart agree, where there were two.
        ground: What is known of the file.
    """
    if coding is None or not coding.themes or not coding.read:
        return ReadQuestion(_unread(question, coding))
    answers, around = question.answers, ground.surroundings
    carried = carried_over(answers, coding, question.features, around.seed)
    found = measured(answers, coding, carried, around)
    told = found.question.model_copy(update={"stability": stability})
    weighted: tuple[WeightedFigure, ...] = ()
    if ground.all_users and not carried.is_biased:
        weights = ground.all_users.weighting
        weighted = weighted_themes(told, answers, coding, carried, weights)
    return ReadQuestion(found._replace(question=told), coding.themes, len(coding.read), weighted)


def _unread(question: QuestionPlan, coding: Coding | None) -> MeasuredQuestion:
    found = clustered(question)
    why = UNREAD if coding is None else NO_LABELS if coding.themes else NO_THEMES
    count = len(coding.failed) if coding and coding.themes else found.n
    return unread(question.answers, found, why.format(n=count))
