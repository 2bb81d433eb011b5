"""Scorers of replies."""

from copilot.domain.document import Citation
from copilot.evals.outcome import EndedIn, Outcome
from copilot.evals.scorers.answers import (
    answers,
    cites,
    finishes,
    invents_no_figures,
    quotes_verbatim,
    says,
)
from tests.unit.evals.suites import expecting

BROKEN = Outcome(error=EndedIn(kind="MalformedReply", message="It did not fit."))


def citing(*ids: str, quote: str = "kept for six years", **more: str) -> Outcome:
    """Return an outcome with citations, and passages that hold their quotes or something else."""
    cited = tuple(Citation(id=key, title="Minutes", quote=quote) for key in ids)
    sources = dict.fromkeys(ids, "Minutes\n\nThey are **kept** for six\nyears.")
    return Outcome(citations=cited, sources={**sources, **more})


def test_a_case_finishes_well_or_in_the_error_it_names() -> None:
    assert finishes(expecting(), Outcome()) == (True, "It ended well.")
    assert finishes(expecting(error="MalformedReply"), BROKEN) == (True, "It did not fit.")


def test_a_case_that_finishes_otherwise_fails_and_says_what_was_expected() -> None:
    assert finishes(expecting(), BROKEN) == (False, "Expected no error: It did not fit.")
    well = finishes(expecting(error="MalformedReply"), Outcome())
    assert well == (False, "Expected MalformedReply: It ended well.")


def test_a_right_claim_to_have_an_answer_passes() -> None:
    yes, no = Outcome(answered=True), Outcome(answered=False)
    assert answers(expecting(answered=True), yes) == (True, "It holds that there is an answer.")
    assert answers(expecting(answered=False), no) == (True, "It holds that there is none.")


def test_a_wrong_claim_to_have_an_answer_fails() -> None:
    yes, silent = Outcome(answered=True), Outcome()
    assert answers(expecting(answered=False), yes) == (False, "It holds that there is an answer.")
    assert answers(expecting(answered=True), silent) == (False, "It holds that there is none.")
    assert answers(expecting(), yes) is None


def test_one_of_the_right_passages_has_to_be_cited() -> None:
    case = expecting(cites=["a#1", "a#2"])
    assert cites(case, citing("b#1", "a#2")) == (True, "Cites a#2, b#1.")
    assert cites(case, citing("b#1")) == (False, "Cites b#1.")
    assert cites(case, Outcome()) == (False, "Cites nothing.")
    assert cites(expecting(), citing("a#1")) is None


def test_a_passage_that_must_not_be_cited_fails_beside_a_right_one() -> None:
    case = expecting(cites=["a#1"], cites_none=["old#1"])
    told = "Cites old#1, which it must not."
    assert cites(case, citing("a#1", "old#1")) == (False, told)
    assert cites(expecting(cites_none=["old#1"]), Outcome()) == (True, "Cites nothing.")


def test_a_quote_stands_in_its_passage_whatever_its_emphasis_and_spaces() -> None:
    assert quotes_verbatim(expecting(), citing("a#1", quote="Kept for *six*  years")) == (
        True,
        "1 quotes stand in their passages.",
    )


def test_a_quote_that_stands_nowhere_fails() -> None:
    told = "The quote of a#1 does not stand in it."
    assert quotes_verbatim(expecting(), citing("a#1", quote="for ten years")) == (False, told)


def test_a_citation_of_no_passage_fails_and_no_citation_does_not_count() -> None:
    nowhere = Outcome(citations=citing("a#9").citations)
    assert quotes_verbatim(expecting(), nowhere) == (False, "a#9 does not exist.")
    assert quotes_verbatim(expecting(), Outcome()) is None


def test_of_every_group_one_phrase_has_to_be_said() -> None:
    case = expecting(says=[["six years", "6 years"], ["paper"]])
    kept = Outcome(shown="On **paper**, for\n6 YEARS.")
    assert says(case, kept) == (True, "Says what is expected.")
    assert says(case, Outcome(shown="On paper.")) == (
        False,
        "Does not say 'six years' or '6 years'.",
    )


def test_a_phrase_that_must_not_be_said_fails() -> None:
    case = expecting(omits=["two years"])
    assert says(case, Outcome(shown="For Two Years.")) == (False, "Says 'two years'.")
    assert says(case, Outcome(shown="For years.")) == (True, "Says what is expected.")
    assert says(expecting(), Outcome(shown="Anything.")) is None


def test_figures_of_the_request_a_document_or_a_passage_are_not_invented() -> None:
    case = expecting({"idea": "cut 40 % of calls"}, documents={"a.md": "We get 900 calls."})
    body = {"text": "From 900 calls 40 % go, in 6 years.", "sources": ["x#77"]}
    outcome = Outcome(body=body, sources={"a#1": "Kept for 6 years."})
    assert invents_no_figures(case, outcome) == (True, "No figure is invented.")


def test_a_figure_from_nowhere_fails_wherever_it_stands_in_the_content() -> None:
    body = {"stories": [{"title": "Save 35 % of time"}]}
    assert invents_no_figures(expecting(), Outcome(body=body)) == (
        False,
        "Figures from nowhere: 35.",
    )
    assert invents_no_figures(expecting(), Outcome()) is None
