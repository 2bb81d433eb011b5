"""Ids tell where a record lies, and nothing else may lie there."""

from datetime import date

import pytest

from copilot.domain.decision_id import id_at, is_id, make_id, path_of

NAME = "d-20261125-7f3a9c1e"


def test_an_id_carries_kind_day_and_mark() -> None:
    assert make_id("d", date(2026, 11, 25), "7f3a9c1e") == NAME


def test_the_id_of_an_early_day_is_an_id_too() -> None:
    assert is_id(make_id("d", date(1, 1, 1), "7f3a9c1e"))


def test_a_record_lies_in_the_folder_of_its_month() -> None:
    assert path_of(NAME) == "2026-11/7f/d-20261125-7f3a9c1e.md"
    assert id_at(path_of(NAME)) == NAME


@pytest.mark.parametrize(
    "path",
    [
        "2026-10/7f/d-20261125-7f3a9c1e.md",
        "2026-11/aa/d-20261125-7f3a9c1e.md",
        "d-20261125-7f3a9c1e.md",
        "README.md",
    ],
)
def test_nothing_else_is_a_place_for_a_record(path: str) -> None:
    assert id_at(path) is None


@pytest.mark.parametrize("text", ["", "d-2026", "../x", "x-20261125-7f3a9c1e", f"{NAME}\n"])
def test_other_texts_are_no_ids(text: str) -> None:
    assert not is_id(text)
    with pytest.raises(ValueError, match="no id"):
        path_of(text)
