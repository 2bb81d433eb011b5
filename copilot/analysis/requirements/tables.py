"""Read the rows of a Markdown table as sentences, with nothing left out."""

import re
from collections.abc import Iterator, Sequence

_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?\Z")
_CELL_END = re.compile(r"(?<!\\)\|")
_ID_HEAD = re.compile(r"(?:id|#|no\.?|nr\.?|ref|key|number)\Z", re.I)
_TEXT_HEAD = re.compile(
    r"requirement|description|feature|story|what|need|capability|behaviou?r", re.I
)


def is_row(line: str) -> bool:
    """Return whether a line is one of a table."""
    return _ROW.match(line) is not None


def rows_of(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the rows below the head, each with its place among the lines.

    The cell that says what is wanted comes first, behind its id; other cells follow in brackets
    with their heads.
    """
    heads = _cells(lines[0]) if len(lines) > 1 and _RULE.match(lines[1]) else []
    for at, line in enumerate(lines):
        if not _RULE.match(line) and (at > 0 or not heads):
            text = _told(heads, _cells(line))
            if text:
                yield at, text


def _told(heads: Sequence[str], cells: Sequence[str]) -> str:
    named = [(heads[at] if at < len(heads) else "", cell) for at, cell in enumerate(cells) if cell]
    ids = [cell for head, cell in named if _ID_HEAD.match(head)]
    texts = [cell for head, cell in named if _TEXT_HEAD.search(head)]
    main = texts[0] if texts else next((cell for _, cell in named if cell not in ids), "")
    rest = [pair for pair in named if pair[1] != main and pair[1] not in ids[:1]]
    more = "; ".join(f"{head}: {cell}" if head else cell for head, cell in rest)
    front = f"{ids[0]}: " if ids else ""
    return f"{front}{main} ({more})" if more else f"{front}{main}"


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|").strip(" *_`") for cell in _CELL_END.split(inside)]
