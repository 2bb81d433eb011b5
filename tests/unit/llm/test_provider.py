"""The wall in front of the model's library, against a real server."""

from collections.abc import AsyncIterator, Iterator

import openai
import pytest
from pydantic import SecretStr

from copilot.errors import (
    KeyRefused,
    ModelBusy,
    ModelError,
    ModelNotFound,
    ModelUnreachable,
    SetupError,
    StreamBroken,
)
from copilot.llm.choice import ModelChoice
from copilot.llm.provider import GuardedModel, build_model, translated
from tests.unit.llm.loopback_chat import Chat, serving_chat


def model_at(url: str) -> GuardedModel:
    choice = ModelChoice(
        provider="openai", name="tiny", why="test", base_url=url, key=SecretStr("sk-1")
    )
    return build_model(choice, 10.0)


async def streamed(model: GuardedModel) -> AsyncIterator[str]:
    async for chunk in model.astream("Hi"):
        yield chunk.text


async def reply_of(chat: Chat) -> str:
    with serving_chat(chat):
        return "".join([text async for text in streamed(model_at(chat.url))])


def library_errors(kind: type[Exception] = openai.OpenAIError) -> Iterator[type[Exception]]:
    yield kind
    for child in kind.__subclasses__():
        yield from library_errors(child)


async def test_a_whole_reply_comes_in_pieces_and_the_key_goes_to_the_server() -> None:
    chat = Chat(words=["One", " two"])
    assert await reply_of(chat) == "One two"
    assert chat.keys == ["Bearer sk-1"]
    assert chat.asked[0]["model"] == "tiny"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, ModelError),
        (401, KeyRefused),
        (403, KeyRefused),
        (404, ModelNotFound),
        (429, ModelBusy),
        (500, ModelBusy),
        (503, ModelBusy),
    ],
)
async def test_every_answer_of_a_server_is_told_in_our_words(
    status: int, kind: type[ModelError]
) -> None:
    with pytest.raises(ModelError) as caught:
        await reply_of(Chat(status))
    assert type(caught.value) is kind
    assert str(status) in caught.value.message
    assert caught.value.hint
    assert "sk-1" not in caught.value.message


async def test_a_stream_that_breaks_keeps_what_came_and_says_so() -> None:
    with serving_chat(Chat(words=["half", " a reply"], cut=True)) as chat:
        reply = streamed(model_at(chat.url))
        assert [await anext(reply), await anext(reply)] == ["half", " a reply"]
        with pytest.raises(StreamBroken, match="stopped half-way"):
            await anext(reply)


async def test_a_stream_that_ends_without_its_last_chunk_is_a_broken_one() -> None:
    first = b'data: {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "tiny", '
    delta = b'"choices": [{"index": 0, "delta": {"content": "half"}, "finish_reason": null}]}\n\n'
    with pytest.raises(StreamBroken):
        await reply_of(Chat(body=first + delta))


@pytest.mark.parametrize("body", [b"data: {nonsense\n\n", b"data: [1]\n\n"])
async def test_garbage_in_the_stream_is_an_error_of_the_model(body: bytes) -> None:
    with pytest.raises(ModelError):
        await reply_of(Chat(body=body))


@pytest.mark.parametrize("body", [b"<html>busy</html>", b"{}", b"[]", b"\xff\xfe"])
async def test_an_answer_that_is_no_completion_is_an_error_of_the_model(body: bytes) -> None:
    with serving_chat(Chat(body=body)) as chat, pytest.raises(ModelError):
        await model_at(chat.url).bind().ainvoke("Hi")


async def test_no_server_is_told_with_the_next_command() -> None:
    model = model_at("http://127.0.0.1:9/v1")
    model.inner.max_retries = 0  # type: ignore[attr-defined]  # a field of the library's model
    with pytest.raises(ModelUnreachable, match="openai:tiny does not answer") as caught:
        [text async for text in streamed(model)]
    assert caught.value.hint.endswith("pm-copilot doctor")


@pytest.mark.parametrize("kind", dict.fromkeys(library_errors()))
def test_every_error_of_the_library_has_a_translation(kind: type[Exception]) -> None:
    error = kind.__new__(kind, "told to fail")
    if isinstance(error, openai.APIStatusError):
        error.status_code = getattr(kind, "status_code", 418)
    with pytest.raises(ModelError) as caught, translated("openai:tiny"):
        raise error
    assert caught.value.__cause__ is error
    assert "openai:tiny" in caught.value.message


@pytest.mark.parametrize(
    ("provider", "message"),
    [("anthropic", "needs a package that is not installed"), ("nonsense", "cannot be set up")],
)
def test_a_provider_that_cannot_be_used_is_told_at_once(provider: str, message: str) -> None:
    with pytest.raises(SetupError, match=message):
        build_model(ModelChoice(provider=provider, name="x", why="test"), 1.0)


def test_openai_without_a_key_is_told_at_once() -> None:
    with pytest.raises(SetupError, match="cannot be set up"):
        build_model(ModelChoice(provider="openai", name="x", why="test"), 1.0)


async def test_a_model_without_tools_is_told_with_the_setting_that_helps() -> None:
    body = b'{"error": {"message": "registry.example/tiny does not support tools"}}'
    with pytest.raises(ModelError, match="does not support tools") as caught:
        await reply_of(Chat(400, body=body))
    assert "PM_COPILOT_TOOLS=guided" in caught.value.hint
