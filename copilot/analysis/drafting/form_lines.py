"""The lines of a story's form: what each is, what it says, and where it stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from copilot.analysis.drafting.form_values import flat
from copilot.analysis.untrusted import clean
from copilot.errors import InputError

_LABELS: tuple[tuple[str, str], ...] = (
    ("title", r"title\s*:"),
    ("as_a", r"as an?\b\s*:?"),
    ("i_want", r"i want\b\s*:?"),
    ("so_that", r"so that\b\s*:?"),
    ("criterion", r"criterion(?=\s|$)"),
    ("assumptions", r"assumptions\s*:?\s*$"),
    ("given", r"given(?=\s|$)"),
    ("when", r"when(?=\s|$)"),
    ("then", r"then(?=\s|$)"),
    ("and", r"(?:and|but)(?=\s|$)"),
    ("item", r"[-*](?=\s|$)"),
)
_READ = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS), re.IGNORECASE)
_HINT = (
    "Begin it with Title:, As a:, I want:, So that:, Criterion, Given, When, Then, And or a dash."
)
_LONGEST = 40
"""Letters of a line that are shown where it cannot be read."""


class FormLine(NamedTuple):
    """One line, with those that go on from it."""

    label: str
    value: str
    number: int
    """Where it stands in the text, from 1."""


def form_lines(text: str) -> list[FormLine]:
    """Return the lines that say something; an indented line goes on from the one before.

    Raises:
        InputError: A line begins with none of the words that lines begin with.
    """
    lines: list[FormLine] = []
    for number, whole in enumerate(clean(text).split("\n"), 1):
        line = whole.strip()
        if not line or line.startswith("#"):
            continue
        if found := _READ.match(line):
            label = str(found.lastgroup)
            lines.append(FormLine(label, flat(line[found.end() :]), number))
        elif whole[0].isspace() and lines and lines[-1].label not in ("criterion", "assumptions"):
            lines[-1] = _continued(lines[-1], line)
        else:
            shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
            refused(number, f"“{shown}” begins with no word that I know", _HINT)
    return lines


def refused(number: int, what: str, hint: str = "") -> NoReturn:
    """Refuse a form.

    Args:
        number: The line that cannot be read; 0 where one is missing.
        what: What is amiss there.
        hint: What to write.

    Raises:
        InputError: Always.
    """
    place = f"Line {number}: " if number else ""
    said = what if place else what[:1].upper() + what[1:]
    raise InputError(f"{place}{said}.", hint=hint)


def _continued(line: FormLine, more: str) -> FormLine:
    return line._replace(value=flat(f"{line.value} {more}"))


def values_of(lines: Sequence[FormLine]) -> list[str]:
    """Return what the lines say."""
    return [line.value for line in lines]
