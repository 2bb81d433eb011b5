"""Whatever is in a file, there is a result, and every row is accounted for."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.analysis.surveys.closed.questions import CLOSED
from copilot.analysis.surveys.closed.results import closed_results
from copilot.analysis.surveys.missing.voices import missing_voices
from copilot.domain.survey_closed import LikertResult, NpsResult
from copilot.domain.survey_parts import Column, ColumnType
from tests.unit.analysis.surveys.closed.sheets import sheet

TEXTS = (
    *("", " ", "1", "5", "10", "99", "-1", "1,5", "a, b", "a;b", "$", "1.234", "Agree", "agree"),
    *("2025-01-31", "31/12/2025", "\x00", "\ue000", "\ue0000\ue000", "[/x]", "\x1b[31m", "٣", "½"),
)
CELL = st.none() | st.sampled_from(TEXTS)
ROWS = st.lists(st.tuples(CELL, CELL, CELL), max_size=60)
COLUMN = st.builds(
    Column,
    name=st.just("q"),
    type=st.sampled_from(CLOSED),
    confidence=st.just(1.0),
    separator=st.sampled_from(["", ",", ";", ", ", "|", "\n"]),
    option=st.sampled_from(["", "a"]),
    options=st.lists(st.sampled_from(["a, b", "a", "1", "5", "Agree", "agree ", ""])).map(tuple),
    apart=st.lists(st.sampled_from(["99", "5", "Agree"])).map(tuple),
    is_reversed=st.booleans(),
)


@settings(max_examples=80)
@given(ROWS, COLUMN, st.booleans())
def test_any_cells_have_a_result_that_adds_up(
    rows: list[tuple[str | None, str | None, str | None]], column: Column, by_person: bool
) -> None:
    frame = sheet(**{name: [row[at] for row in rows] for at, name in enumerate(["q", "g", "who"])})
    who = Column(name="who", type="id", confidence=1.0)
    (found,) = closed_results(frame, [column], ["g"], respondent=who if by_person else None)
    assert 0 <= found.n <= len(rows)
    assert found.n + found.missing <= len(rows)
    if isinstance(found.result, NpsResult):
        assert found.n + found.missing + found.result.out_of_scale == len(rows)
    if isinstance(found.result, LikertResult):
        assert sum(share.count or 0 for share in found.result.options) == found.n


@settings(max_examples=40)
@given(ROWS, st.lists(st.sampled_from(get_args(ColumnType)), min_size=3, max_size=3))
def test_any_cells_can_be_searched_for_who_is_missing(
    rows: list[tuple[str | None, str | None, str | None]], types: list[ColumnType]
) -> None:
    names = ["q", "Status", "g"]
    frame = sheet(**{name: [row[at] for row in rows] for at, name in enumerate(names)})
    columns = [
        Column(name=name, type=type, confidence=1.0)
        for name, type in zip(names, types, strict=True)
    ]
    for voice in missing_voices(frame, columns, ["g"]):
        assert 0 <= voice.share <= 1
        assert voice.message
