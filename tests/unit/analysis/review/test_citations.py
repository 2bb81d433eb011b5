"""Citations of a review."""

import pytest

from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.review.citations import cited
from copilot.analysis.review.reviewer import Reviewer
from copilot.domain.review import Precedent, Requirement, Review
from tests.doubles import passage
from tests.unit.reviewing import GERMAN, PLAIN, SPELLING, reviewed

PASSAGES = {"a#b": passage("One. Two cats purr.", id="a#b"), "c#d": passage("Three.", id="c#d")}


@pytest.fixture
def review(reviewer: Reviewer) -> Review:
    """Return a review that cites nothing yet."""
    bare: dict[str, object] = {"frameworks": (), "harms": (), "precedents": ()}
    return reviewed(reviewer, SPELLING).model_copy(update={**bare, "open_questions": ()})


@pytest.mark.parametrize("description", [*PLAIN, GERMAN, "Spellchecker"])
def test_everything_cited_exists_and_says_what_it_supports(
    description: str, reviewer: Reviewer, books: ReviewBooks
) -> None:
    found = cited(reviewed(reviewer, description), books.passages)
    assert found.missing == ()
    assert all(one.id in books.passages and one.supports for one in found.citations)
    assert all(one.quote in books.passages[one.id].text for one in found.citations)


def test_every_passage_a_condition_leans_on_is_cited(
    reviewer: Reviewer, books: ReviewBooks
) -> None:
    for description in PLAIN:
        review = reviewed(reviewer, description)
        ids = {one.id for one in cited(review, books.passages).citations}
        assert {row.citation for row in review.requirements if row.citation} <= ids


def test_a_passage_is_cited_once_with_the_first_sentence_that_leans_on_it(review: Review) -> None:
    rows = (Precedent(id="a#b", why="Cats purr."), Precedent(id="a#b", why="Later."))
    [citation] = cited(review.model_copy(update={"precedents": rows}), PASSAGES).citations
    assert (citation.id, citation.supports) == ("a#b", "Cats purr.")


def test_ids_that_point_to_nothing_are_told_and_not_cited(review: Review) -> None:
    row = Requirement(text="Do it.", test="N.", aim="it is done", citation="no#where")
    found = cited(review.model_copy(update={"requirements": (row,)}), PASSAGES)
    assert (found.citations, found.missing) == ((), ("no#where",))


def test_an_id_at_the_end_of_an_open_question_is_a_citation(review: Review) -> None:
    asked = ("Who purrs? [a#b]", "Who [c#d] barks?")
    found = cited(review.model_copy(update={"open_questions": asked}), PASSAGES)
    assert [(one.id, one.supports) for one in found.citations] == [("a#b", "Who purrs?")]
