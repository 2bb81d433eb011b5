"""Driving the screen of an ethics review."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

from copilot.services import Services
from copilot.skills.review_ethics import ReviewEthics, review_ethics
from copilot.tui.fact_list import FactList
from copilot.tui.review_screen import ReviewScreen
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face, opened

CAMERA = "A camera above the board tells the teacher which pupils are bored, from their faces."
SEPSIS = (
    "A disease-risk predictor for clinicians: it estimates from the patient record the "
    "probability of sepsis in the next 24 hours and shows it to the ward doctor, who decides."
)


async def kept(services: Services, idea: str) -> str:
    """Review an idea and return the id under which the workspace keeps it."""
    return str((await review_ethics.run(ReviewEthics(idea=idea), services)).id)


@asynccontextmanager
async def reviewing(
    services: Services, idea: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Face]:
    """Review an idea and open the review with F3."""
    await kept(services, idea)
    async with opened(services, ScriptedAgent(), size=size) as face:
        await open_review(face)
        yield face


async def open_review(face: Face) -> None:
    """Press F3 and wait for the review."""
    await face.press("f3")
    await face.until(lambda: isinstance(face.app.screen, ReviewScreen) and facts(face).rows)


def screen(face: Face) -> ReviewScreen:
    return cast(ReviewScreen, face.app.screen)


def facts(face: Face) -> FactList:
    return screen(face).facts


def chosen(face: Face) -> str:
    """Return the name of the fact under the cursor."""
    row = facts(face).current
    return row.fact.name if row else ""


def listed(face: Face) -> list[str]:
    """Return the names of the listed facts."""
    return [row.fact.name for row in facts(face).rows if row]


def shown(face: Face) -> str:
    """Return everything on the screen but the lists."""
    return face.text("ReviewScreen Static")


async def find(face: Face, words: str) -> None:
    """Search the facts and go to the first one found."""
    before = listed(face)
    await face.press("slash", *words)
    await face.until(lambda: listed(face) != before)
    await face.press("enter")
