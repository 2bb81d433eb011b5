"""The scorer of typed content."""

from typing import Any

import pytest

from copilot.evals.outcome import Outcome
from copilot.evals.scorers.shapes import has_shape
from tests.unit.evals.suites import expecting

STORIES = {
    "stories": [
        {"title": "Override", "i_want": "To override", "criteria": ["a", "b", "c"]},
        {"title": "Explain", "i_want": "to explain", "criteria": ["a"]},
    ]
}


def shape(**rule: Any) -> tuple[bool | float, str] | None:
    """Return the score of two stories by one rule."""
    return has_shape(expecting(), Outcome(body=STORIES), [rule])


@pytest.mark.parametrize(
    "rule",
    [
        {"path": "stories.*.i_want", "matches": "^to "},
        {"path": "stories.*.title", "lacks": "system"},
        {"path": "stories.*.criteria", "least": 1, "most": 3},
        {"path": "stories.*.criteria.*", "most": 1},
        {"path": "stories", "least": 2},
    ],
)
def test_content_that_keeps_to_a_rule_passes(rule: dict[str, Any]) -> None:
    assert shape(**rule) == (True, "Keeps to 1 rules.")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"path": "stories.*.i_want", "matches": "^to o"}, "does not match '^to o': 'to explain'"),
        ({"path": "stories.*.title", "lacks": "OVER"}, "matches 'OVER': 'Override'"),
        ({"path": "stories.*.criteria", "least": 2}, "is shorter than 2: \"['a']\""),
        ({"path": "stories.*.title", "most": 7}, "is longer than 7: 'Override'"),
    ],
)
def test_content_that_breaks_a_rule_fails_with_the_field(rule: dict[str, Any], told: str) -> None:
    assert shape(**rule) == (False, f"{rule['path']} {told}.")


def test_a_field_that_is_missing_fails() -> None:
    assert shape(path="stories.*.size") == (False, "There is no stories.*.size.")
    assert shape(path="epics.*.title") == (False, "There is no epics.*.title.")


def test_no_content_does_not_count() -> None:
    assert has_shape(expecting(), Outcome(), [{"path": "stories"}]) is None
