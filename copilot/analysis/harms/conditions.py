"""Conditions of going ahead: legal duties and the mitigations of grave harms, each with a test."""

from collections.abc import Iterable, Iterator

from copilot.analysis.harms.patterns import Applies, Duty, HarmBook
from copilot.analysis.harms.ranking import GRAVE_ENOUGH
from copilot.analysis.harms.when import holds
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import FIRST, Harm, LegalOutcome, Overlay, Requirement

ALL_NEEDED = 9
"""From this score on every mitigation is a condition; below, only the first."""


def requirements(
    book: HarmBook,
    facts: FeatureFacts,
    outcome: LegalOutcome,
    overlays: Iterable[Overlay],
    harms: Iterable[Harm],
) -> tuple[Requirement, ...]:
    """Return what has to be met, the law first; nothing where the use is banned.

    A banned use has no conditions: listing some would suggest that they cure it.
    """
    if outcome.outcome == "prohibited":
        return ()
    duties = duties_of(book.duties, facts, outcome, list(overlays))
    asked = [*(_legal(duty, outcome) for duty in duties), *_from_harms(harms)]
    return tuple({row.text: row for row in reversed(asked)}.values())[::-1]


def duties_of(
    duties: Iterable[Duty], facts: FeatureFacts, outcome: LegalOutcome, overlays: list[Overlay]
) -> list[Duty]:
    """Return the duties that count."""
    regimes = [f"{overlay.regime} {overlay.clause}" for overlay in overlays]
    return [duty for duty in duties if _applies(duty.applies, facts, outcome, regimes)]


def _applies(
    applies: Applies, facts: FeatureFacts, outcome: LegalOutcome, regimes: list[str]
) -> bool:
    met = (
        not applies.outcomes or outcome.outcome in applies.outcomes,
        _begins(outcome.points, applies.points),
        _begins(outcome.transparency, applies.transparency),
        _begins(regimes, applies.overlays),
        applies.facts is None or holds(applies.facts, facts),
        applies.unless is None or not holds(applies.unless, facts),
    )
    return all(met)


def _begins(texts: Iterable[str], wanted: tuple[str, ...]) -> bool:
    return not wanted or any(text.startswith(wanted) for text in texts)


def _legal(duty: Duty, outcome: LegalOutcome) -> Requirement:
    due = outcome.applies_from if outcome.outcome in duty.applies.outcomes else None
    return Requirement(
        text=duty.text,
        test=duty.test,
        aim="the law is met before the feature is used",
        citation=duty.citation,
        due=due,
    )


def _from_harms(harms: Iterable[Harm]) -> Iterator[Requirement]:
    for harm in list(harms)[:FIRST]:
        if harm.score >= GRAVE_ENOUGH:
            needed = harm.mitigations if harm.score >= ALL_NEEDED else harm.mitigations[:1]
            aim = f"it is less likely that {harm.who} {harm.harm}"
            yield from (Requirement(text=row.text, test=row.test, aim=aim) for row in needed)
