"""A reader is warned of what no longer holds and of what was not looked at for long."""

from datetime import date

from copilot.analysis.cautions import cautions
from copilot.domain.document import Citation
from tests.doubles import passage

TODAY = date(2026, 11, 25)
CITED = (Citation(id="note#part", title="Note"),)


def test_a_superseded_decision_names_what_holds() -> None:
    old = passage(document="d-20261101-0000000a", superseded_by=("d-20261102-0000000b",))
    [said] = cautions(CITED, [old], TODAY)
    assert said == (
        "d-20261101-0000000a no longer holds: it was superseded by d-20261102-0000000b."
    )


def test_a_note_past_its_review_is_told_with_its_day() -> None:
    [said] = cautions(CITED, [passage(reviewed=date(2025, 11, 24))], TODAY)
    assert "2025-11-24" in said


def test_what_was_reviewed_within_a_year_needs_no_word() -> None:
    assert cautions(CITED, [passage(reviewed=date(2025, 11, 25))], TODAY) == []


def test_only_what_is_cited_counts() -> None:
    assert cautions((), [passage(reviewed=date(2001, 1, 1))], TODAY) == []
