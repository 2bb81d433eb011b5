"""The scan for keys, run over a small repository of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTED = "sk-" + "proj-" + "a1B2" * 12
Scan = Callable[[], subprocess.CompletedProcess[str]]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with the script and one file without a key."""
    root = tmp_path / "repository"
    (root / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "find_secrets.py", root / "scripts")
    (root / "notes.md").write_text("Nothing to see.\n")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True, capture_output=True)
    return root


@pytest.fixture
def scan(repository: Path) -> Scan:
    """Return the scan of the repository."""

    def run() -> subprocess.CompletedProcess[str]:
        script = repository / "scripts" / "find_secrets.py"
        around = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, script], env=around, capture_output=True, text=True, check=False
        )

    return run


def test_a_repository_without_keys_passes_and_its_files_are_counted(scan: Scan) -> None:
    done = scan()
    assert (done.returncode, done.stdout) == (0, "Secrets: 2 files read, 0 findings.\n")


def test_a_planted_key_fails_the_scan_with_its_place_and_is_not_printed(
    scan: Scan, repository: Path
) -> None:
    (repository / "notes.md").write_text(f"One line.\nkey = '{PLANTED}'\n")
    done = scan()
    assert done.returncode == 1
    assert done.stderr == "notes.md:2: OpenAI or Anthropic key\n"
    assert PLANTED not in done.stdout + done.stderr


def test_a_key_in_a_binary_file_is_found(scan: Scan, repository: Path) -> None:
    (repository / "data.bin").write_bytes(b"\xff\x00" + PLANTED.encode() + b"\x00")
    assert "data.bin:1: OpenAI or Anthropic key" in scan().stderr


def test_what_git_ignores_is_not_read(scan: Scan, repository: Path) -> None:
    (repository / ".gitignore").write_text("private/\n")
    (repository / "private").mkdir()
    (repository / "private" / "key.txt").write_text(PLANTED)
    assert scan().returncode == 0


def test_a_lock_that_names_an_index_fails_the_scan(scan: Scan, repository: Path) -> None:
    (repository / "requirements.txt").write_text("--index-url https://index.example/simple\n")
    done = scan()
    assert done.returncode == 1
    assert "requirements.txt:1: a lock holds names and hashes only" in done.stderr
