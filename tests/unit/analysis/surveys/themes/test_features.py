"""Features of texts."""

import numpy as np
import pytest

from copilot.analysis.surveys.themes.features import fit_features
from tests.unit.analysis.surveys.themes.topics import answers, letters

ODD = {
    "no text": [],
    "one text": ["hello there"],
    "two texts": ["slow app", "good app"],
    "five equal texts": ["same thing"] * 5,
    "many equal texts": ["same thing"] * 300,
    "emoji": ["🙂", "👍🎉", "🙂🙂"],
    "no words": ["!!!", "...", "?"],
    "all words in one text only": [f"word{chr(97 + n % 26)}{n}" for n in range(300)],
    "no spaces": ["検索が遅い", "値段が高い", "検索できない"],
}


@pytest.mark.parametrize("texts", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("embed", [None, letters], ids=["words alone", "both"])
def test_any_texts_give_finite_rows(texts: list[str], embed: object) -> None:
    features = fit_features(texts, letters if embed else None)
    rows = features.transform(texts)
    assert rows.shape == (len(texts), features.width)
    assert rows.dtype == np.float32
    assert np.isfinite(rows).all()


def test_words_alone_vectors_alone_and_both_differ_in_what_they_hold() -> None:
    texts = answers(300, 1).texts
    words = fit_features(texts, components=20)
    vectors = fit_features(texts, letters, words=False)
    both = fit_features(texts, letters, components=20)
    assert (words.width, vectors.width, both.width) == (20, 26, 46)
    assert np.allclose(both.transform(texts)[:, 20:], vectors.transform(texts))
    assert fit_features(texts, words=False).width == 1


def test_chunks_are_the_rows_in_order() -> None:
    texts = answers(95, 2).texts
    features = fit_features(texts, letters, components=10)
    chunks = list(features.chunks(texts, 30))
    assert [len(chunk) for chunk in chunks] == [30, 30, 30, 5]
    assert np.allclose(np.concatenate(chunks), features.transform(texts), atol=1e-6)


def test_like_words_make_like_rows() -> None:
    texts = answers(400, 3).texts
    features = fit_features(texts, components=30)
    slow, lag, price = features.transform(["slow loading", "loading lag", "price fee"])
    assert slow @ lag > slow @ price + 0.1


def test_a_seed_gives_the_same_features_again() -> None:
    texts = answers(200, 4).texts
    first, again = (fit_features(texts, components=10, seed=7).transform(texts) for _ in "ab")
    assert np.array_equal(first, again)
