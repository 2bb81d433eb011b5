"""Edit single lines of a Markdown specification; every other line stays as it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_FRONT = re.compile(
    r"(\s*(?:[-*+•]|\d{1,3}[.)])?\s*(?:\*\*)?(?:[A-Z]{1,6}[-_ ]?\d{1,4}[\w.]*)?(?:\*\*)?[:.)]?\s*)"
)
_MARK = re.compile(r"\s*\*\((?:cited|derived|assumed)\b[^)]*\)\*\s*\Z")
_ASKED = " *(cited: change request)*"
_NESTED = re.compile(r"\s+\S")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
_APART = re.compile(r"\s*(?:\||#{1,6}\s|```|~~~|(?:[-=_*]\s*){3,}\Z|\Z)")
"""Lines that no text goes on in: rows, headings, fences, rules and empty ones."""
_JOINT_BEHIND = re.compile(r"\s*(?:;|,?\s(?:and|but)\s)\s*")
_JOINT_AHEAD = re.compile(r"(?:;|,?\s(?:and|but))\s*\Z")
_CELL_END = re.compile(r"(?<!\\)\|")
_END = re.compile(r"\r\n|\r|\n")


class Edit(NamedTuple):
    """One change of one line."""

    name: str
    """Id of the requirement."""
    action: str
    """`added`, `changed` or `removed`."""
    text: str
    line: int
    """From 1: the line it changes, or behind which it is added."""
    old: str = ""
    """The words that it changes or removes; empty for all of the line."""
    is_alone: bool = True
    """Whether nothing else is said in these lines, so that they can go altogether."""
    has_id: bool = True
    """Whether the name is written in front of what is added."""


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, also with the line ends of Windows."""
    return _END.split(text)


def applied(spec: str, edits: Sequence[Edit]) -> str:
    """Return the text with the edits; those further down are made first, so that lines stay."""
    ends = [*_END.findall(spec), ""]
    lines = [line + end for line, end in zip(lines_of(spec), ends, strict=True)]
    usual = next(iter(ends)) or "\n"
    for edit in sorted(edits, key=_place, reverse=True):
        at = edit.line - 1
        if edit.action == "added":
            model = "".join(lines[at : _end_of_wrapped(lines, at)])
            _put_behind(lines, end_of_item(lines, at), _like(model, edit), usual)
        else:
            _edited(lines, at, edit)
    return "".join(lines)


def _place(edit: Edit) -> tuple[int, bool, str]:
    return edit.line, edit.action == "added", edit.name


def _edited(lines: list[str], at: int, edit: Edit) -> None:
    if edit.action == "removed" and edit.is_alone:
        del lines[at : end_of_item(lines, at)]
        return
    stop = _end_of_wrapped(lines, at)
    whole = "".join(lines[at:stop])
    bare = whole.rstrip("\r\n")
    lines[at:stop] = [_reworded(bare, edit) + whole[len(bare) :]]


def _reworded(said: str, edit: Edit) -> str:
    """Return an item or a paragraph with other words in the place of the old ones."""
    found = _as_wrapped(edit.old).search(said) if edit.old else None
    if found and not edit.text:
        return _without_joint(said[: found.start()], said[found.end() :], edit.old)
    mark = _MARK.search(said)
    said = said[: mark.start()] + _ASKED if mark else said
    if found:
        return said[: found.start()] + edit.text + said[found.end() :]
    front = _FRONT.match(said)
    return f"{front[1] if front else ''}{edit.text}{_ASKED if mark else ''}"


def _without_joint(before: str, after: str, removed: str) -> str:
    """Return what is left around words, without the `and` or semicolon that joined them."""
    behind, ahead = _JOINT_BEHIND.match(after), _JOINT_AHEAD.search(before)
    if behind:
        rest = after[behind.end() :]
        return f"{before}{rest[:1].upper()}{rest[1:]}"
    if ahead:
        return f"{before[: ahead.start()]}{'.' if removed.endswith('.') else ''}{after}"
    return f"{before}{after.lstrip()}"


def _as_wrapped(words: str) -> re.Pattern[str]:
    """Return words as they may be broken over lines, also inside a quotation."""
    return re.compile(r"\s+(?:>+\s*)?".join(map(re.escape, words.split())))


def holds(lines: Sequence[str], line: int, words: str) -> bool:
    """Return whether words stand in what begins in a line, as they are.

    Args:
        lines: Of the specification.
        line: From 1.
        words: Looked for; they may be broken over lines.
    """
    said = "\n".join(lines[line - 1 : _end_of_wrapped(lines, line - 1)])
    return len(_as_wrapped(words).findall(said)) == 1


def _put_behind(lines: list[str], at: int, new: Sequence[str], end: str) -> None:
    """Put lines in their place; the last line of a text may be without an end."""
    if at == len(lines) and lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end if lines[-1] else ""
        lines.extend(end.join(new).splitlines(keepends=True))
    else:
        lines[at:at] = [line + end for line in new]


def _like(model: str, edit: Edit) -> list[str]:
    """Return the new line in the form of another item; behind a paragraph, an empty one first."""
    bare = model.rstrip("\r\n")
    mark = _ASKED if _MARK.search(bare) else ""
    name = f"**{edit.name}** " if "**" in bare else f"{edit.name}: "
    name = name if edit.has_id else ""
    if bare.lstrip().startswith("|"):
        cells = max(len(_CELL_END.findall(bare)) - 1, 2)
        return [f"| {edit.name} | {as_cell(edit.text)} |" + "  |" * (cells - 2)]
    is_first = _ITEM.match(bare) or not bare.strip()
    return [*([] if is_first else [""]), f"- {name}{edit.text}{mark}"]


def as_cell(text: str) -> str:
    """Return a text that stays within one cell of a table."""
    return _CELL_END.sub(r"\\|", text)


def root_of(lines: Sequence[str], line: int) -> int:
    """Return the line of the outermost item that a line belongs to, both from 1."""
    at = min(line, len(lines)) - 1
    while at > 0 and _NESTED.match(lines[at]) and lines[at - 1].strip():
        at -= 1
    return at + 1


def end_of_item(lines: Sequence[str], at: int) -> int:
    """Return the line behind an item with all that is nested in it, or behind a paragraph."""
    depth = _depth(lines[at])
    end = _end_of_wrapped(lines, at)
    while end < len(lines) and _NESTED.match(lines[end]) and _depth(lines[end]) > depth:
        end += 1
    return end


def _end_of_wrapped(lines: Sequence[str], at: int) -> int:
    """Return the line behind an item's own words; what is nested in it stays."""
    end = at + 1
    if _APART.match(lines[at]):
        return end
    while end < len(lines) and not _ITEM.match(lines[end]) and not _APART.match(lines[end]):
        end += 1
    return end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
