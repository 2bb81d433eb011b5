"""Everything a review is computed from; all of it is data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from copilot.analysis.harms.patterns import HarmBook, Incident
from copilot.analysis.triage.catalogue import Catalogue, FactSpec, LikenessBook
from copilot.analysis.triage.rules import Duty, Rule
from copilot.domain.document import Passage


@dataclass(frozen=True)
class ReviewBooks:
    """Facts, rules, harms, incidents, and what can be cited of them."""

    catalogue: Catalogue
    """Facts that the rules look at."""
    rules: tuple[Rule, ...]
    duties: tuple[Duty, ...]
    likeness: LikenessBook
    harms: HarmBook
    signals: Catalogue
    """Facts that only the harm book looks at."""
    incidents: tuple[Incident, ...]
    passages: Mapping[str, Passage]
    """What can be cited, by id."""
    version: str = ""
    """Changes with any of the data."""

    @cached_property
    def specs(self) -> dict[str, FactSpec]:
        """Every fact that can be read, by name."""
        return {spec.name: spec for spec in (*self.catalogue.facts, *self.signals.facts)}

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all facts that a person may state."""
        return frozenset({*self.specs, *self.harms.facts})

    def question(self, name: str) -> str:
        """Return the question about a fact, answered by yes or no."""
        if name in self.specs:
            return self.specs[name].question
        asked = self.harms.questions.unknown.get(name)
        return asked or f"Is it so that {self.harms.facts[name]}?"
