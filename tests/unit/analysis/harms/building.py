"""Harms and outcomes for tests, with what does not matter filled in."""

from copilot.domain.review import Harm, LegalOutcome, Mitigation

BANNED = LegalOutcome(outcome="prohibited", points=("5(1)(f)",))
HIGH_RISK = LegalOutcome(outcome="high_risk", points=("III.4(a)",))
FREE = LegalOutcome(outcome="not_high_risk")


def harm(
    severity: int = 3,
    likelihood: int = 3,
    *,
    after: tuple[int, int] | None = None,
    who: str = "clerks",
    type: str = "privacy",
    direct: bool = True,
) -> Harm:
    """Return a harm; `after` is what one mitigation leaves of it."""
    left = [
        Mitigation(text="Mend it.", residual_severity=a, residual_likelihood=b, test="At most N.")
        for a, b in ([after] if after else [])
    ]
    return Harm(
        who=who,
        direct=direct,
        harm="suffer",
        type=type,
        severity=severity,
        likelihood=likelihood,
        mitigations=tuple(left),
    )
