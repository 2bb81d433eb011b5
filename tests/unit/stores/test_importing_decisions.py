"""Records kept elsewhere come in with their authors, their times and their links."""

import os
import subprocess
from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.services import Services
from copilot.stores.decisions.exporting import export_log
from copilot.stores.decisions.importing import Imported, Plan, carry_out, plan_import

FIRST = """\
# 1. Use one vendor

Date: 2019-05-06

## Status

Superceded by [2. Use two vendors](0002-use-two-vendors.md)

## Context

Contracts are costly.

## Decision

We will use one vendor.
"""
SECOND = """\
---
status: accepted
date: 2020-06-07
deciders: Zoe, Yan
---
# Use two vendors

## Context and Problem Statement

One vendor failed.

## Considered Options

* One vendor
* Two vendors

## Decision Outcome

Chosen option: "Two vendors", because one may fail.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two records and a page that is none, in git."""
    folder = tmp_path / "docs" / "adr"
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "0001-use-one-vendor.md").write_text(FIRST.replace("Superceded by [2", "Open [2"))
    commit(folder, "Zoe <zoe@example.org>", "2019-05-06T10:00:00+0000", "One vendor")
    (folder / "0001-use-one-vendor.md").write_text(FIRST)
    (folder / "0002-use-two-vendors.md").write_text(SECOND)
    (folder / "README.md").write_text("# Our records\n\nSee below.\n")
    commit(folder, "Yan <yan@example.org>", "2020-06-07T10:00:00+0000", "Two vendors")
    return folder


