"""`suite.yaml`: what a suite runs, how it scores, and what makes it fail."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator


class UsedScorer(BaseModel):
    """A scorer as a suite uses it."""

    model_config = ConfigDict(frozen=True)

    name: str
    parameters: dict[str, Any] = {}
    advisory: bool = False
    """Shown, but part of no verdict."""


class Gate(BaseModel):
    """What makes a suite fail."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    margin: float = Field(0.01, ge=0, le=1)
    """How much worse than the baseline the lower bound of the difference may be."""
    must_pass: tuple[str, ...] = ()
    """Tags of cases that must pass, whatever the baseline."""


class SuiteFile(BaseModel):
    """`suite.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    about: str
    subject: Literal["skill", "agent", "search", "review", "judge"]
    """What is run: the skill of the folder's name, a conversation, a search, an ethics review that
    asks no model, the judge."""
    skill: str | None = None
    """Which skill, where it is not the one of the folder's name."""
    stops_at_choice: bool = False
    """Of agents: the last turn ends when a skill was chosen."""
    judge: bool = False
    """Whether a judge reads every reply."""
    day: date
    """The day it is in every case."""
    repeats: int = Field(1, ge=1, le=20)
    """How often each case is recorded; more than once tells how steady a model is."""
    scorers: tuple[UsedScorer, ...] = Field(min_length=1)
    gate: Gate = Gate()

    @field_validator("scorers", mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        return [_used(entry) for entry in given] if isinstance(given, list) else given


def _used(entry: Any) -> Any:
    """Return `name` or `{name: parameters}` as a scorer in use."""
    if isinstance(entry, str):
        return {"name": entry}
    if not (isinstance(entry, Mapping) and len(entry) == 1):
        return entry
    [(name, given)] = entry.items()
    if not (given is None or isinstance(given, Mapping)):
        return entry
    parameters = dict(given or {})
    advisory = parameters.pop("advisory", False)
    return {"name": name, "parameters": parameters, "advisory": advisory}
