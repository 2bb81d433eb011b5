"""Rules over facts: when a clause applies, what takes it back, and what follows."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from copilot.analysis.triage.logic import NEVER, Condition, named, parsed

Effect = Literal["prohibited", "area", "high_risk", "filter", "transparency"]
"""What a rule does: `area` makes high-risk and can be filtered, `high_risk` cannot."""

_Condition = Annotated[Condition, BeforeValidator(parsed)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Rule(_Strict):
    """One clause of the EU AI Act as a rule."""

    id: str
    clause: str
    """As a note writes it, e.g. `EU AI Act Art. 5(1)(f)`."""
    point: str
    """The clause in short, e.g. `5(1)(f)` or `III.4(a)`."""
    effect: Effect
    when: _Condition
    """What the law names."""
    area: _Condition | None = None
    """The wider neighbourhood, in which a filter is needed or a fact may be missing."""
    unless: _Condition = NEVER
    """The limiter that people forget; one that nothing shows does not hold."""
    doubt: _Condition = NEVER
    """Where this holds and `when` is unknown, the missing facts must be asked for."""
    applies_from: date
    note: str
    """Id of the passage that explains the clause."""
    text: str
    """Why, in plain words; `{evidence}` stands for the words that show it."""
    version: str = Field(min_length=1)

    @property
    def neighbourhood(self) -> Condition:
        """Where the rule is near: its area, else its condition."""
        return self.area or self.when

    def facts(self) -> frozenset[str]:
        """Return the facts the rule asks for."""
        return frozenset(
            name
            for part in (self.when, self.neighbourhood, self.unless, self.doubt)
            for name in named(part)
        )


class Duty(_Strict):
    """A rule of another regime or framework."""

    id: str
    regime: str
    clause: str
    """As a note writes it, e.g. `GDPR Art. 22`."""
    item: str
    """The clause without its regime, e.g. `Art. 22` or `MEASURE 2.11`."""
    when: _Condition
    unless: _Condition = NEVER
    why: str
    """Why, in plain words; `{evidence}` stands for the words that show it."""
    note: str
    version: str = Field(min_length=1)

    def facts(self) -> frozenset[str]:
        """Return the facts the duty asks for."""
        return frozenset(name for part in (self.when, self.unless) for name in named(part))
