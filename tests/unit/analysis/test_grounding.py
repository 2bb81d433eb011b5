"""Holding a reply against its passages."""

import pytest

from copilot.analysis.grounding import (
    ground,
    quote_for,
    unborne_figures,
    unknown_clauses,
    unmentioned_names,
)
from tests.doubles import passage

BAN = passage(
    "Inferring emotions of employees at work is prohibited. Fines reach 35 million euros.",
    id="law#ban",
    title="Emotion law",
    clauses=("EU AI Act Art. 5(1)(f)",),
)
RICE = passage(
    "The score multiplies reach, impact and confidence. It is divided by effort.",
    id="rice#formula",
    title="RICE",
)
BOTH = [BAN, RICE]


def test_markers_are_renumbered_in_order_of_first_use() -> None:
    grounded = ground("Divide by effort [2]. It is banned [1]. So divide [2].", BOTH)
    assert grounded.text == "Divide by effort [1]. It is banned [2]. So divide [1]."
    assert [citation.id for citation in grounded.citations] == ["rice#formula", "law#ban"]


def test_invented_markers_are_taken_out_and_reported() -> None:
    grounded = ground("It is banned [1][7], and more [9].", BOTH)
    assert grounded.text == "It is banned [1], and more."
    assert grounded.removed == ("7", "9")


@pytest.mark.parametrize("marker", ["[1, 2]", "[1;2]", "[1] [2]", "[law#ban] [rice#formula]"])
def test_every_way_to_name_two_passages_is_understood(marker: str) -> None:
    assert ground(f"Both {marker}.", BOTH).text == "Both [1] [2]."


@pytest.mark.parametrize("said", ["Passage 2: Divide by effort.", "[2] Divide by effort."])
def test_a_marker_in_front_is_put_behind_its_statement(said: str) -> None:
    grounded = ground(said, BOTH)
    assert grounded.text == "Divide by effort. [1]"
    assert grounded.citations[0].id == "rice#formula"


def test_a_marker_that_is_a_link_loses_its_address() -> None:
    found = ground("See [1](https://example.org).", BOTH)
    assert (found.text, found.addresses) == ("See [1].", 1)


def test_a_reply_without_markers_is_matched_by_code() -> None:
    grounded = ground(
        "Inferring emotions of employees is prohibited. The moon is made of cheese.", BOTH
    )
    assert grounded.text == (
        "Inferring emotions of employees is prohibited. [1] The moon is made of cheese."
    )
    assert grounded.matched == 1


def test_a_reply_with_one_good_marker_is_not_matched_further() -> None:
    assert ground("Banned [1].\nThe score multiplies reach, impact, confidence.", BOTH).matched == 0


def test_the_citation_quotes_the_nearest_sentence_verbatim() -> None:
    [citation] = ground("The score is divided by the effort [2].", BOTH).citations
    assert citation.quote == "It is divided by effort."
    assert citation.quote in RICE.text


def test_the_citation_carries_the_clause() -> None:
    [citation] = ground("It is banned [1].", BOTH).citations
    assert citation.clause == "EU AI Act Art. 5(1)(f)"


def test_a_quote_of_nothing_is_nothing() -> None:
    assert quote_for("anything", passage("")) == ""


def test_clauses_that_no_passage_names_are_told_once() -> None:
    said = "Article 5 applies, and so do Art. 22 and article 22(1)."
    assert unknown_clauses(said, BOTH) == ["Art. 22"]


def test_figures_that_no_passage_has_are_told_and_markers_are_no_figures() -> None:
    assert unborne_figures("Up to 35 million [12] or 7.5 percent, in 3 steps.", BOTH) == ["7.5"]


def test_names_that_no_passage_mentions_are_told() -> None:
    assert unmentioned_names("Does Germany score by RICE or by Zorblat?", BOTH) == [
        "Germany",
        "Zorblat",
    ]


def test_an_empty_reply_stays_empty() -> None:
    grounded = ground("", BOTH)
    assert (grounded.text, grounded.citations, grounded.matched) == ("", (), 0)
