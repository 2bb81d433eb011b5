"""Made answers on three topics, and a tiny embedder, for tests of themes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WORDS = (
    ("slow", "loading", "lag", "freezes", "waiting"),
    ("price", "expensive", "cost", "subscription", "fee"),
    ("search", "results", "filter", "query", "lookup"),
)
SHARES = (0.35, 0.2, 0.1)
FILLER = ("today", "really", "team", "honestly", "using", "work", "week", "thing")


class Answers(NamedTuple):
    """Texts with gold labels."""

    texts: list[str]
    labels: NDArray[np.bool_]


def answers(count: int, seed: int) -> Answers:
    """Return answers whose words give their topics away, but not always."""
    rng = np.random.default_rng(seed)
    labels = rng.random((count, 3)) < SHARES
    texts = []
    for row in labels:
        words = list(rng.choice(FILLER, 5))
        for topic in np.flatnonzero(row | (rng.random(3) < 0.03)):
            words += list(rng.choice(WORDS[topic], 2))
        texts.append(" ".join(rng.permutation(words)))
    return Answers(texts, labels)


def letters(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return how often each letter is in a text, as unit vectors."""
    counts = np.array([[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts])
    rows = counts.reshape(len(texts), 26).astype(np.float32) + 1e-3
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit
