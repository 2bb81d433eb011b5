"""A drafted story as blocks: its sentence, its criteria, and under each what was found in it."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from copilot.analysis.gherkin.from_story import BETWEEN, criterion_text
from copilot.analysis.untrusted import one_line
from copilot.domain.story import Criterion, Story, StoryFinding
from copilot.tui.draft_blocks import SHORT, WHOLE, Block, quiet
from copilot.tui.finding_blocks import blocks_of, criterion_marks, finding_block, story_marks
from copilot.tui.marked_text import Line, Mark, marked, shifted

_KINDS = {"responsible_ai": "responsible AI", "data": "data", "monitoring": "monitoring"}


def story_blocks(
    story: Story, place: int, shown: Sequence[StoryFinding], note: str = ""
) -> Iterator[Block]:
    """Yield a story.

    Args:
        story: The story.
        place: Where it stands in the draft.
        shown: Those of its findings that are to be seen.
        note: What to know before it is edited; mostly empty.
    """
    in_title, in_text = story_marks(story, shown)
    lines = [_title(story, in_title), Line(marked(story.text[: 2 * WHOLE], in_text))]
    if note:
        lines.insert(1, Line(Content(note).stylize("$warning")))
    rests_on = tuple(story.sources)
    yield Block(tuple(lines), place, is_apart=True, begins_story=True, sources=rests_on)
    yield from blocks_of(shown, "", place)
    for criterion in story.criteria:
        yield _criterion(criterion, place, shown)
        yield from blocks_of(shown, criterion.id, place) if criterion.id else ()
    known = {"", *(one.id for one in story.criteria)}
    yield from (finding_block(one, place) for one in shown if one.at not in known)
    if below := tuple(_below(story)):
        yield Block(below, place, sources=rests_on)


def _title(story: Story, marks: Sequence[Mark]) -> Line:
    kind = _KINDS.get(story.kind, "")
    title = marked(story.title[:WHOLE], marks).stylize("bold")
    told = Content.assemble(title, Content(f"  {kind}" if kind else "").stylize("$quiet"))
    return Line(told, Content(f"{one_line(story.id, 30)} ").stylize("bold $primary"))


def _criterion(criterion: Criterion, place: int, shown: Sequence[StoryFinding]) -> Block:
    steps = criterion.steps
    marks = criterion_marks(criterion.id, len(criterion_text(criterion)), shown)
    lines, start = [quiet(one_line(criterion.id, 60) or "No id")], 0
    for keyword, text in steps:
        sign = Content(f"{keyword:<6}").stylize("$quiet")
        lines.append(Line(marked(text[:WHOLE], shifted(marks, start, len(text))), sign, 2))
        start += len(text) + len(BETWEEN)
    return Block(tuple(lines), place)


def _below(story: Story) -> Iterator[Line]:
    if story.sources:
        yield quiet(f"Sources: {', '.join(one_line(one, SHORT) for one in story.sources)}")
    if story.depends_on:
        yield quiet(f"Comes after: {', '.join(one_line(one, 30) for one in story.depends_on)}")
    for text in story.assumptions:
        yield Line(marked(text[:WHOLE]), Content("assumed  ").stylize("$warning"))
