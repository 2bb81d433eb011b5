"""Cells that no spreadsheet calculates."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.stores.exports.csv_cells import csv_bytes, guarded


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠A", "\t=1", "\rx", " =1", "- item"]
)
def test_what_a_spreadsheet_might_calculate_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "US-001 =x", "a-b", "'=1", "1-2", "word"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_cells_come_back_whatever_is_in_them(cells: list[str]) -> None:
    data = csv_bytes(["a", "b"], [cells])
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert rows == [["a", "b"], [guarded(cell) for cell in cells]]
    assert data.startswith(b"a,b\r\n")
