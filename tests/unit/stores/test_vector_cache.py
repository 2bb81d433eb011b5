"""Vectors that are computed once."""

import stat
from pathlib import Path

import numpy as np

from copilot.stores.vector_cache import VectorCache
from tests.doubles import WordEmbedder


class OtherEmbedder(WordEmbedder):
    name = "other-64"


def test_only_what_is_new_is_embedded(tmp_path: Path) -> None:
    embedder, path = WordEmbedder(), tmp_path / "vectors.sqlite"
    first = VectorCache(path, embedder).vectors(["one", "two"])
    again = VectorCache(path, embedder).vectors(["two", "three", "one"])
    assert embedder.embedded == ["one", "two", "three"]
    assert np.array_equal(again[[2, 0]], first)


def test_vectors_come_in_the_order_of_the_texts(tmp_path: Path) -> None:
    embedder, texts = WordEmbedder(), [f"text {number}" for number in range(300)]
    vectors = VectorCache(tmp_path / "v.sqlite", embedder).vectors(texts)
    assert np.array_equal(vectors, WordEmbedder().embed(texts))


def test_another_embedder_does_not_get_these_vectors(tmp_path: Path) -> None:
    VectorCache(tmp_path / "v.sqlite", WordEmbedder()).vectors(["one"])
    other = OtherEmbedder()
    VectorCache(tmp_path / "v.sqlite", other).vectors(["one"])
    assert other.embedded == ["one"]


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    cache = VectorCache(tmp_path / "v.sqlite", WordEmbedder())
    cache.vectors(["one"])
    cache.vectors(
        [f"text {number}" for number in range(200)] + ["one"], lambda *at: steps.append(at)
    )
    assert steps == [(129, 201), (201, 201)]


def test_no_texts_give_no_vectors(tmp_path: Path) -> None:
    assert VectorCache(tmp_path / "v.sqlite", WordEmbedder()).vectors([]).shape == (0, 64)


def test_the_file_is_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "v.sqlite"
    VectorCache(path, WordEmbedder()).vectors(["one"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
