"""Have a small model name what a group of like survey answers shares, one group at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import Field, create_model

from copilot.analysis.ideation.problem import whole
from copilot.analysis.surveys.themes.specific import is_specific
from copilot.analysis.untrusted import inert, one_line
from copilot.domain.prompt import Prompt
from copilot.domain.survey_themes import CodebookTheme
from copilot.llm.answer_batch import Answer, numbered
from copilot.llm.structured import ask_structured
from copilot.llm.theme_finder import LEAST_ANSWERS, FoundTheme, FoundThemes, Stance

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from copilot.analysis.surveys.themes.features import Embed

GROUP = 6
"""Answers of a group: as many as a small model keeps apart."""
NAME, DEFINITION = 48, 100
"""Characters, at which a small model may break off."""


class ThemeNamer(NamedTuple):
    """Names the theme of a group of answers to one question."""

    model: "BaseChatModel"
    prompt: Prompt
    question: str
    own_meaning: "Embed"
    """Embeds what is said apart from what all answers say."""

    async def find(self, answers: Sequence[Answer]) -> FoundThemes:
        """Return the theme of one group; none that only one answer has, that none is like, or that
        says nothing.

        Raises:
            MalformedReply: The reply does not fit, however often it is asked.
        """
        messages = self.prompt.fill(question=inert(self.question), answers=numbered(answers))
        found, usage = await ask_structured(self.model, messages, _schema(len(answers)))
        theme = _theme(found)
        having = [answers[number - 1] for number in sorted({*found.answers})]
        is_theme = (
            len(having) >= LEAST_ANSWERS
            and is_specific(theme.name, self.question)
            and self._is_said(theme, having)
        )
        rows = frozenset(one.row for one in having)
        themes = [FoundTheme(theme=theme, rows=rows)] if is_theme else []
        return FoundThemes(themes=themes, usage=usage)

    def _is_said(self, theme: CodebookTheme, answers: Sequence[Answer]) -> bool:
        """Return whether any answer means it; small models also name what nobody has said."""
        own = self.own_meaning
        alike = own([one.shown for one in answers]) @ own([theme.about])[0]
        return bool(alike.max() > 0)


def _schema(count: int) -> Any:
    number: Any = Literal[tuple(range(1, count + 1))]
    return create_model(
        "SharedMatter",
        answers=(list[number], Field(max_length=count)),
        name=(str, Field(min_length=3, max_length=NAME)),
        definition=(str, Field(max_length=DEFINITION)),
        stance=(Stance, ...),
    )


def _theme(found: Any) -> CodebookTheme:
    return CodebookTheme(
        key="t1",
        name=_unbroken(found.name, NAME),
        definition=_unbroken(found.definition, DEFINITION),
        stance=found.stance,
    )


def _unbroken(text: str, longest: int) -> str:
    """Return the text on one line, up to its last whole word where it was broken off."""
    flat = one_line(text)
    return whole(flat, longest) if len(text) == longest else flat
