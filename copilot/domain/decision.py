"""A decision as it is recorded: MADR's fields, and what a product manager owes beside them."""

import datetime
from collections.abc import Iterable
from typing import Literal

from pydantic import AliasGenerator, BaseModel, ConfigDict, Field, field_validator

from copilot.domain.review_parts import Triangle

Status = Literal["proposed", "accepted", "rejected", "deprecated"]
"""How a record stands by its own words; that it is superseded is said by the one that does so."""
Door = Literal["one-way", "two-way"]
"""Bezos's doors: one-way decisions are hard to take back, two-way ones are not."""
Held = Literal["yes", "partly", "no"]
"""Whether a decision turned out as it was meant to."""
Approval = Literal["interactive", "flag"]
"""How a person agreed to what was recorded: at a question, or with `--yes`."""


class Origin(BaseModel):
    """Where an imported record comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    sha256: str
    """Hash of the file's bytes, so that nothing is imported twice."""


class AiPart(BaseModel):
    """What a model had to do with a record."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str
    prompt: str = ""
    """`name@version` of the prompt."""
    role: str = "drafted"


class Header(BaseModel):
    """Front matter of a record, in the spelling of MADR 4 where it has the field.

    Fields that are not known here are kept as they are.
    """

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        populate_by_name=True,
        alias_generator=AliasGenerator(alias=lambda name: name.replace("_", "-")),
    )

    id: str | None = None
    """Given when it is recorded, e.g. `d-20261125-7f3a9c1e`."""
    status: Status = "accepted"
    date: datetime.date
    decision_makers: tuple[str, ...] = ()
    """Who decided: the approvers of DACI."""
    driver: str | None = None
    """Who drove it to a decision (DACI)."""
    consulted: tuple[str, ...] = ()
    """Whose advice was asked: the contributors of DACI."""
    informed: tuple[str, ...] = ()
    reversibility: Door | None = None
    confidence: int | None = Field(None, ge=0, le=100)
    """Percent: how likely it is to hold."""
    metric: str | None = None
    """By what it is told whether it held."""
    review_by: datetime.date | None = None
    evidence: tuple[str, ...] = ()
    """Ids of passages, reviews, surveys or decisions it rests on."""
    supersedes: tuple[str, ...] = ()
    triangle: Triangle | None = None
    ai: AiPart | None = None
    imported: Origin | None = None
    personal: dict[str, str] = {}
    """Salted hash of each stretch of personal text, which is kept elsewhere."""

    @field_validator(
        "decision_makers", "consulted", "informed", "evidence", "supersedes", mode="before"
    )
    @classmethod
    def _as_list(cls, value: object) -> object:
        """Take a text as a list, since people write `decision-makers: Ada, Ben`."""
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return () if value is None else value


class Option(BaseModel):
    """A way that was considered, with what speaks for and against it."""

    model_config = ConfigDict(frozen=True)

    name: str
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


class Decision(BaseModel):
    """A record: its header, what code reads in its text, and the text itself."""

    model_config = ConfigDict(frozen=True)

    header: Header
    said_status: str = Field("", exclude=True)
    """The status in the record's own words, as it was read."""
    title: str
    context: str = ""
    drivers: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    chosen: str = ""
    """The option that was chosen, or the sentence that says what is decided."""
    because: str = ""
    consequences: tuple[str, ...] = ()
    confirmation: str = ""
    would_change: str = ""
    """What would make us decide otherwise."""
    dissent: str = ""
    text: str = ""
    """The Markdown below the front matter, as it was written."""

    @property
    def id(self) -> str:
        """The id under which it is recorded; empty before."""
        return self.header.id or ""

    @property
    def statement(self) -> str:
        """What was decided and why, in a sentence (after Zimmermann's Y-statement)."""
        who = listed(self.header.decision_makers)
        opening = f"On {self.header.date.isoformat()} {f'{who} ' if who else 'it was '}"
        verb = _VERBS[self.header.status]
        because = f", because {self.because.rstrip('.')}" if self.because else ""
        return f"{opening}{verb}: {self.chosen.rstrip('.')}{because}."


class Outcome(BaseModel):
    """What became of a decision, written down when it was looked at again."""

    model_config = ConfigDict(frozen=True)

    id: str
    of: str
    """Id of the decision."""
    date: datetime.date
    held: Held
    note: str = ""


_VERBS = {
    "accepted": "decided",
    "proposed": "proposed",
    "rejected": "rejected",
    "deprecated": "dropped",
}


def listed(names: Iterable[str]) -> str:
    """Return `Ada, Ben and Cem`."""
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last
