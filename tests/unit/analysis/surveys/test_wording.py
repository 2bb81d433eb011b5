import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.analysis.surveys.closed.cells import share_with_ends
from copilot.analysis.surveys.wording import (
    group_compared,
    ranks,
    said,
    share_sentence,
    share_words,
)
from copilot.domain.figures import interval_percent, share_percent
from copilot.domain.survey_themes import SegmentShare, Theme

INTERVALS = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(lambda ends: (min(ends), max(ends)))


def theme(name: str, share: float, low: float, high: float, labelled: int = 400) -> Theme:
    return Theme(
        key=name, name=name, share=share, ci=(low, high), count=9, labelled=labelled, method="ppi"
    )


def group(share: float, others: float, p: float) -> SegmentShare:
    return SegmentShare(
        column="why", theme="t1", segment="Plan", group="Free", n=80, share=share,
        ci=(share - 0.1, share + 0.1), others=others, p=p, p_adjusted=p,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ((0.91, 0.99), "nearly all"),
        ((0.51, 0.7), "most"),
        ((0.5, 0.7), "at least one in three"),
        ((0.45, 0.55), "about half"),
        ((0.34, 0.45), "at least one in three"),
        ((0.2, 0.28), "at least one in five"),
        ((0.17, 0.21), "about one in five"),
        ((0.2, 0.24), "about one in five"),
        ((0.23, 0.28), "about one in four"),
        ((0.15, 0.22), "at least one in seven"),
        ((0.1, 0.18), "at least one in ten"),
        ((0.05, 0.3), "a minority"),
        ((0.02, 0.09), "few"),
        ((0.0, 0.005), "hardly any"),
        ((0.05, 0.9), "an unclear share"),
    ],
)
def test_words_say_what_the_whole_interval_allows(
    interval: tuple[float, float], words: str
) -> None:
    assert share_words(interval) == words


@given(INTERVALS)
def test_no_word_is_stronger_than_its_interval(interval: tuple[float, float]) -> None:
    low, high = interval
    words = share_words(interval)

    assert words not in ("most", "nearly all") or low > 0.5
    assert words != "a minority" or high < 0.5
    assert words not in ("few", "hardly any") or high < 0.1
    assert words != "at least one in five" or low >= 0.2
    assert words != "about one in five" or (low > 0.15 and high < 0.25)


def test_a_share_is_said_with_its_figures() -> None:
    assert said(0.62, (0.57, 0.67)) == "most (62 %, 57 to 67 %)"
    assert share_sentence(theme("Price", 0.62, 0.57, 0.67)) == (
        "Most (62 %, 57 to 67 %) speak of “Price”."
    )


def test_a_share_of_labelled_answers_alone_says_nothing_of_others() -> None:
    picked = theme("Price", 0.97, 0.92, 0.99).model_copy(update={"of_labelled": 200})
    assert share_sentence(picked) == (
        "Nearly all of the 200 labelled answers speak of “Price” (97 %, 92 to 99 %)."
    )


def test_a_decimal_is_shown_only_where_it_is_known() -> None:
    assert share_percent(0.1234, 999, width=0.01) == "12 %"
    assert share_percent(0.1234, 5000, width=0.05) == "12 %"
    assert share_percent(0.1234, 5000, width=0.01) == "12.3 %"


def test_the_ends_of_an_interval_are_told_with_one_sign() -> None:
    assert interval_percent((0.0, 0.161)) == "0 to 16 %"
    assert interval_percent((0.002, 0.03)) == "under 1 to 3 %"
    assert interval_percent((0.122, 0.123)) == "12 %"
    assert interval_percent((0.0, 0.004)) == "under 1 %"
    assert interval_percent((0.996, 1.0)) == "over 99 %"


def test_nobody_of_many_is_told_with_what_there_may_be() -> None:
    assert share_with_ends(0, 870) == "0 % (under 1 %)"
    assert share_with_ends(29, 242) == "12 % (8 to 17 %)"


def test_groups_differ_only_where_the_corrected_test_says_so() -> None:
    assert group_compared(group(0.3, 0.12, 0.01), "Price").text == (
        "“Price”: more often from “Free” (30 %, 20 to 40 %; others 12 %)."
    )
    assert "less often" in group_compared(group(0.1, 0.3, 0.01)).text
    assert not group_compared(group(0.3, 0.12, 0.05)).differs


def test_a_theme_has_every_place_its_interval_allows() -> None:
    themes = [theme("a", 0.5, 0.45, 0.55), theme("b", 0.3, 0.2, 0.4), theme("c", 0.25, 0.2, 0.3)]

    assert ranks(themes) == [(1, 1), (2, 3), (2, 3)]
