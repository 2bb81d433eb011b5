"""The linter agrees with people on labelled stories, in the half nobody tuned on too."""

import pytest

from tests.unit.analysis.stories.measuring import any_defect, atomic, false_alarms, half, judged

FLOORS = [
    ("first.jsonl", True, 0.97, 0.97),
    ("first.jsonl", False, 0.89, 0.92),
]
"""File, whether it is the tuned half, least F1 of any defect, least F1 of what is not atomic."""
MOST_FALSE_ALARMS = 0.10


@pytest.mark.parametrize(("name", "tuned", "of_any", "of_atomic"), FLOORS)
def test_agreement_stays_above_its_floor(
    name: str, tuned: bool, of_any: float, of_atomic: float
) -> None:
    rows = half(judged(name), tuned=tuned)
    assert any_defect(rows).f1 >= of_any
    assert atomic(rows).f1 >= of_atomic


@pytest.mark.parametrize(("name", "tuned"), [row[:2] for row in FLOORS])
def test_stories_made_to_mislead_rarely_raise_a_false_alarm(name: str, tuned: bool) -> None:
    alarms, rows = false_alarms(half(judged(name), tuned=tuned))
    assert alarms <= MOST_FALSE_ALARMS * rows
