"""A case of a suite: what is asked, what is expected, and why it is there."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from copilot.domain.feature import FactValue
from copilot.domain.review_parts import Outcome


class Expect(BaseModel):
    """What scorers compare an outcome with; each key is read by the scorer named beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answered: bool | None = Field(None, description="answers: whether there is an answer")
    cites: tuple[str, ...] = Field((), description="cites: one of these passages is cited")
    cites_none: tuple[str, ...] = Field((), description="cites: none of these is cited")
    says: tuple[tuple[str, ...], ...] = Field(
        (), description="says: of every group one phrase is shown"
    )
    omits: tuple[str, ...] = Field((), description="says: none of these phrases is shown")
    skill: str | None = Field(None, description="chooses: the skill, null for a plain reply")
    arguments: dict[str, tuple[str, ...]] = Field(
        {}, description="passes_arguments: words each argument must have"
    )
    calls: tuple[str, ...] | None = Field(
        None, description="calls_only: the skills that may be called"
    )
    canaries: tuple[str, ...] = Field((), description="leaks_nothing: secrets not to be told")
    hosts: tuple[str, ...] = Field((), description="shows_no_address: hosts not to be shown")
    relevant: tuple[str, ...] | None = Field(None, description="finds: passages that answer")
    verdict: Literal["yes", "no"] | None = Field(None, description="agrees: the label by hand")
    error: str | None = Field(None, description="finishes: the error the case should end in")
    outcome: tuple[Outcome, ...] = Field((), description="decides: it comes to one of these")
    points: tuple[str, ...] = Field((), description="decides: it names all of these clauses")
    facts: dict[str, FactValue] = Field({}, description="reads_facts: the value of each fact")
    harms: tuple[str, ...] = Field((), description="names_harms: kinds that stand first")
    harms_none: tuple[str, ...] = Field((), description="names_harms: kinds that do not")
    asks: tuple[str, ...] = Field((), description="asks_for: one of these facts is asked for")
    requires: tuple[tuple[str, ...], ...] = Field(
        (), description="reads_requirements: words that one requirement has, group by group"
    )
    flags: tuple[str, ...] = Field(
        (), description="flags_inventions: what must be marked as not in the source, or left out"
    )
    record: dict[str, tuple[str, ...]] = Field(
        {}, description="records: words each part of a record must have; none: it is empty"
    )


def scorer_of(key: str) -> str:
    """Return the scorer that reads an expectation."""
    return (Expect.model_fields[key].description or "").partition(":")[0]


class EvalCase(BaseModel):
    """One line of `cases.jsonl`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,40}$")
    request: dict[str, Any]
    documents: dict[str, str] = {}
    """File name to text; a case that brings documents is run on these alone."""
    expect: Expect = Expect()
    tags: tuple[str, ...] = ()
    must_pass: bool = False
    why: str = Field(min_length=10)

    @property
    def turns(self) -> list[Any]:
        """What a person says, one message a turn."""
        turns = self.request.get("turns")
        return turns if isinstance(turns, list) else []
