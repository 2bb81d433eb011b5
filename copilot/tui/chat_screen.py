"""What the user can do with a conversation: keys, slash commands, and what they call."""

from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType

from copilot.errors import CopilotError, InputError
from copilot.tui.complaint import complain
from copilot.tui.composer import Composer
from copilot.tui.conversation import Conversation
from copilot.tui.help_screen import show_help
from copilot.tui.notice import Notice
from copilot.tui.request import Request
from copilot.tui.sessions_screen import SessionsScreen
from copilot.tui.slash_commands import SlashCommand, find_command, typed_command


class ChatScreen(Conversation):
    """The conversation, and what keys and slash commands do to it."""

    AUTO_FOCUS = "Prompt"
    BINDING_GROUP_TITLE = "Session"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop", id="chat.stop", tooltip="Stop; the text comes back"),
        Binding("ctrl+r", "sessions", "Sessions", id="chat.sessions", tooltip="Find a session"),
        Binding("f2", "citations", "Sources", id="chat.citations", tooltip="Go to the sources"),
        Binding("f3", "review", "Review", id="chat.review", tooltip="Open the last ethics review"),
        Binding("f4", "decisions", "Log", id="chat.decisions", tooltip="Draft, or the log"),
        Binding("f5", "drafts", "Drafts", id="chat.drafts", tooltip="Stories and specifications"),
        Binding(
            "f6",
            "surveys",
            "Surveys",
            id="chat.surveys",
            tooltip="Survey summaries",
            priority=True,  # a text area would select its line
        ),
        Binding("f1", "help", "Help", id="chat.help", tooltip="Keys and commands"),
    ]

    @on(Composer.Submitted)
    async def _submitted(self, event: Composer.Submitted) -> None:
        await self._carry_out(event.text)

    async def _carry_out(self, text: str) -> None:
        typed = typed_command(text)
        if typed is None:
            self.ask(Request(text))
        elif (command := find_command(typed.name, self.commands)) is None:
            complain(self, InputError(f"There is no command /{typed.name}.", hint="Try /help."))
            self.composer.give_back(text)
        elif command.skill:
            self.ask(Request(text, command.skill, typed.rest))
        else:
            await self.run_command(command)

    async def run_command(self, command: SlashCommand) -> None:
        """Run a command chosen anywhere; a skill's command waits in the prompt for its text."""
        if command.skill:
            self.composer.prompt.put(f"/{command.name} ")
        elif self.busy and not command.when_busy:
            complain(
                self, InputError(f"/{command.name} waits for the reply.", hint="Esc stops it.")
            )
        else:
            await self.run_action(command.action)

    def action_stop(self) -> None:
        """Close the list of commands, take the queue back, or stop; then go to the prompt."""
        composer = self.composer
        if composer.close_list():
            return
        if waiting := composer.queue.take():
            composer.give_back(waiting.text)
        else:
            self.stop()
        composer.prompt.focus()

    def action_page(self, direction: int) -> None:
        """Scroll the conversation by a page."""
        if direction < 0:
            self.transcript.scroll_page_up(animate=False)
        else:
            self.transcript.scroll_page_down(animate=False)

    def action_help(self) -> None:
        """Show keys and commands."""
        show_help(self, (self.focused.HELP if self.focused else None) or "", self.commands)

    def action_citations(self) -> None:
        """Go to the sources."""
        if self.citations.citations:
            self.citations.focus_list()
        else:
            self.notify("No reply has cited a source yet.", markup=False)

    @work(group="review", exclusive=True)
    async def action_review(self) -> None:
        """Open the session's last ethics review; what became of it is told on the way back."""
        try:
            found = await self.desk.last_review()
        except CopilotError as error:
            complain(self, error)
            return
        if found is None:
            self.notify("No review yet. Make one: /review-ethics your idea", markup=False)
            return
        # Few conversations have a review, and its screen would weigh on the start of all.
        from copilot.tui.review_screen import ReviewScreen

        if outcome := await self.app.push_screen_wait(ReviewScreen(self.desk, found)):
            await self.transcript.mount(Notice(f"The review now says: {outcome}"))

    @work(group="decisions", exclusive=True)
    async def action_decisions(self) -> None:
        """Open the draft that waits for a decision, else the decision log."""
        log = self.desk.decisions
        if log.draft is None:
            self.action_decision_log()
            return
        try:
            beginning = await log.drafted(log.draft)
        except CopilotError as error:
            log.draft = None
            complain(self, error)
            return
        # Few sessions decide anything, and the form would weigh on the start of all.
        from copilot.tui.decision_form import DecisionForm

        self.app.push_screen(DecisionForm(log, beginning))

    def action_decision_log(self) -> None:
        """Open the decision log."""
        from copilot.tui.decisions_screen import DecisionsScreen

        self.app.push_screen(DecisionsScreen(self.desk.decisions))

    def action_drafts(self) -> None:
        """Open the kept stories and specifications."""
        from copilot.tui.drafts_screen import DraftsScreen

        self.app.push_screen(DraftsScreen(self.desk.drafts))

    def action_surveys(self) -> None:
        """Open the kept survey summaries."""
        from copilot.tui.survey_list import SurveyListScreen

        self.app.push_screen(SurveyListScreen(self.desk.surveys))

    async def on_screen_resume(self) -> None:
        """Tell what was recorded on another screen."""
        news, self.desk.decisions.news = self.desk.decisions.news, []
        for made in news:
            await self.transcript.mount(Notice(made.said, made.more))

    @work(group="session", exclusive=True)
    async def action_sessions(self) -> None:
        """Pick a session and go on with it."""
        if self.busy:
            complain(self, InputError("A reply is being written.", hint="Esc stops it."))
            return
        screen = SessionsScreen(self.desk.services.sessions)
        chosen = await self.app.push_screen_wait(screen)
        if chosen is not None:
            await self.resume(chosen)
        else:
            await self.name_session()

    async def action_new_session(self) -> None:
        """Begin a new session; its record is made with the first message."""
        self.leave(None)
        await self.greet()

    def action_model(self) -> None:
        """Choose a model."""
        self.choose_model()

    def action_copy_reply(self) -> None:
        """Copy the last reply as Markdown."""
        replies = [turn.reply_text for turn in self.transcript.turns if turn.reply_text]
        if replies:
            self.app.copy_to_clipboard(replies[-1])
        said = "The last reply is copied." if replies else "There is no reply to copy yet."
        self.notify(said, markup=False)

    @work(group="export", exclusive=True)
    async def action_export(self) -> None:
        """Write the session to a Markdown file of the workspace."""
        if self.desk.session is None:
            self.notify("There is nothing to export yet.", markup=False)
            return
        try:
            path = await self.desk.export(self.desk.session)
        except CopilotError as error:
            complain(self, error)
        else:
            await self.transcript.mount(Notice(f"Written to {path}"))

    def on_key(self, event: events.Key) -> None:
        """Bring letters typed elsewhere to the prompt."""
        prompt = self.composer.prompt
        if event.is_printable and event.character != " " and self.focused is not prompt:
            event.stop()
            prompt.focus()
            prompt.insert(event.character or "")
