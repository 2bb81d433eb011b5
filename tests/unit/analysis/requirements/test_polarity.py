"""Words that turn a sentence round."""

import pytest

from copilot.analysis.requirements.polarity import is_turned, keeps_turns, turns


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Codes last at least 24 hours.", "Codes last at most 24 hours."),
        ("Scores are never shared.", "Scores are shared."),
        ("Parents can see grades.", "Parents cannot see grades."),
        ("Shops open on weekdays only.", "Shops open on weekdays and Sundays."),
        ("The load stays < 5.", "The load stays > 5."),
    ],
)
def test_another_direction_is_told(before: str, after: str) -> None:
    assert is_turned(before, after)


def test_another_wording_of_the_same_is_not_turned() -> None:
    assert not is_turned("Codes last at least 24 hours.", "A code has to last at least 24 hours.")


def test_what_denies_or_limits_has_to_be_kept() -> None:
    assert keeps_turns("Scores are never shared.", "sharing a score is refused")
    assert not keeps_turns("Scores are never shared.", "scores are shared")
    assert not keeps_turns("Only admins see it.", "admins see it")


def test_a_plain_sentence_turns_nothing() -> None:
    assert turns("Members book a room.") == frozenset()
