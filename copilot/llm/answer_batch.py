"""Survey answers as a model is shown them: numbered, masked, inside delimiters."""

from collections.abc import Sequence
from typing import NamedTuple

from copilot.analysis.untrusted import inert

LONGEST = 1_200
"""Characters of an answer that a model is shown; the rest is told to be missing."""


class Answer(NamedTuple):
    """One masked answer."""

    row: int
    """Of the file's data, from 1."""
    text: str

    @property
    def shown(self) -> str:
        """As much of it as a model is shown."""
        return self.text[:LONGEST]


def numbered(answers: Sequence[Answer]) -> str:
    """Return the answers for a prompt, numbered from 1."""
    return "\n".join(
        f'<answer number="{number}">{inert(answer.shown)}</answer>'
        for number, answer in enumerate(answers, 1)
    )


def batches(answers: Sequence[Answer], size: int) -> list[Sequence[Answer]]:
    """Return the answers in groups of at most `size`, in order."""
    return [answers[start : start + size] for start in range(0, len(answers), size)]
