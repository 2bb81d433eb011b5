"""How alike two short texts are: by meaning where there is an embedder, else by words.

The thresholds were chosen on pairs written by hand and measured on others; docs/brainstorm.md has
the figures.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.stories.alike import jaccard

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Gives one vector of length 1 a text."""
Matrix = NDArray[np.float64]
"""Likeness of every text to every text, 1 on the diagonal."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_STEM = 6


class Limits(NamedTuple):
    """From which likeness on two texts count as one."""

    repeats: float
    """Two ideas would be built in the same way."""
    restates: float
    """A text says another one again, if it has few words of its own besides."""


OWN_WORDS = 0.5
"""Share of words of its own up to which a text may be called a restatement; ideas are near their
problem anyhow, and what makes them ideas is what they add."""
BEYOND_PROBLEM = 0.05
"""By so much two ideas must be nearer to each other than either is to the problem: ideas in the
problem's own words are near each other through it alone."""
BY_MEANING = Limits(repeats=0.60, restates=0.75)
BY_WORDS = Limits(repeats=0.30, restates=0.40)


def likeness(texts: Sequence[str], embed: Embed | None) -> Matrix:
    """Return the likeness of all pairs: cosine of vectors, or Jaccard similarity of words."""
    if not texts:
        return np.zeros((0, 0))
    pairs = _by_words(texts) if embed is None else _by_meaning(embed(texts))
    np.fill_diagonal(pairs, 1.0)
    return pairs


def _by_words(texts: Sequence[str]) -> Matrix:
    sets = [_words(text) for text in texts]
    return np.array([[jaccard(one, other) for other in sets] for one in sets], dtype=np.float64)


def _by_meaning(vectors: NDArray[np.float32]) -> Matrix:
    exact = vectors.astype(np.float64)
    pairs: Matrix = np.clip(exact @ exact.T, -1.0, 1.0)
    return pairs


def adds_little(text: str, source: str) -> bool:
    """Tell whether most longer words of a text stand in the source."""
    words = _words(text)
    return len(words - _words(source)) <= OWN_WORDS * len(words)


def _words(text: str) -> frozenset[str]:
    """Return the longer words, cut so that inflections meet."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))
