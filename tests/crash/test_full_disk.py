"""A disk that is really full."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.errors import DiskFull
from tests.unit.stores.decisions.building import decisions_in, record

SIZE = "256k"


def mounted(words: str, folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", words, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the root of a disk of a few pages."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or not mounted(f"size={SIZE}", folder):
        pytest.skip(f"Only root can mount a disk of {SIZE}; /dev/full and faults.c stand in.")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_the_log_is_as_it_was(small_disk: Path) -> None:
    decisions = decisions_in(small_disk)
    known = []
    with pytest.raises(DiskFull, match="No space is left") as caught:
        for number in range(1_000):
            known.append(record(decisions, f"Choice {number}"))
    assert "doctor" in caught.value.hint
    assert len(known) > 3
    assert {one.entry.decision for one in decisions.log.standings()} == {*known}
    assert decisions.verify().verdict == "ok"


def test_recording_works_again_when_there_is_space(small_disk: Path) -> None:
    decisions = decisions_in(small_disk)
    with pytest.raises(DiskFull):
        for number in range(1_000):
            record(decisions, f"Choice {number}")
    assert mounted("remount,size=1m", small_disk)
    name = record(decisions, "The next one")
    assert decisions.log.decision(name).title == "The next one"
    assert decisions.verify().verdict == "ok"
