"""Prompts with declared variables."""

import pytest

from copilot.domain.prompt import Prompt
from copilot.errors import ContentError

PROMPT = Prompt(
    name="greet",
    version=2,
    purpose="Greet.",
    variables={"name": "who", "day": "when"},
    system="It is $day. Money is written $$5.",
    user="Greet $name.",
)


def test_filling_gives_both_messages_and_a_literal_dollar() -> None:
    assert PROMPT.fill(name="Ada", day="Monday") == [
        ("system", "It is Monday. Money is written $5."),
        ("user", "Greet Ada."),
    ]


def test_a_value_with_a_dollar_is_not_filled_again() -> None:
    assert PROMPT.fill(name="$day", day="x")[1] == ("user", "Greet $day.")


def test_a_prompt_without_a_user_part_is_one_message() -> None:
    only = PROMPT.model_copy(update={"user": "", "variables": {"day": "when"}})
    assert [role for role, _ in only.fill(day="today")] == ["system"]


@pytest.mark.parametrize(
    ("values", "named"),
    [({"name": "Ada"}, "day"), ({"name": "Ada", "day": "x", "moon": "y"}, "moon")],
)
def test_missing_and_surplus_values_are_named(values: dict[str, str], named: str) -> None:
    with pytest.raises(ContentError, match=rf"these differ: \['{named}'\]"):
        PROMPT.fill(**values)


def test_used_variables_are_those_of_both_parts() -> None:
    assert PROMPT.used_variables() == {"name", "day"}


def test_the_fingerprint_changes_with_the_body_and_not_with_the_purpose() -> None:
    assert PROMPT.model_copy(update={"purpose": "p"}).fingerprint == PROMPT.fingerprint
    assert PROMPT.model_copy(update={"user": "u"}).fingerprint != PROMPT.fingerprint
    assert PROMPT.reference == "greet@2"
