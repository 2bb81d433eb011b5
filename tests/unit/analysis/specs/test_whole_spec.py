"""Wishes on the specification as a whole."""

import pytest

from copilot.analysis.specs.line_editing import Edit
from copilot.analysis.specs.places import Places
from copilot.analysis.specs.rewording import Said
from copilot.analysis.specs.whole_spec import WholeSpec
from tests.unit.analysis.requirements.sources import READER

SPEC = """## Non-goals

- No cats in the cafe.
- No dogs in the cafe.

## Requirements

- FR-1: The bell must ring for 5 minutes.
- FR-2: The lamp must glow for 5 hours.
"""


def whole(text: str = SPEC) -> WholeSpec:
    """Return a specification."""
    source = READER.read(text)
    return WholeSpec(Places(text, source), source)


def test_non_goals_without_ids_are_added_without_one() -> None:
    book = whole()
    assert [book.answer(f"Non-goal: {one}.") for one in ("birds", "fish")] == [
        Edit("non_goals-1", "added", "Birds.", 4, has_id=False),
        Edit("non_goals-2", "added", "Fish.", 4, has_id=False),
    ]


def test_a_non_goal_is_removed_where_one_is_meant() -> None:
    found = whole().answer("Remove the non-goal on dogs in the cafe.")
    assert isinstance(found, Edit)
    assert (found.action, found.line) == ("removed", 4)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("Remove the non-goal cafe.", "Which non-goal is meant by “cafe”? There are: “No cats"),
        ("Replace 5 with 6.", "FR-1, “The bell must ring for 5 minutes.”, FR-2"),
        ("Replace 7 with 6.", "none has it"),
        ("Risk: rain.", "Where shall it stand?"),
    ],
)
def test_what_may_be_several_things_is_asked(wish: str, told: str) -> None:
    found = whole().answer(wish)
    assert isinstance(found, Said)
    assert told in found.text


def test_a_figure_with_its_unit_names_a_requirement() -> None:
    found = whole().answer("Change 5 hours to 6 hours.")
    assert isinstance(found, Edit)
    assert (found.name, found.text) == ("FR-2", "The lamp must glow for 6 hours.")


def test_a_table_of_non_goals_is_left_to_people() -> None:
    found = whole("## Non-goals\n\n| What |\n|---|\n| No cats |\n").answer("Non-goal: birds.")
    assert isinstance(found, Said)


def test_a_requirement_is_not_answered_here() -> None:
    assert whole().answer("The gate must open at noon.") is None
