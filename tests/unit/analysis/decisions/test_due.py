"""Decisions come up again when they said they would."""

from datetime import date

from copilot.analysis.decisions.due import due
from copilot.domain.decision_log import Entry, Standing

TODAY = date(2026, 11, 25)


def standing(name: str, review_by: date | None, **fields: tuple[object, ...]) -> Standing:
    entry = Entry(
        commit=name, parents=(), author="A", time=0, title=name, decision=name, review_by=review_by
    )
    plain: dict[str, tuple[object, ...]] = {"superseded_by": (), "outcomes": (), "signed_by": ()}
    return Standing(entry, **(plain | fields))  # type: ignore[arg-type]


def test_overdue_ones_come_first_and_later_ones_not_at_all() -> None:
    listed = [
        standing("soon", date(2026, 12, 1)),
        standing("late", date(2026, 10, 1)),
        standing("far", date(2027, 1, 1)),
        standing("never", None),
    ]
    found = due(listed, TODAY)
    assert [one.standing.entry.decision for one in found] == ["late", "soon"]
    assert [one.overdue(TODAY) for one in found] == [True, False]


def test_what_was_superseded_or_looked_at_is_not_due() -> None:
    looked_at = standing("seen", date(2026, 1, 1)).entry
    listed = [
        standing("old", date(2026, 1, 1), superseded_by=("new",)),
        standing("seen", date(2026, 1, 1), outcomes=(looked_at,)),
    ]
    assert due(listed, TODAY) == []
