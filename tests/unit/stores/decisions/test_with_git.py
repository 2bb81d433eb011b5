"""The real git reads the log as its own."""

from pathlib import Path

import pytest

from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import decisions_in, git, record


@pytest.fixture
def log(place: Path) -> Decisions:
    """Return a log of three decisions, one of which supersedes another, and an outcome."""
    decisions = decisions_in(place)
    first = record(decisions, "Two vendors")
    record(decisions, "Grüße, \u202e日本")
    record(decisions, "One vendor", "", first)
    decisions.record_outcome(first, "partly", "It cost more.", "flag")
    return decisions


def folder(log: Decisions) -> Path:
    return log.log.repository.folder


def test_fsck_finds_nothing_to_complain_of(log: Decisions) -> None:
    assert git(folder(log), "fsck", "--strict", "--full") == ""


def test_git_log_lists_the_entries_as_the_log_does(log: Decisions) -> None:
    listed = git(folder(log), "log", "--format=%H %an <%ae> %ct")
    expected = [f"{one.commit} {one.author} {one.time}" for one in log.log.entries()]
    assert listed.splitlines() == expected


def test_git_reads_the_trailers(log: Decisions) -> None:
    wanted = "%(trailers:key=Decision,valueonly,separator=%x20)"
    listed = git(folder(log), "log", f"--format={wanted}").split()
    assert listed == [one.decision for one in log.log.entries() if one.decision]


def test_git_shows_a_record_as_it_was_written(log: Decisions) -> None:
    for standing in log.log.standings():
        name = standing.entry.decision
        path = f"2026-11/{name[11:13]}/{name}.md"
        assert git(folder(log), "show", f"main:{path}") == log.log.record(name).strip()


def test_a_clone_holds_every_record(log: Decisions, place: Path) -> None:
    git(place, "clone", "--quiet", str(folder(log)), str(place / "clone"))
    files = {path.stem for path in (place / "clone").rglob("*.md")}
    assert files == {one.record for one in log.log.entries()}


def test_the_log_reads_and_grows_after_git_has_packed_everything(log: Decisions) -> None:
    before = [*log.log.decisions()]
    git(folder(log), "gc", "--quiet", "--prune=now")
    assert not [*folder(log).glob("objects/??/*")], "all is packed"
    assert not (folder(log) / "refs" / "heads" / "main").exists()
    assert [*log.log.decisions()] == before
    assert log.verify().verdict == "ok"
    record(log, "The next one")
    assert log.verify().verdict == "ok"
    git(folder(log), "gc", "--quiet", "--prune=now")
    assert log.verify().verdict == "ok"


def test_what_git_packs_is_for_its_owner_only_too(log: Decisions) -> None:
    git(folder(log), "gc", "--quiet", "--prune=now")
    assert not [path for path in folder(log).rglob("*") if path.stat().st_mode & 0o077]
