"""The artifact: what every skill returns, whatever face asked for it."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, SerializeAsAny

from copilot.domain.document import Citation

REVIEW = "review_ethics"
"""Kind of the artifact that is an ethics review."""
DRAFT = "draft_decision"
"""Kind of the artifact that is a drafted decision record."""
STORIES = "draft_story"
"""Kind of the artifact that is a set of stories."""
SPEC = "draft_spec"
"""Kind of the artifact that is a specification."""


class Usage(BaseModel):
    """Tokens and money one artifact cost.

    `estimated` is true when a server gave no counts and the project counted itself.
    """

    model_config = ConfigDict(frozen=True)

    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None
    estimated: bool = False

    def plus(self, other: "Usage") -> "Usage":
        """Return the sum of both; a cost is known only when both costs are."""
        costs = (self.cost_usd, other.cost_usd)
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cost_usd=None if None in costs else sum(cost or 0.0 for cost in costs),
            estimated=self.estimated or other.estimated,
        )


class Provenance(BaseModel):
    """How an artifact came about."""

    model_config = ConfigDict(frozen=True)

    mode: Literal["model", "computed"]
    model: str | None = None
    prompt: str | None = None
    """`name@version` of the prompt."""
    knowledge_version: str = ""
    """Hash of every passage that could have been found."""
    created: datetime
    usage: Usage = Usage()
    decision_log: str | None = None
    """Checkpoint of the decision log at that moment; None where nothing was decided yet."""


class Body(BaseModel):
    """The typed content of an artifact, which can be read as Markdown."""

    def markdown(self) -> str:
        """Return the content as Markdown, without the title."""
        raise NotImplementedError


class Artifact(BaseModel):
    """A titled document with its workings: citations, warnings and provenance."""

    model_config = ConfigDict(frozen=True)

    id: str | None = None
    """Under which the workspace keeps it; None where it is not kept."""
    kind: str
    title: str
    body: SerializeAsAny[Body]
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    """What was dropped, assumed or not assessed."""
    provenance: Provenance

    def markdown(self) -> str:
        """Return the whole artifact as Markdown: content, sources, warnings."""
        parts = [self.body.markdown()]
        if self.citations:
            parts.append("**Sources**\n\n" + "\n".join(map(_source_line, self.citations)))
        if self.warnings:
            parts.append("\n".join(f"> Note: {warning}" for warning in self.warnings))
        return "\n\n".join(parts)


def _source_line(citation: Citation) -> str:
    clause = f" ({citation.clause})" if citation.clause else ""
    day = f" (as of {citation.as_of})" if citation.as_of else ""
    return f"- [{citation.id}] {citation.title}{clause}. {citation.source}{day}".rstrip()
