"""Nouns of the harm book: kinds of harm, groups of people, patterns, mitigations.

The book itself is data (`knowledge/ethics/harms/`), read by `copilot.stores.harm_book`. Severity
and likelihood run from 1 to 4, before and after mitigation, as in the privacy impact assessment
of the CNIL (PIA, 2018 edition).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from copilot.analysis.harms.when import Condition

Level = Annotated[int, Field(ge=1, le=4)]
Change = Annotated[int, Field(ge=-3, le=3)]
CornerName = Literal["ethics", "human_impact"]
SUBJECTS = "subjects"
"""Stands for every group that the facts show."""


class Row(BaseModel):
    """A row of the book; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HarmType(Row):
    """A kind of harm."""

    key: str
    meaning: str
    corner: CornerName
    tags: tuple[str, ...]
    """Words that notes on incidents use for it."""
    sources: tuple[str, ...] = Field(min_length=1)


class Phrases(Row):
    """What sentences about a group of people are made of."""

    key: str
    people: str
    worst_off: str
    decider: str
    stake: str
    """End of a sentence about them: `lose a job they could have done`."""
    severity: Level
    """Severity of the stake."""
    domains: tuple[str, ...] = ()


class Group(Phrases):
    """People whom a feature may touch."""

    when: Condition
    gives_way_to: tuple[str, ...] = ()
    """Groups beside which it is not named: the same people, named better."""


class Lowering(Row):
    """How far a mitigation lowers the two numbers."""

    severity: Change = 0
    likelihood: Change = 0


class MitigationRow(Row):
    """What lessens harms, with a test that could fail."""

    text: str
    lowers: Lowering
    test: str


class Shift(Row):
    """What raises (or lowers) the two numbers of a pattern."""

    when: Condition
    severity: Change = 0
    likelihood: Change = 0


class HarmPattern(Row):
    """What may happen to whom, when."""

    key: str
    type: str
    when: Condition
    unless: Condition | None = None
    groups: tuple[str, ...] | Literal["subjects"] = Field((), alias="for")
    who: str
    direct: bool = True
    harm: str
    """The sentence about them, without its subject."""
    severity: Level | Literal["stake", "below_stake"]
    likelihood: Level
    shifts: tuple[Shift, ...] = ()
    mitigations: tuple[str, ...] = Field(min_length=1)
    citations: tuple[str, ...] = Field(min_length=1)
    domains: tuple[str, ...] = ()


class Derived(Row):
    """A fact that follows from others."""

    when: Condition
    unless: Condition | None = None


class Applies(Row):
    """When a duty counts; every line that is there must be met."""

    outcomes: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    transparency: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    facts: Condition | None = None
    unless: Condition | None = None


class Duty(Row):
    """A legal duty as a condition that somebody can check."""

    key: str
    applies: Applies
    text: str
    test: str
    citation: str


class Question(Row):
    """A question that stays open."""

    key: str = ""
    when: Condition | None = None
    text: str
    citation: str = ""


class Questions(Row):
    """The bank of questions, and what no review of a description can assess."""

    named: tuple[Question, ...]
    when: tuple[Question, ...]
    unknown: dict[str, str]
    not_assessed: tuple[Question, ...]


class HarmBook(Row):
    """All of it."""

    facts: dict[str, str]
    derived: dict[str, Derived]
    types: tuple[HarmType, ...]
    aliases: dict[str, str]
    groups: tuple[Group, ...]
    unnamed: Phrases
    """Stand in where the facts do not say whom it is about."""
    mitigations: dict[str, MitigationRow]
    patterns: tuple[HarmPattern, ...]
    duties: tuple[Duty, ...]
    questions: Questions

    def type(self, key: str) -> HarmType:
        """Return a kind of harm."""
        return next(kind for kind in self.types if kind.key == key)


class Incident(Row):
    """A public incident that a shipped note tells of."""

    id: str
    """Id of the passage that says what happened."""
    title: str
    tags: frozenset[str]
    """Kinds of harm and domains, in the book's words."""
    text: str = ""
    """What happened, as it is indexed."""
