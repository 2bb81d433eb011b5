"""Recordings on disk."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from copilot.domain.recording import (
    Call,
    PromptMark,
    RecordedModel,
    Recording,
    Reply,
    TokenCount,
    ToolCall,
    key_of,
)
from copilot.errors import NotFound, RecordingError
from copilot.stores.recordings import read_recording, read_recordings, write_recording

SENT = {"model": "openai:tiny", "messages": [{"role": "user", "content": "Grüße\u2028 \x1b[2J"}]}
WHOLE = Recording(
    case="k01",
    origin="recorded",
    model=RecordedModel(label="openai:tiny", endpoint="own server", structured="tool"),
    recorded_at=datetime(2026, 11, 22, 12, 0, tzinfo=UTC),
    day=date(2026, 11, 22),
    software={"langchain": "1.4.7"},
    prompts=(PromptMark(name="agent", version=1, sha256="ab"),),
    calls=(
        Call(
            key=key_of(SENT),
            request=SENT,
            reply=Reply(
                pieces=("Hello", " ä"),
                tool_calls=(ToolCall(name="add", args={"a": [1, None]}, id="call-1"),),
                usage=TokenCount(input_tokens=5, output_tokens=2),
            ),
            seconds=0.25,
        ),
        Call(namespace="judge", reply=Reply(pieces=("Yes.",))),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a whole recording."""
    path = tmp_path / "recordings" / "k01.json"
    write_recording(path, WHOLE)
    return path


def changed(path: Path, **fields: Any) -> None:
    """Write fields into the file of a recording, in the form it has."""
    content = json.loads(path.read_text("utf-8")) | fields
    path.write_text(json.dumps(content, indent=1, sort_keys=True), "utf-8")


def line_of(path: Path, word: str) -> int:
    lines = path.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if word in line)


def test_what_is_written_is_read_again(path: Path) -> None:
    assert read_recording(path) == WHOLE


def test_a_recording_is_readable_text_for_a_repository(path: Path) -> None:
    text = path.read_text("ascii")
    assert path.stat().st_mode & 0o777 == 0o644
    assert text.endswith("}\n")
    assert '"schema_version": 1' in text
    assert '"label": "openai:tiny"' in text
    assert "weights_sha256" not in text


def test_writing_what_was_read_changes_no_byte(path: Path, tmp_path: Path) -> None:
    write_recording(tmp_path / "again.json", read_recording(path))
    assert (tmp_path / "again.json").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_told_with_its_line(share: float, path: Path) -> None:
    text = path.read_text("utf-8")
    rest = text[: int(len(text) * share)]
    path.write_text(rest, "utf-8")
    with pytest.raises(RecordingError, match=r"k01\.json:(\d+): truncated or not JSON") as caught:
        read_recording(path)
    line = int(caught.value.message.split(":")[1])
    assert 1 < line <= rest.count("\n") + 1
    assert "evals record" in caught.value.hint


@pytest.mark.parametrize("version", [2, 0, "1", None])
def test_another_schema_version_is_told_with_its_line(version: object, path: Path) -> None:
    changed(path, schema_version=version)
    with pytest.raises(RecordingError) as caught:
        read_recording(path)
    assert caught.value.message == (
        f"{path}:{line_of(path, 'schema_version')}: "
        f"schema version {version}, and this PM copilot reads 1."
    )


@pytest.mark.parametrize("content", ["[]", '"text"', "{}"])
def test_what_is_no_recording_at_all_is_told(content: str, path: Path) -> None:
    path.write_text(content)
    with pytest.raises(RecordingError, match=r"k01\.json:1: schema version None"):
        read_recording(path)


def test_an_unknown_field_is_refused_with_its_line(path: Path) -> None:
    changed(path, header="Authorization")
    with pytest.raises(RecordingError) as caught:
        read_recording(path)
    assert f"k01.json:{line_of(path, 'header')}: header: Extra inputs" in caught.value.message


def test_an_unknown_field_deep_inside_is_refused(path: Path) -> None:
    changed(path, calls=[{"reply": {"pieces": [], "headers": {}}}])
    with pytest.raises(RecordingError, match=r"calls\.0\.reply\.headers: Extra inputs"):
        read_recording(path)


def test_a_missing_field_is_told(path: Path) -> None:
    changed(path, calls=[{"key": "ab"}])
    with pytest.raises(RecordingError, match=r"calls\.0\.reply: Field required"):
        read_recording(path)


def test_a_fault_of_a_later_call_is_told_with_its_own_line(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    second = next(number for number, line in enumerate(lines) if '"Yes."' in line)
    lines[second] = lines[second].replace('"Yes."', "5")
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(RecordingError) as caught:
        read_recording(path)
    assert lines[second - 1].strip() == '"pieces": ['
    assert f"k01.json:{second}: calls.1.reply.pieces.0: " in caught.value.message


def test_a_file_that_is_no_text_is_told(path: Path) -> None:
    path.write_bytes(b"\xff\xfe{")
    with pytest.raises(RecordingError, match=r"k01\.json:1: cannot be read"):
        read_recording(path)


def test_a_recording_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"There is no recording .*none\.json"):
        read_recording(tmp_path / "none.json")


def test_a_planted_key_is_not_written_and_the_old_file_stands(path: Path) -> None:
    before = path.read_bytes()
    key = "sk-" + "proj-" + "a1B2" * 12
    sent = {"messages": [{"role": "user", "content": f"My key is {key}."}]}
    planted = WHOLE.model_copy(update={"calls": (Call(request=sent, reply=Reply()),)})
    with pytest.raises(RecordingError, match="case k01 is not written") as caught:
        write_recording(path, planted)
    assert path.read_bytes() == before
    assert key not in caught.value.message + caught.value.hint
    assert [file.name for file in path.parent.iterdir()] == ["k01.json"]


@pytest.mark.parametrize("length", [1, 4, 30])
def test_a_key_that_came_in_pieces_is_not_written_either(length: int, tmp_path: Path) -> None:
    key = "sk-" + "proj-" + "a1B2" * 12
    pieces = tuple(key[place : place + length] for place in range(0, len(key), length))
    planted = WHOLE.model_copy(update={"calls": (Call(reply=Reply(pieces=pieces)),)})
    with pytest.raises(RecordingError, match=r"what looks like a secret \(OpenAI"):
        write_recording(tmp_path / "k01.json", planted)
    assert list(tmp_path.iterdir()) == []


def test_the_recordings_of_a_folder_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "deep/c"):
        file = tmp_path / f"{name}.json"
        write_recording(file, WHOLE.model_copy(update={"case": file.stem}))
    (tmp_path / "README.md").write_text("Not one of them.")
    assert [one.case for one in read_recordings(tmp_path)] == ["a", "b", "c"]
    assert [one.case for one in read_recordings(tmp_path / "b.json")] == ["b"]


def test_a_folder_without_recordings_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no recording in"):
        read_recordings(tmp_path)
    with pytest.raises(NotFound, match="There is no recording"):
        read_recordings(tmp_path / "none")


def test_one_broken_recording_is_told_by_its_name(path: Path) -> None:
    (path.parent / "k02.json").write_text("{")
    with pytest.raises(RecordingError, match=r"k02\.json:1"):
        read_recordings(path.parent)
