"""Have a model label survey answers; a label counts only with words that stand in the answer."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import BaseModel, Field, create_model

from copilot.analysis.surveys.spans import found_span
from copilot.analysis.untrusted import inert
from copilot.domain.artifact import Usage
from copilot.domain.prompt import Prompt
from copilot.domain.survey_labels import Label, LabelledAnswer, Tone
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import MalformedReply
from copilot.llm.answer_batch import Answer, numbered
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_LABELS = 6
"""Of one answer, where nobody says how many."""
LONGEST_WORDS = 120


class LabelledAnswers(BaseModel):
    """A batch that was read, and what it cost."""

    answers: list[LabelledAnswer]
    usage: Usage


class AnswerLabeller(NamedTuple):
    """Labels answers to one question from a closed list of themes."""

    model: "BaseChatModel"
    prompt: Prompt
    question: str
    themes: Sequence[CodebookTheme]
    most: int = MOST_LABELS

    async def label(self, answers: Sequence[Answer]) -> LabelledAnswers:
        """Return each answer with its labels, in order; what fails is asked for once more."""
        first, usage = await self._asked(answers)
        again = [answer for answer in answers if first[answer.row] is None]
        second: dict[int, LabelledAnswer | None] = {}
        for answer in again:
            one, more = await self._asked([answer])
            second |= one
            usage = usage.plus(more)
        found = [first[one.row] or second.get(one.row) for one in answers]
        read = [
            one or LabelledAnswer(row=answer.row, failed=True)
            for answer, one in zip(answers, found, strict=True)
        ]
        return LabelledAnswers(answers=read, usage=usage)

    async def _asked(
        self, answers: Sequence[Answer]
    ) -> tuple[dict[int, LabelledAnswer | None], Usage]:
        """Return what was read of each row; None where it cannot be checked."""
        messages = self.prompt.fill(
            question=inert(self.question),
            codebook="\n".join(map(_entry, self.themes)),
            answers=numbered(answers),
        )
        schema = _schema(tuple(one.key for one in self.themes), len(answers), self.most)
        nothing: dict[int, LabelledAnswer | None] = dict.fromkeys(one.row for one in answers)
        try:
            found, usage = await ask_structured(self.model, messages, schema)
        except MalformedReply:
            return nothing, Usage(cost_usd=0.0)
        read: Mapping[int, Any] = {one.answer: one for one in reversed(found.answers)}
        return {
            answer.row: _checked(answer, read[number].labels) if number in read else None
            for number, answer in enumerate(answers, 1)
        }, usage


def _checked(answer: Answer, labels: Sequence[Any]) -> LabelledAnswer | None:
    """Return the labels whose words stand in the answer; None where labels had no such words."""
    kept: dict[str, Label] = {}
    for one in labels:
        words = found_span(one.words, answer.shown)
        if words:
            kept.setdefault(one.theme, Label(theme=one.theme, words=words, tone=one.tone))
    is_read = bool(kept) or not labels
    return LabelledAnswer(row=answer.row, labels=tuple(kept.values())) if is_read else None


def _entry(theme: CodebookTheme) -> str:
    parts = [f"{theme.key}: {theme.name}.", theme.definition]
    if theme.include:
        parts.append(f"Also: {theme.include}")
    if theme.exclude:
        parts.append(f"Not: {theme.exclude}")
    return inert(" ".join(part for part in parts if part))


def _schema(keys: tuple[str, ...], answers: int, most: int) -> Any:
    label = create_model(
        "TaggedWords",
        words=(str, Field(description="copied from the answer", max_length=LONGEST_WORDS)),
        theme=(Literal[keys], Field(description="key of the theme")),  # type: ignore[arg-type]
        tone=(Tone, Field(description="of these words")),
    )
    answer = create_model(
        "ReadAnswer",
        answer=(int, Field(description="its number")),
        labels=(list[label], Field(max_length=most)),
    )
    return create_model(
        "ReadAnswers",
        __base__=BaseModel,
        answers=(list[answer], Field(max_length=answers)),
    )
