"""What a case led to: everything scorers may look at, and nothing else."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from copilot.domain.document import Citation


class CalledSkill(BaseModel):
    """A skill that was called, with its arguments."""

    model_config = ConfigDict(frozen=True)

    name: str
    arguments: dict[str, Any]
    ran: bool = False
    """Whether it did its work; a call can be refused or broken off."""


class EndedIn(BaseModel):
    """The error a case ended in."""

    model_config = ConfigDict(frozen=True)

    kind: str
    """Its class, such as `MalformedReply`."""
    message: str


class Verdict(BaseModel):
    """What a judge thinks of a reply."""

    model_config = ConfigDict(frozen=True)

    good: bool
    why: str


class Outcome(BaseModel):
    """The result of running one case."""

    model_config = ConfigDict(frozen=True)

    shown: str = ""
    """What a person would see, Markdown, warnings included."""
    reply: str = ""
    """The reply alone, without sources and warnings; what a judge reads."""
    body: dict[str, Any] = {}
    """The artifact's typed content; empty where there is none."""
    citations: tuple[Citation, ...] = ()
    sources: dict[str, str] = {}
    """Text of every passage cited or given, by id."""
    calls: tuple[CalledSkill, ...] = ()
    """Skills the model called, in order, over all turns, also where nothing came of it."""
    chosen: CalledSkill | None = None
    """The skill called in the last turn."""
    ranking: tuple[str, ...] = ()
    """Ids of passages found, best first."""
    answered: bool | None = None
    """Whether there is an answer; None where the subject does not say."""
    verdict: Verdict | None = None
    error: EndedIn | None = None

    @property
    def cited_texts(self) -> list[str]:
        """Text of every passage that is cited."""
        ids = dict.fromkeys(citation.id for citation in self.citations)
        return [self.sources[key] for key in ids if key in self.sources]
