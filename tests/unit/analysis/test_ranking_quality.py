"""Quality of a ranking, against values computed by hand."""

import pytest

from copilot.analysis.ranking_quality import ndcg, recall


@pytest.mark.parametrize(
    ("ranked", "relevant", "value"),
    [
        (["a"], {"a"}, 1.0),
        (["b", "a", "c"], {"a", "c"}, 0.6934),  # (0.6309 + 0.5) / (1 + 0.6309)
        (["b", "a"], {"a"}, 0.6309),
        (["b"], {"a"}, 0.0),
        ([], {"a"}, 0.0),
        (["a"], set(), 0.0),
    ],
)
def test_ndcg_discounts_by_the_logarithm_of_the_rank(
    ranked: list[str], relevant: set[str], value: float
) -> None:
    assert ndcg(ranked, relevant) == pytest.approx(value, abs=1e-4)


def test_what_stands_below_the_depth_does_not_count() -> None:
    assert ndcg(["x", "a"], {"a"}, depth=1) == 0.0
    assert recall(["x", "a"], {"a"}, depth=1) == 0.0


def test_a_full_page_of_relevant_ids_is_perfect_however_many_more_there_are() -> None:
    assert ndcg(["a", "b"], {"a", "b", "c"}, depth=2) == pytest.approx(1.0)


def test_recall_is_a_share_of_the_relevant() -> None:
    assert recall(["a", "x", "b"], {"a", "b", "c", "d"}) == 0.5
    assert recall(["a"], set()) == 0.0
