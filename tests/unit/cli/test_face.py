"""Results, remarks and questions."""

import json
from pathlib import Path

import pytest

from copilot.cli.face import Face, read_text
from copilot.errors import InputError

Captured = pytest.CaptureFixture[str]


def test_results_go_to_stdout_and_remarks_to_stderr(capsys: Captured) -> None:
    face = Face({})
    face.emit({"a": 1}, "text \x1b[31mred")
    face.say("remark \x1b[2J.")
    assert capsys.readouterr() == ("text red\n", "remark .\n")


def test_json_keeps_letters_as_they_are(capsys: Captured) -> None:
    Face({"json": True}).emit({"a": "ü"}, "text")
    assert capsys.readouterr().out == '{"a": "ü"}\n'


def test_json_keeps_control_characters_as_escapes_only(capsys: Captured) -> None:
    value = {"a": "\x1b[2J \x9b2J \u202e \U000e0041 ü"}
    Face({"json": True}).emit(value, "text")
    out = capsys.readouterr().out
    assert json.loads(out) == value
    assert not set(out) & set("\x1b\x9b\u202e\U000e0041")


def test_progress_in_a_pipe_is_a_line_in_ten_steps(capsys: Captured) -> None:
    progress = Face({}).progress("Indexing")
    for done in range(101):
        progress(done, 100)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"Indexing {percent} %" for percent in range(0, 101, 10)]


def test_quiet_progress_says_nothing(capsys: Captured) -> None:
    Face({"quiet": True}).progress("Indexing")(1, 1)
    assert capsys.readouterr() == ("", "")


def test_approval_is_given_by_yes_and_never_assumed() -> None:
    assert Face({}).approve("Write?", yes=True)
    with pytest.raises(InputError, match=r"needs approval: Write\?") as caught:
        Face({}).approve("Write?", yes=False)
    assert "--yes" in caught.value.hint


def test_a_text_is_itself_or_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "idea.md").write_text("From a file.\n")
    assert read_text(str(tmp_path / "idea.md")) == "From a file."
    assert read_text(" just text ") == "just text"
    assert read_text("x" * 5000) == "x" * 5000


@pytest.mark.parametrize("name", ["photo.md", "script.py"])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01")
    with pytest.raises(InputError, match=f"{name} is not read"):
        read_text(str(tmp_path / name))


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_text_is_called_empty_and_not_a_folder(nothing: str) -> None:
    with pytest.raises(InputError, match=r"The text is empty\."):
        read_text(nothing)
