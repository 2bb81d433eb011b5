"""Ids that a source gives its requirements."""

from itertools import islice

import pytest

from copilot.analysis.requirements.identifiers import fresh, is_of_statement, taken_off


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("FR-001: The gate opens.", "FR-001"),
        ("FR-001 The gate opens.", "FR-001"),
        ("**FR-001** The gate opens.", "FR-001"),
        ("**FR-001:** The gate opens.", "FR-001"),
        ("[REQ-12] The gate opens.", "REQ-12"),
        ("`US-7`: The gate opens.", "US-7"),
        ("REQ 12: The gate opens.", "REQ 12"),
        ("R1. The gate opens.", "R1"),
        ("NFR-3.1.2a - The gate opens.", "NFR-3.1.2a"),
        ("fr-2: The gate opens.", "fr-2"),
    ],
)
def test_an_id_in_front_is_taken_off(text: str, name: str) -> None:
    assert taken_off(text) == (name, "The gate opens.")


@pytest.mark.parametrize(
    "text",
    [
        "The gate opens.",
        "Q3: the gate opens.",
        "V2: the gate opens.",
        "P1: the gate opens.",
        "H2: the gate opens.",
        "3.5 seconds is the limit.",
        "A4 is the size of the page.",
        "UTF-8 must be read.",
        "GPT-4 answers.",
        "",
    ],
)
def test_what_only_looks_like_an_id_stays(text: str) -> None:
    assert taken_off(text) == ("", text)


def test_ids_of_statements_in_our_own_specifications_are_none() -> None:
    assert taken_off("**problem-1** The gate is slow.") == ("", "The gate is slow.")
    assert taken_off("**non_goals-12** No new gate.") == ("", "No new gate.")
    assert is_of_statement("**non_goals-12** No new gate.")
    assert not is_of_statement("**req-12** No new gate.")
    assert taken_off("**req-12** No new gate.") == ("req-12", "No new gate.")


@pytest.mark.parametrize("spelling", ["FR-002", "FR-2", "fr 2", "FR_0002", "FR2"])
def test_a_fresh_id_has_a_number_that_nobody_has_in_whatever_spelling(spelling: str) -> None:
    assert list(islice(fresh([spelling, "REQ-1"]), 3)) == ["FR-001", "FR-003", "FR-004"]


def test_fresh_ids_go_on_beyond_three_digits() -> None:
    assert next(fresh(f"FR-{number}" for number in range(1, 1000))) == "FR-1000"
