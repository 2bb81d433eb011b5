"""A scripted agent and light services for the terminal face."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from copilot.domain.conversation import Done, Message, SessionSummary, TurnEvent
from copilot.domain.document import Passage
from copilot.errors import NotFound, SetupError

Step = TurnEvent | asyncio.Event | Exception
"""An event to emit, a gate to wait at, or an error to raise."""


class Call(NamedTuple):
    """What the face asked of the agent."""

    method: str
    session: str
    what: Any


@dataclass
class ScriptedAgent:
    """An agent that plays one script per run."""

    scripts: list[list[Step]] = field(default_factory=list)
    past: Sequence[Message] = ()
    calls: list[Call] = field(default_factory=list)
    stops: int = 0

    def run(self, session: str, text: str) -> AsyncIterator[TurnEvent]:
        """Play the next script."""
        self.calls.append(Call("run", session, text))
        return self._play(session)

    def run_skill(
        self, session: str, name: str, arguments: dict[str, Any]
    ) -> AsyncIterator[TurnEvent]:
        """Play the next script."""
        self.calls.append(Call("run_skill", session, (name, arguments)))
        return self._play(session)

    def resume(self, session: str, approved: bool) -> AsyncIterator[TurnEvent]:
        """Play the next script."""
        self.calls.append(Call("resume", session, approved))
        return self._play(session)

    async def messages(self, session: str) -> list[Message]:
        """Return the past messages."""
        return list(self.past)

    async def _play(self, session: str) -> AsyncIterator[TurnEvent]:
        script = self.scripts.pop(0) if self.scripts else [Done(session=session, text="Done.")]
        for step in script:
            if isinstance(step, asyncio.Event):
                await self._wait(step)
            elif isinstance(step, Exception):
                raise step
            else:
                yield step

    async def _wait(self, gate: asyncio.Event) -> None:
        try:
            await gate.wait()
        except asyncio.CancelledError:
            self.stops += 1
            raise


class SessionShelf:
    """Sessions in memory."""

    def __init__(self, *summaries: SessionSummary) -> None:
        self._summaries = {one.id: one for one in summaries}

    def create(self) -> str:
        """Add an empty session."""
        name = f"s{len(self._summaries) + 1}"
        now = datetime.now(UTC)
        self._summaries[name] = SessionSummary(
            id=name, title="", first_prompt="", created=now, updated=now, turns=0
        )
        return name

    def recent(self, limit: int) -> list[SessionSummary]:
        """Return the sessions."""
        return list(self._summaries.values())[:limit]

    def search(self, text: str) -> list[SessionSummary]:
        """Return the sessions whose title or prompt holds the text."""
        return [
            one
            for one in self._summaries.values()
            if text.lower() in f"{one.title} {one.first_prompt}".lower()
        ]

    def rename(self, id: str, title: str) -> None:
        """Change a title."""
        self._summaries[id] = self.summary(id).model_copy(update={"title": title})

    def summary(self, id: str) -> SessionSummary:
        """Return one session."""
        if id not in self._summaries:
            raise NotFound(f"There is no session {id}.")
        return self._summaries[id]


class PassageShelf:
    """Passages in memory."""

    def __init__(self, *passages: Passage) -> None:
        self._passages = {one.id: one for one in passages}

    def passage(self, id: str) -> Passage:
        """Return one passage."""
        if id not in self._passages:
            raise NotFound(f"The passage {id} is gone.", hint="Ask again.")
        return self._passages[id]


class LightServices:
    """The part of the services the terminal face uses."""

    def __init__(self, root: Path, *passages: Passage, theme: str = "copilot-dark") -> None:
        self.settings = SimpleNamespace(theme=theme, model=None)
        self.model: str | None = "gpt-5-mini"
        self.saved: dict[str, str] = {}
        self.keys: list[str] = []
        self.keyring = True
        self.ollama: list[str] = []
        self.sessions = SessionShelf()
        self.knowledge = PassageShelf(*passages)
        self.workspace = SimpleNamespace(root=root, decisions=root / "decisions")
        self.checkpoint: str | None = "pmc1:1:abc"
        self.workspace_note = ""
        self.trouble: SetupError | None = None
        self.pull_script: Callable[[Callable[[int, int], None]], None] = lambda report: None

    @property
    def model_choice(self) -> SimpleNamespace | None:
        """The model in use."""
        if self.trouble:
            raise self.trouble
        return SimpleNamespace(label=self.model, why="test") if self.model else None

    def save_setting(self, name: str, value: str) -> None:
        """Remember a setting."""
        self.saved[name] = value

    def forget_model(self) -> None:
        """Resolve the model from what was saved."""
        self.model = self.saved.get("model") or ("openai" if self.keys else None)

    def ollama_models(self) -> list[str]:
        """Return the models of the local Ollama."""
        return self.ollama

    def store_key(self, key: str) -> None:
        """Keep a key."""
        if not self.keyring:
            raise SetupError("There is no keyring.", hint="Set OPENAI_API_KEY.")
        self.keys.append(key)

    def catalogue(self) -> list[SimpleNamespace]:
        """Return one small model."""
        return [
            SimpleNamespace(
                name="small", title="Small 0.5B", licence="Apache-2.0", bytes=491_400_064
            )
        ]

    def pull_model(self, name: str, progress: Callable[[int, int], None]) -> Path:
        """Play the download."""
        self.pull_script(progress)
        return Path(name)


def past_session(name: str, title: str, prompt: str, hours: int = 3) -> SessionSummary:
    """Return the summary of an earlier session."""
    then = datetime.now(UTC) - timedelta(hours=hours)
    return SessionSummary(
        id=name, title=title, first_prompt=prompt, created=then, updated=then, turns=2
    )
