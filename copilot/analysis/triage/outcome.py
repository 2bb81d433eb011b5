"""The decision: what the EU AI Act makes of a feature, from facts and rules alone.

Order of the law: a ban (Art. 5) cannot be cured; the product route (Art. 6(1)) knows no filter;
an Annex III use can be released by Art. 6(3), never where natural persons are profiled. The
transparency duties of Art. 50 stand beside any tier.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from copilot.analysis.triage.logic import Condition, Facts, explained, holds, undecided
from copilot.analysis.triage.rules import Effect, Rule
from copilot.analysis.triage.wording import cited, plain
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import LegalOutcome, Outcome, Reason

MOST_MISSING = 5
"""More questions than this nobody answers."""


class Decision:
    """The rules of the Act put to the facts of one feature.

    Args:
        facts: What is known.
        rules: The rules, in the order in which they are tried.
        today: The day of the review, for what is said of dates.
    """

    def __init__(self, facts: FeatureFacts, rules: Sequence[Rule], today: date) -> None:
        self._facts: Facts = {fact.name: fact for fact in facts.facts}
        self._rules = rules
        self._today = today

    def outcome(self) -> LegalOutcome:
        """Return the outcome with its reasons, dates and missing facts."""
        if bans := list(self._holding("prohibited")):
            return self._told("prohibited", bans)
        routes, areas = list(self._holding("high_risk")), list(self._holding("area"))
        released = next(self._holding("filter"), None)
        near = areas or list(self._near())
        if released and near and not routes:
            return self._told("exempt", near, released)
        if routes or areas:
            return self._told("high_risk", [*routes, *areas])
        if doubtful := [] if released else list(self._doubtful()):
            return self._told("unclear", doubtful)
        return self._told("not_high_risk", [])

    def _holding(self, effect: Effect) -> Iterator[Rule]:
        """Yield the rules of an effect that hold and that no limiter takes back."""
        return (
            rule
            for rule in self._rules
            if rule.effect == effect and holds(rule.when, self._facts) == "yes" and self._free(rule)
        )

    def _near(self) -> Iterator[Rule]:
        """Yield the uses of Annex III in whose neighbourhood the feature works."""
        return (
            rule
            for rule in self._rules
            if rule.effect == "area"
            and holds(rule.neighbourhood, self._facts) == "yes"
            and self._free(rule)
        )

    def _doubtful(self) -> Iterator[Rule]:
        """Yield the rules that may hold, as soon as a missing fact is known."""
        return (
            rule
            for rule in self._rules
            if holds(rule.doubt, self._facts) == "yes"
            and holds(rule.when, self._facts) == "unknown"
            and self._free(rule)
        )

    def _free(self, rule: Rule) -> bool:
        return holds(rule.unless, self._facts) != "yes"

    def _told(
        self, outcome: Outcome, rules: Sequence[Rule], released: Rule | None = None
    ) -> LegalOutcome:
        notices = list(self._holding("transparency"))
        shown = [*rules, *([released] if released else [])]
        return LegalOutcome(
            outcome=outcome,
            points=_once(rule.point for rule in rules),
            exemption=released.point if released else None,
            missing_facts=self._missing(rules) if outcome == "unclear" else (),
            transparency=_once(rule.point for rule in notices),
            applies_from=min((rule.applies_from for rule in rules), default=None),
            reasons=(*map(self._reason, shown + notices), *(() if rules else self._spared())),
        )

    def _missing(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        names = (name for rule in rules for name in undecided(rule.when, self._facts))
        return _once(names)[:MOST_MISSING]

    def _reason(self, rule: Rule) -> Reason:
        return Reason(rule=rule.id, text=self._why(rule), citation=rule.note)

    def _why(self, rule: Rule) -> str:
        """Return why a rule holds, may hold, or is only near."""
        if holds(rule.when, self._facts) == "yes":
            return self._in_full(rule, rule.when)
        if holds(rule.doubt, self._facts) == "yes" and self._facts_open(rule):
            names = ", ".join(map(plain, self._facts_open(rule)))
            told = self._in_full(rule, rule.doubt)
            return f"Not settled without: {names}. If so: {told[:1].lower()}{told[1:]}"
        return f"It comes near {rule.point} ({self._quoted(rule.neighbourhood)}), no more is shown."

    def _facts_open(self, rule: Rule) -> list[str]:
        return undecided(rule.when, self._facts)

    def _in_full(self, rule: Rule, shown_by: Condition) -> str:
        return f"{rule.text.format(evidence=self._quoted(shown_by))} {self._dated(rule)}"

    def _quoted(self, condition: Condition) -> str:
        return cited(explained(condition, self._facts))

    def _dated(self, rule: Rule) -> str:
        verb = "Applies since" if rule.applies_from <= self._today else "Applies from"
        day = f"{rule.applies_from.day} {rule.applies_from:%B %Y}"
        return f"{verb} {day} ({rule.clause})."

    def _spared(self) -> Iterator[Reason]:
        """Yield why uses the feature comes near to are taken back by their limiters."""
        for rule in self._rules:
            near = holds(rule.neighbourhood, self._facts) == "yes"
            if near and not self._free(rule) and rule.effect in ("prohibited", "area", "high_risk"):
                limits = explained(rule.unless, self._facts)
                names = ", ".join(plain(fact.name) for fact in limits)
                text = f"Not {rule.point}: {names} ({cited(limits)})."
                yield Reason(rule=rule.id, text=text, citation=rule.note)


def decide(facts: FeatureFacts, rules: Sequence[Rule], today: date) -> LegalOutcome:
    """Return what the EU AI Act makes of a feature; same facts and day, same result."""
    return Decision(facts, rules, today).outcome()


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
