"""Driving the screens of the decision log."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from copilot.agent.agent import Agent
from copilot.domain.decision import Held
from copilot.services import Services
from copilot.stores.decisions.record_file import parse_record
from copilot.tui.decision_form import DecisionForm
from copilot.tui.decisions_screen import DecisionsScreen
from copilot.tui.question_sheet import QuestionSheet
from copilot.tui.record_dialog import RecordDialog
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face, opened

RECORD = """\
---
status: accepted
date: {day}
decision-makers: ["Ada Okafor", "Ben Lind"]
reversibility: two-way
confidence: 70
metric: corrections
review-by: {review_by}
---
# {title}

## Context and Problem Statement

Teachers lose forty minutes a class.

## Considered Options

- {chosen}
- Do nothing

## Decision Outcome

Chosen option: {chosen}, because a teacher answers for it.
"""
BODY = RECORD.split("---\n", 2)[2]


def recorded(
    services: Services,
    title: str,
    *,
    day: str = "2026-01-10",
    review_by: str = "2999-01-01",
    chosen: str = "Draft",
    supersedes: tuple[str, ...] = (),
) -> str:
    """Record a decision and return its id."""
    text = RECORD.format(title=title, day=day, review_by=review_by, chosen=chosen)
    decision = parse_record(text, services.decisions.today)
    header = decision.header.model_copy(update={"supersedes": supersedes})
    whole = decision.model_copy(update={"header": header})
    return services.decisions.record(whole, "interactive").id


def judged(services: Services, name: str, held: Held, note: str) -> None:
    """Record what became of a decision."""
    services.decisions.record_outcome(name, held, note, "interactive")


def texts(services: Services) -> list[str]:
    """Return the records of the log, the newest first."""
    log = services.decisions.log
    return [log.record(one.entry.decision) for one in log.standings()]


@asynccontextmanager
async def deciding(
    services: Services,
    size: tuple[int, int] = (120, 40),
    agent: "ScriptedAgent | Agent | None" = None,
) -> AsyncIterator[Face]:
    """Open the app and its decision log with F4, and wait until the log is checked."""
    async with opened(services, agent or ScriptedAgent(), size=size) as face:
        await open_log(face)
        yield face


async def open_log(face: Face) -> None:
    """Press F4 and wait until the log is read and checked."""
    await face.press("f4")
    await face.until(lambda: isinstance(face.app.screen, DecisionsScreen))
    await checked(face)


async def checked(face: Face) -> None:
    """Wait until the log is read, shown and checked."""
    done = ("ok", "Nothing", "altered", "broken", "truncated", "forked", "torn")
    await face.until(
        lambda: (said := face.text("LogLine")) and "checking" not in said and _any(said, done)
    )
    await face.until(lambda: face.text("RecordPane Static", "RecordPane MarkdownBlock"))


def log(face: Face) -> DecisionsScreen:
    return cast(DecisionsScreen, face.app.screen)


def form(face: Face) -> DecisionForm:
    return cast(DecisionForm, face.app.screen)


def titles(face: Face) -> list[str]:
    """Return the titles in the list."""
    return [one.entry.title for one in log(face).entries.rows]


def rows(face: Face) -> str:
    """Return what the list says."""
    return "\n".join(str(option.prompt) for option in log(face).entries.options)


def shown(face: Face) -> str:
    """Return the record and the facts above it."""
    return face.text("RecordPane .facts", "RecordPane MarkdownBlock")


async def open_form(face: Face, key: str) -> None:
    """Press a key that opens the form, and wait for its guidance."""
    await face.press(key)
    await face.until(lambda: isinstance(face.app.screen, DecisionForm))
    await face.until(lambda: face.text("Guidance Static"))


async def fill(face: Face, title: str, chosen: str = "May") -> None:
    """Write a whole record in the form."""
    form(face).text.rewrite(BODY.format(title=title, chosen=chosen))
    await face.until(lambda: "It can be recorded" in face.text("Guidance Static"))


async def ask(face: Face) -> RecordDialog:
    """Press Ctrl+S and wait for the question, and until it takes keys."""
    await face.press("ctrl+s")
    await face.until(lambda: isinstance(face.app.screen, RecordDialog))
    return cast(RecordDialog, await past_grace(face))


async def past_grace(face: Face) -> "QuestionSheet[str]":
    """Wait until the question on the screen takes keys."""
    sheet = cast("QuestionSheet[str]", face.app.screen)
    assert isinstance(sheet, QuestionSheet)
    await face.until(lambda: sheet.is_past_grace)
    return sheet


def _any(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
