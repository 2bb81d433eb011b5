"""Whether passages may hold an answer."""

from copilot.analysis.answerability import may_hold_answer
from copilot.domain.document import FoundPassage, Passage

PASSAGE = Passage(id="a#one", document="a.md", title="A", text="Text.")


def found(similarity: float | None) -> list[FoundPassage]:
    return [FoundPassage(passage=PASSAGE, score=1.0, similarity=similarity)]


def test_nothing_found_holds_no_answer() -> None:
    assert not may_hold_answer([], 0.0)


def test_a_near_passage_may_hold_one_and_a_far_one_not() -> None:
    assert may_hold_answer(found(0.3), 0.0)
    assert not may_hold_answer(found(0.1), 0.0)


def test_a_question_of_unknown_words_needs_a_nearer_passage() -> None:
    assert not may_hold_answer(found(0.3), 0.6)
    assert may_hold_answer(found(0.6), 0.6)


def test_without_vectors_only_the_words_count() -> None:
    assert may_hold_answer(found(None), 0.2)
    assert not may_hold_answer(found(None), 0.8)
