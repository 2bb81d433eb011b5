"""What has been read of a sample, by a person or by a model."""

import numpy as np

from copilot.analysis.surveys.coding import coding_of_labels, coding_of_replies
from copilot.analysis.surveys.themes.sampling import Sample
from copilot.domain.survey_labels import Label, LabelledAnswer
from tests.unit.analysis.surveys.reading import PRICE, SEARCH, answers_of

ANSWERS = answers_of([f"answer {at}" for at in range(10)])
BOOK = [SEARCH, PRICE]
T1, NONE = frozenset({"t1"}), frozenset[str]()


def test_labels_of_rows_without_an_answer_are_left_out_and_counted() -> None:
    coding = coding_of_labels(ANSWERS, BOOK, {1: T1, 10: NONE, 11: T1}, None, 1)
    assert coding.places == [0, 9]
    assert coding.labels.tolist() == [[True, False], [False, False]]
    assert coding.notes[0].startswith("1 labelled row left out:")
    assert len(coding.notes) == 1


def test_labels_that_stand_beside_no_answers_are_doubted() -> None:
    shifted = dict.fromkeys(range(8, 15), T1)
    told = " ".join(coding_of_labels(ANSWERS, BOOK, shifted, None, 1).notes)
    assert "4 labels with a theme stand at rows without an answer" in told


def test_only_labels_of_every_answer_are_known_to_be_drawn_by_chance() -> None:
    assert not coding_of_labels(ANSWERS, BOOK, {1: T1}, None, 1).is_drawn
    whole = dict.fromkeys(range(1, 11), T1)
    assert coding_of_labels(ANSWERS, BOOK, whole, None, 1).is_drawn
    assert coding_of_labels(ANSWERS, BOOK, whole, 4, 1).is_drawn


def test_of_many_labels_as_many_are_drawn_as_are_wanted_by_the_seed() -> None:
    whole = dict.fromkeys(range(1, 11), T1)
    first, second = [coding_of_labels(ANSWERS, BOOK, whole, 4, seed) for seed in (1, 1)]
    assert len(first.read) == 4
    assert first.places == second.places
    assert any(
        coding_of_labels(ANSWERS, BOOK, whole, 4, seed).places != first.places
        for seed in range(2, 6)
    )


def test_a_models_replies_keep_words_tones_weights_and_what_failed() -> None:
    labels = (Label(theme="t2", words="answer", tone="negative"),)
    sample = Sample(np.array([2, 5]), np.array([4.0, 6.0]))
    replies = [LabelledAnswer(row=3, labels=labels), LabelledAnswer(row=6, failed=True)]
    coding = coding_of_replies(ANSWERS, BOOK, replies, sample)
    assert coding.places == [2]
    assert coding.read[0].words == {"t2": "answer"}
    assert coding.read[0].tones == {"t2": "negative"}
    assert coding.weights == [4.0]
    assert coding.failed == [5]


def test_themes_that_no_answer_has_are_told_and_not_measured() -> None:
    coding = coding_of_labels(ANSWERS, BOOK, {1: T1, 2: NONE}, None, 1).without_empty_themes()
    assert [theme.key for theme in coding.themes] == ["t1"]
    assert coding.notes == ["Named at first, and in no labelled answer: Price."]
    nothing = coding_of_labels(ANSWERS, BOOK, {1: NONE}, None, 1)
    assert nothing.without_empty_themes() == nothing
