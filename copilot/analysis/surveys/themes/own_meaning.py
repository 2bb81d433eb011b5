"""What a text says for itself, beside what all answers to a question say.

Answers about one product are like one another, and a theme that only names the product is like
all of them. So their mean is taken away first, as Mu and Viswanath (2018, All-but-the-top) do
with vectors of words.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from copilot.analysis.surveys.themes.features import Embed, Matrix

PRIOR = 20
"""Texts that have nothing in common, counted in, so that the mean of a few is not overrated."""


class OwnMeaning:
    """Embeds texts by what sets them apart from the answers to a question.

    Args:
        answers: What people say; what these have in common does not count.
        embed: Gives unit vectors.
    """

    def __init__(self, answers: Sequence[str], embed: Embed) -> None:
        self._answers = answers
        self._embed = embed

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector a text, in order."""
        left = self._embed(texts) - self._common
        length = np.linalg.norm(left, axis=1, keepdims=True)
        return np.asarray(left / np.maximum(length, 1e-6), dtype=np.float32)

    @cached_property
    def _common(self) -> Matrix:
        total = self._embed(self._answers).sum(axis=0) if self._answers else 0.0
        return np.asarray(total / (len(self._answers) + PRIOR), dtype=np.float32)
