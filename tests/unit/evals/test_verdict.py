"""The verdict on a run."""

from typing import Any

import pytest

from copilot.domain.recording import TokenCount
from copilot.evals.baseline import Baseline
from copilot.evals.outcome import Outcome, Verdict
from copilot.evals.results import CaseResult, SuiteResult
from copilot.evals.verdict import Rate, RunVerdict, SuiteVerdict, verdict_on
from tests.unit.evals.building import MODEL, a_baseline, a_call, a_case, a_run, a_suite

STALE = a_case("old", stale=("Prompt ask_knowledge@1 has changed since.",))


def several(*passed: bool, **more: Any) -> list[CaseResult]:
    return [a_case(f"k{number}", passed=one, **more) for number, one in enumerate(passed)]


def verdict(*suites: SuiteResult, **baselines: Baseline | None) -> RunVerdict:
    return verdict_on(a_run(*suites), baselines)


def only(found: RunVerdict) -> SuiteVerdict:
    [suite] = found.suites
    return suite


def against(accepted: SuiteResult, result: SuiteResult) -> SuiteVerdict:
    """Return the verdict on a suite beside what was accepted."""
    return only(verdict(result, ask_knowledge=a_baseline(accepted)))


def test_a_run_like_the_accepted_one_passes_with_exit_code_0() -> None:
    result = a_suite(*several(True, False))
    found = verdict(result, ask_knowledge=a_baseline(result))
    assert (found.status, found.exit_code, only(found).reasons) == ("passed", 0, ())
    assert only(found).failed == ("k1",)


def test_a_run_of_nothing_passes() -> None:
    assert (verdict().status, verdict().exit_code) == ("passed", 0)


def test_without_a_baseline_nothing_is_compared_and_that_is_said() -> None:
    found = only(verdict(a_suite(*several(True, False))))
    assert (found.status, found.change) == ("passed", None)
    assert (found.is_new, found.is_outdated) == (True, False)
    assert found.remarks == ("Nothing was accepted yet, so nothing is compared.",)


def test_a_difference_below_the_margin_is_worse_with_exit_code_1() -> None:
    before = a_suite(*several(*[True] * 20))
    after = a_suite(*several(False, False, *[True] * 18))
    found = verdict(after, ask_knowledge=a_baseline(before))
    assert (found.status, found.exit_code) == ("regressed", 1)
    [reason] = only(found).reasons
    assert reason.startswith("Worse than the baseline: -0.100 (")
    assert reason.endswith("margin 0.010; worse are k0, k1.")


@pytest.mark.parametrize(
    ("margin", "status"), [(0.09, "regressed"), (0.1, "passed"), (0.5, "passed")]
)
def test_the_margin_bounds_the_lower_end_of_the_difference(margin: float, status: str) -> None:
    before = a_suite(*several(True, True, measure=0.9))
    after = a_suite(*several(True, True, measure=0.7), margin=margin + 1e-9)
    assert against(before, after).status == status


def test_a_better_run_passes() -> None:
    found = against(a_suite(*several(False, False)), a_suite(*several(True, True)))
    assert (found.status, found.change.gained if found.change else 0) == ("passed", 2)


def test_a_case_that_must_pass_decides_whatever_the_baseline() -> None:
    broken = a_suite(*several(True, True), a_case("must", passed=False, must_pass=True))
    assert only(verdict(broken)).status == "regressed"
    found = against(broken, broken)
    assert (found.status, found.reasons) == ("regressed", ("Must pass and does not: must.",))


def test_examples_by_hand_are_in_no_figure() -> None:
    by_hand = a_case("hand", origin="authored", must_pass=True, calls=[a_call()])
    found = only(verdict(a_suite(*several(True, False), by_hand)))
    assert (found.measured.passed, found.measured.total, found.score) == (1, 2, 0.5)
    assert (found.authored.passed, found.authored.total) == (1, 1)
    assert found.usage == TokenCount(input_tokens=0, output_tokens=0)


