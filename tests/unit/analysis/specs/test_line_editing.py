"""Single lines of a specification, edited."""

import pytest

from copilot.analysis.specs.line_editing import (
    Edit,
    applied,
    end_of_item,
    holds,
    lines_of,
    root_of,
)

ITEMS = """- **FR-1** It rings. *(cited: S1)*
  - Seen: a bell.
- **FR-2** It glows
  in red. *(derived: x#y)*

End.
"""


def edited(text: str, *edits: Edit) -> list[str]:
    """Return the lines of a text with edits."""
    return applied(text, edits).split("\n")


def test_words_are_changed_in_their_place_and_the_mark_says_why() -> None:
    found = edited(ITEMS, Edit("FR-1", "changed", "It hums.", 1, "It rings."))
    assert found[0] == "- **FR-1** It hums. *(cited: change request)*"
    assert found[1:] == ITEMS.split("\n")[1:]


def test_words_that_are_broken_over_lines_are_found() -> None:
    found = edited(ITEMS, Edit("FR-2", "changed", "It hums.", 3, "It glows in red."))
    assert found[2:] == ["- **FR-2** It hums. *(cited: change request)*", "", "End.", ""]


def test_without_old_words_all_behind_mark_and_id_is_changed() -> None:
    assert edited("1. REQ-9: It rings.", Edit("REQ-9", "changed", "It hums.", 1)) == [
        "1. REQ-9: It hums."
    ]


def test_an_item_is_removed_with_all_that_is_nested_in_it() -> None:
    assert edited(ITEMS, Edit("FR-1", "removed", "", 1, "It rings.")) == ITEMS.split("\n")[2:]


def test_where_others_share_the_lines_only_the_words_go() -> None:
    edit = Edit("FR-1", "removed", "", 1, "It glows in red.", is_alone=False)
    assert applied("It rings. It glows\nin red. It hums.\n", [edit]) == "It rings. It hums.\n"


@pytest.mark.parametrize(
    ("text", "old", "left"),
    [
        ("It rings; it glows.", "It rings", "It glows."),
        ("It rings, and it glows.", "It rings", "It glows."),
        ("It rings, but it glows.", "it glows.", "It rings."),
        ("- It rings; it glows. It hums.", "it glows.", "- It rings. It hums."),
        ("It rings. And it glows.", "It rings.", "And it glows."),
    ],
)
def test_what_joined_words_to_others_goes_with_them(text: str, old: str, left: str) -> None:
    assert applied(text, [Edit("FR-1", "removed", "", 1, old, is_alone=False)]) == left


def test_new_items_come_in_their_order_behind_the_one_they_follow() -> None:
    edits = [Edit("FR-3", "added", "It hums.", 1), Edit("FR-4", "added", "It sings.", 1)]
    found = edited(ITEMS, *edits)
    assert found[2:4] == [
        "- **FR-3** It hums. *(cited: change request)*",
        "- **FR-4** It sings. *(cited: change request)*",
    ]
    assert found[:2] + found[4:] == ITEMS.split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- FR-1: It rings.", "- FR-1: It rings.\n- FR-2: It hums."),
        ("It rings\nat noon.\n", "It rings\nat noon.\n\n- FR-2: It hums.\n"),
        ("It rings.", "It rings.\n\n- FR-2: It hums."),
        ("| FR-1 | It rings. | high |", "| FR-1 | It rings. | high |\n| FR-2 | It hums. |  |"),
        ("", "- FR-2: It hums."),
    ],
)
def test_a_new_line_takes_the_form_of_the_one_before_it(text: str, expected: str) -> None:
    assert applied(text, [Edit("FR-2", "added", "It hums.", 1)]) == expected


def test_edits_of_several_lines_do_not_move_each_other() -> None:
    found = edited(
        ITEMS,
        Edit("FR-1", "removed", "", 1, "It rings."),
        Edit("FR-2", "changed", "It hums.", 3, "It glows in red."),
        Edit("FR-3", "added", "It sings.", 3),
    )
    assert found[:2] == [
        "- **FR-2** It hums. *(cited: change request)*",
        "- **FR-3** It sings. *(cited: change request)*",
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay_also_where_they_are_mixed(end: str) -> None:
    text = f"- FR-1: It rings.{end}- FR-2: It glows.\nEnd.{end}"
    changed = applied(text, [Edit("FR-2", "changed", "It hums.", 2, "It glows.")])
    assert changed == text.replace("glows", "hums")
    added = applied(text, [Edit("FR-3", "added", "It sings.", 1)])
    assert added == text.replace("- FR-2", f"- FR-3: It sings.{end}- FR-2")


def test_no_edit_changes_nothing() -> None:
    for text in ("", "\n", "a\r\nb\rc\n", "a\u2028b\x0cc"):
        assert applied(text, []) == text
        assert len(lines_of(text)) == len(
            text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )


def test_an_item_ends_before_the_next_one_and_before_what_no_text_goes_on_in() -> None:
    lines = ["- a", "  - b", "    c", "- d", "wrapped", "", "e", "f", "| x |", "# g"]
    assert [end_of_item(lines, at) for at in (0, 1, 3, 6, 8, 9)] == [3, 3, 5, 8, 9, 10]
    assert end_of_item(["- a", "  - b", "  - c", "    - d", "  - e"], 2) == 4


def test_the_root_of_a_nested_line_is_its_outermost_item() -> None:
    lines = ["- a", "  - b", "    - c", "", "  d", "- e"]
    assert [root_of(lines, line) for line in (1, 2, 3, 5, 6, 99)] == [1, 1, 1, 5, 6, 6]


def test_words_that_stand_twice_or_not_at_all_are_not_held() -> None:
    lines = ["It rings. It", "glows. It rings."]
    assert holds(lines, 1, "It glows.")
    assert not holds(lines, 1, "It rings.")
    assert not holds(lines, 1, "It hums.")


def test_a_bar_in_a_row_is_escaped_once() -> None:
    row = "| FR-1 | a \\| b |\n"
    new = Edit("FR-2", "added", "c | d \\| e", 1)
    assert applied(row, [new]) == f"{row}| FR-2 | c \\| d \\| e |\n"
