"""The few questions whose answers change a review the most."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.triage.logic import Known
from copilot.analysis.triage.outcome import decide
from copilot.analysis.triage.pivots import pivots
from copilot.analysis.triage.rules import Rule
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import FactQuestion, LegalOutcome, Outcome
from copilot.domain.review_text import outcome_in_words

LETTERS = "abcde"
"""So many questions are asked; more nobody answers."""
CLOSE_CALL, CLOSE_CALLS = 0.36, 2
"""Nearness from which a fact that would make the outcome graver is asked for, and how many."""
GRAVITY: tuple[Outcome, ...] = ("not_high_risk", "exempt", "high_risk", "prohibited")


def lettered(
    names: Iterable[str],
    books: ReviewBooks,
    consequence: Callable[[str], LegalOutcome | None],
) -> tuple[FactQuestion, ...]:
    """Return questions about facts, a letter each.

    Args:
        names: Facts to ask about, the most telling first.
        books: Where the questions stand.
        consequence: The outcome if a fact is yes; None where it stays the same.
    """
    asked = list(dict.fromkeys(_source(name, books) for name in names))
    return tuple(
        FactQuestion(
            letter=letter,
            fact=name,
            text=books.question(name),
            because=_because(consequence(name)),
        )
        for letter, name in zip(LETTERS, asked, strict=False)
    )


def _source(name: str, books: ReviewBooks) -> str:
    """Return the fact from which another one simply follows: answering it settles both."""
    row = books.harms.derived.get(name)
    source = row.when.fact if row and isinstance(row.when, Known) else name
    return source if source in books.specs else name


def _because(outcome: LegalOutcome | None) -> str:
    return f"If so, it becomes {outcome_in_words(outcome)}." if outcome else ""


def graver_if(
    facts: FeatureFacts, nearness: Mapping[str, float], rules: Sequence[Rule], today: date
) -> list[str]:
    """Return the unknown facts that alone would make the outcome graver, the nearest first.

    Args:
        facts: What is known.
        nearness: How near the description is to saying each fact; others are not tried.
        rules: The rules.
        today: The day of the review.
    """
    now = decide(facts, rules, today).outcome
    graver = GRAVITY[GRAVITY.index(now) + 1 :] if now in GRAVITY else ()
    found = pivots(facts, sorted(nearness), rules, today)
    turning = [name for name, outcome in found.items() if outcome in graver]
    return sorted(turning, key=lambda name: (-nearness[name], name))


def close_calls(
    facts: FeatureFacts, nearness: Mapping[str, float], rules: Sequence[Rule], today: date
) -> list[str]:
    """Return the facts that the description nearly states and that would make matters graver."""
    near = {name: value for name, value in nearness.items() if value >= CLOSE_CALL}
    return graver_if(facts, near, rules, today)[:CLOSE_CALLS]
