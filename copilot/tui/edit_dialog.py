"""Shall this be kept? A story before and after it was edited."""

from collections.abc import Iterator
from difflib import unified_diff
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.analysis.drafting.story_form import story_form
from copilot.analysis.untrusted import one_line
from copilot.domain.counting import counted
from copilot.domain.story import Story
from copilot.tui.draft_blocks import WHOLE
from copilot.tui.question_sheet import Choice, QuestionSheet

Fate = Literal["keep", "discard", "wait"]
_CHOICES: tuple[Choice[Fate], ...] = (
    Choice("keep", "y", "Yes, keep it"),
    Choice("discard", "d", "Throw my text away"),
    Choice("wait", "n", "Not yet; e opens my text again"),
)
_AROUND = 1
"""Lines shown before and after what was changed."""
_TONES = {"-": "$error", "+": "$primary", "!": "$warning"}


class EditDialog(QuestionSheet[Fate]):
    """Shows what an edit has changed, and what is found in the story now.

    Args:
        before: The story as it is kept.
        after: As it would be kept, checked anew.
    """

    HELP = "What was changed. Nothing is kept until you answer, and your text is not lost."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('keep')", "Yes", id="edit.yes", tooltip="Keep the edited story"),
        Binding("n,escape", "answer('wait')", "No", id="edit.no", tooltip="Keep nothing yet"),
        Binding("d", "answer('discard')", "Discard", id="edit.discard", tooltip="Forget the text"),
    ]

    def __init__(self, before: Story, after: Story) -> None:
        asked = Content.assemble(
            "Keep these changes to ", (one_line(after.id, 30), "$primary"), "?"
        )
        self._lines = [*changed_lines(before, after), *_new_findings(before, after)]
        super().__init__(asked, "\n".join(self._lines), _CHOICES, _counts(before, after))

    def _shown(self) -> Content:
        lines = (Content(line).stylize(_TONES.get(line[:1], "$quiet")) for line in self._lines)
        return Content("\n").join(lines)


def changed_lines(before: Story, after: Story) -> Iterator[str]:
    """Yield the lines of a story that differ, with `-` or `+`, and a line around them."""
    old, new = story_form(before).splitlines(), story_form(after).splitlines()
    lines = list(unified_diff(old, new, lineterm="", n=_AROUND))[2:]
    for at, line in enumerate(lines):
        if not line.startswith("@@"):
            yield f"{line[:1]} {line[1:WHOLE]}".rstrip()
        elif at:
            yield "  …"


def _new_findings(before: Story, after: Story) -> Iterator[str]:
    known = {(one.rule, one.message) for one in before.findings}
    for one in (found for found in after.findings if found.is_open):
        if (one.rule, one.message) not in known:
            yield one_line(f"! New: {one.message} {one.fix}", 400)


def _counts(before: Story, after: Story) -> str:
    old, new = (sum(found.is_open for found in one.findings) for one in (before, after))
    return f"{counted(old, 'finding')} before, {new} now." if old or new else ""
