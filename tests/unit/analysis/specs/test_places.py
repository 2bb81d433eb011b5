"""Where things stand in a specification."""

from copilot.analysis.specs.places import Place, Places
from tests.unit.analysis.requirements.sources import READER

SPEC = """## Goals

- **goals-1** 9 of 10 guests come back. They come in a week.

## Non-goals

- No cats.

## Requirements

- FR-1: The bell must ring.
  - FR-2: It must ring twice.

| ID | What | Note |
|----|------|------|
| FR-3 | Show a \\| b | (late) |
"""


def places(text: str = SPEC) -> Places:
    """Return where things stand in a text."""
    return Places(text, READER.read(text))


def test_requirements_and_our_own_statements_are_known_by_their_ids() -> None:
    assert sorted(places().known) == ["FR-1", "FR-2", "FR-3", "goals-1"]


def test_a_statement_with_an_id_is_all_of_its_sentences() -> None:
    found = places().known["goals-1"]
    assert found == Place("goals-1", found.words, found.words, 3)
    assert found.words == "9 of 10 guests come back. They come in a week."


def test_a_cell_is_as_it_is_written() -> None:
    found = places().known["FR-3"]
    assert (found.words, found.row) == (r"Show a \| b", r"| FR-3 | Show a \| b | (late) |")


def test_what_is_nested_stands_below() -> None:
    assert (places().below(11), places().below(12)) == (["FR-2"], [])


def test_non_goals_and_the_end_of_their_section_are_found() -> None:
    assert [(one.text, one.line) for one in places().non_goals()] == [("No cats.", 7)]
    assert places().end_of_non_goals() == 7
    assert places("## Non-goals\n\n## Goals\n").end_of_non_goals() == 1
    assert places("- FR-1: It must ring.\n").end_of_non_goals() == 0


def test_an_empty_text_has_no_places() -> None:
    found = places("")
    assert (found.known, found.next_number(), found.last_line()) == ({}, 1, 1)


def test_ids_that_stand_twice_are_told_by_their_keys() -> None:
    found = places("- FR-1: It rings.\n- fr-001: It glows.\n- **goals-1** A.\n- **goals-1** B.\n")
    assert found.twice == {"FR-1", "GOALS-1"}
