"""Harms of a feature: the patterns that its facts bring up, for each group they show."""

from collections.abc import Iterator, Sequence

from copilot.analysis.harms.patterns import SUBJECTS, Group, HarmBook, HarmPattern, Phrases
from copilot.analysis.harms.when import holds
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import Harm, Mitigation

LEAST, MOST = 1, 4
PLANNED = 2
"""What is only planned makes nothing that is likely remote: likelihood falls to this at best."""
OF_PATTERN = 0.5
"""Weight of a field that a pattern names; groups tell more surely where a feature is used."""


def harms_of(book: HarmBook, facts: FeatureFacts) -> list[Harm]:
    """Return the harms that the facts bring up, in the order of the book."""
    return [
        _harm(book, pattern, group, facts)
        for pattern in patterns_of(book, facts)
        for group in _groups(book, pattern, facts)
    ]


def patterns_of(book: HarmBook, facts: FeatureFacts) -> list[HarmPattern]:
    """Return the patterns that hold for certain; an unknown fact raises no harm."""
    return [
        pattern
        for pattern in book.patterns
        if holds(pattern.when, facts) and not (pattern.unless and holds(pattern.unless, facts))
    ]


def groups_of(book: HarmBook, facts: FeatureFacts) -> list[Group]:
    """Return the groups that the facts show, without those that give way to another of them."""
    shown = {group.key: group for group in book.groups if holds(group.when, facts)}
    return [group for group in shown.values() if not shown.keys() & set(group.gives_way_to)]


def domains_of(book: HarmBook, facts: FeatureFacts) -> dict[str, float]:
    """Return where precedents are to be looked for, and how much each field weighs.

    A field weighs as much as what is at stake there: 1 for severity 4.
    """
    weights: dict[str, float] = {}
    for group in groups_of(book, facts):
        for domain in group.domains:
            weights[domain] = max(weights.get(domain, 0.0), group.severity / MOST)
    for pattern in patterns_of(book, facts):
        for domain in pattern.domains:
            weights[domain] = max(weights.get(domain, 0.0), OF_PATTERN)
    return weights


def _groups(book: HarmBook, pattern: HarmPattern, facts: FeatureFacts) -> Iterator[Phrases]:
    if not pattern.groups:
        yield book.unnamed
        return
    if pattern.groups == SUBJECTS:
        shown: Sequence[Phrases] = groups_of(book, facts)
        yield from shown or [book.unnamed]
        return
    named = (group for group in book.groups if holds(group.when, facts))
    yield from (group for group in named if group.key in pattern.groups)


def _harm(book: HarmBook, pattern: HarmPattern, group: Phrases, facts: FeatureFacts) -> Harm:
    severity, likelihood = _levels(pattern, group, facts)
    return Harm(
        who=_filled(pattern.who, group),
        direct=pattern.direct,
        harm=_filled(pattern.harm, group),
        type=pattern.type,
        severity=severity,
        likelihood=likelihood,
        mitigations=tuple(_mitigations(book, pattern, severity, likelihood)),
        citations=pattern.citations,
    )


def _levels(pattern: HarmPattern, group: Phrases, facts: FeatureFacts) -> tuple[int, int]:
    stakes = {"stake": group.severity, "below_stake": group.severity - 1}
    severity = stakes.get(str(pattern.severity), pattern.severity)
    likelihood = pattern.likelihood
    for shift in pattern.shifts:
        if holds(shift.when, facts):
            severity, likelihood = int(severity) + shift.severity, likelihood + shift.likelihood
    return _bounded(int(severity)), _bounded(likelihood)


def _mitigations(
    book: HarmBook, pattern: HarmPattern, severity: int, likelihood: int
) -> Iterator[Mitigation]:
    least = PLANNED if likelihood > PLANNED else LEAST
    for row in (book.mitigations[key] for key in pattern.mitigations):
        severity = _bounded(severity - row.lowers.severity)
        likelihood = max(least, likelihood - row.lowers.likelihood)
        yield Mitigation(
            text=row.text,
            residual_severity=severity,
            residual_likelihood=likelihood,
            test=row.test,
        )


def _filled(template: str, group: Phrases) -> str:
    return template.format(
        people=group.people, worst_off=group.worst_off, decider=group.decider, stake=group.stake
    )


def _bounded(level: int) -> int:
    return max(LEAST, min(MOST, level))
