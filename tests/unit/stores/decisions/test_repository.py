"""The repository: damage is told by its name, locks are kept, nobody else may read it."""

import os
import stat
import time
from pathlib import Path

import pytest

from copilot.errors import DamagedLog, LogError
from copilot.stores.decisions.branch import BRANCH, Branch
from copilot.stores.decisions.repository import Repository
from tests.unit.stores.decisions.building import decisions_in, filled, git, record
from tests.unit.stores.decisions.forging import Forger, objects_of

ZLIB_OF_NOTHING = b"x\x9c\x03\x00\x00\x00\x00\x01"


@pytest.fixture
def forger(place: Path) -> Forger:
    """Return a log of three decisions in the hands of somebody."""
    filled(place, 3)
    return Forger(place)


def head_of(repository: Repository) -> str:
    head = repository.head()
    assert head
    return head


def test_only_the_owner_may_read_anything(place: Path) -> None:
    before = os.umask(0)
    try:
        record(filled(place, 2), "Two vendors", "{personal: Ben}")
    finally:
        os.umask(before)
    for path in (place / "decisions").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode in ((0o700,) if path.is_dir() else (0o600, 0o400)), path


def test_a_repository_is_made_whole_and_git_takes_it(place: Path) -> None:
    repository = Repository(place / "decisions" / "log.git")
    repository.create()
    repository.create()
    assert [path.name for path in (place / "decisions").iterdir()] == ["log.git"]
    assert git(repository.folder, "rev-parse", "--is-bare-repository") == "true"
    assert git(repository.folder, "symbolic-ref", "HEAD") == BRANCH
    assert repository.head() is None


@pytest.mark.parametrize(
    ("content", "what", "verdict"),
    [
        (b"", "is half-written", "torn"),
        (b"no zlib at all", "is altered", "altered"),
        (ZLIB_OF_NOTHING, "is altered", "altered"),
    ],
)
def test_a_damaged_object_is_told_by_what_happened_to_it(
    forger: Forger, content: bytes, what: str, verdict: str
) -> None:
    head = head_of(forger.repository)
    forger.overwrite(head, content)
    with pytest.raises(DamagedLog, match=f"{head} {what}") as caught:
        forger.repository.commit(head)
    assert caught.value.verdict == verdict
    assert "decisions verify" in caught.value.hint


def test_bytes_after_the_end_of_an_object_are_damage(forger: Forger) -> None:
    head = head_of(forger.repository)
    forger.overwrite(head, objects_of(forger.decisions)[head] + b"more")
    with pytest.raises(DamagedLog):
        forger.repository.commit(head)


def test_a_missing_object_is_told(forger: Forger) -> None:
    head = head_of(forger.repository)
    forger.drop(head)
    with pytest.raises(DamagedLog, match="is missing") as caught:
        forger.repository.commit(head)
    assert caught.value.verdict == "broken_link"
    assert not forger.repository.holds(head)


def test_an_object_of_another_kind_is_told(forger: Forger) -> None:
    tree = forger.repository.commit(head_of(forger.repository)).tree
    with pytest.raises(DamagedLog, match="is no commit"):
        forger.repository.commit(tree)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"tree 12\n\nshort",
        b"tree %s\nauthor A <a@b> 1 +0000\n\nno committer" % (b"1" * 40),
        b"tree %s\nparent x\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\n" % (b"1" * 40),
    ],
)
def test_a_commit_of_another_form_is_told(forger: Forger, data: bytes) -> None:
    sha = forger.put(b"commit", data)
    with pytest.raises(DamagedLog, match="cannot be read"):
        forger.repository.commit(sha)


@pytest.mark.parametrize(
    "lines",
    [
        [b"100644 b\0" + b"1" * 20, b"100644 a\0" + b"1" * 20],
        [b"100644 a\0" + b"1" * 20, b"100644 a\0" + b"2" * 20],
        [b"100644 a/b\0" + b"1" * 20],
        [b"100644 a\0" + b"1" * 19],
        [b"nonsense"],
    ],
    ids=["unsorted", "twice the same name", "a slash in a name", "cut off", "no tree at all"],
)
def test_a_tree_that_git_would_read_otherwise_is_told(forger: Forger, lines: list[bytes]) -> None:
    sha = forger.put(b"tree", b"".join(lines))
    with pytest.raises(DamagedLog, match="cannot be read"):
        forger.repository.objects.tree(sha)


def test_a_damaged_object_is_mended_when_the_same_is_written_again(forger: Forger) -> None:
    sha = forger.put(b"blob", b"text")
    forger.overwrite(sha, b"")
    assert forger.repository.objects.write(b"blob", b"text")[0] == sha
    assert forger.repository.blob(sha) == b"text"


def test_a_branch_that_stands_elsewhere_is_not_moved(forger: Forger) -> None:
    head = head_of(forger.repository)
    with pytest.raises(LogError, match="at the same moment"):
        forger.repository.advance("0" * 40, "1" * 40)
    assert forger.repository.head() == head
    assert not [*forger.folder.rglob("*.lock")]


def test_a_lock_that_a_killed_git_left_is_cleared_once_it_is_old(forger: Forger) -> None:
    lock = forger.folder / f"{BRANCH}.lock"
    lock.write_text("")
    old = time.time() - 60
    os.utime(lock, (old, old))
    record(forger.decisions)
    assert not lock.exists()


def test_a_lock_that_stays_is_told_with_the_way_out(forger: Forger) -> None:
    lock = forger.folder / f"{BRANCH}.lock"
    lock.write_text("held by somebody")
    later = time.time() + 60
    os.utime(lock, (later, later))
    head = head_of(forger.repository)
    with pytest.raises(LogError, match="A lock file stands in the way") as caught:
        Branch(forger.folder, BRANCH, stale=0.05).move(head, head)
    assert f"rm {lock}" in caught.value.hint
    assert lock.exists()


@pytest.mark.parametrize("length", [0, 7, 40, 41])
def test_a_lock_of_our_own_that_was_killed_is_cleared_at_once(forger: Forger, length: int) -> None:
    lock = forger.folder / f"{BRANCH}.lock"
    announced = "a" * 40
    lock.write_text(f"{announced}\n"[:length])
    forger.repository.release(announced)
    assert not lock.exists()


def test_who_records_next_clears_the_lock_of_a_move_that_was_announced(forger: Forger) -> None:
    lock = forger.folder / f"{BRANCH}.lock"
    forger.decisions.chain.witness.announce("a" * 40)
    lock.write_text("a" * 40)
    later = time.time() + 60
    os.utime(lock, (later, later))  # so that it never grows old
    record(forger.decisions)
    assert not lock.exists()


def test_a_lock_of_somebody_else_is_left_alone(forger: Forger) -> None:
    lock = forger.folder / f"{BRANCH}.lock"
    lock.write_text("b" * 40)
    forger.repository.release("a" * 40)
    assert lock.exists()


def test_a_folder_without_rights_is_told(place: Path) -> None:
    (place / "decisions").write_text("a file in the way")
    with pytest.raises(LogError, match="cannot be written"):
        record(decisions_in(place))
