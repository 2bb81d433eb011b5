"""The problem in what was typed."""

import pytest

from copilot.analysis.ideation.problem import problem_of, quoted, whole


@pytest.mark.parametrize(
    "text",
    [
        "brainstorm: guests wait too long at the desk",
        "Brainstorm ideas for guests wait too long at the desk",
        "please give me five ideas for: guests wait too long at the desk",
        "some alternatives for guests wait too long at the desk",
    ],
)
def test_an_order_is_no_part_of_the_problem(text: str) -> None:
    assert problem_of(text) == "guests wait too long at the desk"


@pytest.mark.parametrize(
    "text",
    [
        "How might we help drivers report a wrong address?",
        "Customers send us ideas, and nobody reads them",
        "Ideas for tea",
    ],
)
def test_what_is_no_order_stays(text: str) -> None:
    assert problem_of(text) == text


def test_a_short_problem_is_quoted_and_a_long_one_is_this() -> None:
    assert quoted("Guests wait. Often.") == "“Guests wait”"
    assert quoted("Guests wait " * 20) == "this"


def test_a_text_that_its_bound_has_cut_says_so() -> None:
    assert whole("the desk tries it on one eve", 28) == "the desk tries it on one…"
    assert whole("the desk tries it.", 18) == "the desk tries it."
    assert whole("the desk tries it", 28) == "the desk tries it"
