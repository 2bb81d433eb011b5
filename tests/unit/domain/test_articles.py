"""The indefinite article."""

import pytest

from copilot.domain.articles import article


@pytest.mark.parametrize(
    "noun", ["applicant", "Editor", "hour", "heir", "umbrella", "urban planner", "unarmed guard"]
)
def test_an_stands_before_a_vowel_that_is_heard(noun: str) -> None:
    assert article(noun) == "an"


@pytest.mark.parametrize(
    "noun", ["user", "User", "university", "unit", "union", "European", "one-off", "nurse", "hair"]
)
def test_a_stands_before_all_other_sounds(noun: str) -> None:
    assert article(noun) == "a"


def test_nothing_has_an_article_too() -> None:
    assert article("") == "a"
