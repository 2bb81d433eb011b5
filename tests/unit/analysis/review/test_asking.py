"""Questions whose answers change a review."""

import pytest

from copilot.analysis.review.asking import LETTERS, close_calls, graver_if, lettered
from copilot.analysis.review.books import ReviewBooks
from copilot.analysis.triage.logic import Known
from copilot.domain.feature import FeatureFacts
from copilot.domain.review import FactQuestion, LegalOutcome
from tests.unit.analysis.harms.building import BANNED
from tests.unit.analysis.harms.ideas import facts_of
from tests.unit.reviewing import RULES, TODAY

NEAR = {"serious": 0.5, "grave": 0.6, "spared": 0.9, "far": 0.8}
NOTHING = FeatureFacts()


def asked(names: list[str], books: ReviewBooks) -> tuple[FactQuestion, ...]:
    def consequence(name: str) -> LegalOutcome | None:
        return BANNED if name == "infers_emotions" else None

    return lettered(names, books, consequence)


def test_questions_have_letters_and_say_what_hangs_on_them(books: ReviewBooks) -> None:
    first, second = asked(["infers_emotions", "education"], books)
    assert (first.letter, second.letter) == ("a", "b")
    assert first.text == books.specs["infers_emotions"].question
    assert first.because == "If so, it becomes prohibited (Art. 5(1)(f))."
    assert second.because == ""


def test_each_is_asked_once_and_five_at_most(books: ReviewBooks) -> None:
    names = [*list(books.specs)[:9], *list(books.specs)[:9]]
    found = [question.fact for question in asked(names, books)]
    assert len(found) == len(set(found)) == len(LETTERS)


def test_a_fact_that_simply_follows_is_asked_by_its_source(books: ReviewBooks) -> None:
    rows = {name: row.when for name, row in books.harms.derived.items()}
    sources = {name: when.fact for name, when in rows.items() if isinstance(when, Known)}
    for name, source in sources.items():
        [question] = asked([name], books)
        assert question.fact == (source if source in books.specs else name)


def test_a_fact_without_a_question_of_its_own_is_asked_plainly(books: ReviewBooks) -> None:
    only_harms = set(books.harms.facts) - set(books.specs) - set(books.harms.derived)
    names = sorted(only_harms - set(books.harms.questions.unknown))
    for question in asked(names, books):
        assert question.text == f"Is it so that {books.harms.facts[question.fact]}?"


def test_what_makes_the_outcome_graver_is_tried_in_the_order_of_nearness() -> None:
    assert graver_if(NOTHING, NEAR, RULES, TODAY) == ["grave", "serious"]


def test_close_calls_make_matters_graver_never_milder() -> None:
    assert close_calls(NOTHING, NEAR, RULES, TODAY) == ["grave", "serious"]
    assert close_calls(facts_of("serious"), NEAR, RULES, TODAY) == ["grave"]
    assert close_calls(facts_of("grave"), NEAR, RULES, TODAY) == []


@pytest.mark.parametrize("near", [{}, {"grave": 0.35}, {"far": 0.9}])
def test_what_is_far_or_changes_nothing_is_no_close_call(near: dict[str, float]) -> None:
    assert close_calls(NOTHING, near, RULES, TODAY) == []
