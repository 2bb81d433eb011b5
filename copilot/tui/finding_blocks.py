"""How a finding on a story is said, and where in the story it is marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from copilot.domain.story import Story, StoryFinding
from copilot.domain.story_lint import Severity
from copilot.tui.draft_blocks import WHOLE, Block
from copilot.tui.marked_text import Line, Mark, marked

INDENT = 4


class _Look(NamedTuple):
    sign: str
    word: str
    tone: str


_LOOKS: Mapping[Severity, _Look] = {
    "error": _Look("✕", "error", "$error"),
    "warning": _Look("!", "warning", "$warning"),
    "info": _Look("·", "hint", "$secondary"),
}
_OF_TITLE_TOO = "grounded"
"""Findings on what is invented count from the beginning of the title, and quote what they mean."""
_BETWEEN = (" ", ". ", "\n")
"""What may stand between title and sentence where they are read as one text."""


def finding_block(finding: StoryFinding, story: int) -> Block:
    """Return a finding as a block: how grave it is, what is amiss, what would mend it."""
    look = _LOOKS[finding.severity]
    message = marked(finding.message[:WHOLE])
    if finding.standing == "open":
        sign, word = (f"{look.sign} ", look.tone), (f"{look.word}  ", f"bold {look.tone}")
    else:
        mark = "✓ " if finding.standing == "accepted" else "– "
        sign, word = (mark, "$quiet"), (f"{finding.standing}  ", "$quiet")
        message = message.stylize("$quiet")
    below = f"{finding.fix[:WHOLE]}  {finding.rule}".strip()
    lines = (
        Line(Content.assemble(word, message), Content.assemble(sign), INDENT),
        Line(marked(below).stylize("$quiet"), indent=INDENT + 2),
    )
    return Block(lines, story, finding)


def story_marks(story: Story, findings: Iterable[StoryFinding]) -> tuple[list[Mark], list[Mark]]:
    """Return what is marked in the title of a story, and in its sentence."""
    in_title: list[Mark] = []
    in_text: list[Mark] = []
    for finding in findings:
        start, end = finding.span
        begin = _begin(story, finding)
        if finding.at or end <= start or begin is None:
            continue
        if end > begin:
            in_text.append(_mark(finding, max(0, start - begin), end - begin))
        if start < min(begin, len(story.title)):
            in_title.append(_mark(finding, start, end))
    return _grave_first(in_title), _grave_first(in_text)


def _begin(story: Story, finding: StoryFinding) -> int | None:
    """Return where the sentence begins in the text that a finding counts in."""
    if finding.criterion != _OF_TITLE_TOO:
        return 0
    start, end = finding.span
    for between in _BETWEEN:
        quoted = f"{story.title}{between}{story.text}"[start:end].strip()
        if quoted and f"“{quoted}”" in finding.message:
            return len(story.title) + len(between)
    return None


def criterion_marks(name: str, length: int, findings: Iterable[StoryFinding]) -> list[Mark]:
    """Return what is marked in the text of a criterion; not what is about all of it.

    Args:
        name: Its id.
        length: Of its text.
        findings: All those of the story.
    """
    spans = ((one, *one.span) for one in findings if one.at == name)
    return _grave_first(
        _mark(one, start, end) for one, start, end in spans if 0 < end - start < length
    )


def _mark(finding: StoryFinding, start: int, end: int) -> Mark:
    tone = _LOOKS[finding.severity].tone if finding.standing == "open" else "$quiet"
    return Mark(start, end, tone)


def _grave_first(marks: Iterable[Mark]) -> list[Mark]:
    tones = [look.tone for look in _LOOKS.values()]
    return sorted(marks, key=lambda one: tones.index(one.tone) if one.tone in tones else len(tones))


def blocks_of(findings: Sequence[StoryFinding], at: str, story: int) -> Iterator[Block]:
    """Yield the findings on one part of a story."""
    return (finding_block(one, story) for one in findings if one.at == at)
