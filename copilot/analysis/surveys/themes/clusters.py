"""Answers in like words: what can be shown where nobody reads, and what to read first.

Clusters are not themes: on real survey answers they match people's themes poorly, whatever the
vectors. They spread reading over what was said, and give a first look without a model.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.features import Features, Matrix
from copilot.analysis.surveys.themes.one_thread import one_thread
from copilot.analysis.surveys.themes.words import key_phrases
from copilot.domain.survey_themes import Cluster

if TYPE_CHECKING:
    from sklearn.cluster import MiniBatchKMeans

FEWEST, MOST = 2, 12
TEXTS_A_CLUSTER = 25
"""Below so many a cluster is a chance find."""
FIT_ON = 20_000
PHRASES_FROM = 2_000
"""Texts of a cluster that its phrases are read from, at most."""


class Clusters(NamedTuple):
    """Fitted clusters; `assign` says in which one rows of features lie."""

    centres: Matrix
    """Shape (clusters, features), none for no texts."""

    def assign(self, chunks: Iterable[Matrix]) -> NDArray[np.int64]:
        """Return the nearest cluster of every row; chunks are read once and let go."""
        squares = (self.centres**2).sum(axis=1)
        nearest = [
            np.argmin(squares - 2 * (chunk @ self.centres.T), axis=1)
            for chunk in chunks
            if len(chunk)
        ]
        return np.concatenate(nearest) if nearest else np.zeros(0, dtype=np.int64)


@one_thread()
def fit_clusters(rows: Matrix, seed: int, *, number: int | None = None) -> Clusters:
    """Find clusters among at most 20,000 of the rows.

    Args:
        rows: Features of texts.
        seed: Same seed, same clusters.
        number: How many; by default one for 25 texts, 2 at least and 12 at most, and a single
            one where there are too few texts, or too few different ones.
    """
    if not len(rows):
        return Clusters(rows)
    if len(rows) > FIT_ON:
        rows = rows[np.random.default_rng(seed).choice(len(rows), FIT_ON, replace=False)]
    wanted = number or max(FEWEST, min(MOST, len(rows) // TEXTS_A_CLUSTER))
    wanted = min(wanted, len(np.unique(rows[:1_000].round(4), axis=0)))
    if wanted < FEWEST or len(rows) < 2 * FEWEST:
        return Clusters(rows.mean(axis=0, keepdims=True))
    return Clusters(np.asarray(_kmeans(wanted, seed).fit(rows).cluster_centers_, dtype=np.float32))


def _kmeans(number: int, seed: int) -> "MiniBatchKMeans":
    from sklearn.cluster import MiniBatchKMeans

    return MiniBatchKMeans(number, n_init=3, batch_size=2_048, random_state=seed)


def assign_all(texts: Sequence[str], features: Features, seed: int) -> NDArray[np.int64]:
    """Return the cluster of every text: fitted on a sample, assigned in chunks."""
    rows: Sequence[int] = range(len(texts))
    if len(texts) > FIT_ON:
        rows = np.sort(
            np.random.default_rng(seed).choice(len(texts), FIT_ON, replace=False)
        ).tolist()
    clusters = fit_clusters(features.transform([texts[row] for row in rows]), seed)
    return clusters.assign(features.chunks(texts))


class Described(NamedTuple):
    """A cluster, and the places of its texts, rising."""

    cluster: Cluster
    members: NDArray[np.int64]


def described(texts: Sequence[str], assigned: NDArray[np.int64]) -> list[Described]:
    """Return every cluster that has texts, the largest first; keys are c1, c2, and so on.

    Empty clusters are left out. Counts sum to the texts.
    """
    places = [np.flatnonzero(assigned == number) for number in np.unique(assigned)]
    places.sort(key=lambda members: -len(members))
    phrases = key_phrases(
        [[texts[place] for place in members[:PHRASES_FROM]] for members in places]
    )
    return [
        Described(Cluster(key=f"c{rank}", phrases=said, count=len(members)), members)
        for rank, (members, said) in enumerate(zip(places, phrases, strict=True), 1)
    ]


def spread(assigned: NDArray[np.int64], size: int, seed: int) -> NDArray[np.int64]:
    """Pick places across clusters in turns: small clusters give all they have, large ones fill up.

    Args:
        assigned: The cluster of each text.
        size: How many to pick; all where there are no more.
        seed: Same seed, same places.

    Returns:
        Places in rising order.
    """
    shuffled = np.random.default_rng(seed).permutation(len(assigned))
    turns = np.zeros(len(assigned), dtype=np.int64)
    for number in np.unique(assigned):
        members = shuffled[assigned[shuffled] == number]
        turns[members] = np.arange(len(members))
    in_turn = shuffled[np.argsort(turns[shuffled], kind="stable")]
    return np.sort(in_turn[:size])
