"""Files of JSON lines."""

import json
from pathlib import Path

import pytest

from copilot.cli.lines_file import read_lines
from copilot.errors import InputError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a file of lines may be."""
    return tmp_path / "ideas.jsonl"


def test_lines_come_in_order_and_empty_ones_and_other_keys_are_passed_over(path: Path) -> None:
    path.write_text('{"id": "b", "text": "x", "more": 1}\n\n  \r\n{"id": 7, "text": ""}', "utf-8")
    assert read_lines(path, "text") == [("b", "x"), ("7", "")]


@pytest.mark.parametrize("odd", ["a\u2028b", "a\u0085b", "a\x0cb\x1cb", "a\nb\r\nc", "🙂"])
def test_a_text_may_hold_any_letter(path: Path, odd: str) -> None:
    path.write_text(json.dumps({"id": "a", "text": odd}, ensure_ascii=False), "utf-8")
    assert read_lines(path, "text") == [("a", odd)]


def test_a_mark_of_the_byte_order_is_passed_over(path: Path) -> None:
    path.write_text('{"id": "a", "text": "x"}\n', "utf-8-sig")
    assert read_lines(path, "text") == [("a", "x")]


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[]",
        "3",
        '"id text"',
        '{"id": "a"}',
        '{"text": "x"}',
        '{"id": null, "text": "x"}',
        '{"id": "a", "text": null}',
        '{"id": "a", "text": ["x"]}',
        '{"id": "a", "text": "x"',
    ],
)
def test_a_line_of_another_form_is_named_with_the_form(path: Path, line: str) -> None:
    path.write_text(f'{{"id": "0", "text": "x"}}\n\n{line}\n', "utf-8")
    with pytest.raises(InputError, match=r"ideas\.jsonl line 3 has another form") as caught:
        read_lines(path, "text")
    assert '"text": "…"' in caught.value.hint


def test_a_file_that_is_missing_or_no_text_is_named(path: Path) -> None:
    with pytest.raises(InputError, match=r"ideas\.jsonl cannot be read: No such file"):
        read_lines(path, "text")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is no UTF-8 text"):
        read_lines(path, "text")


def test_an_empty_file_holds_no_lines(path: Path) -> None:
    path.write_text("")
    assert read_lines(path, "text") == []
