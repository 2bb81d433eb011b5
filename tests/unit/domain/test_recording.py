"""Recordings as nouns."""

from typing import Any

import pytest
from pydantic import ValidationError

from copilot.domain.recording import Call, RecordedModel, Recording, Reply, TokenCount, key_of

SENT: dict[str, Any] = {
    "model": "embedded:tiny",
    "parameters": {"temperature": 0.0, "max_tokens": 900},
    "tools": [{"type": "function", "function": {"name": "add", "parameters": {}}}],
    "response_format": None,
    "messages": [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Größe in €?"},
    ],
}
KEY_OF_SENT = "1752e6e14afaf0098b90730221fa9251845052b71815aa5f9562740cb21209bd"
"""Never change it alone: every recording anywhere becomes stale with it."""


def call(seconds: float | None = None, *counts: int) -> Call:
    usage = TokenCount(input_tokens=counts[0], output_tokens=counts[1]) if counts else None
    return Call(reply=Reply(usage=usage), seconds=seconds)


def recording(*calls: Call) -> Recording:
    return Recording(
        case="c", origin="recorded", model=RecordedModel(label="openai:tiny"), calls=calls
    )


def test_the_key_of_a_request_stays_what_it_is() -> None:
    assert key_of(SENT) == KEY_OF_SENT


def test_the_order_of_fields_does_not_change_the_key() -> None:
    backwards = dict(reversed(SENT.items()))
    backwards["parameters"] = {"max_tokens": 900, "temperature": 0.0}
    assert key_of(backwards) == KEY_OF_SENT


@pytest.mark.parametrize(
    "change",
    [
        {"model": "embedded:tiny2"},
        {"parameters": {"temperature": 0.1, "max_tokens": 900}},
        {"tools": []},
        {"response_format": {}},
        {"messages": SENT["messages"][::-1]},
        {"messages": SENT["messages"][:1]},
        {"more": 1},
    ],
)
def test_any_change_of_a_request_changes_the_key(change: dict[str, Any]) -> None:
    assert key_of(SENT | change) != KEY_OF_SENT


def test_a_request_is_not_changed_by_taking_its_key() -> None:
    before = repr(SENT)
    key_of(SENT)
    assert repr(SENT) == before


def test_a_reply_is_the_text_of_its_pieces() -> None:
    assert Reply(pieces=("One", " two", "")).text == "One two"
    assert Reply().text == ""


def test_tokens_and_seconds_are_added_up_and_what_is_unknown_adds_nothing() -> None:
    whole = recording(call(0.5, 10, 3), call(None), call(0.25, 5, 2))
    assert whole.usage == TokenCount(input_tokens=15, output_tokens=5)
    assert whole.seconds == 0.75
    assert recording().usage == TokenCount(input_tokens=0, output_tokens=0)


@pytest.mark.parametrize("field", ["headers", "api_key", "base_url"])
def test_a_field_that_has_no_place_is_refused(field: str) -> None:
    for part in (Call, Recording, RecordedModel, Reply):
        with pytest.raises(ValidationError, match=field):
            part.model_validate({field: "x"})


def test_a_recording_is_recorded_or_authored_and_nothing_else() -> None:
    with pytest.raises(ValidationError, match="origin"):
        Recording.model_validate({**recording().model_dump(), "origin": "made up"})


def test_a_recording_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(recording(), "case", "d")  # noqa: B010
