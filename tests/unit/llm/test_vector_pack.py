"""Vectors computed beforehand."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from copilot.errors import ContentError
from copilot.llm.vector_pack import PackedEmbedder, VectorPack, Vectors, packed
from tests.doubles import WordEmbedder

TEXTS = ["Rate by reach.", "Divide by effort.", "Emotions at work."]


def vectors(*texts: str) -> dict[str, Vectors]:
    return {text: WordEmbedder().embed([text])[0] for text in texts}


def pack(path: Path, *texts: str, embedder: str = WordEmbedder.name) -> VectorPack:
    """Write a pack of texts and return it."""
    path.write_bytes(packed(vectors(*texts), embedder))
    return VectorPack(path)


def same(one: Vectors | None, other: Vectors) -> bool:
    """Tell whether vectors are equal as far as half precision goes."""
    return one is not None and np.allclose(one, other, atol=1e-3)


def found(known: VectorPack, texts: Sequence[str]) -> dict[str, Vectors]:
    """Return the vectors of texts that a pack has."""
    looked = {text: known.find(text, WordEmbedder.name) for text in texts}
    return {text: vector for text, vector in looked.items() if vector is not None}


def test_a_packed_text_is_found_with_a_vector_of_length_one(tmp_path: Path) -> None:
    known = pack(tmp_path / "a.npz", *TEXTS)
    assert len(known) == 3
    for text, wanted in vectors(*TEXTS).items():
        vector = known.find(text, WordEmbedder.name)
        assert vector is not None
        assert same(vector, wanted)
        assert vector.dtype == np.float32
        assert float(np.linalg.norm(vector)) == pytest.approx(1.0, abs=1e-6)


def test_another_text_or_another_embedder_is_not_found(tmp_path: Path) -> None:
    known = pack(tmp_path / "a.npz", TEXTS[0])
    assert known.find(TEXTS[1], WordEmbedder.name) is None
    assert known.find(TEXTS[0], "words-128") is None


def test_packs_are_looked_into_before_anything_is_computed(tmp_path: Path) -> None:
    packs = [pack(tmp_path / "a.npz", TEXTS[0]), pack(tmp_path / "b.npz", TEXTS[1])]
    inner = WordEmbedder()
    embedder = PackedEmbedder(inner, packs)
    rows = embedder.embed([TEXTS[1], TEXTS[0], TEXTS[1]])
    assert inner.embedded == []
    assert embedder.computed == 0
    wanted = vectors(*TEXTS)
    assert same(rows, np.stack([wanted[TEXTS[1]], wanted[TEXTS[0]], wanted[TEXTS[1]]]))


def test_an_earlier_pack_goes_before_a_later_one(tmp_path: Path) -> None:
    name = WordEmbedder.name
    first, second = (np.eye(64, dtype=np.float32)[place] for place in (0, 1))
    for file, vector in (("a.npz", first), ("b.npz", second)):
        (tmp_path / file).write_bytes(packed({TEXTS[0]: vector}, name))
    packs = [VectorPack(tmp_path / "a.npz"), VectorPack(tmp_path / "b.npz")]
    assert np.array_equal(PackedEmbedder(WordEmbedder(), packs).embed(TEXTS[:1])[0], first)


def test_a_text_that_stands_twice_is_computed_once_and_not_kept(tmp_path: Path) -> None:
    inner = WordEmbedder()
    embedder = PackedEmbedder(inner, [pack(tmp_path / "a.npz", TEXTS[0])])
    rows = embedder.embed([TEXTS[1], TEXTS[0], TEXTS[1]])
    again = embedder.embed(TEXTS)
    assert inner.embedded == [TEXTS[1], TEXTS[1], TEXTS[2]]
    assert embedder.computed == 3
    assert np.array_equal(rows[[1, 0]], again[:2])


def test_an_embedder_with_packs_has_the_name_and_shape_of_its_own() -> None:
    embedder = PackedEmbedder(WordEmbedder(), [])
    assert (embedder.name, embedder.dimension) == ("words-64", 64)
    assert embedder.embed([]).shape == (0, 64)


def test_the_same_vectors_give_the_same_bytes_in_any_order() -> None:
    known = vectors(*TEXTS)
    backwards = {text: known[text] for text in reversed(TEXTS)}
    assert packed(known, "e") == packed(backwards, "e")
    assert packed(known, "e") != packed(known, "f")


def test_packing_what_was_packed_changes_nothing(tmp_path: Path) -> None:
    many = [f"text number {number} of many" for number in range(300)]
    first = pack(tmp_path / "a.npz", *many)
    again = packed(found(first, many), WordEmbedder.name)
    assert again == first.path.read_bytes()


def test_a_missing_file_counts_as_empty(tmp_path: Path) -> None:
    missing = VectorPack(tmp_path / "none.npz")
    assert (len(missing), missing.find("a", "e")) == (0, None)


WHOLE = packed({"a": np.ones(4, np.float32)}, "e")
DAMAGED = {
    "empty": b"",
    "no pack": b"what is no pack",
    "another format": b"\x93NUMPY",
    "an archive of nothing": b"PK\x03\x04" + b"x" * 50,
    "cut short": WHOLE[:60],
    "cut at its end": WHOLE[:-40],
    "flipped keys": WHOLE[:140] + b"\xff\xff\xff" + WHOLE[143:],
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_told_with_the_way_out(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(content)
    with pytest.raises(ContentError, match=r"a\.npz is no pack of vectors") as caught:
        VectorPack(path).find("a", "e")
    assert caught.value.hint == "Write it anew: make vectors"


def test_a_file_without_keys_is_told(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", vectors=np.eye(2, dtype=np.float16))
    with pytest.raises(ContentError, match="is no pack of vectors"):
        len(VectorPack(tmp_path / "a.npz"))


def test_a_file_with_more_vectors_than_keys_is_told(tmp_path: Path) -> None:
    keys, rows = np.zeros((2, 32), dtype=np.uint8), np.ones((3, 4), dtype=np.float16)
    np.savez(tmp_path / "a.npz", keys=keys, vectors=rows)
    with pytest.raises(ContentError, match="is no pack of vectors"):
        len(VectorPack(tmp_path / "a.npz"))


def test_a_pack_of_nothing_is_no_damage(tmp_path: Path) -> None:
    assert len(pack(tmp_path / "a.npz")) == 0
