"""A feature under review: what is known of it, and the words that show it."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

FactValue = Literal["yes", "no", "unknown"]
Reader = Literal["signals", "model", "person"]


class Fact(BaseModel):
    """One thing about a feature, in three values."""

    model_config = ConfigDict(frozen=True)

    name: str
    value: FactValue = "unknown"
    evidence: str | None = None
    """Verbatim words of the description; None where nothing shows it or a person said so."""
    reader: Reader = "signals"


class FeatureFacts(BaseModel):
    """All facts of a feature; a fact that is not there is unknown."""

    model_config = ConfigDict(frozen=True)

    facts: tuple[Fact, ...] = ()

    def value(self, name: str) -> FactValue:
        """Return the value of a fact."""
        return next((fact.value for fact in self.facts if fact.name == name), "unknown")

    def fact(self, name: str) -> Fact:
        """Return a fact, unknown where nothing is said."""
        return next((fact for fact in self.facts if fact.name == name), Fact(name=name))

    def having(self, value: FactValue) -> list[Fact]:
        """Return the facts of this value."""
        return [fact for fact in self.facts if fact.value == value]

    def corrected(self, facts: Iterable[Fact]) -> "FeatureFacts":
        """Return the facts with others in the place of those of the same name."""
        merged = {fact.name: fact for fact in self.facts} | {fact.name: fact for fact in facts}
        return FeatureFacts(facts=tuple(merged.values()))
