"""What the parser of Cucumber refuses, in words."""

import pytest

from copilot.analysis.gherkin.parsing import parsed
from copilot.errors import InputError


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has no Feature"),
        ("Just words.", "line 1: “Just words.” cannot stand there"),
        (
            "Feature: a\n Scenario: b\n  Given c\n  Giv d\n",
            "line 4: “Giv d” cannot stand there (is Given meant?)",
        ),
        ("Feature: a\n @b c\n Scenario: d\n", "line 2: a tag may not contain whitespace"),
        ("# language: xx\nFeature: a\n", "line 1: language not supported: xx"),
        ('Feature: a\n Scenario: b\n  Given c\n  """\n  d', "the file ends too early"),
        (
            "Feature: a\n Scenario: b\n  Given c\nFeature: d\n",
            "line 4: “Feature: d” cannot stand there",
        ),
    ],
)
def test_what_the_parser_refuses_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(InputError) as refused:
        parsed(text, "a.feature")
    assert told in refused.value.message
    assert refused.value.message.startswith("a.feature ")


def test_at_most_three_mistakes_are_told_and_the_rest_counted() -> None:
    wrong = "Feature: a\n Scenario: b\n  Given c\n" + "  nonsense\n" * 8
    with pytest.raises(InputError, match=r"line 6.*; and 5 more\.$"):
        parsed(wrong, "It")
