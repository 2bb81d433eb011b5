"""A survey that is being summarized: the stage, how far it is, how long it takes, and a stop."""

from collections.abc import Mapping
from pathlib import PurePath
from time import monotonic
from typing import Any, ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import Artifact
from copilot.domain.pace import remaining
from copilot.errors import CopilotError
from copilot.tui.survey_runs import SurveyRuns
from copilot.tui.survey_sending_dialog import SendingDialog

_KEPT = "Stopped. What the model has read is kept: the same once more goes on from there."
_NOTHING = "Stopped; no summary was made."
_NOT_SENT = "Nothing was sent, and no summary was made."
_AT_ONCE = 0.05
"""Seconds within which a step was done by an earlier run, and tells nothing of the pace."""


class Stage(NamedTuple):
    """How far a stage is."""

    name: str
    done: int
    total: int
    """0 where nobody can say."""
    since: float
    """When its pace began to be measured."""
    before: int
    """What was done by then."""
    told: float
    """When this was told."""

    def then(self, name: str, done: int, total: int, now: float) -> "Stage":
        """Return the stage as it is told now."""
        if name != self.name or now - self.told < _AT_ONCE:
            return Stage(name, done, total, now, done, now)
        return self._replace(done=done, total=total, told=now)

    def said(self, now: float) -> str:
        """Return how far it is, and how long the rest takes."""
        if not self.total:
            return ""
        left = remaining(now - self.since, self.done - self.before, self.total - self.before)
        return f"{self.done:,} of {self.total:,} ({100 * self.done // self.total} %){left}"


class SurveyRunScreen(ModalScreen[Artifact | str]):
    """Summarizes a survey; returns the summary, or a sentence on why there is none.

    Args:
        runs: Runs the summariser.
        fields: Of the request.
    """

    CSS_PATH = "survey_dialogs.tcss"
    HELP = "A survey is being summarized. Escape stops it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop", id="run.stop", tooltip="Stop; what was read is kept"),
    ]

    def __init__(self, runs: SurveyRuns, fields: Mapping[str, Any]) -> None:
        super().__init__()
        self._runs = runs
        self._fields = fields
        self._began = monotonic()
        self._stage = Stage("Beginning", 0, 0, self._began, 0, self._began)
        self._is_reading = self._is_stopped = False
        self._run: Worker[None] | None = None
        self._found: Artifact | str | None = None
        self._is_left = False

    def compose(self) -> ComposeResult:
        """Yield the file, the stage, a bar, how far it is, and the key."""
        name = one_line(PurePath(str(self._fields["file"])).name, 200)
        with Vertical(classes="sheet"):
            yield Static(Content(f"Summarizing {name}"), classes="title", markup=False)
            yield Static(classes="stage", markup=False)
            yield ProgressBar(show_eta=False, show_percentage=False)
            yield Static(classes="far", markup=False)
            yield Static("esc  stop; what was read is kept", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(0.2, self._draw)
        self._draw()
        self._run = self._summarize()

    @work(group="run", exit_on_error=False)
    async def _summarize(self) -> None:
        try:
            found = await self._summarized()
        except CopilotError as error:
            found = f"{error.message} {error.hint}".strip()
        self._end(found)

    async def _summarized(self) -> Artifact | str:
        plan = await self._runs.planned(self._fields, self.tell)
        alone = False
        if sent := await self._runs.sending(plan):
            answer = await self.app.push_screen_wait(SendingDialog(sent))
            if answer == "stop":
                return _NOT_SENT
            alone = answer == "alone"
        self.tell("Summarizing", 0, 0)
        self._is_reading = not alone
        return await self._runs.summarized(plan, self.tell, is_read=not alone)

    def tell(self, stage: str, done: int, total: int) -> None:
        """Note how far it is; called from any thread, and drawn from the screen's own."""
        if self._is_stopped:
            raise _Stopped(_NOTHING)
        self._stage = self._stage.then(stage, done, total, monotonic())

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """End with what went wrong where that is a bug, so that nobody waits for nothing."""
        if event.state == WorkerState.ERROR:
            error = event.worker.error
            told = f"{type(error).__name__}: {error}"
            self._end(f"{told}. This is a bug in PM copilot; please report it.")

    def on_screen_resume(self) -> None:
        """Return what was found while another screen was on top."""
        self._leave()

    def on_unmount(self) -> None:
        """End the thread that plans, where the program is left meanwhile."""
        self._is_stopped = True

    def action_stop(self) -> None:
        """Stop, and say what is kept."""
        self._is_stopped = True
        if self._run is not None:
            self._run.cancel()
        has_read = self._is_reading and self._stage.total > 0
        self._end(_KEPT if has_read else _NOTHING)

    def _end(self, found: Artifact | str) -> None:
        """Hold how the run ended, the first time it does, and return it as soon as can be."""
        if self._found is None:
            self._found = found
        self._leave()

    def _leave(self) -> None:
        # A dismissal takes away whatever is on top, which may be another screen than this.
        if self._found is not None and not self._is_left and self.app.screen is self:
            self._is_left = True
            self.dismiss(self._found)

    def _draw(self) -> None:
        now, stage = monotonic(), self._stage
        minutes, seconds = divmod(int(now - self._began), 60)
        passed = f"{minutes}:{seconds:02} so far"
        self.query_one(".stage", Static).update(Content(f"{stage.name}…"))
        self.query_one(ProgressBar).update(total=stage.total or None, progress=stage.done)
        far = " · ".join(part for part in (stage.said(now), passed) if part)
        self.query_one(".far", Static).update(Content(far))


class _Stopped(CopilotError):
    """A person has stopped the run; ends a thread that nobody waits for any more."""
