"""Recorded calls, found by their key."""

import pytest

from copilot.domain.recording import Call, Reply, key_of
from copilot.errors import RecordingError
from copilot.llm.tape import Script, Tape
from tests.unit.llm.taping import request, taken

HI, BYE = request("Hi"), request("Bye")


def played(tape: Tape, *said: str) -> str:
    return tape.play(request(*said), "subject").text


def test_a_call_is_found_by_what_was_sent_whatever_the_order() -> None:
    tape = Tape([taken(HI, "Hello."), taken(BYE, "See", " you.")])
    assert (played(tape, "Bye"), played(tape, "Hi")) == ("See you.", "Hello.")
    assert tape.unused == []


def test_the_same_request_gets_its_replies_in_the_order_of_the_recording() -> None:
    tape = Tape([taken(HI, "First."), taken(HI, "Second.")])
    assert (played(tape, "Hi"), played(tape, "Hi")) == ("First.", "Second.")


def test_each_call_is_played_once() -> None:
    tape = Tape([taken(HI, "Hello.")])
    played(tape, "Hi")
    with pytest.raises(RecordingError, match="the same request was recorded fewer times"):
        played(tape, "Hi")
    assert len(tape.misses) == 1


def test_a_call_is_played_as_often_as_asked_for_where_that_is_wanted() -> None:
    tape = Tape([taken(HI, "Hello."), taken(BYE, "See you.")], once=False)
    assert [played(tape, "Hi") for _ in range(3)] == ["Hello."] * 3
    assert [call.reply.text for call in tape.unused] == ["See you."]


def test_the_judge_is_not_answered_with_replies_to_the_subject() -> None:
    tape = Tape([taken(HI, "Hello."), taken(HI, "Yes.", namespace="judge")])
    assert tape.play(HI, "judge").text == "Yes."
    with pytest.raises(RecordingError):
        tape.play(HI, "judge")
    assert played(tape, "Hi") == "Hello."


def test_a_miss_names_the_field_that_differs_from_the_nearest_recording() -> None:
    near = request("Hi", tools=["add"], response_format={"type": "x"})
    tape = Tape([taken(BYE, "no"), taken(near, "near"), taken(request("Ho"), "no")])
    with pytest.raises(RecordingError) as caught:
        tape.play({**near, "response_format": {"type": "y"}}, "subject")
    assert caught.value.message == (
        "No reply is recorded for a request to scripted:test. "
        "It differs from the nearest one in response_format.type: x → y."
    )
    assert "evals record" in caught.value.hint
    assert tape.misses == [caught.value]
    assert len(tape.unused) == 3


def test_a_miss_of_many_fields_tells_six_and_counts_the_rest() -> None:
    fields = {f"field{number}": number for number in range(9)}
    tape = Tape([taken({**HI, **fields}, "Hello.")])
    with pytest.raises(RecordingError, match=r"field5: 5 → 6; and 3 more\.$"):
        tape.play({**HI, **{name: value + 1 for name, value in fields.items()}}, "subject")


def test_a_miss_on_an_empty_tape_names_the_model() -> None:
    with pytest.raises(RecordingError) as caught:
        played(Tape([]), "Hi")
    assert caught.value.message == "No reply is recorded for a request to scripted:test."


def test_going_on_from_an_edited_reply_is_a_stray_and_no_miss() -> None:
    recorded = [taken(HI, "Edited."), taken(request("Hi", "As it was.", "Why?"), "Because.")]
    tape = Tape(recorded)
    played(tape, "Hi")
    with pytest.raises(RecordingError, match=r"messages\.1\.content: As it was\. → Edited\."):
        played(tape, "Hi", "Edited.", "Why?")
    assert (len(tape.strays), tape.misses) == (1, [])


@pytest.mark.parametrize("said", [("Hi", "Hello.", "Why?"), ("Ho", "Edited.", "Why?")])
def test_going_on_from_what_was_not_played_is_a_miss(said: tuple[str, ...]) -> None:
    tape = Tape([taken(HI, "Hello."), taken(BYE, "See you.")])
    played(tape, "Bye")
    with pytest.raises(RecordingError):
        played(tape, *said)
    assert (tape.strays, len(tape.misses)) == ([], 1)


def test_a_second_message_of_the_person_does_not_go_on_from_a_reply() -> None:
    tape = Tape([taken(HI, "Hello.")])
    played(tape, "Hi")
    sent = request("Hi", "x")
    sent["messages"][1]["role"] = "user"
    with pytest.raises(RecordingError):
        tape.play(sent, "subject")
    assert (tape.strays, len(tape.misses)) == ([], 1)


def test_a_call_that_is_found_counts_as_played() -> None:
    first, second = taken(HI, "First."), taken(HI, "Second.")
    tape = Tape([first, second, taken(BYE, "See you.")])
    assert [tape.find(HI, "subject") for _ in range(3)] == [first, second, None]
    assert [call.reply.text for call in tape.unused] == ["See you."]


def test_a_call_that_is_found_is_not_played_again_and_one_that_was_played_not_found() -> None:
    tape = Tape([taken(HI, "First."), taken(HI, "Second.")])
    assert tape.find(HI, "subject") is not None
    assert played(tape, "Hi") == "Second."
    assert tape.find(HI, "subject") is None


def test_a_call_is_found_as_often_as_it_is_looked_for_where_that_is_wanted() -> None:
    call = taken(HI, "Hello.")
    tape = Tape([call], once=False)
    assert [tape.find(HI, "subject") for _ in range(2)] == [call, call]


def test_looking_for_what_is_not_there_is_no_miss() -> None:
    tape = Tape([taken(HI, "Yes.", namespace="judge")])
    assert tape.find(BYE, "subject") is None
    assert tape.find(HI, "subject") is None
    assert tape.find(BYE, "judge") is None
    assert (tape.misses, tape.strays, tape.unjudged) == ([], [], [])
    assert tape.find(HI, "judge") is not None


def test_a_script_replies_in_order_whatever_is_asked_and_notes_the_calls() -> None:
    notes: list[Call] = []
    script = Script([Reply(pieces=("One.",)), Reply(pieces=("Two.",))], notes.append)
    assert script.left == 2
    assert script.play(BYE, "subject").text == "One."
    assert script.play(HI, "judge").text == "Two."
    assert script.left == 0
    assert [(note.key, note.namespace, note.reply.text) for note in notes] == [
        (key_of(BYE), "subject", "One."),
        (key_of(HI), "judge", "Two."),
    ]


def test_what_a_script_noted_can_be_played() -> None:
    notes: list[Call] = []
    Script([Reply(pieces=("One.",))], notes.append).play(HI, "subject")
    assert played(Tape(notes), "Hi") == "One."


def test_a_script_with_too_few_replies_is_told() -> None:
    with pytest.raises(RecordingError, match="fewer replies than the case makes calls"):
        Script([], lambda call: None).play(HI, "subject")
