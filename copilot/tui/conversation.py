"""One conversation on the screen: its turns, its sources, its session."""

import asyncio

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Tooltip
from textual.worker import Worker

from copilot.domain.artifact import DRAFT, SPEC, STORIES
from copilot.domain.conversation import ApprovalAsked, TurnEvent, Used
from copilot.errors import CopilotError
from copilot.skills import skill_summaries
from copilot.tui.approval_dialog import ApprovalDialog
from copilot.tui.approvals import Approvals
from copilot.tui.citations_panel import CitationsPanel
from copilot.tui.complaint import complain
from copilot.tui.composer import Composer
from copilot.tui.desk import Desk
from copilot.tui.notice import Notice
from copilot.tui.passage_screen import PassageScreen
from copilot.tui.request import Request
from copilot.tui.setup_screen import SetupScreen
from copilot.tui.slash_commands import every_command
from copilot.tui.status_line import StatusLine, doing
from copilot.tui.survey_desk import SURVEY
from copilot.tui.transcript import Transcript
from copilot.tui.turn import Turn
from copilot.tui.welcome import Welcome
from copilot.tui.wording import NOTHING


class Conversation(Screen[None]):
    """A screen on which one turn at a time runs its course.

    Args:
        desk: Everything the conversation asks of the floors below.
    """

    transcript = getters.query_one(Transcript)
    citations = getters.query_one(CitationsPanel)
    composer = getters.query_one(Composer)
    status = getters.query_one(StatusLine)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.commands = every_command(skill_summaries())
        self._approvals = Approvals()
        self._request: Request | None = None
        self._worker: Worker[None] | None = None
        self._stopping = False

    def compose(self) -> ComposeResult:
        """Yield the parts from top to bottom."""
        with Container(id="body"):
            yield Transcript()
            yield CitationsPanel()
        yield Composer(self.commands)
        yield StatusLine()

    async def on_mount(self) -> None:
        """Show an empty session, and do everything slow behind the first paint."""
        # Tooltips parse markup, and cells of a Markdown table put the model's text in one.
        await self.query(Tooltip).remove()
        if self.desk.session is None:
            await self.greet()
        self.call_after_refresh(self._arrive)

    @property
    def busy(self) -> bool:
        """Whether a turn is under way."""
        return self._request is not None

    def ask(self, request: Request) -> None:
        """Run a request, or let it wait for the one before."""
        if self.busy:
            self.composer.queue.add(request)
        else:
            self._request = request
            self._worker = self._run(request)

    def stop(self) -> None:
        """Stop the turn under way; its text comes back to the prompt."""
        if self._worker is not None and self.busy and not self._stopping:
            self._stopping = True
            self._worker.cancel()

    @work(group="turn", exit_on_error=False)
    async def _run(self, request: Request) -> None:
        turn = await self.transcript.begin(request.text)
        try:
            await self._converse(request, turn)
        except asyncio.CancelledError:
            if not self._stopping:
                raise
            await self._give_up(turn)
        except CopilotError as error:
            await turn.fail(error.message, error.hint)
        except Exception as error:  # noqa: BLE001 - a bug ends the turn, not the program
            name = type(error).__name__
            await turn.fail(f"{name}: {error}", "This is a bug in PM copilot; please report it.")
        await self._end(turn, request)

    async def _converse(self, request: Request, turn: Turn) -> None:
        self.status.state = "thinking" if self.desk.door.is_open else "getting ready"

        async def show(event: TurnEvent) -> None:
            if isinstance(event, Used):
                self.status.turn = event.usage
            self.status.state = doing(event) or self.status.state
            await turn.show(event)

        await self.desk.converse(request, show, self._allowed)

    async def _allowed(self, asked: ApprovalAsked) -> bool:
        session = self.desk.session or ""
        if self._approvals.allows(session, asked):
            return True
        self.status.state = "waiting for you"
        answer = await self.app.push_screen_wait(ApprovalDialog(asked))
        self.status.state = "thinking"
        return self._approvals.remember(session, asked, answer)

    async def _give_up(self, turn: Turn) -> None:
        if turn.is_bare:
            await turn.remove()
        else:
            await turn.stop("Stopped.")

    async def _end(self, turn: Turn, request: Request) -> None:
        waiting = self.composer.queue.take()
        text_returns = self._stopping or (turn.failed and not turn.reply_text)
        if self._stopping or turn.failed:
            back = [request if text_returns else None, waiting]
            self.composer.give_back(*(one.text for one in back if one))
            waiting = None
        self._stopping, self._request = False, None
        self.status.settle()
        self.status.state = "ready"
        if waiting:
            self.ask(waiting)
        await self.name_session()

    @on(Turn.Cited)
    def _list_citation(self, event: Turn.Cited) -> None:
        self.citations.add(event.citation, event.turn)

    @on(Turn.Made)
    def _remember(self, event: Turn.Made) -> None:
        if event.kind == DRAFT:
            self.desk.decisions.draft = event.name
        elif event.kind in (STORIES, SPEC):
            self.desk.drafts.made = event.name
        elif event.kind == SURVEY:
            self.desk.surveys.made = event.name
        else:
            self.desk.reviewed = event.name

    @on(CitationsPanel.Opened)
    @work(group="passage", exclusive=True)
    async def _open_passage(self, event: CitationsPanel.Opened) -> None:
        try:
            passage = await self.desk.passage(event.citation.id)
        except CopilotError as error:
            complain(self, error)
        else:
            self.app.push_screen(PassageScreen(event.citation, passage))

    @work(group="session")
    async def _arrive(self) -> None:
        self.status.state = "getting ready"
        if self.desk.session is not None and not await self.resume(self.desk.session):
            self.leave(None)
            await self.greet()
        if not await self._name_model() and self.desk.wants_a_model:
            self.choose_model()
        await self.desk.door.warm()
        if self.is_running and not self.busy:
            self.status.state = "ready"
        await self._tell_due()

    async def _tell_due(self) -> None:
        """Say which decisions have to be looked at again; the agent has been warmed before."""
        try:
            due = await self.desk.decisions.due()
        except CopilotError as error:
            await self._remark(Notice(error.message, error.hint, tone="warning"))
        else:
            await self._remark(Notice(f"{due} F4 opens them.", tone="warning") if due else None)

    async def _remark(self, notice: Notice | None) -> None:
        if notice is not None and self.is_running:  # the user may have left meanwhile
            await self.transcript.mount(notice)

    async def greet(self) -> None:
        """Show an empty session."""
        await self.transcript.remove_children()
        await self.transcript.mount(Welcome(skill_summaries()))

    async def resume(self, session: str) -> bool:
        """Go on with a past session; return whether it is there."""
        try:
            past = await self.desk.past(session)
        except CopilotError as error:
            complain(self, error)
            return False
        self.leave(past.summary.id)
        await self.transcript.recall(past.messages)
        self.composer.take_up(one.text for one in past.messages if one.role == "user")
        self.status.session_title = past.summary.title
        self.status.before = past.summary.usage
        return True

    def leave(self, session: str | None) -> None:
        """Turn to another session, or to none yet."""
        self.desk.session, self.desk.reviewed = session, None
        self.status.session_title, self.status.before = "", NOTHING
        self.citations.clear()

    async def name_session(self) -> None:
        """Show the session's title as it is now."""
        try:
            self.status.session_title = await self.desk.title()
        except CopilotError as error:
            complain(self, error)

    @work(group="model", exclusive=True)
    async def choose_model(self) -> None:
        """Choose a model, and open the agent anew where it changed."""
        if await self.app.push_screen_wait(SetupScreen(self.desk.services)):
            self.desk.door.close()
            await self._name_model()
            await self.desk.door.warm()

    async def _name_model(self) -> bool:
        """Show the model and what is amiss; return whether anything was found or said."""
        around = await self.desk.surroundings()
        if not self.is_running:  # the user has left meanwhile
            return True
        self.status.model = around.model or "no model"
        for remark in filter(None, (around.note, around.trouble)):
            await self.transcript.mount(Notice(remark, tone="warning"))
        return bool(around.model or around.trouble)
