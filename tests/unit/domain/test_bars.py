from hypothesis import given
from hypothesis import strategies as st

from copilot.domain.bars import ASCII, share_bar


def test_a_bar_shows_the_share_and_both_ends_of_its_interval() -> None:
    assert share_bar(0.5, (0.4, 0.7), 20) == "████████▒▒───┤      "


def test_a_bar_can_be_drawn_in_ascii() -> None:
    assert share_bar(0.5, (0.4, 0.7), 20, strokes=ASCII) == "########==---|      "


def test_a_bar_without_an_interval_has_no_line() -> None:
    assert share_bar(0.25, None, 8) == "██      "


def test_a_scale_may_end_below_the_whole() -> None:
    assert share_bar(0.25, None, 8, most=0.25) == "████████"


def test_little_is_more_than_nothing() -> None:
    assert share_bar(0.001, None, 8) == "█       "
    assert share_bar(0.0, None, 8) == " " * 8


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.integers(1, 60))
def test_a_bar_is_as_wide_as_asked(share: float, low: float, high: float, width: int) -> None:
    assert len(share_bar(share, (min(low, high), max(low, high)), width)) == width