def test_an_example_by_hand_must_pass_though_it_is_in_no_figure() -> None:
    by_hand = a_case("hand", origin="authored", must_pass=True, passed=False)
    found = only(verdict(a_suite(a_case(), by_hand)))
    assert (found.status, found.measured.rate) == ("regressed", 1.0)
    assert found.reasons == ("Must pass and does not: hand.",)


def test_a_stale_case_is_told_is_in_no_figure_and_exits_with_3() -> None:
    found = verdict(a_suite(a_case(), STALE))
    assert (found.status, found.exit_code) == ("stale", 3)
    [told] = only(found).stale
    assert (told.case, told.why) == ("old", "Prompt ask_knowledge@1 has changed since.")
    assert only(found).measured.total == 1


def test_stale_goes_before_worse_in_a_suite_and_in_a_run() -> None:
    broken = a_case("must", passed=False, must_pass=True)
    assert only(verdict(a_suite(STALE, broken))).status == "stale"
    worse, stale = a_suite(broken, name="a"), a_suite(STALE, name="b")
    assert verdict(worse, stale).exit_code == 3
    assert verdict(stale, worse).exit_code == 3
    assert verdict(worse, a_suite(a_case(), name="c")).exit_code == 1


def test_a_stale_case_that_must_pass_is_stale_and_not_broken() -> None:
    must = STALE.model_copy(update={"must_pass": True, "scores": ()})
    found = only(verdict(a_suite(must)))
    assert (found.reasons, found.failed) == ((), ())


def test_recordings_of_no_case_make_a_suite_stale() -> None:
    told = "Recordings of no case, to be deleted: gone.json."
    found = only(verdict(a_suite(a_case(), stale=[told])))
    assert (found.status, found.reasons) == ("stale", (told,))
    assert (found.stale, found.stale_suite) == ((), (told,))


def test_a_baseline_of_other_cases_is_refused_and_stale() -> None:
    found = against(a_suite(a_case()), a_suite(a_case(passed=False), data_hash="cases-2"))
    assert (found.status, found.change) == ("stale", None)
    assert (found.is_new, found.is_outdated, found.stale_suite) == (False, True, ())
    assert found.reasons == found.remarks == ("The baseline has other cases.",)


def test_a_live_run_of_another_model_is_not_stale_and_only_remarked() -> None:
    other = MODEL.model_copy(update={"label": "embedded:large"})
    live = a_suite(a_case(origin="live", model=other), model=other)
    found = against(a_suite(a_case()), live)
    assert (found.status, found.reasons) == ("passed", ())
    assert (found.is_outdated, found.remarks) == (True, ("The baseline has other model.",))


def test_a_comparable_baseline_is_neither_new_nor_outdated() -> None:
    found = against(a_suite(a_case()), a_suite(a_case()))
    assert (found.is_new, found.is_outdated, found.remarks) == (False, False, ())


def test_a_reply_the_judge_has_not_read_is_a_remark_and_nothing_else() -> None:
    asked = [a_call(), a_call('{"verdict": "yes"}').model_copy(update={"namespace": "judge"})]
    read = a_case("read", calls=asked, outcome=Outcome(verdict=Verdict(good=True, why="So.")))
    suite = a_suite(read, a_case("unread", calls=asked), a_case("unjudged", calls=asked[:1]))
    found = against(suite, suite)
    assert (found.status, found.stale) == ("passed", ())
    assert found.remarks == ("The judge has not read the replies of unread as they are now.",)


def test_an_edited_recording_is_a_remark_and_nothing_else() -> None:
    suite = a_suite(a_case("a", is_edited=True), a_case("b"), a_case("c", is_edited=True))
    found = against(suite, suite)
    assert (found.status, found.stale) == ("passed", ())
    assert found.remarks == ("Edited by hand after it was recorded: a, c.",)


