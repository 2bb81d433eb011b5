"""Two runs side by side."""

from copilot.evals.comparison import changes, compared_runs, with_baselines
from tests.unit.evals.building import MODEL, a_baseline, a_case, a_run, a_suite

LARGE = MODEL.model_copy(update={"label": "embedded:large"})
BEFORE = a_suite(a_case("a"), a_case("b", passed=False), a_case("c"))
AFTER = a_suite(a_case("a", passed=False), a_case("b"), a_case("c"), model=LARGE)


def test_runs_of_different_models_are_compared_and_both_are_named() -> None:
    [suite] = compared_runs(a_run(BEFORE), a_run(AFTER))
    assert (suite.name, suite.before, suite.after) == (
        "ask_knowledge",
        "embedded:tiny",
        "embedded:large",
    )
    assert suite.change is not None
    assert (suite.change.worse, suite.change.better, suite.change.mean) == (("a",), ("b",), 0.0)


def test_a_suite_that_only_one_run_has_is_left_out() -> None:
    other = a_suite(a_case(), name="draft_story")
    assert compared_runs(a_run(BEFORE), a_run(other)) == []


def test_a_run_is_compared_with_what_was_accepted() -> None:
    run = a_run(AFTER, a_suite(a_case(), name="new"))
    [suite] = with_baselines(run, {"ask_knowledge": a_baseline(BEFORE), "new": None})
    assert suite.change is not None
    assert (suite.name, suite.change.gained, suite.change.lost) == ("ask_knowledge", 1, 1)


def test_changes_name_models_figures_and_cases() -> None:
    first, *cases = changes(compared_runs(a_run(BEFORE), a_run(AFTER))).splitlines()
    assert first.startswith("ask_knowledge (embedded:tiny → embedded:large): +0.000 (")
    assert first.endswith("over 3 cases; 1 pass now, 1 no longer, p 1.")
    assert cases == ["  worse: a", "  better: b"]


def test_one_model_is_named_once_and_no_change_names_no_case() -> None:
    told = changes(compared_runs(a_run(BEFORE), a_run(BEFORE)))
    assert told == (
        "ask_knowledge (embedded:tiny): +0.000 (+0.000 to +0.000) over 3 cases; "
        "0 pass now, 0 no longer, p 1."
    )


def test_where_nothing_can_be_compared_it_is_said() -> None:
    by_hand = a_suite(a_case(origin="authored"), model=None)
    told = changes(compared_runs(a_run(by_hand), a_run(by_hand)))
    assert told == "ask_knowledge (no model): no case can be compared."
    assert changes([]) == "There is nothing to compare."
