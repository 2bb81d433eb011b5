"""How long the rest takes."""

import pytest

from copilot.domain.pace import remaining


@pytest.mark.parametrize(
    ("seconds", "done", "told"),
    [
        (2.0, 1, ""),
        (60.0, 0, ""),
        (60.0, 10, ""),
        (60.0, 2, ", about 4 min left"),
        (60.0, 9, ", about a minute left"),
    ],
)
def test_the_rest_is_told_at_the_pace_so_far(seconds: float, done: int, told: str) -> None:
    assert remaining(seconds, done, 10) == told
