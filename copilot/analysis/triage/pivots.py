"""Facts that would alone change the outcome, if they were so."""

from collections.abc import Iterable, Sequence
from datetime import date

from copilot.analysis.triage.outcome import decide
from copilot.analysis.triage.rules import Rule
from copilot.domain.feature import Fact, FeatureFacts
from copilot.domain.review import Outcome


def pivots(
    facts: FeatureFacts, names: Iterable[str], rules: Sequence[Rule], today: date
) -> dict[str, Outcome]:
    """Return the unknown facts that alone change the outcome, and what it would become.

    Args:
        facts: What is known.
        names: Facts to try.
        rules: The rules, in the order in which they are tried.
        today: The day of the review.
    """
    now = decide(facts, rules, today).outcome
    unknown = (name for name in names if facts.value(name) == "unknown")
    turned = {name: _outcome_if(name, facts, rules, today) for name in unknown}
    return {name: outcome for name, outcome in turned.items() if outcome != now}


def _outcome_if(name: str, facts: FeatureFacts, rules: Sequence[Rule], today: date) -> Outcome:
    supposed = facts.corrected([Fact(name=name, value="yes")])
    return decide(supposed, rules, today).outcome
