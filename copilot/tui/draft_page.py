"""A whole draft as blocks."""

from collections.abc import Callable, Iterator

from textual.content import Content

from copilot.domain.counting import counted
from copilot.domain.spec import Spec
from copilot.domain.story import Stories, StoryFinding
from copilot.tui.draft_blocks import Block, head_blocks, heading, quiet, requirement_block
from copilot.tui.marked_text import Line, marked
from copilot.tui.open_draft import DraftEntry, OpenDraft
from copilot.tui.spec_blocks import spec_blocks
from copilot.tui.story_blocks import story_blocks

Visible = Callable[[StoryFinding], bool]
Note = Callable[[int], str]
"""What to know before the story at a place is edited; mostly empty."""
_WAYS = (
    ("/draft-story", "an idea or what somebody has written: stories with acceptance criteria"),
    ("/draft-spec", "the same as a specification, every statement with its source"),
)


def page(draft: OpenDraft, is_visible: Visible, note: Note) -> Iterator[Block]:
    """Yield a draft from its title to its last requirement."""
    yield from head_blocks(draft.artifact)
    body = draft.artifact.body
    if isinstance(body, Spec):
        yield from spec_blocks(body)
    elif isinstance(body, Stories):
        yield from _stories(draft, body, is_visible, note)


def absence() -> Iterator[Block]:
    """Yield what stands in the place of a draft where none is kept."""
    text = "Stories and specifications are kept as they are drafted, and open here with F5."
    yield Block((heading("No drafts yet"), Line(Content(text))))
    for command, what in _WAYS:
        yield Block((Line(Content(what), Content(f"{command}  ").stylize("$primary")),), None, None)


def damage(entry: DraftEntry) -> Iterator[Block]:
    """Yield what is wrong with a draft that cannot be opened."""
    yield Block((Line(marked(entry.trouble), Content("✕ ").stylize("$error")),))
    yield Block((quiet(f"Its file is {entry.id}.json in the workspace; it was left as it is."),))


def _stories(draft: OpenDraft, body: Stories, is_visible: Visible, note: Note) -> Iterator[Block]:
    stories = draft.stories
    hidden = sum(not is_visible(one) for story in stories for one in story.findings)
    if hidden:
        told = f"{counted(hidden, 'finding')} accepted or muted; full stop shows them."
        yield Block((quiet(told),), is_apart=True)
    for place, story in enumerate(stories):
        shown = [one for one in story.findings if is_visible(one)]
        yield from story_blocks(story, place, shown, note(place))
    if not body.stories:
        yield Block((quiet("There are no stories in this draft."),), is_apart=True)
    if body.requirements:
        yield Block((heading("Requirements"),), is_apart=True)
        yield from (requirement_block(one, body.coverage) for one in body.requirements)
