"""Figures and phrases in the place of others."""

import pytest

from copilot.analysis.specs.values import (
    Figure,
    Phrase,
    Value,
    behind_id,
    besides_value,
    figure_in,
    figures_of,
    is_same_unit,
    ordered_value,
    phrase_in,
    value_in,
)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("10 minutes instead of 20", Value("20", "10", "", "minutes")),
        ("10, not 20", Value("20", "10")),
        ("2.5 rather than 3.0.", Value("3.0", "2.5")),
        ("from 20 minutes to 10.", Value("20", "10", "minutes")),
        ("raise it from 1,000 to 2,000,", Value("1,000", "2,000")),
        ("ten instead of twenty", None),
        ("10 minutes", None),
    ],
)
def test_a_figure_in_the_place_of_another_is_read(wish: str, expected: Value | None) -> None:
    assert value_in(wish) == expected


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("FR-1: 5 seconds", Figure("5", "seconds")),
        ("Change FR-1 to 1,200.", Figure("1,200", "")),
        ("FR-1 should be 40%", Figure("40", "%")),
        ("FR-1: 5 seconds at most for each guest", None),
        ("FR-2: 5 seconds", None),
    ],
)
def test_a_figure_may_be_all_that_is_given(wish: str, expected: Figure | None) -> None:
    assert figure_in(wish, "FR-1") == expected


def test_figures_are_found_by_their_unit() -> None:
    text = "Ring 3 times for 4 seconds, a 5-second pause, 40% louder, as in FR-9, for 4 seconds."
    assert figures_of(text, "seconds") == ["4", "5"]
    assert figures_of(text, "%") == ["40"]
    assert figures_of(text, "") == ["3", "4", "5", "40"]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("Replace 48 with 36.", Value("48", "36")),
        ("Change 72 hours to 2 days", Value("72", "2", "hours", "days")),
        ("2 s → 1 s", Value("2", "1", "s", "s")),
        ("Replace 48 with 36 and more", None),
        ("Change FR-1 to 5", None),
    ],
)
def test_a_bare_order_is_all_of_a_sentence(wish: str, expected: Value | None) -> None:
    assert ordered_value(wish) == expected


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("FR-1: by email instead of by SMS.", Phrase("by SMS", "by email")),
        ("FR-1: SMS → “email”", Phrase("SMS", "email")),
        ("FR-1: a → b → c", None),
        ("by email instead of by SMS (FR-1)", None),
        ("FR-1: by email", None),
    ],
)
def test_a_phrase_in_the_place_of_another_is_read(wish: str, expected: Phrase | None) -> None:
    assert phrase_in(wish, "FR-1") == expected


def test_what_is_said_besides_is_left() -> None:
    assert besides_value("9 days instead of 8 days, in red").strip() == ", in red"
    assert (behind_id("FR-1: it rings", "FR-1"), behind_id("See FR-1: it", "FR-1")) == (
        "it rings",
        "",
    )


def test_units_are_the_same_in_the_plural_and_a_short_one_is_none() -> None:
    assert is_same_unit("Seconds", "second")
    assert not is_same_unit("s", "")
    assert not is_same_unit("days", "hours")
