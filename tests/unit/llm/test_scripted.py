"""The model that replies with its script."""

import pytest

from copilot.errors import RecordingError, StreamBroken
from copilot.llm.scripted import ScriptedModel


async def test_replies_come_in_order_and_word_by_word() -> None:
    model = ScriptedModel(script=["two words", "next"])
    assert [chunk.text async for chunk in model.astream("a")][:2] == ["two", " words"]
    assert model.invoke("b").text == "next"
    assert [asked[0].text for asked in model.asked] == ["a", "b"]


async def test_an_exception_in_a_list_breaks_the_stream() -> None:
    reply = ScriptedModel(script=[["half", StreamBroken("It broke.")]]).astream("a")
    assert (await anext(reply)).text == "half"
    with pytest.raises(StreamBroken):
        await anext(reply)


def test_an_empty_script_is_told() -> None:
    with pytest.raises(RecordingError, match="no reply left"):
        ScriptedModel(script=[]).invoke("a")


def test_two_models_do_not_share_what_they_were_asked() -> None:
    ScriptedModel(script=["x"]).invoke("a")
    assert ScriptedModel(script=[]).asked == []
