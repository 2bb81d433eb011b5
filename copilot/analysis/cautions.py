"""Say what a reader should mind about the passages an answer leans on."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from copilot.domain.decision import listed
from copilot.domain.document import Citation, Passage

REVIEW_AFTER = timedelta(days=365)
"""Age from which a note may be out of date."""


def cautions(citations: Sequence[Citation], passages: Iterable[Passage], today: date) -> list[str]:
    """Return warnings on what is cited: superseded decisions, notes not reviewed for long."""
    known = {passage.id: passage for passage in passages}
    cited = [known[one.id] for one in citations if one.id in known]
    warnings = [*map(_superseded, cited), *(_overdue(passage, today) for passage in cited)]
    return list(dict.fromkeys(filter(None, warnings)))


def _superseded(passage: Passage) -> str:
    if not passage.superseded_by:
        return ""
    newer = listed(passage.superseded_by)
    return f"{passage.document} no longer holds: it was superseded by {newer}."


def _overdue(passage: Passage, today: date) -> str:
    if passage.reviewed is None or today - passage.reviewed <= REVIEW_AFTER:
        return ""
    return (
        f"{passage.document} was last held against its source on {passage.reviewed};"
        " check it before you rely on it."
    )
