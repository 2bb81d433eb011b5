"""Cut a document into passages: headings are the borders, long sections are windows."""

import re
from typing import NamedTuple

WINDOW_WORDS = 170
"""Words a window may hold: about the 256 word pieces the embedder reads."""
CLAUSE = re.compile(r"\AClause: *(.+)\n?")
_RELATED = re.compile(r"\s*Related: ([a-z0-9, \n-]+)\.?\s*\Z")
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n?(.*)\Z", re.DOTALL)


class Section(NamedTuple):
    """A passage before it belongs to a document."""

    anchor: str
    """Slug of the heading, unique in the document; `summary` before the first one."""
    path: tuple[str, ...]
    """The headings above the text, the outermost first; empty before the first one."""
    text: str

    @property
    def heading(self) -> str:
        """The nearest heading; empty before the first one."""
        return self.path[-1] if self.path else ""


def slug(text: str) -> str:
    """Return lower-case words joined by hyphens; `x` where nothing is left.

    >>> slug("Emotion at work (Art. 5)")
    'emotion-at-work-art-5'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def split_front_matter(text: str) -> tuple[str, str]:
    """Return (YAML front matter, body); the first is empty where there is none."""
    match = _FRONT_MATTER.match(text)
    return (match[1], match[2]) if match else ("", text)


def split_clauses(text: str) -> tuple[tuple[str, ...], str]:
    """Return (clauses named on the first line, the rest of the text)."""
    match = CLAUSE.match(text)
    if not match:
        return (), text
    clauses = tuple(part.strip() for part in match[1].split(";") if part.strip())
    return clauses, text[match.end() :].strip()


def split_related(text: str) -> tuple[tuple[str, ...], str]:
    """Return (slugs of related notes named on the last line, the rest of the text)."""
    match = _RELATED.search(text)
    if not match:
        return (), text
    return tuple(name.strip() for name in match[1].split(",")), text[: match.start()].rstrip()


def cut(markdown: str) -> list[Section]:
    """Return the sections of a Markdown text in order; empty ones are left out."""
    used: dict[str, int] = {}
    sections = []
    for path, text in blocks(markdown):
        heading = path[-1] if path else "summary"
        for window in _windows(text):
            sections.append(Section(_unique(slug(heading), used), path, window))
    return sections


def blocks(markdown: str) -> list[tuple[tuple[str, ...], str]]:
    """Return (headings above it, text) of every stretch between two headings."""
    above: dict[int, str] = {}
    blocks: list[tuple[tuple[str, ...], list[str]]] = [((), [])]
    fenced = False
    for line in markdown.splitlines():
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading:
            level = len(heading[1])
            above = {depth: text for depth, text in above.items() if depth < level}
            above[level] = heading[2]
            blocks.append((tuple(above.values()), []))
        else:
            blocks[-1][1].append(line)
    stripped = [(path, "\n".join(lines).strip()) for path, lines in blocks]
    return [(path, text) for path, text in stripped if text]


def _windows(text: str) -> list[str]:
    """Pack paragraphs into windows; one that is too long is cut at lines, then at words."""
    return _pack(_pieces(text), "\n\n")


def _pieces(text: str) -> list[str]:
    paragraphs = re.split(r"\n\s*\n", text)
    return [piece for paragraph in paragraphs for piece in _fitting(paragraph)]


def _fitting(paragraph: str) -> list[str]:
    if len(paragraph.split()) <= WINDOW_WORDS:
        return [paragraph]
    lines = [piece for line in paragraph.splitlines() for piece in _word_runs(line)]
    return _pack(lines, "\n")


def _word_runs(line: str) -> list[str]:
    words = line.split()
    if len(words) <= WINDOW_WORDS:
        return [line]
    starts = range(0, len(words), WINDOW_WORDS)
    return [" ".join(words[start : start + WINDOW_WORDS]) for start in starts]


def _pack(pieces: list[str], joiner: str) -> list[str]:
    windows: list[list[str]] = []
    size = WINDOW_WORDS
    for piece in pieces:
        words = len(piece.split())
        if size + words > WINDOW_WORDS:
            windows.append([])
            size = 0
        windows[-1].append(piece)
        size += words
    return [joiner.join(window) for window in windows]


def _unique(anchor: str, used: dict[str, int]) -> str:
    used[anchor] = used.get(anchor, 0) + 1
    return anchor if used[anchor] == 1 else _unique(f"{anchor}-{used[anchor]}", used)
