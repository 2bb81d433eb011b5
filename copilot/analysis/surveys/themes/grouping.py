"""Answers put together by what they say, in groups small enough to be read at once."""

from collections.abc import Sequence
from math import ceil

import numpy as np

from copilot.analysis.surveys.themes.features import Embed
from copilot.analysis.surveys.themes.one_thread import one_thread

LEAST = 2
"""Answers of a group: one alone is like nothing."""


def alike_groups(texts: Sequence[str], embed: Embed, size: int, seed: int) -> list[list[int]]:
    """Return places of texts in groups of like meaning, each of `LEAST` to `size` texts.

    Texts that are like no others are left out: in a sample of what many have said, they come in
    every other grouping.

    Args:
        texts: Answers.
        embed: Gives unit vectors.
        size: Texts of a group, at most; clusters that are larger are cut.
        seed: Another seed, another grouping.
    """
    from sklearn.cluster import KMeans

    if len(texts) < LEAST:
        return []
    wanted = min(ceil(len(texts) / size), len(set(texts)))
    with one_thread():
        model = KMeans(wanted, n_init=1, random_state=seed)
        assigned = model.fit_predict(np.asarray(embed(texts), dtype=np.float64))
    clusters = [np.flatnonzero(assigned == number).tolist() for number in range(wanted)]
    cut = [cluster[at : at + size] for cluster in clusters for at in range(0, len(cluster), size)]
    return [group for group in cut if len(group) >= LEAST]
