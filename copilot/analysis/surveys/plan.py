"""A survey, ready to be read: everything that is known before anybody reads an answer."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.privacy.own_names import is_person_column, names_from
from copilot.analysis.privacy.report import report
from copilot.analysis.surveys.answers import read_answers
from copilot.analysis.surveys.ground import Ground
from copilot.analysis.surveys.missing.population import Population
from copilot.analysis.surveys.open_questions import AskedOpenly
from copilot.analysis.surveys.planning import SMALL, QuestionPlan, Wanted, planned
from copilot.analysis.surveys.table import Table
from copilot.analysis.surveys.themes.features import Embed, Remembered
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme

EXACT = 20_000
"""Answers up to which the slow, exact embedder is worth its time."""


class Given(NamedTuple):
    """What was read from files."""

    name: str
    """Of the export, without its folder."""
    table: Table
    columns: tuple[Column, ...]
    questions: Sequence[AskedOpenly]
    """The open questions that are read."""
    themes: Sequence[CodebookTheme] = ()
    labels: Mapping[str, Mapping[int, frozenset[str]]] = MappingProxyType({})
    population: Population | None = None
    remarks: tuple[str, ...] = ()
    path: str = ""
    """Where the export was read, in full; empty where answers were pasted."""

    @property
    def names(self) -> frozenset[str]:
        """Names of people that the file's own columns give away."""
        kinds = ("id", "ignore")
        of_people = (
            one.name for one in self.columns if one.type in kinds or is_person_column(one.name)
        )
        return names_from({name: self.table.frame[name].to_list() for name in of_people})


class Wishes(NamedTuple):
    """What a person has said of how a survey is read."""

    by: str | None = None
    """The segment that samples are drawn by."""
    sample: int | None = None
    seed: int = 1
    keep: bool = True
    request: Mapping[str, Any] = MappingProxyType({})
    """What was asked, so that it can be asked again; nothing where answers were pasted."""


class Means(NamedTuple):
    """Who reads answers, and what compares them."""

    has_reader: bool
    """Whether a model is there to read answers."""
    is_small: bool
    """Whether that model is small, and reads fewer."""
    exact: Embed
    quick: Embed


class SurveyPlan(NamedTuple):
    """What will be read of a survey."""

    name: str
    """Of the file."""
    table: Table
    ground: Ground
    questions: Sequence[QuestionPlan]
    themes: Sequence[CodebookTheme]
    """The code book, where one was given."""
    labels: Mapping[str, Mapping[int, frozenset[str]]]
    """A person's labels, by question and row."""
    masker: Masker
    remarks: tuple[str, ...] = ()
    """What a person should know of how the files were read."""
    sample: int | None = None
    """Answers of a question that are labelled, where a person has said how many."""
    seed: int = 1
    keep: bool = True
    asked: Mapping[str, Any] = MappingProxyType({})
    """Fields of the request, the export's path in full, so that it can be made again; none where
    answers were pasted."""

    def question(self, asked: AskedOpenly, by: str | None, means: Means) -> QuestionPlan:
        """Return what will be read of a question.

        Args:
            asked: The question.
            by: The segment that the sample is drawn by, if any.
            means: Who reads, and what compares answers.
        """
        answers = read_answers(self.ground.setting, asked, self.masker)
        wanted = Wanted(sample=self.sample)
        if means.is_small:
            wanted = Wanted(SMALL.discovery, self.sample or SMALL.sample)
        if self.themes:
            wanted = wanted._replace(discovery=0)
        strata = self.ground.surroundings.segments[by] if by else None
        is_read = asked.name in self.labels or means.has_reader
        is_exact = is_read and answers.n <= EXACT
        embed = Remembered(means.exact) if is_exact else means.quick
        found = planned(answers, embed, wanted, strata, self.seed)
        return replace(found, wording=self.masker.mask(asked.name).text)

    def wordings(self) -> list[str]:
        """Return the questions that a model would be shown, masked."""
        return [one.wording for one in self._unread()]

    def payload(self) -> list[str]:
        """Return the answers that a model would be shown, masked.

        It gets no more: of long ones the beginning, and none in which a second scan finds anything.
        """
        asked = self._unread()
        return [question.answers.texts[place] for question in asked for place in question.shown()]

    def _unread(self) -> list[QuestionPlan]:
        """Return the questions that no person has labelled."""
        return [one for one in self.questions if one.answers.question.name not in self.labels]

    def about(self) -> list[str]:
        """Return whatever changes what a model reads, so that two runs can be told apart."""
        themes = [theme.model_dump_json() for theme in self.themes]
        return [self.table.sha256, str(self.seed), *self.payload(), *themes]

    def known(self) -> SurveySummary:
        """Return the summary as far as it is known now."""
        masked = sum(
            (Counter(one.answers.masked) for one in self.questions), Counter(self.ground.masked)
        )
        return SurveySummary(
            file=self.name,
            sha256=self.table.sha256,
            rows=self.table.rows,
            respondents=self.ground.respondents,
            columns=list(self.ground.columns),
            pii=report(masked),
            seed=self.seed,
        )


def survey_plan(
    given: Given,
    ground: Ground,
    masker: Masker,
    means: Means,
    wishes: Wishes,
    tell: Callable[[int, int], None] = lambda *_: None,
) -> SurveyPlan:
    """Return what will be read of a survey.

    Args:
        given: What was read from files.
        ground: What is known of the export.
        masker: Replaces personal data; was told which placeholders answers have of themselves.
        means: Who reads, and what compares answers.
        wishes: What a person has said of it.
        tell: Told how many open questions are done, and how many there are.
    """
    plan = SurveyPlan(
        given.name,
        given.table,
        ground,
        [],
        given.themes,
        given.labels,
        masker,
        (*given.remarks, *ground.marks),
        wishes.sample,
        wishes.seed,
        wishes.keep,
        wishes.request,
    )
    questions: list[QuestionPlan] = []
    for one in given.questions:
        tell(len(questions), len(given.questions))
        questions.append(plan.question(one, wishes.by, means))
    return plan._replace(questions=questions)
