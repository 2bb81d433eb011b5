"""Have a model read survey answers: find the themes twice, then label the measured sample."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import numpy as np
from pydantic import BaseModel

from copilot.analysis.surveys.coding import Coding, coding_of_replies
from copilot.analysis.surveys.planning import QuestionPlan
from copilot.analysis.surveys.themes.stability import Merged, merged
from copilot.domain.artifact import Usage
from copilot.domain.survey_labels import LabelledAnswer
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import MalformedReply
from copilot.llm.answer_batch import Answer, batches
from copilot.llm.answer_labeller import LabelledAnswers
from copilot.llm.theme_finder import FoundTheme, FoundThemes
from copilot.llm.ways_of_reading import Answered, Label, Portion, WayOfReading

if TYPE_CHECKING:
    from copilot.analysis.surveys.themes.features import Embed

T = TypeVar("T", bound=BaseModel)
PASSES = 2
"""Times that themes are looked for, apart, to see how stable they are."""


class Once(Protocol):
    """Does a step, unless an earlier run has done it."""

    async def __call__(self, name: str, kind: type[T], make: Callable[[], Awaitable[T]]) -> T:
        """Return the result of the step of this name."""


class Labelling(NamedTuple):
    """Labels of a sample, in its order, and what they cost."""

    answers: list[LabelledAnswer]
    usage: Usage


class Reading(NamedTuple):
    """A question that a model has read."""

    coding: Coding
    stability: float | None
    """How far two readings found the same themes; None where the code book was given."""
    usage: Usage


class SurveyReader(NamedTuple):
    """Reads the answers to questions, one at a time."""

    way: WayOfReading
    once: Once
    tell: Callable[[str, int, int], None]
    """Told what is under way, how much of it is done, and how much there is."""

    @property
    def prompt(self) -> str:
        """Reference of the prompt by which answers are labelled."""
        return self.way.prompts(self.way.label_prompt).reference

    async def read(
        self,
        plan: QuestionPlan,
        may_send: Callable[[str], bool],
        embed: "Embed",
        seed: int,
        themes: Sequence[CodebookTheme] = (),
    ) -> Reading:
        """Return the labels of the measured sample, by themes that are given or found.

        Args:
            plan: The question.
            may_send: Scans an answer once more; one that fails is not sent, and listed as failed.
            embed: Gives vectors of themes.
            seed: Of the order in which answers are read.
            themes: The code book; found where empty.

        Raises:
            MalformedReply: Of one reading, no portion gave a reply that can be read.
        """
        stability, usage = None, Usage(cost_usd=0.0)
        if not themes:
            discovery = _sendable(plan, plan.discovery.tolist(), may_send)
            asked = Answered(plan.wording, discovery, embed)
            book, usage = await self._code_book(asked, seed)
            themes, stability = book.themes, book.stability
        sample = _sendable(plan, plan.sample.rows.tolist(), may_send)
        label = self.way.labelling(Answered(plan.wording, sample, embed), themes)
        labelling = await self._label(plan.wording, sample if themes else [], label)
        read = {one.row: one for one in labelling.answers}
        answers = plan.answers
        rows = [answers.row(place) for place in plan.sample.rows]
        labelled = [read.get(row) or LabelledAnswer(row=row, failed=True) for row in rows]
        coding = coding_of_replies(answers, themes, labelled, plan.sample)
        if stability is not None:
            coding = coding.without_empty_themes()
        return Reading(coding, stability, usage.plus(labelling.usage))

    async def _code_book(self, asked: Answered, seed: int) -> tuple[Merged, Usage]:
        """Return the themes of two readings, each in its own order, merged, and what they cost.

        Raises:
            MalformedReply: Of one reading, no portion gave a reply that can be read.
        """
        rng, usage = np.random.default_rng(seed), Usage(cost_usd=0.0)
        passes = [self.way.portions(asked, rng) for _ in range(PASSES)]
        books: list[list[CodebookTheme]] = []
        for number in range(PASSES):
            found, more = await self._found(asked, passes, number)
            usage = usage.plus(more)
            books.append(list(merged(_most_common(found), [], asked.embed).themes))
        return merged(books[0], books[1], asked.embed), usage

    async def _found(
        self, asked: Answered, passes: Sequence[Sequence[Portion]], number: int
    ) -> tuple[list[FoundTheme], Usage]:
        """Return the themes of one pass, and what they cost."""
        find = self.way.finding(asked)
        found: list[FoundTheme] = []
        failures: list[MalformedReply] = []
        usage, total = Usage(cost_usd=0.0), sum(map(len, passes))
        done = sum(map(len, passes[:number]))
        for at, portion in enumerate(passes[number]):
            self.tell("Finding themes", done + at, total)
            name = f"{asked.question}/find/{number}/{at}"
            try:
                made = await self.once(name, FoundThemes, partial(find, portion))
            except MalformedReply as error:
                failures.append(error)
                continue
            found += made.themes
            usage = usage.plus(made.usage)
        if failures and len(failures) == len(passes[number]):
            raise failures[0]
        return found, usage

    async def _label(self, question: str, answers: Sequence[Answer], label: Label) -> Labelling:
        """Return every answer with its labels, in order; what failed says so."""
        read: list[LabelledAnswer] = []
        usage = Usage(cost_usd=0.0)
        for at, portion in enumerate(batches(answers, self.way.labelled_at_once)):
            self.tell("Labelling answers", len(read), len(answers))
            name = f"{question}/label/{at}"
            made = await self.once(name, LabelledAnswers, partial(label, portion))
            read += made.answers
            usage = usage.plus(made.usage)
        return Labelling(read, usage)


def _sendable(
    plan: QuestionPlan, places: Sequence[int], may_send: Callable[[str], bool]
) -> list[Answer]:
    answers = plan.answers
    found = [Answer(answers.row(place), answers.texts[place]) for place in places]
    return [one for one in found if may_send(one.text)]


def _most_common(found: Sequence[FoundTheme]) -> list[CodebookTheme]:
    """Return the themes, those of the most answers first, which are kept of near duplicates."""
    return [one.theme for one in sorted(found, key=lambda one: -len(one.rows))]
