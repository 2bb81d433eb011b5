"""Orders that ask for no requirement."""

import pytest

from copilot.analysis.specs.orders import (
    edits,
    ended_non_goal,
    forbids,
    is_of_another_section,
    new_non_goal,
    parted,
    swaps,
)


@pytest.mark.parametrize(
    "wish",
    [
        "New non-goal: cats at work",
        "Non-goal: cats at work",
        "Add a new non-goal: cats at work",
        "Out of scope: cats at work",
        "Add cats at work to the non-goals.",
    ],
)
def test_a_new_non_goal_is_read(wish: str) -> None:
    assert new_non_goal(wish) == "cats at work"


@pytest.mark.parametrize(
    "wish",
    ["Remove the non-goal cats.", "Drop the non-goal about cats", "Cats is no longer a non-goal."],
)
def test_the_end_of_a_non_goal_is_read(wish: str) -> None:
    assert ended_non_goal(wish).lower() == "cats"


@pytest.mark.parametrize("wish", ["The gate must open.", "Add: a gate", "Remove the cats"])
def test_a_requirement_is_no_order_of_these(wish: str) -> None:
    assert (new_non_goal(wish), ended_non_goal(wish), parted(wish)) == ("", "", None)
    assert not any(told(wish) for told in (is_of_another_section, forbids, edits))


@pytest.mark.parametrize("wish", ["Goal: 9 of 10 come.", "New risk: rain", "Open question: who?"])
def test_what_names_another_section_is_told(wish: str) -> None:
    assert is_of_another_section(wish)


@pytest.mark.parametrize(
    "wish", ["Do not add a chat.", "Please don’t touch the rest", "We decided not to build a chat."]
)
def test_what_is_not_to_be_done_is_told(wish: str) -> None:
    assert forbids(wish)


@pytest.mark.parametrize("wish", ["Rename the lamps", "please merge both", "Replace SMS by mail"])
def test_an_edit_without_an_id_is_told(wish: str) -> None:
    assert edits(wish)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("SMS → email", True),
        ("by email instead of by SMS", True),
        ("The gate must open by card rather than by key.", False),
        ("Add a card instead of a key", False),
    ],
)
def test_words_that_are_only_swapped_are_told(wish: str, *, expected: bool) -> None:
    assert swaps(wish) is expected


@pytest.mark.parametrize("joint", [", ", " and ", "; ", " but "])
def test_what_is_kept_is_parted_from_what_is_removed(joint: str) -> None:
    assert parted(f"Keep FR-1{joint}remove FR-2") == (("Keep FR-1",), ("remove FR-2",))
