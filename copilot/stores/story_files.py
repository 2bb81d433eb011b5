"""Read stories from files: one a line, a CSV column, Markdown, or the head of a feature file."""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from copilot.domain.story_lint import StoryLine
from copilot.errors import InputError

COLUMN = "story"
_HINT = "Give a file of one story a line, a .csv with a column “story”, a .md or a .feature file."
_STORY = re.compile(
    r"^[\s>|#*_+-]*(?:\[[ xX]?\]\s*)?[^.!?]{0,60}?\b(?:as\s+(?:an?|the)\s|in\s+order\s+to\s|"
    r"(?:i|we)\s+(?:want|need|would\s+like)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^[\s>*_|+-]*(?:i\s|i'd\s|we\s|so\s+(?:that|i|we)\b|in\s+order\s+to\b|because\b|as\s+(?:an?|the)\s)",
    re.I,
)
_BEGINS = re.compile(r"^[\s>*_#|+-]*(?:as\s+(?:an?|the)\s|in\s+order\s+to\b|when\s)", re.I)
_WANTS = re.compile(
    r"\b(?:i|we)(?:'d|\s+would|\s+should)?\s+(?:want|need|like|can|must|be)\b", re.I
)
_ITEM = re.compile(r"^(\s*)(?:[-*+]|\d+[.)])\s+")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_FEATURE = re.compile(r"^\s*Feature:\s*(.*)$")
_STEPS = re.compile(r"^\s*(?:Background|Scenario(?: Outline)?|Example|Rule|Scenario Template):")
_ASIDE = re.compile(r"^\s*[#@]")


def read_stories(path: Path) -> list[StoryLine]:
    """Return the stories of a file with their lines, in order.

    Raises:
        InputError: The file cannot be read, is no text, or a CSV without a column of stories.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", hint=_HINT) from error
    return stories_in(decoded(data, str(path)), path.suffix.lower(), str(path))


def stories_in(text: str, suffix: str = "", name: str = "The text") -> list[StoryLine]:
    """Return the stories of a text.

    Args:
        text: What was read.
        suffix: Of the file, with its dot; without one the form is told from the text.
        name: How errors call it.

    Raises:
        InputError: It is a CSV without a column of stories, or holds a NUL.
    """
    if "\0" in text:
        raise InputError(f"{name} is no text.", hint=_HINT)
    flat = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if suffix in {".csv", ".tsv"}:
        return list(_from_csv(flat, name))
    reader = _READERS.get(suffix) or _reader_of(flat)
    return list(reader(flat))


def decoded(data: bytes, name: str) -> str:
    """Return the text of bytes as editors and spreadsheets write them.

    Raises:
        InputError: It is no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise InputError(f"{name} is no text.", hint=_HINT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what spreadsheets write


def _reader_of(text: str) -> Callable[[str], Iterator[StoryLine]]:
    """Return the reader for a text whose form nobody has told."""
    if any(_FEATURE.match(line) for line in text.split("\n")):
        return _from_feature
    if _names_the_column(text.lstrip().split("\n", 1)[0]):
        return lambda given: _from_csv(given, "The text")
    if any(_HEADING.match(line) for line in text.split("\n")):
        return _from_markdown
    return _from_lines


def _names_the_column(head: str) -> bool:
    try:
        return _column(next(csv.reader([head], delimiter=_delimiter(head)), [])) is not None
    except csv.Error:  # a line longer than any head
        return False


def _from_lines(text: str) -> Iterator[StoryLine]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield StoryLine(number, line.strip())


def _from_csv(text: str, name: str) -> Iterator[StoryLine]:
    head = text.lstrip("\n").split("\n", 1)[0]
    # Only these ends are lines; `splitlines` would cut at others too, inside a story.
    rows = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=_delimiter(head))
    names: list[str] = []
    column, begun = None, 1
    try:
        for row in rows:
            if not names and any(cell.strip() for cell in row):
                names, column = row, _column(row)
                if column is None:
                    raise _no_column(name, names)
            elif column is not None and column < len(row) and row[column].strip():
                yield StoryLine(begun, row[column].strip())
            begun = rows.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{name} is no CSV: {error} (line {rows.line_num}).", hint=_HINT
        ) from error
    if not names:
        raise InputError(f"{name} is empty.", hint=_HINT)


