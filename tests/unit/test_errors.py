"""Errors as a family."""

import pytest

from copilot import errors
from copilot.errors import CopilotError

FAMILIES = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and kind.__module__ == errors.__name__
]


@pytest.mark.parametrize("kind", FAMILIES)
def test_every_error_has_a_message_a_hint_and_an_exit_code(kind: type[CopilotError]) -> None:
    error = kind("What happened.", hint="What to do.")
    assert (str(error), error.message, error.hint) == (
        "What happened.",
        "What happened.",
        "What to do.",
    )
    assert 1 <= error.exit_code <= 6


@pytest.mark.parametrize("kind", FAMILIES)
def test_the_tree_in_the_module_shows_every_error(kind: type[CopilotError]) -> None:
    assert kind.__name__ in str(errors.__doc__)
