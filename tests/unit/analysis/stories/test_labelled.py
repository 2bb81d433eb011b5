"""The linter agrees with people on labelled stories; all of them have been read by now."""

import pytest

from tests.unit.analysis.stories.measuring import any_defect, atomic, false_alarms, half, judged

FLOORS = [
    ("first.jsonl", True, 0.97, 0.98, 0.05),
    ("first.jsonl", False, 0.96, 0.98, 0.05),
    ("fresh.jsonl", True, 0.95, 0.97, 0.10),
    ("fresh.jsonl", False, 0.91, 0.97, 0.10),
]
"""File, whether it is the half tuned on first, least F1 of any defect, least F1 of what is not
atomic, and the largest share of false alarms on stories made to mislead."""


@pytest.mark.parametrize(("name", "tuned", "of_any", "of_atomic", "alarms"), FLOORS)
def test_agreement_stays_above_its_floor(
    name: str, tuned: bool, of_any: float, of_atomic: float, alarms: float
) -> None:
    rows = half(judged(name), tuned=tuned)
    assert any_defect(rows).f1 >= of_any
    assert atomic(rows).f1 >= of_atomic
    raised, hard = false_alarms(rows)
    assert raised <= alarms * hard
