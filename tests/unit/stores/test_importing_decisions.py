"""Records kept elsewhere come in with their authors, their times and their links."""

import os
import subprocess
from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.services import Services
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
        ("README.md", "It has no title, or does not say what is decided.")
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
