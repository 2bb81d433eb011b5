"""The verdict on a run as a table for the terminal."""

import pytest

from tests.unit.evals.building import a_baseline, a_case, a_suite, hostile_suite, table_of


def test_the_table_fits_a_hundred_columns() -> None:
    wide = a_suite(
        *(a_case(f"case-with-a-long-name-{n:04}", measure=n / 999) for n in range(999)),
        name="a_suite_with_a_name_that_goes_on_and_on_and_on",
        seconds=599.0,
        stale=("Recordings of no case: " + "x" * 300,),
    )
    cases = [a_case(case.key, measure=1 - case.score) for case in wide.cases[:500]]
    stale = a_suite(*(a_case(f"s{n}", stale=("It differs: " * 60,)) for n in range(20)))
    told = table_of(wide, stale, hostile_suite(), baselines=[a_baseline(wide, cases)])
    assert max(map(len, told.splitlines())) <= 100
    assert not set(told) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_the_table_tells_what_stale_suites_need() -> None:
    suite = a_suite(*(a_case(f"k{n}", stale=("No recording.",)) for n in range(10)))
    lines = table_of(suite, a_suite(a_case(), name="retrieval")).splitlines()
    assert "  and 2 more" in lines
    assert lines[-1] == (
        "STALE: 1 of 2 suites cannot be judged. Next: pm-copilot evals record ask_knowledge"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Recordings of no case, to be deleted: gone.json.",
        "Recordings of different models, to be made with one: embedded:tiny, embedded:large.",
    ],
)
def test_what_is_stale_about_a_suite_as_a_whole_is_told(told: str) -> None:
    suite = a_suite(a_case(), stale=(told,))
    assert f"  {told}" in table_of(suite, baselines=[a_baseline(suite)]).splitlines()


def test_recordings_of_no_case_are_not_to_be_recorded() -> None:
    suite = a_suite(a_case(), stale=("Recordings of no case, to be deleted: gone.json.",))
    assert "evals record" not in table_of(suite, baselines=[a_baseline(suite)])


def test_the_table_tells_what_got_worse() -> None:
    suite = a_suite(a_case("k1", passed=False, must_pass=True), a_case("k2", passed=False))
    lines = table_of(suite, baselines=[a_baseline(suite)]).splitlines()
    assert "  Must pass and does not: k1." in lines
    assert "  Failed: k1, k2" in lines
    assert lines[-1].endswith("Next: pm-copilot evals report --html report.html")


def test_results_that_were_never_accepted_are_offered_for_it() -> None:
    new = table_of(a_suite(a_case()))
    row = " ".join(new.splitlines()[1].split())
    assert row == "ask_knowledge passed 1 of 1, 21–100 % – 1.000 new 3.3 s"
    assert new.endswith("passed: 1 of 1 suite. Next: pm-copilot evals accept ask_knowledge")
    suite = a_suite(a_case())
    assert table_of(suite, baselines=[a_baseline(suite)]).endswith("passed: 1 of 1 suite.")


def test_an_outgrown_baseline_is_accepted_anew_and_not_recorded() -> None:
    suite = a_suite(a_case())
    told = table_of(suite, baselines=[a_baseline(suite, data_hash="cases-0")])
    assert "The baseline has other cases." in told
    assert told.endswith("Next: pm-copilot evals accept ask_knowledge")


def test_equal_results_change_nothing_and_others_by_how_much() -> None:
    suite = a_suite(a_case("k1", measure=0.5), a_case("k2", measure=0.5))
    better = [a_case(case.key, measure=0.25) for case in suite.cases]
    same, changed = a_baseline(suite), a_baseline(suite, better)
    assert " =  " in table_of(suite, baselines=[same]).splitlines()[1]
    assert "+0.125 (+0.125, +0.125)" in table_of(suite, baselines=[changed]).splitlines()[1]


def test_contract_examples_count_apart() -> None:
    suite = a_suite(a_case(), a_case("k02", origin="authored", must_pass=True))
    row = table_of(suite).splitlines()[1]
    assert "1 of 1, 21–100 %  1 of 1" in row
