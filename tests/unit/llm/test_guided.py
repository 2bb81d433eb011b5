"""Tools chosen by schema."""

from typing import Any

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from pydantic import BaseModel, Field

from copilot.errors import MalformedReply
from copilot.llm.guided import GuidedModel, standing_alone
from copilot.llm.scripted import ScriptedModel


class Search(BaseModel):
    """Search for something."""

    question: str
    collection: str | None = None


class Book(BaseModel):
    """Book a room."""

    room: str = Field(description="which")
    hours: int


def guided(*script: str) -> GuidedModel:
    inner = ScriptedModel(script=list(script))
    return GuidedModel(inner=inner, instructions="Choose.", examples=(("find x", "Search"),))


async def asked(model: GuidedModel, *messages: BaseMessage) -> AIMessageChunk:
    whole: Any = None
    given = [SystemMessage("You help."), *messages]
    async for chunk in model.bind_tools([Search, Book]).astream(given):
        whole = chunk if whole is None else whole + chunk
    assert isinstance(whole, AIMessageChunk)
    return whole


def talks(model: GuidedModel) -> list[list[BaseMessage]]:
    assert isinstance(model.inner, ScriptedModel)
    return model.inner.asked


async def test_a_single_text_is_the_persons_own_words() -> None:
    reply = await asked(guided('{"choice": "Search"}'), HumanMessage("What is churn?"))
    [call] = reply.tool_calls
    assert (call["name"], call["args"]) == ("Search", {"question": "What is churn?"})


async def test_other_arguments_are_written_by_the_model() -> None:
    model = guided('{"choice": "Book"}', '{"room": "A", "hours": 2}')
    reply = await asked(model, HumanMessage("Book A for two hours"))
    assert reply.tool_calls[0]["args"] == {"room": "A", "hours": 2}
    assert talks(model)[1][-1].text == "Write the arguments of Book: room, hours."


async def test_a_reply_in_words_is_streamed_by_the_inner_model() -> None:
    model = guided('{"choice": "reply"}', "Good morning to you.")
    reply = await asked(model, HumanMessage("good morning"))
    assert (reply.text, reply.tool_calls) == ("Good morning to you.", [])
    assert talks(model)[1][0].text == "You help."


async def test_the_choice_sees_the_instructions_and_the_examples_as_turns() -> None:
    model = guided('{"choice": "Search"}')
    await asked(model, HumanMessage("What is churn?"))
    said = [str(message.text) for message in talks(model)[0]]
    assert said[0] == "Choose."
    assert said[said.index("find x") + 1] == '{"choice": "Search"}'
    assert said[-1] == "What is churn?"


@pytest.mark.parametrize("raw", ["Search", "", "[1", "3"])
async def test_a_choice_that_is_no_object_is_told_with_the_way_round(raw: str) -> None:
    with pytest.raises(MalformedReply, match="no choice of a skill") as caught:
        await asked(guided(raw), HumanMessage("Hi"))
    assert caught.value.raw == raw


@pytest.mark.parametrize("raw", ['{"choice": "Unknown"}', "{}", '{"chosen": "Search"}'])
async def test_a_choice_of_nothing_known_is_told_too(raw: str) -> None:
    with pytest.raises(MalformedReply):
        await asked(guided(raw), HumanMessage("Hi"))


@pytest.mark.parametrize(
    ("before", "last", "whole"),
    [
        ("What is churn?", "and for games?", "What is churn? and for games?"),
        ("What is churn?", "How is it computed?", "What is churn? How is it computed?"),
        ("What is churn?", "What is a premortem?", "What is a premortem?"),
        ("What is churn?", "so what are the four risks of a product?", None),
    ],
)
def test_a_message_that_leans_comes_with_the_one_before(
    before: str, last: str, whole: str | None
) -> None:
    talk = [HumanMessage(before), AIMessage("An answer."), HumanMessage(last)]
    assert standing_alone(talk) == (whole or last)


def test_a_first_message_stands_alone_even_when_it_leans() -> None:
    assert standing_alone([HumanMessage("and it?")]) == "and it?"


async def test_only_the_last_talk_is_shown_and_long_answers_are_cut() -> None:
    model = guided('{"choice": "Search"}')
    old = [HumanMessage("first"), AIMessage("x"), HumanMessage("second")]
    answer = ToolMessage("y" * 1000, tool_call_id="1")
    await asked(model, *old, answer, HumanMessage("third"))
    shown = [message.text for message in talks(model)[0]][-3:]
    assert shown == ["second", "y" * 240, "third"]
