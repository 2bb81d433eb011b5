"""User stories and their acceptance criteria."""

from typing import Literal

from pydantic import BaseModel, Field

StoryKind = Literal["functional", "responsible_ai", "data", "monitoring"]


class Criterion(BaseModel):
    """One acceptance criterion in Given/When/Then form."""

    id: str = ""
    given: list[str] = Field(description="what is true before, one fact each")
    when: str = Field(description="the one event")
    then: list[str] = Field(description="what can be observed afterwards, one fact each")


class Story(BaseModel):
    """A user story: who wants what, why, and how one would know that it is done."""

    id: str
    title: str
    as_a: str
    i_want: str
    so_that: str
    kind: StoryKind = "functional"
    criteria: list[Criterion]
    sources: list[str] = []
    """Passage ids that bear the story."""
    assumptions: list[str] = []

    def markdown(self) -> str:
        """Return the story as Markdown."""
        lines = [
            f"## {self.id} {self.title}",
            f"**As a** {_bare(self.as_a)}, **I want** {_bare(self.i_want)}, "
            f"**so that** {_bare(self.so_that)}.",
            "### Acceptance criteria",
            *(_criterion_markdown(criterion) for criterion in self.criteria),
        ]
        if self.sources:
            lines.append("Sources: " + ", ".join(f"[{source}]" for source in self.sources))
        if self.assumptions:
            lines.append("Assumed:\n" + "\n".join(f"- {text}" for text in self.assumptions))
        return "\n\n".join(lines)


def _bare(clause: str) -> str:
    return clause.strip().rstrip(".,;")


def _criterion_markdown(criterion: Criterion) -> str:
    steps = [("Given", criterion.given), ("When", [criterion.when]), ("Then", criterion.then)]
    lines = [
        f"- *{keyword if first else 'And'}* {text}"
        for keyword, texts in steps
        for first, text in ((index == 0, text) for index, text in enumerate(texts))
    ]
    return f"**{criterion.id}**\n" + "\n".join(lines)
