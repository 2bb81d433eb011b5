"""Search by meaning."""

import gc
import os
from pathlib import Path

import numpy as np
import pytest

from copilot.errors import LogError
from copilot.settings import content_root
from copilot.stores.index import DenseIndex, Vectors
from copilot.stores.search import POOL

VECTORS = np.eye(4, dtype=np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of an index of four vectors, the last in another collection."""
    DenseIndex.build(VECTORS, ["notes", "notes", "notes", "mine"], str(tmp_path / "chroma"))
    return tmp_path / "chroma"


def test_the_nearest_come_first_with_their_cosine(folder: Path) -> None:
    query = np.array([0.8, 0.6, 0.0, 0.0], dtype=np.float32)
    found = DenseIndex.open(str(folder)).search(query, 2)
    assert [row for row, _ in found] == [0, 1]
    assert [near for _, near in found] == pytest.approx([0.8, 0.6], abs=1e-5)


def test_a_collection_keeps_the_others_out(folder: Path) -> None:
    found = DenseIndex.open(str(folder)).search(VECTORS[0], 4, "mine")
    assert [row for row, _ in found] == [3]


def test_an_index_of_another_size_is_not_healthy(folder: Path) -> None:
    index = DenseIndex.open(str(folder))
    assert index.is_healthy(4)
    assert not index.is_healthy(5)


def test_the_nearest_of_the_shipped_notes_are_exact_in_every_build(tmp_path: Path) -> None:
    notes = unit_rows(content_root() / "knowledge" / "vectors.npz")
    questions = unit_rows(content_root() / "evals" / "retrieval" / "vectors.npz")
    exact = np.sort(questions @ notes.T, axis=1)[:, ::-1][:, :POOL]
    index = DenseIndex.build(notes, ["notes"] * len(notes), str(tmp_path / "chroma"))
    for question, nearest in zip(questions, exact, strict=True):
        found = [near for _, near in index.search(question, POOL)]
        assert found == pytest.approx(nearest, abs=1e-5)


def unit_rows(path: Path) -> Vectors:
    vectors = np.load(path)["vectors"].astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def test_equal_passages_come_in_the_order_of_their_rows(tmp_path: Path) -> None:
    index = DenseIndex.build(np.ones((9, 1), dtype=np.float32), ["a"] * 9, str(tmp_path / "c"))
    assert [row for row, _ in index.search(np.ones(1, dtype=np.float32), 9)] == list(range(9))


def test_a_missing_index_is_told_with_the_command_that_mends_it(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="cannot be used") as caught:
        DenseIndex.open(str(tmp_path / "none"))
    assert "pm-copilot knowledge rebuild" in caught.value.hint


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(LogError, match="cannot be used"):
        DenseIndex.open("http://127.0.0.1:9/passages")


def held_open(below: Path) -> list[str]:
    """Return the files below a folder that this process holds open."""
    handles = (f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd"))
    files = [os.readlink(handle) for handle in handles if os.path.islink(handle)]
    return [file for file in files if file.startswith(str(below))]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux for open files")
def test_an_index_that_nobody_uses_any_more_holds_no_files_open(tmp_path: Path) -> None:
    index = DenseIndex.build(VECTORS, ["notes"] * 4, str(tmp_path / "chroma"))
    assert index.search(VECTORS[0], 1)
    assert held_open(tmp_path)
    del index
    gc.collect()
    assert held_open(tmp_path) == []
