"""Statistics of two runs over the same cases."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from copilot.analysis.paired import (
    Agreement,
    Difference,
    Flips,
    Share,
    difference,
    holm,
    kappa,
    mcnemar,
    pass_all,
    pass_at_1,
)
from copilot.errors import InputError

SCORES = st.floats(0, 1, allow_subnormal=False)
PAIRS = st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=40)
P_VALUES = st.dictionaries(st.sampled_from(["ask", "story", "risk", "route"]), SCORES)


@pytest.mark.parametrize(
    ("passed", "total", "low", "high"),
    [
        (8, 10, 0.4902, 0.9433),
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_a_share_has_the_interval_that_was_published_for_it(
    passed: int, total: int, low: float, high: float
) -> None:
    assert Share(passed, total).interval == pytest.approx((low, high), abs=5e-5)


def test_no_cases_leave_the_share_open() -> None:
    assert Share(0, 0).rate == 0.0
    assert Share(0, 0).interval == (0.0, 1.0)


@given(st.integers(1, 400), st.data())
def test_the_interval_of_a_share_holds_its_rate(total: int, data: st.DataObject) -> None:
    share = Share(data.draw(st.integers(0, total)), total)
    low, high = share.interval
    assert -1e-12 <= low <= share.rate + 1e-12
    assert share.rate - 1e-12 <= high <= 1 + 1e-12


def test_runs_that_do_not_differ_have_a_difference_of_exactly_nothing() -> None:
    assert difference([0.1, 0.7, 1.0], [0.1, 0.7, 1.0]) == Difference(0.0, 0.0, 0.0)


def test_one_case_that_gained_is_no_proof() -> None:
    mean, low, high = difference([0.0] * 20, [0.0] * 19 + [1.0])
    # Draws of that case are binomial(20, 1/20); 0 and 3 are the ends of its middle 95 %.
    assert (mean, low, high) == pytest.approx((0.05, 0.0, 0.15))


def test_the_interval_is_near_the_normal_one_where_cases_are_many() -> None:
    after = [1.0] * 300 + [0.0] * 100
    margin = 1.96 * (0.75 * 0.25 / 400) ** 0.5
    found = difference([0.0] * 400, after)
    assert found == pytest.approx((0.75, 0.75 - margin, 0.75 + margin), abs=0.005)


def test_the_same_runs_have_the_same_interval_and_another_seed_another() -> None:
    before, after = [0.1, 0.5, 0.9, 0.4, 0.3], [0.3, 0.4, 0.95, 0.8, 0.35]
    assert difference(before, after) == difference(before, after)
    assert difference(before, after) != difference(before, after, resamples=50, seed=2)


@given(PAIRS)
def test_the_interval_of_a_difference_holds_its_mean(pairs: list[tuple[float, float]]) -> None:
    before, after = zip(*pairs, strict=True)
    mean, low, high = difference(before, after, resamples=1000)
    assert low - 1e-12 <= mean <= high + 1e-12


@given(PAIRS)
def test_swapping_the_runs_negates_the_difference(pairs: list[tuple[float, float]]) -> None:
    before, after = zip(*pairs, strict=True)
    mean, low, high = difference(before, after, resamples=200)
    swapped = difference(after, before, resamples=200)
    assert swapped == pytest.approx((-mean, -high, -low), abs=1e-12)


def test_one_case_lost_against_nine_gained_is_hardly_chance() -> None:
    before = [True] + [False] * 9 + [True] * 5
    after = [False] + [True] * 9 + [True] * 5
    # 2 · (1 + 10) of the 2 ** 10 ways ten coins can fall
    assert mcnemar(before, after) == pytest.approx(Flips(9, 1, 22 / 1024))


def test_without_flips_nothing_speaks_against_chance() -> None:
    assert mcnemar([True, False], [True, False]) == Flips(0, 0, 1.0)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_swapping_the_runs_swaps_gained_and_lost_only(pairs: list[tuple[bool, bool]]) -> None:
    before, after = zip(*pairs, strict=True)
    gained, lost, p = mcnemar(before, after)
    assert mcnemar(after, before) == pytest.approx(Flips(lost, gained, p))


def test_four_p_values_are_adjusted_as_by_hand() -> None:
    # 4 · 0.005, 3 · 0.01, 2 · 0.03, and 1 · 0.04 raised to the one before
    adjusted = holm({"ask": 0.01, "story": 0.04, "risk": 0.03, "route": 0.005})
    assert adjusted == pytest.approx({"ask": 0.03, "story": 0.06, "risk": 0.06, "route": 0.02})


@given(P_VALUES)
def test_adjusting_never_makes_a_p_value_smaller_or_more_than_one(
    p_values: dict[str, float],
) -> None:
    adjusted = holm(p_values)
    assert adjusted.keys() == p_values.keys()
    assert all(p <= adjusted[name] <= 1 for name, p in p_values.items())


def test_adjusting_is_what_statsmodels_does() -> None:
    p_values = {str(at): p for at, p in enumerate((0.2, 0.001, 0.04, 0.04, 0.9, 0.013))}
    theirs = multipletests(list(p_values.values()), method="holm")[1]
    assert list(holm(p_values).values()) == pytest.approx(list(theirs))


def test_a_case_that_passes_now_and_then_counts_in_part_or_not_at_all() -> None:
    repeats = [[True, True], [True, False], [False, False], [True, True]]
    assert pass_at_1(repeats) == 0.625
    assert pass_all(repeats) == 0.5


def test_agreement_beyond_chance_is_as_by_hand() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: 0.7 agree, 0.5 would by chance
    first = ["yes"] * 25 + ["no"] * 25
    second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert kappa(first, second) == pytest.approx(Agreement(0.7, 0.4, 50))


def test_raters_who_say_only_one_thing_agree_no_more_than_chance() -> None:
    assert kappa(["yes", "yes"], ["yes", "yes"]) == Agreement(1.0, None, 2)
    assert kappa(["yes", "yes"], ["no", "no"]) == Agreement(0.0, 0.0, 2)


@pytest.mark.parametrize("compare", [difference, mcnemar, kappa])
@pytest.mark.parametrize(("before", "after"), [([], []), ([True], [True, False])])
def test_cases_without_a_partner_are_refused(
    compare: Callable[..., object], before: list[bool], after: list[bool]
) -> None:
    with pytest.raises(InputError, match=f"{len(before)} and {len(after)} cases"):
        compare(before, after)


@pytest.mark.parametrize("figure", [pass_at_1, pass_all])
@pytest.mark.parametrize("repeats", [[], [[True], []]])
def test_a_case_that_was_never_run_is_refused(
    figure: Callable[[Sequence[Sequence[bool]]], float], repeats: list[list[bool]]
) -> None:
    with pytest.raises(InputError, match="never run"):
        figure(repeats)
