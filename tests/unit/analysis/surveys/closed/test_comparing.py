"""Answers compared between groups."""

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from copilot.analysis.surveys.closed.coding import Coded
from copilot.analysis.surveys.closed.comparing import compare
from copilot.analysis.surveys.closed.groups import MOST_GROUPS, large_groups, segments_in
from copilot.analysis.surveys.closed.nps import SCORES
from copilot.analysis.surveys.closed.reading import Levels, Picks, Values
from copilot.errors import InputError
from tests.unit.analysis.surveys.closed.sheets import sheet


def plans(free: int, pro: int, team: int = 0) -> Coded:
    return Coded(np.repeat([0, 1, 2], [free, pro, team]), ("free", "pro", "team"))


def test_small_groups_are_left_out_and_named_without_their_size() -> None:
    scores = Levels(np.array([10] * 20 + [0] * 20 + [5] * 4), SCORES, is_nps=True)
    test = compare(scores, "Plan", plans(20, 20, 4), seed=1)
    assert test is not None
    assert test.n == 40
    assert test.method == "Mann-Whitney"
    assert test.effect == 1.0
    assert test.note == (
        "“free” NPS +100 (+70 to +100), few answers; “pro” NPS -100 (-100 to -70), few answers. "
        "Left out, under 10 answers: “team”."
    )


def test_a_scale_from_0_to_10_that_asks_for_no_recommendation_has_no_nps() -> None:
    steps = Levels(np.array([10] * 20 + [0] * 20), SCORES)
    test = compare(steps, "Plan", plans(20, 20), seed=1)
    assert test is not None
    assert "NPS" not in test.note
    assert "from “9” up" in test.note


def test_one_group_cannot_be_compared() -> None:
    assert compare(Levels(np.array([1, 2] * 10), SCORES), "Plan", plans(16, 4), seed=1) is None


def test_the_odd_cells_of_a_choice_are_pointed_at() -> None:
    picked = np.zeros((200, 2), dtype=bool)
    picked[:80, 0] = picked[80:100, 1] = picked[100:140, 0] = picked[140:, 1] = True
    picks = Picks(("Web", "App"), picked, np.ones(200, dtype=bool), is_single=True)
    test = compare(picks, "Plan", plans(100, 100), seed=1)
    assert test is not None
    expected = chi2_contingency([[80, 20], [40, 60]], correction=False)
    assert test.p == pytest.approx(expected.pvalue)
    assert ("free", "Web", 0.8, 0.6) in [
        (cell.group, cell.value, cell.share, cell.of_all) for cell in test.cells
    ]


def test_options_of_a_multi_select_are_tested_one_by_one_with_holm() -> None:
    picked = np.zeros((200, 3), dtype=bool)
    picked[:80, 0] = picked[100:140, 0] = True
    picked[:55, 1] = picked[100:150, 1] = True
    picks = Picks(("Web", "App", "Fax"), picked, np.ones(200, dtype=bool), is_single=False)
    test = compare(picks, "Plan", plans(100, 100), seed=1)
    assert test is not None
    expected = chi2_contingency([[80, 20], [40, 60]], correction=False).pvalue
    assert test.p == pytest.approx(2 * expected)  # nobody picked the third: two tests
    assert test.note == "2 options tested, Holm; “Web” differs most."
    assert {cell.value for cell in test.cells} == {"Web"}


def test_top_shares_of_a_scale_are_told_by_group() -> None:
    steps = Levels(np.array([4] * 30 + [0] * 10 + [4] * 2 + [1] * 38), ("1", "2", "3", "4", "5"))
    test = compare(steps, "Plan", plans(40, 40), seed=1)
    assert test is not None
    assert test.note == "“free” 75 % (60 to 86 %) from “4” up; “pro” under 5 people from “4” up."


def test_means_are_told_by_group() -> None:
    test = compare(
        Values(np.array([1.0, 3.0] * 10 + [7.0, 9.0] * 10)), "Plan", plans(20, 20), seed=1
    )
    assert test is not None
    assert test.note == "“free” mean 2 (1.52 to 2.48); “pro” mean 8 (7.52 to 8.48)."


def test_only_so_many_groups_are_compared_and_the_largest_are_kept() -> None:
    sizes = np.arange(MOST_GROUPS + 5) + 10
    labels = tuple(f"g{at}" for at in range(len(sizes)))
    coded = Coded(np.repeat(np.arange(len(sizes)), sizes), labels)
    groups = large_groups("Country", coded, np.ones(int(sizes.sum()), dtype=bool))
    assert len(groups.names) == MOST_GROUPS
    assert groups.names[0] == labels[-1]
    assert "g0" not in groups.names
    assert groups.note.startswith("Left out, smaller than the others: ")


def test_a_segment_that_is_no_column_is_named_beside_those_that_are() -> None:
    with pytest.raises(InputError, match="There is no column “Plan”") as caught:
        segments_in(sheet(plan=["free"]), ["Plan"])
    assert "“plan”" in caught.value.hint