def test_what_is_edited_and_stale_is_only_told_to_be_stale() -> None:
    found = only(verdict(a_suite(STALE.model_copy(update={"is_edited": True}))))
    assert (found.status, len(found.remarks)) == ("stale", 1)


def test_cases_of_the_baseline_that_are_gone_are_a_regression() -> None:
    accepted = a_suite(a_case("k0"), a_case("k0", repeat=2))
    found = against(accepted, a_suite(a_case("k0")))
    assert (found.status, found.reasons) == (
        "regressed",
        ("Cases of the baseline are gone: k0~2.",),
    )


def test_p_values_are_adjusted_over_the_suites_after_holm() -> None:
    before, after = [True] * 10, [False] * 8 + [True] * 2
    lost = a_suite(*several(*after), name="lost")
    same = a_suite(*several(*before), name="same")
    new = a_suite(a_case(), name="new")
    known = {
        "lost": a_baseline(a_suite(*several(*before))),
        "same": a_baseline(same),
    }
    first, second, third = verdict(lost, same, new, **known).suites
    assert first.change is not None
    assert first.change.p == pytest.approx(2 * 0.5**8)
    assert first.adjusted_p == pytest.approx(2 * first.change.p)
    assert (second.adjusted_p, third.adjusted_p) == (1.0, None)


def test_repeats_tell_how_steady_a_model_is() -> None:
    steady = [a_case("a", repeat=number) for number in (1, 2)]
    shaky = [a_case("b"), a_case("b", repeat=2, passed=False)]
    found = only(verdict(a_suite(*steady, *shaky)))
    assert (found.pass_at_1, found.pass_all) == (0.75, 0.5)
    assert (found.measured.passed, found.measured.total, found.failed) == (1, 2, ("b~2",))


def test_without_repeats_steadiness_is_not_told() -> None:
    found = only(verdict(a_suite(*several(True, False))))
    assert (found.pass_at_1, found.pass_all) == (None, None)


def test_a_rate_has_its_interval_even_of_nothing() -> None:
    rate = only(verdict(a_suite(*several(*[True] * 8, False, False)))).measured
    assert (rate.passed, rate.total, rate.rate) == (8, 10, 0.8)
    assert (rate.low, rate.high) == pytest.approx((0.490, 0.943), abs=5e-4)
    assert only(verdict(a_suite())).measured == Rate(passed=0, total=0, rate=0.0, low=0.0, high=1.0)


def test_measures_are_averaged_apart_from_verdicts() -> None:
    cases = [a_case("a", measure=1.0), a_case("b", measure=0.5)]
    assert only(verdict(a_suite(*cases))).measures == {"ranks": 0.75}


def test_a_judges_agreement_with_labels_is_corrected_for_chance() -> None:
    def labelled(key: str, label: str, *, good: bool) -> CaseResult:
        told = Outcome(verdict=Verdict(good=good, why="So."))
        return a_case(key, asked={"expect": {"verdict": label}}, outcome=told)

    agreeing = [labelled("a", "yes", good=True), labelled("b", "no", good=False)]
    cases = [*agreeing, labelled("c", "yes", good=True), labelled("d", "no", good=True)]
    agreement = only(verdict(a_suite(*cases))).agreement
    assert agreement is not None
    assert (agreement.agreed, agreement.cases, agreement.kappa) == (3, 4, 0.5)
    assert only(verdict(a_suite(a_case()))).agreement is None


def test_what_recordings_took_is_summed_and_priced() -> None:
    cases = [a_case(key, calls=[a_call(), a_call()]) for key in ("a", "b")]
    found = only(verdict(a_suite(*cases)))
    assert found.usage == TokenCount(input_tokens=4_000, output_tokens=80)
    assert (found.recorded_seconds, found.cost_usd) == (8.0, 0.0)
    unpriced = MODEL.model_copy(update={"label": "own:secret"})
    assert only(verdict(a_suite(*cases, model=unpriced))).cost_usd is None
