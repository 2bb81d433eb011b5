"""Asking for prose."""

import pytest

from copilot.errors import ModelBusy, ModelError
from copilot.llm.prose import ask_prose
from copilot.llm.scripted import ScriptedModel


async def test_the_whole_reply_comes_back_with_what_it_cost() -> None:
    text, usage = await ask_prose(ScriptedModel(script=[" Two words \n"]), [("user", "Hi")])
    assert text == "Two words"
    assert usage.estimated


@pytest.mark.parametrize("reply", ["", "  \n"])
async def test_an_empty_reply_is_an_error(reply: str) -> None:
    with pytest.raises(ModelError, match="replied with nothing"):
        await ask_prose(ScriptedModel(script=[reply]), [("user", "Hi")])


async def test_an_error_of_the_model_passes_through() -> None:
    with pytest.raises(ModelBusy):
        await ask_prose(ScriptedModel(script=[ModelBusy("wait")]), [("user", "Hi")])
