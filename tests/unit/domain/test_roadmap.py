"""A roadmap as Markdown."""

import pytest

from copilot.domain.figures import figure, percent
from copilot.domain.markdown import inert, padded_table
from copilot.domain.roadmap import Roadmap
from tests.unit.analysis.prioritisation.lists import RICE_HEAD, plan

LIST = f"""{RICE_HEAD},evidence,depends on,deadline
Sources,3000-5000,2,80%,3-6,12 interviews,Ids,
Retry,3000-6000,0.5,100%,1-2,,,2027-02-01
Ids,100,1,100%,1,,,
Slack,TBD,2,50%,3,,,"""


@pytest.mark.parametrize(
    ("value", "said"), [(1600.0, "1,600"), (4.2, "4.2"), (0.25, "0.25"), (62.49, "62.5"), (0, "0")]
)
def test_figures_have_three_digits_or_are_whole(value: float, said: str) -> None:
    assert figure(value) == said


def test_nearly_all_is_not_said_to_be_all() -> None:
    assert [percent(share) for share in (1.0, 0.9999, 0.714, 0.0001, 0.0)] == [
        "100 %",
        "over 99 %",
        "71 %",
        "under 1 %",
        "0 %",
    ]


def test_a_name_makes_no_link_no_cell_and_no_formula() -> None:
    assert inert("[a](b) | <i>") == r"\[a\](b) \| \<i>"
    assert inert("=1+1") == "'=1+1"


def test_tables_are_padded_to_be_read_as_plain_text() -> None:
    lines = padded_table(("a", "b"), [("long cell", "x")]).splitlines()
    assert len({len(line) for line in lines}) == 1


def test_everything_a_reader_needs_is_shown() -> None:
    text = plan(LIST).markdown()
    for part in (
        "**RICE** = reach × impact × confidence ÷ effort. 3 of 4 items scored.",
        "| Retry",
        "## Now",
        "Evidence: 12 interviews.",
        "After: Ids.",
        "Date: 2027-02-01.",
        "## What would change the order",
        "- **Slack**: no reach",
        "## Questions\n\na) Reach of Slack",
    ):
        assert part in text


def test_the_table_fits_into_a_hundred_columns() -> None:
    long = LIST.replace("Sources", "Sources of every single answer shown in the help centre")
    tables = [line for line in plan(long).markdown().splitlines() if line.startswith("|")]
    assert tables
    assert max(map(len, tables)) <= 100


def test_columns_that_would_be_empty_are_left_out() -> None:
    text = plan(f"{RICE_HEAD}\nA,9,1,80,1\nB,5,1,80,1").markdown()
    assert "| After" not in text
    assert "Ranks" not in text
    assert "80 % range" not in text


def test_what_comes_first_is_shown_first_within_a_horizon() -> None:
    names = [one.name for one in plan(LIST, now=3).standing_in("now")]
    assert names.index("Ids") < names.index("Sources")


def test_it_comes_back_from_json_as_it_was() -> None:
    found = plan(LIST)
    assert Roadmap.model_validate_json(found.model_dump_json()) == found
