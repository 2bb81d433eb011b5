"""What stands under a heading."""

import pytest

from copilot.analysis.requirements.headings import Headings, HeadingSign

HEADINGS = Headings(
    signs=(
        HeadingSign(kind="non_goal", said=("out of scope|non-?goals?",)),
        HeadingSign(kind="goal", said=("goals?", "success")),
    )
)


@pytest.mark.parametrize(
    "heading",
    [
        "Goals",
        "GOALS",
        "2. Goals",
        "2.1 Goals",
        "b) Goals",
        "iv. Goals",
        "Section 3 Goals",
        "**Goals:**",
        "Goals & wishes",
        "Hopes and goals",
        "Weather / success",
        "🎯 Goals",
    ],
)
def test_numbers_marks_and_joined_names_are_seen_through(heading: str) -> None:
    assert HEADINGS.kind_under(heading) == "goal"


@pytest.mark.parametrize("heading", ["", "Goalkeepers", "The goals of others", "Weather", "***"])
def test_a_heading_that_says_nothing_of_the_kind_announces_none(heading: str) -> None:
    assert HEADINGS.kind_under(heading) is None


def test_the_first_sign_that_fits_the_whole_counts_before_any_of_a_part() -> None:
    assert HEADINGS.kind_under("Non-goals") == "non_goal"
    assert HEADINGS.kind_under("Success and out of scope") == "goal"
