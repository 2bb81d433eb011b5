"""Have a small model choose the themes of survey answers, part by part, from a closed list.

It writes keys and no words: what a theme rests on is the part of the answer it was shown.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import create_model

from copilot.analysis.surveys.spans import parts
from copilot.analysis.untrusted import inert
from copilot.domain.artifact import Usage
from copilot.domain.prompt import Prompt
from copilot.domain.survey_labels import Label, LabelledAnswer, Tone
from copilot.domain.survey_themes import CodebookTheme
from copilot.errors import MalformedReply
from copilot.llm.answer_batch import Answer
from copilot.llm.answer_labeller import LabelledAnswers, code_book
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NONE = "none"
"""Chosen where no theme of the list is meant."""


class ThemeChooser(NamedTuple):
    """Chooses among the themes of one question."""

    model: "BaseChatModel"
    prompt: Prompt
    question: str
    themes: Sequence[CodebookTheme]

    async def label(self, answers: Sequence[Answer]) -> LabelledAnswers:
        """Return each answer with its labels, in order; one that cannot be read has failed."""
        read, usage = [], Usage(cost_usd=0.0)
        for answer in answers:
            one, more = await self._read(answer)
            read.append(one)
            usage = usage.plus(more)
        return LabelledAnswers(answers=read, usage=usage)

    async def _read(self, answer: Answer) -> tuple[LabelledAnswer, Usage]:
        labels: dict[str, Label] = {}
        usage = Usage(cost_usd=0.0)
        for part in parts(answer.shown):
            try:
                chosen, more = await ask_structured(self.model, self._asked(part), self._schema())
            except MalformedReply:
                return LabelledAnswer(row=answer.row, failed=True), usage
            usage = usage.plus(more)
            for theme in (chosen.first, chosen.second):
                if theme != NONE:
                    labels.setdefault(theme, Label(theme=theme, words=part, tone=chosen.tone))
        return LabelledAnswer(row=answer.row, labels=tuple(labels.values())), usage

    def _asked(self, part: str) -> Any:
        return self.prompt.fill(
            question=inert(self.question),
            codebook=code_book(self.themes),
            answer=f"<answer>{inert(part)}</answer>",
        )

    def _schema(self) -> Any:
        key: Any = Literal[(*(theme.key for theme in self.themes), NONE)]
        return create_model("ChosenThemes", first=(key, ...), second=(key, ...), tone=(Tone, ...))