def _no_column(name: str, names: list[str]) -> InputError:
    there = ", ".join(repr(one.strip()) for one in names if one.strip())
    return InputError(
        f"{name} has no column “{COLUMN}”; its columns are {there}.",
        hint=f"Call the column of the stories “{COLUMN}”.",
    )


def _column(names: list[str]) -> int | None:
    plain = [re.sub(r"[\s_-]", "", name).lower() for name in names]
    wanted = (COLUMN, f"user{COLUMN}")
    return next((plain.index(name) for name in wanted if name in plain), None)


def _delimiter(head: str) -> str:
    return max((",", ";", "\t"), key=head.count)


def _from_markdown(text: str) -> Iterator[StoryLine]:
    """Yield the stories of a document, and what stands beside them in the same list."""
    lines = list(_prose(text))
    section = _sections(lines)
    blocks = list(_blocks(lines))
    told = {block[0].line for block in blocks if _is_told(block)}
    lists = {
        (section[block[0].line], _depth(block[0].text))
        for block in blocks
        if block[0].line in told and _ITEM.match(block[0].text)
    }
    for block in blocks:
        first = block[0]
        beside = not told or (section[first.line], _depth(first.text)) in lists
        if first.line in told or (beside and _ITEM.match(first.text)):
            yield StoryLine(first.line, "\n".join(line.text for line in block).strip())


def _prose(text: str) -> Iterator[StoryLine]:
    """Yield the lines that are neither front matter nor code."""
    fenced = False
    lines = text.split("\n")
    front = lines.index("---", 1) if lines[0].strip() == "---" and "---" in lines[1:] else -1
    for number, line in enumerate(lines, start=1):
        if number <= front + 1:
            continue
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield StoryLine(number, line)


def _blocks(lines: list[StoryLine]) -> Iterator[list[StoryLine]]:
    """Yield lines, those of a story that is written over several together."""
    block: list[StoryLine] = []
    for line in lines:
        goes_on = block and _GOES_ON.match(line.text) and not _ITEM.match(line.text)
        if goes_on and not (_BEGINS.match(line.text) and _has_wish(block)):
            block.append(line)
            continue
        if block:
            yield block
        block = [line] if line.text.strip() else []
    if block:
        yield block


def _has_wish(block: list[StoryLine]) -> bool:
    return any(_WANTS.search(line.text) for line in block)


def _is_told(block: list[StoryLine]) -> bool:
    whole = " ".join(line.text for line in block)
    return bool(_STORY.match(whole)) and bool(_WANTS.search(whole) or _BEGINS.match(block[0].text))


def _depth(line: str) -> int:
    item = _ITEM.match(line)
    return len(item[1]) if item else -1


def _sections(lines: list[StoryLine]) -> dict[int, int]:
    """Return for every line the line of the heading above it, 0 for none."""
    found, heading = {}, 0
    for line in lines:
        heading = line.line if _HEADING.match(line.text) else heading
        found[line.line] = heading
    return found


def _from_feature(text: str) -> Iterator[StoryLine]:
    """Yield the description of each feature, or its title where it has none."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        feature = _FEATURE.match(line)
        if not feature:
            continue
        told = list(_description(lines, index + 1))
        if told:
            yield StoryLine(told[0].line, "\n".join(line.text.strip() for line in told))
        elif feature[1].strip():
            yield StoryLine(index + 1, feature[1].strip())


def _description(lines: list[str], start: int) -> Iterator[StoryLine]:
    for number, line in enumerate(lines[start:], start=start + 1):
        if _STEPS.match(line) or _FEATURE.match(line):
            return
        if line.strip() and not _ASIDE.match(line):
            yield StoryLine(number, line)


_READERS: dict[str, Callable[[str], Iterator[StoryLine]]] = {
    ".md": _from_markdown,
    ".markdown": _from_markdown,
    ".feature": _from_feature,
}
