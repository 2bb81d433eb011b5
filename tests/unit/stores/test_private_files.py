"""Files that only their owner can read."""

import errno
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from copilot.errors import DiskFull, LogError
from copilot.stores.private_files import (
    make_private_folder,
    sqlite_errors,
    unwritable,
    write_private,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_and_its_new_folders_are_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "file.txt"
    write_private(path, "text ü")
    assert path.read_text("utf-8") == "text ü"
    assert (mode(path), mode(path.parent), mode(tmp_path / "one")) == (0o600, 0o700, 0o700)


def test_writing_again_replaces_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    write_private(path, "old")
    write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_that_are_there_keep_their_mode(tmp_path: Path) -> None:
    before = mode(tmp_path)
    make_private_folder(tmp_path / "new")
    assert mode(tmp_path) == before


def test_a_folder_where_a_file_stands_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LogError, match=r"file/deeper.* cannot be written"):
        write_private(tmp_path / "file" / "deeper" / "x.txt", "text")


def test_a_failed_rename_leaves_no_half_written_file(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(LogError, match="taken cannot be written"):
        write_private(tmp_path / "taken", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_real_full_device_is_told_as_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space") as caught, open("/dev/full", "wb", 0) as full:
        full.write(b"x")
    error = unwritable(tmp_path / "file", caught.value)
    assert isinstance(error, DiskFull)
    assert "what was there before is unchanged" in error.message


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, LogError)],
)
def test_the_cause_decides_what_a_person_is_told(code: int, kind: type[LogError]) -> None:
    error = unwritable(Path("x"), OSError(code, os.strerror(code)))
    assert type(error) is kind
    assert "x" in error.message


def test_a_full_sqlite_file_is_told_as_a_full_disk(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as table:
        table.execute("PRAGMA max_page_count=1")
        with pytest.raises(DiskFull, match="No space"), sqlite_errors(tmp_path / "s.sqlite"):
            table.execute("CREATE TABLE t (x)")


def test_a_damaged_sqlite_file_is_told_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    path.write_bytes(b"not a database" * 100)
    with (
        pytest.raises(LogError, match="cannot be used") as caught,
        sqlite_errors(path),
        closing(sqlite3.connect(path)) as table,
    ):
        table.execute("SELECT * FROM sqlite_master")
    assert "mv " in caught.value.hint
