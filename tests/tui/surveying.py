"""Driving the screens of surveys, with real summaries kept on disk."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from copilot.domain.artifact import Artifact, Provenance
from copilot.domain.survey import SURVEY, SurveySummary
from copilot.services import Services
from copilot.skills.summarize_survey import SummarizeSurvey, planned_survey, summarized
from copilot.tui.question_sheet import QuestionSheet
from copilot.tui.survey_list import SurveyListScreen
from copilot.tui.survey_screen import SurveyScreen
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face, opened
from tests.tui.survey_nouns import SUMMARY
from tests.unit.skills.surveying import CarefulReader

RUN = 60.0
"""Seconds after which a summary counts as never made; libraries are loaded in them."""


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


def prepared(tmp_path: Path, model: CarefulReader | None = None) -> Services:
    """Return services over an empty workspace, with a model that reads surveys or with none."""
    settings = {"model": "none", "embedder": "none"}
    return Services(settings, tmp_path / "workspace", chat_model=model)


async def summarized_from(services: Services, survey: Path, **fields: Any) -> str:
    """Summarize an export as the command does, and return the summary's id."""
    fields = {name: str(said) for name, said in fields.items()}
    request = SummarizeSurvey.model_validate({"file": str(survey), **fields})
    plan = await asyncio.to_thread(planned_survey, request, services)
    return str((await summarized(plan, services)).artifact.id)


async def asking(face: Face, dialog: type) -> None:
    """Wait for a dialog, until it takes keys for an answer."""
    await face.until(lambda: isinstance(face.app.screen, dialog), RUN)
    top = face.app.screen
    if isinstance(top, QuestionSheet):
        await face.until(lambda: top.is_past_grace)


async def back(face: Face) -> None:
    """Wait until a survey is on top."""
    await face.until(lambda: isinstance(face.app.screen, SurveyScreen), RUN)
