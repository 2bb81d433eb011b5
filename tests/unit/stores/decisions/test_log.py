"""Reading the log: order, pages, ids, what is in force."""

from itertools import islice
from pathlib import Path

import pytest

from copilot.errors import NotFound
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import decisions_in, filled, record


@pytest.fixture
def decisions(place: Path) -> Decisions:
    """Return an empty log."""
    return decisions_in(place)


def test_a_log_that_nobody_began_is_empty_and_makes_no_folder(decisions: Decisions) -> None:
    assert not decisions.log.exists
    assert decisions.log.head() is None
    assert [*decisions.log.standings()] == []
    assert not decisions.log.folder.exists()


def test_the_newest_stands_first(place: Path) -> None:
    log = filled(place, 5).log
    assert [one.entry.title for one in log.standings()] == [f"Choice {n}" for n in (4, 3, 2, 1, 0)]


def test_a_page_reads_no_further_than_it_is_long(place: Path) -> None:
    decisions = filled(place, 5)
    oldest = [*decisions.log.entries()][-1].commit
    decisions.log.repository.objects.place(oldest).unlink()
    page = [one.entry.title for one in islice(decisions.log.standings(), 3)]
    assert page == ["Choice 4", "Choice 3", "Choice 2"]


def test_what_a_decision_became_follows_it_through_two_steps(decisions: Decisions) -> None:
    first = record(decisions, "First way")
    second = record(decisions, "Second way", "", first)
    third = record(decisions, "Third way", "", second)
    assert decisions.log.in_force(first) == (third,)
    assert decisions.log.in_force(second) == (third,)
    assert decisions.log.in_force(third) == (third,)


def test_one_decision_can_take_the_place_of_two(decisions: Decisions) -> None:
    old = [record(decisions, "One"), record(decisions, "Two")]
    new = record(decisions, "Both", "", *old)
    assert {decisions.log.in_force(name) for name in old} == {(new,)}


def test_a_beginning_that_fits_two_is_refused_and_both_are_named(place: Path) -> None:
    decisions = filled(place, 2)
    with pytest.raises(NotFound, match="More than one decision") as caught:
        decisions.log.decision("d-2026")
    assert all(one.entry.decision in caught.value.hint for one in decisions.log.standings())


@pytest.mark.parametrize("name", ["", "d-20261125-00000000", "../../etc/passwd", "o-1", "D-2026"])
def test_an_id_that_does_not_exist_is_not_found(place: Path, name: str) -> None:
    with pytest.raises(NotFound, match="No decision has the id"):
        filled(place, 1).log.decision(name)


def test_in_an_empty_log_the_hint_is_how_to_begin(decisions: Decisions) -> None:
    with pytest.raises(NotFound) as caught:
        decisions.log.decision("d-20261125-00000000")
    assert "decisions add" in caught.value.hint


def test_all_decisions_come_with_how_they_stand(decisions: Decisions) -> None:
    first = record(decisions, "First way")
    second = record(decisions, "Second way", "", first)
    found = [(one.superseded_by, text.title) for one, text in decisions.log.decisions()]
    assert found == [((), "Second way"), ((second,), "First way")]


def test_what_came_after_a_commit_is_told_the_oldest_first(place: Path) -> None:
    decisions = filled(place, 3)
    entries = [*decisions.log.entries()][::-1]
    assert decisions.log.since(entries[0].commit) == entries[1:]
    assert decisions.log.since(None) == entries
    assert decisions.log.since(entries[-1].commit) == []