def git(folder: Path, *words: str, **environment: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", *words], cwd=folder, check=True, env={**os.environ, **environment})


def commit(folder: Path, author: str, when: str, message: str) -> None:
    """Commit everything in the name of somebody."""
    name, _, mail = author.rstrip(">").partition(" <")
    who = {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": mail, "GIT_COMMITTER_DATE": when}
    git(folder, "add", ".", **who)
    git(folder, "commit", "-qm", message, "--author", author, "--date", when, **who)


def imported(services: Services, folder: Path) -> tuple[Plan, Imported]:
    """Import a folder."""
    plan = plan_import(services.decisions, folder)
    return plan, carry_out(services.decisions, plan, "flag")


def test_records_come_in_the_order_of_their_making(folder: Path) -> None:
    services = Services()
    plan, done = imported(services, folder)
    assert list(done.ids) == ["0001-use-one-vendor.md", "0002-use-two-vendors.md"]
    assert [(one.name, one.why) for one in plan.passed] == [
        ("README.md", "By its name it is no record.")
    ]
    titles = [one.entry.title for one in services.decisions.log.standings()]
    assert titles == ["Use two vendors", "Use one vendor"]


def test_authors_and_times_are_those_of_git_and_the_committer_is_who_imports(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PM_COPILOT_AUTHOR", "Ada <ada@example.org>")
    services = Services()
    imported(services, folder)
    repository = str(services.decisions.log.repository.folder)
    words = ["git", "-C", repository, "log", "--reverse", "--format=%an %as %cn"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["Zoe 2019-05-06 Ada", "Yan 2020-06-07 Ada"]


def test_links_become_ids_whichever_side_says_so(folder: Path) -> None:
    services = Services()
    _, done = imported(services, folder)
    first, second = done.ids.values()
    assert services.decisions.log.standing(first).superseded_by == (second,)
    assert services.decisions.log.decision(second).header.supersedes == (first,)


def test_the_history_of_a_file_is_told_in_its_record(folder: Path) -> None:
    services = Services()
    _, done = imported(services, folder)
    text = services.decisions.log.decision(done.ids["0001-use-one-vendor.md"]).text
    assert "## History before the Import" in text
    assert "Zoe <zoe@example.org>: One vendor" in text
    assert "Yan <yan@example.org>: Two vendors" in text


def test_the_same_folder_twice_adds_nothing(folder: Path) -> None:
    services = Services()
    imported(services, folder)
    plan, _ = imported(services, folder)
    assert plan.records == []
    assert "It was imported before." in {one.why for one in plan.passed}


def test_a_file_that_changed_since_is_pointed_out(folder: Path) -> None:
    services = Services()
    imported(services, folder)
    (folder / "0002-use-two-vendors.md").write_text(SECOND.replace("may fail", "fails"))
    plan, _ = imported(services, folder)
    assert [one.name for one in plan.passed if "has changed" in one.why] == [
        "0002-use-two-vendors.md"
    ]


def test_a_folder_outside_git_is_imported_in_the_name_of_the_user(tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "0002-use-two-vendors.md").write_text(SECOND)
    services = Services()
    imported(services, folder)
    [standing] = services.decisions.log.standings()
    assert standing.entry.author == services.decisions.author.identity
    assert services.decisions.log.decision(standing.entry.decision).header.decision_makers == (
        "Zoe",
        "Yan",
    )
    assert services.decisions.verify().verdict == "ok"


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.md files"):
        plan_import(Services().decisions, tmp_path)
    with pytest.raises(InputError, match="is not a folder"):
        plan_import(Services().decisions, tmp_path / "missing")


THIRD = """\
# 3. Use three vendors

## Status

Accepted. Supersedes {what}

## Decision

We will use three vendors.
"""


def test_a_renamed_file_keeps_the_author_and_the_time_of_its_making(folder: Path) -> None:
    git(folder, "mv", "0001-use-one-vendor.md", "0001-single-vendor.md")
    commit(folder, "Xi <xi@example.org>", "2021-01-01T10:00:00+0000", "A better name")
    [first, _] = plan_import(Services().decisions, folder).records
    assert first.name == "0001-single-vendor.md"
    assert [change.subject for change in first.changes] == [
        "One vendor",
        "Two vendors",
        "A better name",
    ]


def test_files_keep_their_authors_when_the_whole_folder_moves(folder: Path) -> None:
    below = folder / "docs"
    below.mkdir()
    for name in ("0001-use-one-vendor.md", "0002-use-two-vendors.md"):
        git(folder, "mv", name, f"docs/{name}")
    commit(folder, "Xi <xi@example.org>", "2021-01-01T10:00:00+0000", "Into a folder")
    git(folder, "mv", "docs", "records")
    commit(folder, "Xi <xi@example.org>", "2021-01-02T10:00:00+0000", "Once more")
    records = plan_import(Services().decisions, folder / "records").records
    assert [one.changes[0].author for one in records] == [
        "Zoe <zoe@example.org>",
        "Yan <yan@example.org>",
    ]


def test_a_new_file_under_a_former_name_has_its_own_history(folder: Path) -> None:
    git(folder, "mv", "0001-use-one-vendor.md", "0003-use-one-vendor.md")
    commit(folder, "Xi <xi@example.org>", "2021-01-01T10:00:00+0000", "Renumbered")
    (folder / "0001-use-one-vendor.md").write_text(THIRD.format(what="nothing"))
    commit(folder, "Ute <ute@example.org>", "2021-01-02T10:00:00+0000", "Another one")
    found = {one.name: one for one in plan_import(Services().decisions, folder).records}
    assert [one.subject for one in found["0001-use-one-vendor.md"].changes] == ["Another one"]
    assert found["0003-use-one-vendor.md"].changes[0].author == "Zoe <zoe@example.org>"


@pytest.mark.parametrize("what", ["2", "[2. Two](0002-use-two-vendors.md)"])
def test_a_later_import_links_to_what_was_imported_before(folder: Path, what: str) -> None:
    services = Services()
    _, done = imported(services, folder)
    (folder / "0002-use-two-vendors.md").unlink()
    (folder / "0003-use-three-vendors.md").write_text(THIRD.format(what=what))
    plan, later = imported(services, folder)
    assert plan.links.older == {"0003-use-three-vendors.md": ("0002-use-two-vendors.md",)}
    second, third = done.ids["0002-use-two-vendors.md"], later.ids["0003-use-three-vendors.md"]
    assert services.decisions.log.standing(second).superseded_by == (third,)


def test_an_older_record_may_name_the_newer_one_after_its_import(folder: Path) -> None:
    services = Services()
    imported(services, folder)
    changed = SECOND.replace("status: accepted", "status: superseded by ADR-3")
    (folder / "0002-use-two-vendors.md").write_text(changed)
    (folder / "0003-use-three-vendors.md").write_text(THIRD.format(what="the rest"))
    plan = plan_import(services.decisions, folder)
    assert plan.links.older == {"0003-use-three-vendors.md": ("0002-use-two-vendors.md",)}


def test_what_is_superseded_already_is_not_linked_but_told(folder: Path) -> None:
    services = Services()
    imported(services, folder)
    (folder / "0003-use-three-vendors.md").write_text(THIRD.format(what="1"))
    plan, _ = imported(services, folder)
    assert plan.links.older == {"0003-use-three-vendors.md": ()}
    assert plan.links.remarks == (
        "0003-use-three-vendors.md supersedes 0001-use-one-vendor.md,"
        " which another one has superseded; not linked.",
    )


def test_what_is_recorded_later_is_not_linked_but_told(folder: Path) -> None:
    services = Services()
    (folder / "0001-use-one-vendor.md").rename(folder.parent / "aside.md")
    imported(services, folder)
    (folder.parent / "aside.md").rename(folder / "0001-use-one-vendor.md")
    with (folder / "0002-use-two-vendors.md").open("a") as file:
        file.write("\n## Status\n\nSupersedes #1\n")
    plan, _ = imported(services, folder)
    assert plan.links.remarks == (
        "0002-use-two-vendors.md supersedes 0001-use-one-vendor.md,"
        " which is recorded after it or not at all; not linked.",
    )


@pytest.mark.parametrize("in_git", [True, False])
def test_another_projects_file_of_the_same_name_is_recorded(
    folder: Path, tmp_path: Path, in_git: bool
) -> None:
    other = tmp_path / "other" / "docs" / "adr"
    other.mkdir(parents=True)
    (other / "0002-use-two-vendors.md").write_text(SECOND.replace("may fail", "failed us"))
    if in_git:
        git(other, "init", "-q")
        commit(other, "Xi <xi@example.org>", "2021-01-01T10:00:00+0000", "Ours")
    services = Services()
    imported(services, folder)
    plan, done = imported(services, other)
    assert (list(done.ids), plan.passed) == (["0002-use-two-vendors.md"], [])


def test_a_clone_is_the_same_project(folder: Path, tmp_path: Path) -> None:
    services = Services()
    imported(services, folder)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(folder), str(clone))
    (clone / "0002-use-two-vendors.md").write_text(SECOND.replace("may fail", "fails"))
    plan = plan_import(services.decisions, clone)
    assert plan.records == []
    assert "has changed" in dict(plan.passed)["0002-use-two-vendors.md"]


def test_the_same_bytes_twice_are_recorded_once(tmp_path: Path) -> None:
    for name in ("0002-use-two-vendors.md", "0002-use-two-vendors-copy.md"):
        (tmp_path / name).write_text(SECOND)
    plan, done = imported(Services(), tmp_path)
    assert list(done.ids) == ["0002-use-two-vendors-copy.md"]
    assert plan.passed == [
        (
            "0002-use-two-vendors.md",
            "It is the same, byte for byte, as 0002-use-two-vendors-copy.md.",
        )
    ]


@pytest.mark.parametrize(
    "name",
    [
        "templates/nygard.md",
        "Template/0001-x.md",
        "template-long.md",
        "adr-template.md",
        "index.md",
        "sub/README.md",
        "CHANGELOG.md",
    ],
)
def test_pages_and_templates_are_passed_over_by_their_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(SECOND)
    plan = plan_import(Services().decisions, tmp_path)
    assert plan.records == []
    assert [one.name for one in plan.passed] == [name]


def test_ones_own_export_is_passed_over(folder: Path, tmp_path: Path) -> None:
    services = Services()
    imported(services, folder)
    export_log(services.decisions.log, tmp_path / "out")
    plan = plan_import(services.decisions, tmp_path / "out")
    assert plan.records == []
    assert {one.why for one in plan.passed} == {"It is in the log already."}


def test_an_export_is_imported_into_another_home(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = Services()
    imported(services, folder)
    export_log(services.decisions.log, tmp_path / "out")
    monkeypatch.setenv("PM_COPILOT_HOME", str(tmp_path / "another"))
    other = Services()
    plan, done = imported(other, tmp_path / "out")
    first, second = done.ids.values()
    assert plan.passed == []
    assert other.decisions.log.standing(first).superseded_by == (second,)
    assert other.decisions.verify().verdict == "ok"
