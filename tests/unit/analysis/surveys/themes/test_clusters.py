"""Clusters of answers."""

from collections.abc import Sequence

import numpy as np
import pytest

from copilot.analysis.surveys.themes.clusters import (
    assign_all,
    described,
    fit_clusters,
    spread,
)
from copilot.analysis.surveys.themes.features import Features, fit_features
from copilot.analysis.surveys.themes.words import key_phrases
from copilot.domain.survey_themes import Cluster
from tests.unit.analysis.surveys.themes.topics import WORDS, letters

TOPICS = [" ".join(np.random.default_rng(n).choice(WORDS[n % 3], 4)) for n in range(300)]


def find_clusters(texts: Sequence[str], features: Features, seed: int) -> list[Cluster]:
    return [one.cluster for one in described(texts, assign_all(texts, features, seed))]


def test_answers_in_like_words_come_together() -> None:
    features = fit_features(TOPICS, components=20)
    assigned = fit_clusters(features.transform(TOPICS), 1, number=3).assign(features.chunks(TOPICS))
    assert [len(set(assigned[topic::3].tolist())) for topic in range(3)] == [1, 1, 1]


def test_clusters_count_every_text_and_name_their_words() -> None:
    clusters = find_clusters(TOPICS, fit_features(TOPICS, components=20), 1)
    assert sum(cluster.count for cluster in clusters) == 300
    assert 2 <= len(clusters) <= 12
    assert [cluster.count for cluster in clusters] == sorted(
        (cluster.count for cluster in clusters), reverse=True
    )
    known = {word for words in WORDS for word in words}
    assert all(set(p.split()) <= known for cluster in clusters for p in cluster.phrases)


@pytest.mark.parametrize(
    "texts", [[], ["one"], ["a b", "c d"], ["same"] * 50, ["🙂"] * 9, ["!"] * 9]
)
def test_few_or_equal_texts_are_one_cluster(texts: list[str]) -> None:
    clusters = find_clusters(texts, fit_features(texts, letters), 1)
    assert [cluster.count for cluster in clusters] == ([len(texts)] if texts else [])


def test_a_seed_gives_the_same_clusters_again() -> None:
    features = fit_features(TOPICS, components=20)
    assert find_clusters(TOPICS, features, 4) == find_clusters(TOPICS, features, 4)


def test_phrases_set_groups_apart_without_stop_words_or_repeats() -> None:
    groups = [
        ["the app is easy to use", "so easy to use", "it is easy to use and I use the app"],
        ["the app is slow", "slow to load", "searching is slow, search is slow"],
        [],
    ]
    easy, slow, none = key_phrases(groups)
    assert easy[0] == "easy to use"
    assert slow[0] == "slow"
    assert none == ()
    words = [word for phrase in (*easy, *slow) for word in phrase.split()]
    assert "the" not in words
    assert len({"search", "searching"} & set(words)) <= 1


def test_spreading_takes_turns_over_clusters() -> None:
    assigned = np.array([0] * 90 + [1] * 8 + [2] * 2)
    picked = spread(assigned, 20, 1)
    assert np.bincount(assigned[picked]).tolist() == [10, 8, 2]
    assert picked.tolist() == spread(assigned, 20, 1).tolist()
    assert len(spread(assigned, 1_000, 1)) == 100
    assert len(spread(assigned[:0], 5, 1)) == 0


def test_two_groups_of_the_same_words_are_called_differently() -> None:
    good, others = ["good app", "good price"], [["it crashes"] * 20, ["pricey"] * 20]
    first, again, other, _ = key_phrases([["good"] * 20, ["good"] * 10 + good, *others])
    assert first == ("good",)
    assert again != first
    assert again[-1] == "good"
    assert set(again) & {"app", "price"}
    assert other == ("crashes",)
