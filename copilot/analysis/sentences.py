"""Cut text into sentences, and passages into numbered sentences to choose from."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.untrusted import inert
from copilot.domain.document import Passage

_ABBREVIATIONS = ("Art.", "Arts.", "e.g.", "i.e.", "No.", "vs.", "al.", "cf.", "Nos.", "approx.")
_NO_END = "".join(rf"(?<!\b{re.escape(word)})" for word in _ABBREVIATIONS)
_BREAK = r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+|#>]|\d+[.)]\s))"
"""An empty line, or a line that begins an item; a line that only wraps ends nothing."""
_END = re.compile(rf"(?<=[.!?])(?<!\b[A-Z]\.){_NO_END}\s+(?=[A-Z0-9\"'“\[(-])|{_BREAK}")

_ROUND = str.maketrans("[]", "()")


class Numbered(NamedTuple):
    """A sentence of a passage, as a model may choose it."""

    passage: Passage
    text: str


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, verbatim; paragraphs and items end sentences too."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def numbered(passages: Sequence[Passage]) -> list[Numbered]:
    """Return every sentence of the passages in order; its number is its place, from 1."""
    return [Numbered(passage, text) for passage in passages for text in sentences(passage.text)]


def listed(choices: Sequence[Numbered]) -> str:
    """Return numbered sentences for a prompt, under the titles of their passages."""
    lines = []
    for number, (passage, text) in enumerate(choices, start=1):
        first = number == 1 or choices[number - 2].passage.id != passage.id
        lines += [f"\n# {_flat(passage.title)}"] if first else []
        lines.append(f"{number}. {_flat(text)}")
    return "\n".join(lines).strip()


def with_neighbours(choices: Sequence[Numbered], numbers: Sequence[int]) -> list[int]:
    """Return the numbers, each with the sentences before and after it in its passage.

    A sentence alone often leans on the one before; with its neighbours it can be read.
    """
    pairs = ((number, number + step) for number in numbers for step in (0, -1, 1))
    there = ((number, near) for number, near in pairs if 1 <= near <= len(choices))
    kept = (
        near
        for number, near in there
        if choices[near - 1].passage.id == choices[number - 1].passage.id
    )
    return list(dict.fromkeys(kept))


def gathered(choices: Sequence[Numbered], numbers: Sequence[int]) -> str:
    """Return the chosen sentences as paragraphs, one a passage, each with the passage's id.

    Passages stand in the order of their first choice; sentences in the order of the passage.
    """
    order = list(dict.fromkeys(choices[number - 1].passage.id for number in numbers))
    chosen = [choices[number - 1] for number in sorted(set(numbers))]
    paragraphs = [
        " ".join(_unmarked(part.text) for part in chosen if part.passage.id == key) + f" [{key}]"
        for key in order
    ]
    return "\n\n".join(paragraphs)


def _flat(text: str) -> str:
    return " ".join(inert(text).split())


def _unmarked(text: str) -> str:
    """Return the text on one line; its brackets become round, since square ones mark citations."""
    return " ".join(text.translate(_ROUND).split())
