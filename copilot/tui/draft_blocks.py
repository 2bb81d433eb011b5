"""The parts of a draft that the cursor goes through, and what stands above all of them."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import Artifact
from copilot.domain.counting import counted
from copilot.domain.requirement import Coverage, Requirement
from copilot.domain.spec import Spec
from copilot.domain.story import Stories, StoryFinding
from copilot.tui.marked_text import Line, marked

NAMED = 6
"""Ids that are named in a line; of more, the number is told."""
SHORT = 30
"""Letters of the name of a source; it is shown whole with the source itself."""
WHOLE = 2_000
"""Letters of one text that are shown."""


class Block(NamedTuple):
    """Some lines that belong together."""

    lines: tuple[Line, ...]
    story: int | None = None
    """Place of the story that it is of."""
    finding: StoryFinding | None = None
    is_apart: bool = False
    """Whether an empty line stands before it."""
    begins_story: bool = False
    sources: tuple[str, ...] = ()
    """On what it rests: statements, requirements, passages, rules."""


def head_blocks(artifact: Artifact) -> Iterator[Block]:
    """Yield the title, what is covered, what is asked, and what was remarked."""
    body = artifact.body
    title = Content(one_line(artifact.title) or "Untitled").stylize("bold")
    made = f"{artifact.provenance.created:%d %B %Y} · {one_line(artifact.id or '')}".lstrip("0")
    yield Block((Line(title), quiet(made)))
    if not isinstance(body, Stories | Spec):
        return
    if covered := coverage_lines(body.requirements, body.coverage):
        left_over = (*body.coverage.missing, *body.coverage.unread)
        yield Block(covered, is_apart=True, sources=left_over)
    if body.questions:
        asked = (
            Line(marked(text[:WHOLE]), Content(f"{letter}) ").stylize("$primary"))
            for letter, text in zip(ascii_lowercase, body.questions, strict=False)
        )
        yield Block((heading("Only you can say"), *asked), is_apart=True)
    if artifact.warnings:
        notes = (Line(marked(one), Content("! ").stylize("$warning")) for one in artifact.warnings)
        yield Block(tuple(notes), is_apart=True)


def coverage_lines(requirements: Sequence[Requirement], coverage: Coverage) -> tuple[Line, ...]:
    """Return what of the source has arrived and what has not; nothing where nobody counted."""
    lines = []
    whole = len(coverage.covered) + len(coverage.missing)
    if requirements and whole:
        count = f"{len(coverage.covered)} of {counted(whole, 'requirement')} covered"
        missing = f"; missing {_named(coverage.missing)}" if coverage.missing else ""
        lines.append(_counted_line(f"{count}{missing}", is_whole=not coverage.missing))
    if coverage.orphans:
        lines.append(
            _counted_line(f"Rests on no requirement of the source: {_named(coverage.orphans)}")
        )
    if coverage.unread:
        lines.append(_counted_line(f"Not taken up from the source: {_named(coverage.unread)}"))
    return tuple(lines)


def heading(text: str) -> Line:
    """Return a line that names what follows."""
    return Line(Content(one_line(text)).stylize("bold"))


def quiet(text: str, indent: int = 0) -> Line:
    """Return a line that can be skipped."""
    return Line(marked(text[:WHOLE]).stylize("$quiet"), indent=indent)


def requirement_block(one: Requirement, coverage: Coverage) -> Block:
    """Return a requirement, and whether it has arrived."""
    is_missing = one.id in coverage.missing
    sign = Content(f"{one_line(one.id, 30)} ").stylize("$warning" if is_missing else "$primary")
    text = marked(one.text[:WHOLE])
    if is_missing:
        text = Content.assemble(("missing: ", "$warning"), text)
    return Block((Line(text, sign),), sources=(one.id, *one.sources))


def _counted_line(text: str, *, is_whole: bool = False) -> Line:
    tone = "$primary" if is_whole else "$warning"
    return Line(Content(text), Content("✓ " if is_whole else "! ").stylize(tone))


def _named(names: Sequence[str]) -> str:
    told = ", ".join(one_line(name, 30) for name in names[:NAMED])
    return f"{told} and {len(names) - NAMED} more" if len(names) > NAMED else told
