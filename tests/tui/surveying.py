"""Driving the screens of surveys, with real summaries kept on disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import cast

from copilot.domain.artifact import Artifact, Provenance
from copilot.domain.survey import SURVEY, SurveySummary
from copilot.services import Services
from copilot.tui.survey_list import SurveyListScreen
from copilot.tui.survey_screen import SurveyScreen
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face, opened
from tests.tui.survey_nouns import SUMMARY


def kept(services: Services, summary: SurveySummary = SUMMARY, title: str = "Survey: a") -> str:
    """Keep a summary and return its id."""
    made = Provenance(mode="computed", created=datetime(2026, 11, 1, tzinfo=UTC))
    artifact = Artifact(
        kind=SURVEY, title=title, body=summary, warnings=("Two rows were cut.",), provenance=made
    )
    return str(services.artifacts.keep(artifact).id)


def read_again(services: Services, name: str) -> SurveySummary:
    """Return a summary as it is kept."""
    return cast(SurveySummary, services.artifacts.opened(name).body)


@asynccontextmanager
async def listing(services: Services, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Face]:
    """Open the app and its surveys with F6, and wait until they are listed."""
    async with opened(services, ScriptedAgent(), size=size) as face:
        await face.press("f6")
        await face.until(lambda: isinstance(face.app.screen, SurveyListScreen))
        await face.until(lambda: cast(SurveyListScreen, face.app.screen).shelf)
        yield face


@asynccontextmanager
async def surveying(services: Services, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Face]:
    """Open the newest survey and wait until it is shown."""
    async with listing(services, size) as face:
        await open_first(face)
        yield face


async def open_first(face: Face) -> None:
    """Open the survey under the cursor and wait until it is shown."""
    await face.press("enter")
    await face.until(lambda: isinstance(face.app.screen, SurveyScreen))
    await face.until(lambda: screen(face).rows.option_count)


def screen(face: Face) -> SurveyScreen:
    return cast(SurveyScreen, face.app.screen)


def rows(face: Face) -> str:
    """Return what the rows say."""
    return "\n".join(str(option.prompt) for option in screen(face).rows.options)


def detail(face: Face) -> str:
    """Return what the chosen row says, its lines joined."""
    return " ".join(face.text("SurveyDetail Static").split())


def news(face: Face) -> str:
    """Return what the screen has told last."""
    return " ".join(face.text("#news").split())


async def reading(face: Face, text: str) -> None:
    """Wait until a text stands in what the chosen row says."""
    await face.until(lambda: text in detail(face))
