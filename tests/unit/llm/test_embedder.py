"""The embedder, with its real weights."""

import numpy as np

from copilot.llm.embedder import MiniLM


def test_vectors_have_length_one_and_meaning_and_do_not_depend_on_the_batch() -> None:
    texts = ["a dog barks", "a puppy yaps", "interest rates rose", "x" * 5000]
    vectors = MiniLM().embed(texts)
    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.3
    assert MiniLM().embed(texts[:1])[0] @ vectors[0] > 0.98


def test_no_texts_need_no_weights() -> None:
    assert MiniLM().embed([]).shape == (0, 384)
