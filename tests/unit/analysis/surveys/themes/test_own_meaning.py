"""Texts are compared by what they say for themselves, less what everybody says."""

from collections.abc import Sequence

import numpy as np
import pytest

from copilot.analysis.surveys.themes.features import Matrix
from copilot.analysis.surveys.themes.own_meaning import OwnMeaning

WORDS = ("kettle", "search", "price")
ANSWERS = ["kettle: search"] * 40 + ["kettle: price"] * 40


def by_words(texts: Sequence[str]) -> Matrix:
    """Embed texts by three words, as unit vectors."""
    rows = np.array([[word in text.lower() for word in WORDS] for text in texts], dtype=np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def alike(answers: Sequence[str], one: str, other: str) -> float:
    own = OwnMeaning(answers, by_words)
    return round(float(own([one])[0] @ own([other])[0]), 2)


def test_the_product_that_all_speak_of_makes_nothing_alike() -> None:
    assert alike(ANSWERS, "the kettle's search", "Kettle is used") < 0.1
    assert alike(ANSWERS, "the kettle's search", "Search") > 0.5


def test_without_answers_nothing_is_taken_away() -> None:
    assert alike([], "the kettle's search", "Kettle is used") == 0.71


def test_one_answer_is_not_taken_for_what_all_have_in_common() -> None:
    assert alike(["kettle: search"], "kettle: search", "Kettle is used") > 0.5


@pytest.mark.parametrize("answers", [[], ANSWERS])
def test_vectors_have_unit_length(answers: Sequence[str]) -> None:
    found = OwnMeaning(answers, by_words)(["kettle", "search", "price, and search"])
    assert np.allclose(np.linalg.norm(found, axis=1), 1.0)
