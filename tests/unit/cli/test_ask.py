"""`pm-copilot ask`."""

import json

import pytest

from tests.unit.cli.running import pm
from tests.unit.llm.loopback_chat import Chat, serving_chat

QUESTION = "What is emotion inference at the workplace under the AI Act?"


def test_an_answer_has_its_sources_and_notes_below() -> None:
    outcome = pm("ask", QUESTION, "--model", "none")
    assert outcome.code == 0
    assert "[1] eu-ai-act-prohibited#emotion-at-work: " in outcome.out
    assert "Note: No model is set" in outcome.out
    assert outcome.err == "ask_knowledge …\n"


def test_json_is_exactly_one_document_with_the_workings() -> None:
    outcome = pm("ask", QUESTION, "--model", "none", "--json")
    document = outcome.json
    assert outcome.out.count("\n") == 1
    assert set(document) == {
        "kind",
        "title",
        "body",
        "citations",
        "warnings",
        "provenance",
        "session",
    }
    assert document["body"]["skills"] == ["ask_knowledge"]
    assert document["citations"][0]["id"].startswith("eu-ai-act-")


def test_jsonl_is_one_event_a_line_and_ends_with_done() -> None:
    outcome = pm("ask", QUESTION, "--model", "none", "--jsonl")
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert [events[0]["type"], events[-2]["type"], events[-1]["type"]] == [
        "tool_start",
        "usage",
        "done",
    ]
    assert {"tool_end", "citation"} <= {event["type"] for event in events}


def test_the_text_may_come_from_stdin_or_a_file(project: object) -> None:
    from pathlib import Path

    Path("question.md").write_text(QUESTION)
    for given in ("-", "question.md"):
        outcome = pm("ask", given, "--model", "none", "--json", stdin=QUESTION)
        assert outcome.json["title"] == QUESTION


def test_a_server_answers_in_words() -> None:
    with serving_chat(Chat(words=["Good", " morning."])) as chat:
        outcome = pm("ask", "hello", "--base-url", chat.url, "--json")
    assert outcome.json["body"]["answer"] == "Good morning."
    assert outcome.json["provenance"]["model"] == "openai:tiny"


def test_a_failed_turn_is_an_event_and_an_exit_code() -> None:
    with serving_chat(Chat(401)) as chat:
        outcome = pm("ask", "hello", "--base-url", chat.url, "--model", "openai:tiny", "--jsonl")
    assert outcome.code == 4
    [event] = [json.loads(line) for line in outcome.out.splitlines()]
    assert (event["type"], event["exit_code"]) == ("error", 4)
    assert "refuses the key (401)" in outcome.err


@pytest.mark.parametrize("option", ["--last", "--session"])
def test_a_session_goes_on(option: str) -> None:
    first = pm("ask", QUESTION, "--model", "none", "--json").json["session"]
    where = [option] if option == "--last" else [option, first[:6]]
    again = pm("ask", "What is churn rate?", "--model", "none", "--json", *where)
    assert again.json["session"] == first
    [summary] = pm("sessions", "list", "--json").json["sessions"]
    assert summary["turns"] == 2


def test_two_ways_to_name_a_session_are_one_too_many() -> None:
    assert pm("ask", "x", "--last", "--session", "y").code == 2
