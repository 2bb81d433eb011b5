"""Decision logs for tests: a clock that ticks, people who are known, copies with their witness."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from copilot.domain.decision import Decision
from copilot.stores.decisions.decisions import Decisions, Who
from copilot.stores.decisions.record_file import parse_record

MEMORY = Path("/dev/shm")
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
RECORD = """\
---
status: accepted
date: {day}
decision-makers: [Ada]
{more}---
# {title}

## Context and Problem Statement

Somebody asked for {title}. {said}

## Considered Options

- {title}
- Do nothing

## Decision Outcome

Chosen option: {title}, because it is cheaper.
"""


class Clock:
    """Tells a time that is a minute later at every look.

    Args:
        now: The time at first.
    """

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the time."""
        self.now += timedelta(minutes=1)
        return self.now


def decision(
    title: str = "Two vendors", said: str = "", supersedes: tuple[str, ...] = (), more: str = ""
) -> Decision:
    """Return a decision that is not recorded yet."""
    more += f"supersedes: [{', '.join(supersedes)}]\n" if supersedes else ""
    text = RECORD.format(day=NOW.date(), title=title, said=said, more=more)
    return parse_record(text, NOW.date())


def decisions_in(
    folder: Path,
    person: str = "Ada",
    *,
    clock: Clock | None = None,
    state: Path | None = None,
    key: Path | None = None,
    signers: Path | None = None,
) -> Decisions:
    """Return the log of a folder, as one person has it."""
    who = Who(
        author=f"{person} <{person.lower()}@example.org>",
        signing_key=str(key) if key else None,
        allowed_signers=str(signers) if signers else None,
    )
    return Decisions(folder / "decisions", state or folder / "state", clock or Clock(), who)


def record(
    decisions: Decisions, title: str = "Two vendors", said: str = "", *supersedes: str
) -> str:
    """Record a decision and return its id."""
    return decisions.record(decision(title, said, supersedes), "flag").id


def filled(folder: Path, count: int, person: str = "Ada") -> Decisions:
    """Return a log of some decisions."""
    decisions = decisions_in(folder, person)
    for number in range(count):
        record(decisions, f"Choice {number}")
    return decisions


@contextmanager
def quick_folder(otherwise: Path) -> Iterator[Path]:
    """Lend a folder, in memory where the system has a place for that: it is written to a lot."""
    parent = MEMORY if os.access(MEMORY, os.W_OK) else otherwise
    made = Path(tempfile.mkdtemp(dir=parent)).resolve()
    try:
        yield made
    finally:
        shutil.rmtree(made)


def copied(folder: Path, to: Path) -> Path:
    """Copy a log and its witness, whose name tells where the log lies, and return the place."""
    before = decisions_in(folder).chain.witness.path
    shutil.copytree(folder, to)
    if before.exists():
        (to / "state" / before.name).rename(decisions_in(to).chain.witness.path)
    return to


def git(repository: Path, *words: str, said: str | bytes = b"") -> str:
    """Run the real git in a repository, without the user's settings, and return what it says."""
    whole = said.encode() if isinstance(said, str) else said
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    people = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Eve"), ("EMAIL", "eve@example.org"))
    }
    done = subprocess.run(
        ["git", "-C", str(repository), *words],
        input=whole,
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "HOME": "/nowhere", **settings, **people},
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace").strip()
