"""The log as a part of the knowledge: without personal text, and whole but for what is odd."""

from dataclasses import replace
from pathlib import Path

import pytest

from copilot.stores.decided import Decided
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import decisions_in, record
from tests.unit.stores.decisions.forging import Forger, steps_of

SECRET = "Ben is ill until May"


@pytest.fixture
def decisions(place: Path) -> Decisions:
    """Return an empty log."""
    return decisions_in(place)


def test_no_passage_holds_personal_text(decisions: Decisions) -> None:
    name = record(decisions, f"For {{personal: {SECRET}}}", f"{{personal: {SECRET}}}")
    decided = Decided(decisions.log.folder)
    found = [*decided.all_passages(), *decided.passages(name), *decided.in_force(name)]
    assert "[personal p2]" in str(found)
    assert SECRET not in str(found)
    assert SECRET in decisions.log.decision(name).text


def test_a_record_that_does_not_read_is_passed_over_and_told(
    decisions: Decisions, place: Path
) -> None:
    names = [record(decisions, f"Choice {number}") for number in range(3)]
    steps = steps_of(decisions)
    [(path, text)] = steps[1].added.items()
    steps[1] = replace(steps[1], added={path: text.replace(b"\n---\n", b"\na: b: 1\n---\n", 1)})
    Forger(place).rewrite(steps)
    decided = Decided(decisions.log.folder)
    assert {one.document for one in decided.all_passages()} == {names[0], names[2]}
    assert f"{names[1]} does not read as a record. See" in decided.trouble
    assert decided.in_force(names[1]) == []
    assert [one.document for one in decided.in_force(names[0])] == [names[0]]


def test_a_log_that_reads_is_no_trouble(decisions: Decisions) -> None:
    record(decisions)
    decided = Decided(decisions.log.folder)
    assert [*decided.all_passages()]
    assert decided.trouble == ""
