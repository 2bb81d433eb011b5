"""Have a model name the themes of survey answers; what rests on a single answer is left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, Field, create_model

from copilot.analysis.untrusted import inert, one_line
from copilot.domain.artifact import Usage
from copilot.domain.prompt import Prompt
from copilot.domain.survey_themes import CodebookTheme
from copilot.llm.answer_batch import Answer, numbered
from copilot.llm.structured import ask_structured

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST = 8
"""Themes of one batch, where nobody says how many."""
Stance = Literal["wish", "complaint", "praise", "mention"]
LEAST_ANSWERS = 2
"""Answers of its batch that a theme has to rest on."""

Line = Annotated[str, Field(max_length=160)]
"""One short sentence; the bound keeps a small model from running on."""


class NamedTheme(BaseModel):
    """A theme, as the model writes it."""

    name: str = Field(description="two to six words", min_length=3, max_length=60)
    definition: Line = Field(description="when an answer has it")
    include: Line = Field(description="a case at its edge that belongs to it")
    exclude: Line = Field(description="a case close by that does not")
    stance: Stance
    answers: list[int] = Field(description="numbers of the answers that have it", max_length=40)


class FoundTheme(BaseModel):
    """A theme of one batch, and the rows it was found in."""

    theme: CodebookTheme
    rows: frozenset[int]


class FoundThemes(BaseModel):
    """The themes of one batch, and what they cost."""

    themes: list[FoundTheme]
    usage: Usage


class ThemeFinder(NamedTuple):
    """Finds themes in answers to one question."""

    model: "BaseChatModel"
    prompt: Prompt
    question: str
    most: int = MOST

    async def find(self, answers: Sequence[Answer]) -> FoundThemes:
        """Return the themes of one batch, with keys `t1`, `t2` … of this batch alone.

        Raises:
            MalformedReply: The reply does not fit, however often it is asked.
        """
        messages = self.prompt.fill(
            question=inert(self.question), answers=numbered(answers), most=str(self.most)
        )
        found, usage = await ask_structured(self.model, messages, self._schema())
        themes = [_found(one, at, answers) for at, one in enumerate(found.themes, 1)]
        kept = [one for one in themes if len(one.rows) >= LEAST_ANSWERS]
        return FoundThemes(themes=kept, usage=usage)

    def _schema(self) -> Any:
        most = Field(max_length=self.most)
        return create_model("NamedThemes", themes=(list[NamedTheme], most))


def _found(named: NamedTheme, number: int, answers: Sequence[Answer]) -> FoundTheme:
    fields = {name: one_line(text) for name, text in named.model_dump(exclude={"answers"}).items()}
    rows = {answers[at - 1].row for at in named.answers if 1 <= at <= len(answers)}
    return FoundTheme(theme=CodebookTheme(key=f"t{number}", **fields), rows=frozenset(rows))
