"""Read acceptance criteria from Markdown: steps in lists or in fenced blocks, under headings."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.gherkin.scenarios import Aside, Group, Scenario, Step, StepKind

_MARKS = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]?\]\s*)?")
_STEP = re.compile(
    r"(?P<mark>[*_]{0,3})(?P<word>given|when|then|and|but)(?:[*_]{0,3}:?[*_]{0,3})\s+(?P<text>\S.*?)\s*$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s{0,3}(?P<depth>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_BOLD = re.compile(r"\s*(?:\*\*|__)(?P<text>[^*_]+)(?:\*\*|__):?\s*$")
_SCENARIO = re.compile(
    r"\s*(?:Scenario(?: Outline)?|Example|Scenario Template):\s*(?P<text>.*?)\s*$"
)
_ID = re.compile(r"\b[A-Z][A-Z0-9]*-\d[\w.]*")
_STORY = 2
"""Depth of the headings under which a story stands."""


class _Line(NamedTuple):
    text: str
    start: int


class _Criterion:
    """A criterion whose lines are still being read."""

    def __init__(self, title: str, span: tuple[int, int], tags: frozenset[str]) -> None:
        self.title, self.span = title, span
        self.tags = tags | frozenset(_ID.findall(title))
        self.steps: list[Step] = []
        self.asides: list[Aside] = []

    @property
    def has_outcome(self) -> bool:
        """Whether it is so far that a further Given begins another one."""
        return any(step.kind == "then" for step in self.steps)

    def read(self) -> Scenario:
        """Return it as rules see it."""
        ids = [name for name in sorted(self.tags) if name.startswith("AC-")]
        at = ids[0] if ids else self.title
        tags = self.tags
        return Scenario(self.title, self.span, tuple(self.steps), at, tags, tuple(self.asides))


def groups_in(text: str) -> list[Group]:
    """Return the criteria of a document, those under one heading of a story together."""
    parts = [_group(lines) for lines in _parts(text)]
    return [part for part in parts if part.scenarios]


def _parts(text: str) -> Iterator[list[_Line]]:
    """Yield the lines of each story."""
    lines: list[_Line] = []
    start = 0
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        if heading and len(heading["depth"]) <= _STORY and lines:
            yield lines
            lines = []
        lines.append(_Line(line, start))
        start += len(line) + 1
    yield lines


def _group(lines: list[_Line]) -> Group:
    found: list[_Criterion] = []
    tags: frozenset[str] = frozenset()
    for line in lines:
        title = _title(line.text)
        step = _step(line, found[-1] if found else None)
        if title is not None:
            heading = _HEADING.match(line.text)
            tags = tags | frozenset(_ID.findall(title)) if heading else tags
            found.append(_Criterion(title, _span(line), tags))
        elif step is not None:
            if not found or (
                step.kind == "given" and not step.is_further and found[-1].has_outcome
            ):
                found.append(_Criterion("", _span(line), tags))
            found[-1].steps.append(step)
        elif found and line.text.strip() and _MARKS.match(line.text):
            found[-1].asides.append(_aside(line))
    read = [one.read() for one in found if one.steps]
    return Group(scenarios=tuple(read), has_names=False)


def _title(line: str) -> str | None:
    for pattern in (_HEADING, _BOLD, _SCENARIO):
        found = pattern.match(line)
        if found:
            return found["text"]
    return None


def _step(line: _Line, criterion: _Criterion | None) -> Step | None:
    marks = _MARKS.match(line.text)
    found = _STEP.match(line.text, marks.end() if marks else 0)
    if found is None or not (found["mark"] or found["word"][0].isupper()):
        return None
    word = found["word"].lower()
    last: StepKind = criterion.steps[-1].kind if criterion and criterion.steps else "given"
    kind: StepKind = word if word in ("given", "when", "then") else last  # type: ignore[assignment]
    text = found["text"].rstrip("*_ ")
    return Step(kind, text, line.start + found.start("text"), word in ("and", "but"))


def _aside(line: _Line) -> Aside:
    text = line.text.strip()
    return Aside(text, line.start + line.text.find(text), of_scenario=True)


def _span(line: _Line) -> tuple[int, int]:
    return line.start, line.start + len(line.text)
