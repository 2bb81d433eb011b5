"""The ethics review, computed: a description and facts in, a review out, without any model."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from copilot.analysis.harms.conditions import requirements
from copilot.analysis.harms.derivation import with_derived
from copilot.analysis.harms.matching import domains_of, harms_of
from copilot.analysis.harms.precedents import precedents
from copilot.analysis.harms.questions import not_assessed, open_questions, unknown_that_matter
from copilot.analysis.harms.ranking import is_mild, ranked
from copilot.analysis.harms.recommendation import advice
from copilot.analysis.harms.triangle import triangle
from copilot.analysis.review.asking import close_calls, graver_if, lettered
from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.review.legibility import obstacle, scattered
from copilot.analysis.review.readers import Readers
from copilot.analysis.review.stated_facts import in_force
from copilot.analysis.triage.catalogue import FactSpec
from copilot.analysis.triage.merging import Merged, merged
from copilot.analysis.triage.outcome import decide
from copilot.analysis.triage.overlays import findings, overlays
from copilot.analysis.triage.signals import Embed
from copilot.domain.feature import Fact, FeatureFacts
from copilot.domain.review import (
    Disagreement,
    FactQuestion,
    Harm,
    LegalOutcome,
    Precedent,
    Review,
)

WORTH_READING = 0.3
"""Nearness from which a model is asked for a fact; of what is far it sees things."""


class Idea(NamedTuple):
    """What is known of a feature before the rules are asked."""

    description: str
    said: tuple[Fact, ...] = ()
    """By a person."""
    read: tuple[Fact, ...] = ()
    """By the model."""


class Reviewer:
    """Reads facts, puts the rules to them, and gathers what follows.

    Args:
        books: The rules, the harm book and the incidents.
        embed: Gives vectors of sentences; without it, facts are read by phrases alone.
    """

    def __init__(self, books: ReviewBooks, embed: Embed | None = None) -> None:
        self.books = books
        self.readers = Readers(books, embed)

    def review(self, idea: Idea, today: date) -> Review:
        """Return the review of an idea; the same idea on the same day gives the same review."""
        signals = self.readers.facts(idea.description)
        asked = self.outcome(signals.corrected(idea.said), today).missing_facts
        joined = merged(signals, idea.read, idea.said, asked)
        return self._composed(idea, joined, today)

    def revised(self, review: Review, facts: Iterable[Fact], today: date) -> Review:
        """Return the review computed anew with what a person states beside what was said before.

        A fact stated as unknown is taken back: what was read of it counts again.
        """
        said = in_force((*review.said, *facts))
        return self.review(Idea(review.description, said, review.read), today)

    def outcome(self, facts: FeatureFacts, today: date) -> LegalOutcome:
        """Return what the EU AI Act makes of the facts."""
        return decide(facts, self.books.rules, today)

    def worth_asking(self, idea: Idea, today: date, count: int) -> list[FactSpec]:
        """Return the unknown facts a second reader should look for.

        Those that keep the outcome open come first, then those that would alone make it graver,
        the nearest to the words of the description first.
        """
        facts = self.readers.facts(idea.description).corrected(idea.said)
        missing = self.outcome(facts, today).missing_facts
        nearness = self.readers.nearness(idea.description)
        near = {name: value for name, value in nearness.items() if value >= WORTH_READING}
        names = dict.fromkeys([*missing, *graver_if(facts, near, self.books.rules, today)])
        said = {fact.name for fact in idea.said}
        return [self.books.catalogue.spec(name) for name in names if name not in said][:count]

    def _composed(self, idea: Idea, joined: Merged, today: date) -> Review:
        books, facts = self.books, joined.facts
        regions = set(books.catalogue.regions.values())
        told = any(fact.name not in regions for fact in idea.said)
        hindrance = None if told else obstacle(idea.description)
        outcome = self._unread() if hindrance else self.outcome(facts, today)
        known = with_derived(facts, books.harms.derived, outcome)
        harms = ranked(harms_of(books.harms, known))
        duties = overlays(facts, books.duties)
        asked = requirements(books.harms, known, outcome, duties, harms)
        counsel = advice(outcome, harms, asked)
        differing = (*joined.disagreements, *self._contradictions(idea))
        near = self.readers.nearness(idea.description)
        deciding = outcome.missing_facts or close_calls(facts, near, books.rules, today)
        questions = self._questions(known, outcome, deciding, differing, harms, today)
        return Review(
            description=idea.description,
            facts=self._listed(facts),
            eu_ai_act=outcome,
            overlays=duties,
            frameworks=findings(facts, books.duties),
            harms=harms,
            precedents=self._precedents(idea.description, known, harms),
            triangle=triangle(books.harms, known, outcome, harms),
            questions=questions,
            open_questions=(
                *(question.written() for question in questions),
                *open_questions(books.harms, known, harms),
            ),
            not_assessed=(
                *filter(None, (hindrance, scattered(idea.description))),
                *not_assessed(books.harms, known),
            ),
            recommendation=counsel.recommendation,
            why=hindrance or counsel.why,
            requirements=asked,
            disagreements=differing,
            said=idea.said,
            read=idea.read,
            rules_version=books.version,
        )

    def _unread(self) -> LegalOutcome:
        return LegalOutcome(outcome="unclear", missing_facts=self.books.catalogue.basics)

    def _questions(
        self,
        known: FeatureFacts,
        outcome: LegalOutcome,
        deciding: Iterable[str],
        differing: Iterable[Disagreement],
        harms: Sequence[Harm],
        today: date,
    ) -> tuple[FactQuestion, ...]:
        """Return what to ask: facts that decide, then those in dispute, then those of harms."""
        names = [
            *deciding,
            *(row.fact for row in differing if row.readings[0].reader != "person"),
            *(() if is_mild(harms) else unknown_that_matter(self.books.harms, known)),
        ]

        def consequence(name: str) -> LegalOutcome | None:
            supposed = self.outcome(known.corrected([Fact(name=name, value="yes")]), today)
            graver = supposed.outcome in {"prohibited", "high_risk"}
            return supposed if graver and supposed.outcome != outcome.outcome else None

        return lettered(names, self.books, consequence)

    def _precedents(
        self, description: str, known: FeatureFacts, harms: tuple[Harm, ...]
    ) -> tuple[Precedent, ...]:
        books = self.books
        domains = domains_of(books.harms, known)
        near = None if is_mild(harms) else self.readers.near_incidents(description)
        return precedents(books.harms, harms, domains, books.incidents, near)

    def _listed(self, facts: FeatureFacts) -> tuple[Fact, ...]:
        """Return every fact that can be read or that a person has stated, known ones first."""
        names = dict.fromkeys([*self.books.specs, *(fact.name for fact in facts.facts)])
        named = map(facts.fact, names)
        return tuple(sorted(named, key=lambda fact: fact.value == "unknown"))

    def _contradictions(self, idea: Idea) -> list[Disagreement]:
        said = {fact.name for fact in idea.said}
        found = self.readers.contradictions(idea.description)
        return [row for row in found if row.fact not in said]
