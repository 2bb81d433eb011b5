"""One turn of the conversation: a question, the skills at work and the reply."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from copilot.analysis.untrusted import clean
from copilot.domain import conversation as told
from copilot.domain.artifact import DRAFT, REVIEW, SPEC, STORIES
from copilot.domain.document import Citation
from copilot.tui.notice import Notice
from copilot.tui.survey_desk import SURVEY
from copilot.tui.tool_activity import ToolActivity

if TYPE_CHECKING:
    from copilot.tui.reply import Reply

_NEXT: Mapping[str, str] = {
    REVIEW: "F3 opens the review: correct facts, see harms, export.",
    DRAFT: "F4 opens the draft: complete it, then record it.",
    STORIES: "F5 opens the stories: see findings, edit, export.",
    SPEC: "F5 opens the specification: see on what it rests, export.",
    SURVEY: "F6 opens the survey: themes, code book, check of labels, export.",
}
"""What to do with what a turn has made, by kind."""


class Question(Static):
    """What the user said."""

    def __init__(self, text: str) -> None:
        super().__init__(Content(clean(text)), markup=False)


class Turn(Vertical):
    """A question and everything that came of it.

    Args:
        question: What the user said; empty where a session begins with a reply.
    """

    class Cited(Message):
        """The turn leans on a passage."""

        def __init__(self, citation: Citation, turn: str) -> None:
            super().__init__()
            self.citation = citation
            self.turn = turn

    class Made(Message):
        """The turn made something that the workspace keeps and a screen opens."""

        def __init__(self, kind: str, name: str) -> None:
            super().__init__()
            self.kind = kind
            self.name = name

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question
        self._made: list[str] = []
        self._tools: dict[str, ToolActivity] = {}
        self._reply: Reply | None = None
        self.failed = False

    def compose(self) -> ComposeResult:
        """Yield the question; the rest comes with events."""
        if self.question:
            yield Question(self.question)
        yield Vertical(classes="tools")

    @property
    def reply_text(self) -> str:
        """The reply as far as it is known."""
        return self._reply.text if self._reply else ""

    @property
    def is_bare(self) -> bool:
        """Whether nothing has come of the question yet."""
        return not self.reply_text and not self._tools

    async def show(self, event: told.TurnEvent) -> None:
        """Show one event of the turn."""
        match event:
            case told.Token(text=text):
                (await self._reply_here()).feed(text)
            case told.ToolStart(id=key, name=name, arguments=arguments):
                await self._begin(key, ToolActivity(name, arguments))
            case told.ToolEnd():
                await self._end(event)
            case told.Cited(citation=citation):
                self.post_message(self.Cited(citation, self.question))
            case told.Failed(message=message, hint=hint):
                await self.fail(message, hint)
            case told.Done():
                await self._complete(event)
            case _:
                pass

    async def fail(self, message: str, hint: str) -> None:
        """End the turn with an error; what was streamed stays."""
        self.failed = True
        await self.stop()
        await self.mount(Notice(message, hint, "failed"))

    async def stop(self, why: str = "") -> None:
        """End the stream where it is.

        Args:
            why: A remark below the partial reply.
        """
        for tool in self._tools.values():
            tool.break_off()
        if self._reply:
            await self._reply.finish()
        if why:
            await self.mount(Notice(why))

    async def recall(self, messages: Sequence[told.Message]) -> None:
        """Show what came of the question in a past session."""
        for place, message in enumerate(messages, 1):
            if message.role == "tool":
                await self._recall_tool(message)
            # A skill that had the last word was the reply.
            if message.role != "tool" or place == len(messages):
                self._reply = None
                await self._reply_here(message.text)
            if message.partial:
                await self.mount(Notice(f"Incomplete: {message.partial}", tone="warning"))
            for warning in message.warnings:
                await self.mount(Notice(warning, tone="warning"))
            for citation in message.citations:
                self.post_message(self.Cited(citation, self.question))

    async def _recall_tool(self, message: told.Message) -> None:
        tool = ToolActivity(message.tool or "skill")
        await self._begin(f"past-{len(self._tools)}", tool)
        first = message.text.strip().partition("\n")[0].strip("#*> ")
        tool.finish(first, {"text": message.text}, failed=message.partial is not None)

    async def _begin(self, key: str, tool: ToolActivity) -> None:
        self._tools[key] = tool
        shelf = self.query_one(".tools", Vertical)
        shelf.add_class("-used")
        await shelf.mount(tool)

    async def _end(self, event: told.ToolEnd) -> None:
        if event.id not in self._tools:
            await self._begin(event.id, ToolActivity(event.name))
        failed = event.artifact is None
        self._tools[event.id].finish(event.summary, event.artifact, failed=failed)
        made = event.artifact or {}
        kind = str(made.get("kind"))
        if kind in _NEXT and made.get("id"):
            self._made.append(kind)
            self.post_message(self.Made(kind, str(made["id"])))

    async def _complete(self, event: told.Done) -> None:
        await (await self._reply_here()).finish(event.text)
        for citation in event.citations:
            self.post_message(self.Cited(citation, self.question))
        for warning in event.warnings:
            await self.mount(Notice(warning, tone="warning"))
        for kind in dict.fromkeys(self._made):
            await self.mount(Notice(_NEXT[kind]))

    async def _reply_here(self, text: str = "") -> "Reply":
        # Markdown is a quarter of the start-up time, and nobody needs it before a reply.
        from copilot.tui.reply import Reply

        if self._reply is None:
            self._reply = Reply(text)
            await self.mount(self._reply)
        return self._reply
