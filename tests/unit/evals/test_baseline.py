"""Accepted results, and how new ones compare with them."""

from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.evals.baseline import (
    Accepted,
    compare,
    model_of,
    read_baseline,
    refusal,
    write_baseline,
)
from copilot.evals.results import SuiteResult
from tests.unit.evals.building import MODEL, NOW, a_baseline, a_case, a_suite

FOUR = a_suite(*(a_case(f"k{number}") for number in range(4)))
HEAVY = MODEL.model_copy(update={"weights_sha256": "0123456789abcdef"})


def test_where_nothing_was_accepted_there_is_no_baseline(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "baseline.json") is None


def test_accepted_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "ask_knowledge" / "baseline.json"
    write_baseline(path, a_suite(a_case("k1", shown="Six years."), a_case("k2", passed=False)), NOW)
    baseline = read_baseline(path)
    assert baseline is not None
    assert (baseline.accepted, baseline.model) == (NOW, "embedded:tiny")
    assert baseline.cases["k1"] == Accepted(
        passed=True, score=1.0, measured=True, shown="Six years."
    )
    assert not baseline.cases["k2"].passed


def test_a_repeat_and_an_example_by_hand_are_kept_as_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, a_suite(a_case("k1", repeat=2), a_case("k2", origin="authored")), NOW)
    baseline = read_baseline(path)
    assert baseline is not None
    assert [(key, one.measured) for key, one in baseline.cases.items()] == [
        ("k1~2", True),
        ("k2", False),
    ]


@pytest.mark.parametrize("content", ["{", "{}", '{"colour": 1}'])
def test_a_damaged_baseline_is_told_with_the_next_command(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ask_knowledge" / "baseline.json"
    path.parent.mkdir()
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=r"baseline\.json is no baseline") as caught:
        read_baseline(path)
    assert caught.value.hint.endswith("pm-copilot evals accept ask_knowledge")


def test_equal_models_cases_and_scorers_can_be_compared() -> None:
    assert refusal(a_baseline(FOUR), FOUR) == ""


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (a_suite(model=HEAVY), "The baseline has other model."),
        (a_suite(model=None), "The baseline has other model."),
        (a_suite(data_hash="cases-2"), "The baseline has other cases."),
        (a_suite(scorer_hash="scorers-2"), "The baseline has other scorers."),
        (
            a_suite(data_hash="c", scorer_hash="s"),
            "The baseline has other cases and other scorers.",
        ),
    ],
)
def test_what_differs_beside_the_replies_forbids_a_comparison(
    result: SuiteResult, told: str
) -> None:
    assert refusal(a_baseline(a_suite()), result) == told


def test_a_model_is_its_label_and_the_beginning_of_its_weights() -> None:
    assert model_of(a_suite(model=HEAVY)) == "embedded:tiny 0123456789ab"
    assert model_of(a_suite()) == "embedded:tiny"
    assert model_of(a_suite(model=None)) is None


def test_gained_and_lost_cases_are_counted_and_named() -> None:
    before = a_baseline(a_suite(a_case("a"), a_case("b", passed=False), a_case("c"), a_case("d")))
    after = a_suite(a_case("a", passed=False), a_case("b"), a_case("c", passed=False), a_case("d"))
    change = compare(before.cases, after)
    assert change is not None
    assert (change.cases, change.mean, change.gained, change.lost) == (4, -0.25, 1, 2)
    assert (change.worse, change.better) == (("a", "c"), ("b",))
    assert change.low < change.mean < change.high
    assert change.p == 1.0


def test_a_lower_measure_is_worse_though_the_case_still_passes() -> None:
    before = a_baseline(a_suite(a_case("a", measure=1.0)))
    change = compare(before.cases, a_suite(a_case("a", measure=0.5)))
    assert change is not None
    assert (change.mean, change.lost, change.worse) == (-0.25, 0, ("a",))


@pytest.mark.parametrize(
    "after",
    [a_case("k0", origin="authored"), a_case("k0", stale=("It changed.",)), a_case("new")],
)
def test_what_says_nothing_of_quality_or_is_new_is_not_compared(after: object) -> None:
    assert compare(a_baseline(FOUR).cases, FOUR.model_copy(update={"cases": (after,)})) is None


def test_a_case_that_was_an_example_by_hand_is_not_compared() -> None:
    before = a_baseline(a_suite(a_case("a", origin="authored")))
    assert compare(before.cases, a_suite(a_case("a"))) is None
