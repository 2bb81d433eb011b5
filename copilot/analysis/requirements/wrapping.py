"""Tell lines that were broken at a width from lines of their own."""

import re
from collections.abc import Sequence
from itertools import pairwise

THREE = 3
"""Lines from which one may be longer than the others; from more, one may be shorter."""
Line = tuple[int, str]
"""Its place in the source, and its words."""
_ENDS = re.compile(r"(?:[.!?:;…]|\d{1,2}:\d{2})[\s\"'”’)*_\]]*\Z")
"""A final mark, or the time of day behind who speaks in a chat."""
_BEGINS_LARGE = re.compile(r"\W*[A-Z\d]")
_BEGINS_SMALL = re.compile(r"[\"'“‘(]?[a-z]")


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups, each of them one text."""
    if _is_wrapped([text for _, text in lines]):
        return [list(lines)]
    longest = max(len(text) for _, text in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _runs_on(groups[-1], line[1], longest):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(group: Sequence[Line], after: str, longest: int) -> bool:
    """Return whether a line goes on in small letters, other than in a chat written in them."""
    before = group[-1][1]
    return bool(
        _BEGINS_LARGE.match(group[0][1])
        and _BEGINS_SMALL.match(after)
        and not _ENDS.search(before)
        and 2 * len(before) >= longest
    )


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines are one text that was broken at a width, and no lines of a chat.

    Whoever adds or strikes out a sentence leaves one line too long or too short.
    """
    *_, second, longest = sorted([0, *map(len, lines)])
    width = second if len(lines) >= THREE else longest
    short = sum(
        len(line) + 1 + len(after.split(" ", 1)[0]) <= width for line, after in pairwise(lines)
    )
    return short <= (1 if len(lines) > THREE else 0)
