"""A file that is replaced only while it says what was read."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.stores.guarded_file import replace_if_unchanged


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "SPEC.md"
    path.write_bytes(b"one\r\n")
    return path


def test_a_file_that_says_what_was_read_is_replaced(file: Path, tmp_path: Path) -> None:
    replace_if_unchanged(file, "two\r\n", "one\r\n", tmp_path / "locks")
    assert file.read_bytes() == b"two\r\n"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["SPEC.md"]


@pytest.mark.parametrize("now", [b"one\n", b"three\r\n", b""])
def test_a_file_that_has_changed_stays(file: Path, tmp_path: Path, now: bytes) -> None:
    file.write_bytes(now)
    with pytest.raises(InputError, match="has changed since") as caught:
        replace_if_unchanged(file, "two", "one\r\n", tmp_path / "locks")
    assert "Run the command again" in caught.value.hint
    assert file.read_bytes() == now


def test_a_file_that_is_gone_is_not_made_anew(file: Path, tmp_path: Path) -> None:
    file.unlink()
    with pytest.raises(InputError, match="has changed"):
        replace_if_unchanged(file, "two", "one\r\n", tmp_path / "locks")
    assert not file.exists()


def test_of_many_writers_who_read_the_same_one_wins(file: Path, tmp_path: Path) -> None:
    def write(number: int) -> int:
        try:
            replace_if_unchanged(file, f"{number}", "one\r\n", tmp_path / "locks")
        except InputError:
            return -1
        return number

    with ThreadPoolExecutor(8) as pool:
        won = [number for number in pool.map(write, range(8)) if number >= 0]
    assert [file.read_text()] == [f"{number}" for number in won]
