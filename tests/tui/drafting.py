"""Driving the screen of drafts, with real drafts kept on disk and a real editor."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, cast

from copilot.analysis.drafting.checking import StoryCheck
from copilot.analysis.requirements.coverage import coverage
from copilot.domain.artifact import Artifact, Body, Provenance
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.spec import Section, Spec, SpecStatement
from copilot.domain.story import Criterion, Stories, Story
from copilot.services import Services
from copilot.stores.story_words import read_linter
from copilot.tui import app
from copilot.tui.app import CopilotApp
from copilot.tui.drafts_screen import DraftsScreen
from copilot.tui.question_sheet import QuestionSheet
from tests.tui.doubles import ScriptedAgent
from tests.tui.driving import Face

TOLD = ("Guests can hide their age on their profile.", "Reports are kept for 90 days.")
FIRST = Story(
    id="US-001",
    title="Hide the age.",
    as_a="guest",
    i_want="to quickly hide my age on my profile",
    so_that="nobody judges me by it",
    criteria=[
        Criterion(
            id="AC-001.1",
            given=["the guest can see their profile"],
            when="they hide their age",
            then=["no other guest can see it", "the answer is there in 5 seconds"],
        )
    ],
    sources=["FR-001", "ai-act#art-5"],
    assumptions=["The age of every guest is known."],
)
SECOND = FIRST.model_copy(
    update={"id": "US-002", "title": "Show the age.", "i_want": "to show my age", "sources": []}
)


class EditingApp(CopilotApp):
    """The app where a test has no terminal that an editor could take over."""

    CSS_PATH: ClassVar = [Path(app.__file__).parent / name for name in app.SHEETS]

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Suspend nothing."""
        yield


def drafted(*stories: Story) -> Stories:
    """Return stories that were checked, with what they cover of the source."""
    told = [Statement(id=f"S{at}", text=text, line=at) for at, text in enumerate(TOLD, 1)]
    wanted = [
        Requirement(id=f"FR-00{at}", text=one.text, sources=(one.id,))
        for at, one in enumerate(told, 1)
    ]
    return Stories(
        stories=StoryCheck(read_linter(), told).checked(stories),
        statements=told,
        requirements=wanted,
        coverage=coverage(wanted, stories),
        questions=["Who may see a hidden age?"],
    )


SPEC = Spec(
    stakes="high",
    statements=[Statement(id="S1", text=TOLD[0], line=1)],
    sections=[
        Section(
            key="problem",
            title="Problem",
            statements=(
                SpecStatement(id="p-1", text="Guests feel judged.", basis="cited", sources=("S1",)),
                SpecStatement(id="p-2", text="Ages are shown.", basis="assumed"),
            ),
        ),
        Section(key="requirements", title="What it must do"),
    ],
    requirements=[
        Requirement(id="FR-001", text=TOLD[0], sources=("S1",), consequences=("It is hidden.",))
    ],
    questions=["What is success?"],
    assumptions=["p-2: Ages are shown."],
)


def kept(services: Services, title: str, body: Body, kind: str = "draft_story") -> str:
    """Keep a draft and return its id."""
    made = Provenance(mode="computed", created=datetime(2026, 11, 1, tzinfo=UTC))
    artifact = Artifact(kind=kind, title=title, body=body, provenance=made)
    return str(services.artifacts.keep(artifact).id)


def stories(services: Services, name: str) -> list[Story]:
    """Return the stories of a draft as they are kept."""
    return cast(Stories, services.artifacts.opened(name).body).stories


def editor(folder: Path, *changes: str) -> str:
    """Return an editor that changes what it is given as `sed` does, and counts its runs.

    Args:
        folder: Where it is written.
        changes: One for each run; the last one goes on.
    """
    script, runs = folder / "editor.sh", folder / "runs"
    cases = "\n".join(f"{at}) sed -i '{one}' \"$1\" ;;" for at, one in enumerate(changes[:-1]))
    script.write_text(
        f"runs=$(cat {runs} 2>/dev/null || echo 0)\necho $((runs + 1)) > {runs}\n"
        f'cp "$1" {folder}/given-$runs\n'
        f"case $runs in\n{cases}\n*) sed -i '{changes[-1]}' \"$1\" ;;\nesac\n"
    )
    return f"sh {script}"


@asynccontextmanager
async def drafting(
    services: Services, size: tuple[int, int] = (120, 40), agent: ScriptedAgent | None = None
) -> AsyncIterator[Face]:
    """Open the app and its drafts with F5, and wait until one is shown."""
    editing = EditingApp(services, lambda: agent or ScriptedAgent())  # type: ignore[arg-type, return-value]
    async with editing.run_test(size=size, tooltips=True, notifications=True) as pilot:
        face = Face(editing, pilot)
        await face.until(lambda: face.state == "ready")
        await open_drafts(face)
        yield face


async def open_drafts(face: Face) -> None:
    """Press F5 and wait until a draft, or why there is none, is shown."""
    await face.press("f5")
    await face.until(lambda: isinstance(face.app.screen, DraftsScreen))
    await face.until(lambda: shown(face))


def screen(face: Face) -> DraftsScreen:
    return cast(DraftsScreen, face.app.screen)


def rows(face: Face) -> str:
    """Return what the list says."""
    return "\n".join(str(option.prompt) for option in screen(face).drafts.options)


def shown(face: Face) -> str:
    """Return what the draft says, all of it, its lines joined."""
    return "\n".join(str(option.prompt) for option in screen(face).document.options)


def current(face: Face) -> str:
    """Return what the block under the cursor says."""
    at = screen(face).document.highlighted
    return "" if at is None else str(screen(face).document.options[at].prompt)


def news(face: Face) -> str:
    """Return what the screen has told last."""
    return face.text("#news")


async def asked(face: Face) -> str:
    """Wait for a question and until it takes keys, and return all that it says."""
    await face.until(lambda: isinstance(face.app.screen, QuestionSheet))
    sheet = cast("QuestionSheet[str]", face.app.screen)
    await face.until(lambda: sheet.is_past_grace)
    return face.text(".title", ".exact", ".remark")
