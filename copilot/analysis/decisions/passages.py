"""Cut decisions into passages that can be found and cited, what holds today said in each."""

from collections.abc import Sequence

from copilot.analysis.passages import Section, cut, slug
from copilot.domain.decision import Decision, listed
from copilot.domain.document import Passage

COLLECTION = "decisions"
LEAD = "decision"
"""Anchor of the passage that says what was decided, and why."""
SHORT = 60
"""Words of a section that the first passage can stand for."""
_TOLD = ("considered-options", "decision-outcome", "options", "decision")


def decision_passages(decision: Decision, superseded_by: Sequence[str]) -> list[Passage]:
    """Return the passages of a decision, the one that says what was decided first.

    Args:
        decision: The record.
        superseded_by: Ids of the decisions that took its place.
    """
    lead = _passage(decision, superseded_by, LEAD, "", _lead(decision, superseded_by))
    rest = [
        _passage(decision, superseded_by, section.anchor, section.heading, section.text)
        for section in cut(decision.text)
        if section.anchor != LEAD and not _is_in_lead(section)
    ]
    return [lead, *rest]


def _is_in_lead(section: Section) -> bool:
    """Return whether a section only repeats what the first passage says: the choice, the names."""
    return slug(section.heading) in _TOLD and len(section.text.split()) <= SHORT


def _lead(decision: Decision, superseded_by: Sequence[str]) -> str:
    header = decision.header
    options = [option.name.rstrip(".") for option in decision.options]
    said = [
        _stated(decision, superseded_by),
        f"Options considered: {'; '.join(options)}." if options else "",
        f"It is a {header.reversibility} decision." if header.reversibility else "",
        f"Confidence was {header.confidence} %." if header.confidence is not None else "",
        f"It is to be looked at again by {header.review_by}." if header.review_by else "",
        f"It supersedes {listed(header.supersedes)}." if header.supersedes else "",
        f"It rests on {listed(header.evidence)}." if header.evidence else "",
    ]
    return " ".join(filter(None, said))


def _stated(decision: Decision, superseded_by: Sequence[str]) -> str:
    """Return what was decided; that it no longer holds stands in the same sentence.

    Whoever quotes the sentence alone must not leave that out.
    """
    if not superseded_by:
        return decision.statement
    return f"No longer in force, superseded by {listed(superseded_by)}: {decision.statement}"


def _passage(
    decision: Decision, superseded_by: Sequence[str], anchor: str, heading: str, text: str
) -> Passage:
    mark = f" (superseded by {listed(superseded_by)})" if superseded_by else ""
    title = f"Decision of {decision.header.date}: {decision.title}{mark}"
    below = f": {heading}" if heading and heading != decision.title else ""
    return Passage(
        id=f"{decision.id}#{anchor}",
        document=decision.id,
        title=f"{title}{below}",
        text=text,
        source=f"Decision log, {decision.id}",
        collection=COLLECTION,
        as_of=decision.header.date,
        superseded_by=tuple(superseded_by),
    )
