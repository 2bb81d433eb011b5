"""What a batch has already done."""

from pathlib import Path
from typing import Any

import pytest

from copilot.errors import LogError
from copilot.stores.batch_journal import BatchJournal

ENTRIES: list[dict[str, Any]] = [
    {"id": "a", "n": 1},
    {"id": "b", "text": "ü\u2028 two\u0085\x0c lines\n"},
    {"id": "c"},
]
ABOUT = ("lines", "model")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a journal that holds all entries."""
    journal = BatchJournal(tmp_path / "batches", ABOUT)
    for entry in ENTRIES:
        journal.add(entry)
    [path] = (tmp_path / "batches").iterdir()
    return path


def again(path: Path) -> BatchJournal:
    return BatchJournal(path.parent, ABOUT)


def test_nothing_is_finished_at_first(tmp_path: Path) -> None:
    journal = BatchJournal(tmp_path / "batches", ABOUT)
    assert journal.finished() == []
    journal.close()


def test_another_process_finds_what_is_finished_in_order(path: Path) -> None:
    assert again(path).finished() == ENTRIES


def test_whatever_changes_the_results_begins_another_batch(path: Path) -> None:
    for about in (("lines", "other"), ("model", "lines"), ("linesmodel",), ()):
        assert BatchJournal(path.parent, about).finished() == []


def test_a_whole_batch_is_forgotten(path: Path) -> None:
    again(path).close()
    assert again(path).finished() == []
    assert not path.exists()


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_torn_last_line_is_done_again_and_the_journal_goes_on(path: Path, cut: int) -> None:
    path.write_bytes(path.read_bytes()[:-cut])
    assert again(path).finished() == ENTRIES[:2]
    again(path).add(ENTRIES[2])
    assert again(path).finished() == ENTRIES


def test_a_line_torn_within_a_letter_is_done_again(path: Path) -> None:
    written = path.read_bytes()
    path.write_bytes(written[: written.index("ü".encode()) + 1])
    assert again(path).finished() == ENTRIES[:1]


def test_what_follows_a_damaged_line_is_not_trusted(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([lines[0], "3", *lines[2:]]), "utf-8")
    assert again(path).finished() == ENTRIES[:1]
    assert path.read_text("utf-8") == lines[0] + "\n"


def test_only_the_owner_can_look_into_the_folder(path: Path) -> None:
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_journal_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LogError, match="cannot be written"):
        BatchJournal(tmp_path / "file" / "batches", ABOUT).add(ENTRIES[0])
