"""Kano: the table, the coefficients, and no rank."""

from itertools import product

import pytest

from copilot.analysis.prioritisation.kano import (
    answer_of,
    category_named,
    category_of,
    result_of_counts,
    result_of_pairs,
)
from tests.unit.analysis.prioritisation.lists import item, plan

ANSWERS = ("like", "expect", "neutral", "live", "dislike")
STANDARD = """
Q A A A O
R I I I M
R I I I M
R I I I M
R R R R Q
"""
INITIALS = {
    "A": "attractive",
    "O": "performance",
    "M": "must-be",
    "I": "indifferent",
    "R": "reverse",
    "Q": "questionable",
}


def test_every_pair_of_answers_is_classified_as_in_the_standard_table() -> None:
    wanted = [INITIALS[letter] for letter in STANDARD.split()]
    assert [category_of(*pair) for pair in product(ANSWERS, ANSWERS)] == wanted


def test_coefficients_are_those_of_the_worked_example() -> None:
    counts = {"attractive": 20, "performance": 40, "must-be": 25, "indifferent": 15}
    found = result_of_counts(counts)
    assert (found.category, found.better, found.worse) == ("performance", 0.6, -0.65)


def test_intervals_are_wilsons() -> None:
    """Undo: 8 of 50 and 45 of 50; (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n)."""
    found = result_of_counts(
        {"attractive": 3, "performance": 5, "must-be": 40, "indifferent": 2, "reverse": 7}
    )
    assert found.better_interval == pytest.approx((0.0834, 0.2851), abs=1e-3)
    assert found.worse_interval == pytest.approx((-0.9565, -0.7864), abs=1e-3)


def test_equal_counts_have_no_first_category() -> None:
    found = result_of_counts({"must-be": 9, "attractive": 9, "indifferent": 1})
    assert found.category is None
    assert found.runner_up == "attractive"


def test_a_clear_first_has_no_runner_up_and_a_narrow_one_has() -> None:
    assert result_of_counts({"must-be": 30, "attractive": 5}).runner_up is None
    assert result_of_counts({"must-be": 11, "attractive": 9}).runner_up == "attractive"


def test_reverse_and_questionable_answers_enter_no_coefficient() -> None:
    found = result_of_counts({"reverse": 5, "questionable": 2})
    assert (found.better, found.worse, found.category) == (None, None, "reverse")


def test_pairs_are_counted_one_a_person() -> None:
    found = result_of_pairs([("like", "dislike"), ("like", "dislike"), ("expect", "dislike")])
    assert found.counts == {"performance": 2, "must-be": 1}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("I like it", "like"),
        ("1", "like"),
        ("Must be", "expect"),
        ("can live with it", "live"),
        ("5", "dislike"),
    ],
)
def test_answers_are_read_as_people_write_them(said: str, answer: str) -> None:
    assert answer_of(said) == answer


def test_categories_are_read_as_people_write_them() -> None:
    assert [category_named(word) for word in ("Delighter", "one-dimensional", "M", "growth")] == [
        "attractive",
        "performance",
        "must-be",
        None,
    ]


def test_kano_ranks_and_places_nothing() -> None:
    found = plan("rank these by Kano\n\nitem,A,O,M,I\nX,1,1,40,1\nY,40,1,1,1")
    assert found.framework == "kano"
    assert not found.scored
    assert all(one.placement is None for one in found.items)
    assert "## Now" not in found.markdown()
    assert "nothing is ranked" in found.markdown()


def test_few_answers_and_missing_ones_are_told() -> None:
    found = plan("item,A,O,M,I\nX,1,2,9,1\nY,,,,")
    assert any("Under 20 answers" in one for one in found.cautions)
    assert item(found, "Y").missing == ["answers"]
    assert found.questions[0].startswith("Y.")
