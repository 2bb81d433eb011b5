"""Blocks, cut under their labels."""

import pytest

from copilot.analysis.requirements.cutting import cut, opens_with_rank
from copilot.analysis.requirements.headings import Headings, HeadingSign
from copilot.analysis.requirements.piece import Block

HEADINGS = Headings(signs=(HeadingSign(kind="requirement", said=("must|should",)),))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Must: open", True),
        ("**Should have:** open", True),
        ("Won't: sing", True),
        ("It must: open", False),
        ("Must open", False),
        ("Risks: rain", False),
    ],
)
def test_a_label_of_the_moscow_method_is_known(line: str, *, expected: bool) -> None:
    assert opens_with_rank(line) is expected


def test_semicolons_part_items_only_below_such_a_label() -> None:
    assert [one.text for one in cut(Block("Must: open; ring", 0, ""), HEADINGS)] == ["open", "ring"]
    assert [one.text for one in cut(Block("It opens; it rings", 0, ""), HEADINGS)] == [
        "It opens; it rings"
    ]


def test_what_is_struck_out_gives_no_id() -> None:
    (piece,) = cut(Block("FR-1: ~~It rings~~", 0, ""), HEADINGS)
    assert (piece.given, piece.is_struck) == ("", True)


def test_what_is_struck_out_in_part_is_not_struck_out() -> None:
    (piece,) = cut(Block("It rings ~~5~~ 3 times", 0, ""), HEADINGS)
    assert not piece.is_struck
