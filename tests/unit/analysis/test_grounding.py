"""Holding a reply against its passages."""

from datetime import date

import pytest

from copilot.analysis.grounding import (
    cite,
    ground,
    objections,
    quote_for,
    unborne_figures,
    unknown_clauses,
    unmentioned_names,
    unsourced,
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


def test_the_citation_carries_the_day_for_which_the_passage_holds() -> None:
    dated = BAN.model_copy(update={"as_of": date(2026, 8, 2)})
    cited = ground("Divide by effort [2]. It is banned [1].", [dated, RICE]).citations
    assert [citation.as_of for citation in cited] == [None, date(2026, 8, 2)]


def test_a_citation_that_code_found_carries_the_day_too() -> None:
    dated = RICE.model_copy(update={"as_of": date(2026, 8, 2)})
    [citation] = ground("The score multiplies reach, impact, confidence.", [dated]).citations
    assert citation.as_of == cite(dated, "").as_of == date(2026, 8, 2)


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


def test_addresses_are_taken_out_and_counted() -> None:
    grounded = ground(
        "It is [banned](https://evil.example/?q=1) [1].\n![x](//evil.example/p.png)\n"
        "See https://evil.example.",
        BOTH,
    )
    assert grounded.text == "It is banned [1].\n\nSee (address left out)"
    assert grounded.addresses == 3
    assert grounded.citations[0].id == "law#ban"


def test_a_reply_without_addresses_counts_none() -> None:
    assert ground("It is banned [1].", BOTH).addresses == 0


def test_markers_of_three_digits_are_taken_out_and_years_stay() -> None:
    grounded = ground("It is banned [1] [123], since [2024].", BOTH)
    assert grounded.text == "It is banned [1], since [2024]."
    assert grounded.removed == ("123",)


def test_a_marker_of_known_and_unknown_numbers_keeps_the_known_ones() -> None:
    grounded = ground("It is banned [2, 123; 1].", BOTH)
    assert grounded.text == "It is banned [1] [2]."
    assert grounded.removed == ("123",)


@pytest.mark.parametrize("text", ["Banned [1].", "Banned [1, 23].", "Banned [law#ban].", "Banned."])
def test_a_reply_that_rests_on_nothing_has_no_citation_marks(text: str) -> None:
    assert unsourced(text) == "Banned."


def test_a_reply_that_rests_on_nothing_has_no_addresses_and_nothing_hidden() -> None:
    said = " Hel\u200blo\x1b[2J [there](https://evil.example) [3], ![x](//evil.example/p.png)"
    assert unsourced(said) == "Hello there,"


@pytest.mark.parametrize("figure", ["1,000,000", "1 000 000", "1000000"])
@pytest.mark.parametrize("known", ["1,000,000", "1 000 000", "1000000"])
def test_a_figure_is_the_same_however_its_thousands_are_set_apart(figure: str, known: str) -> None:
    source = passage(f"The fine is {known} euros.")
    assert unborne_figures(f"Up to {figure} euros.", [source]) == []


def test_thousands_that_stand_nowhere_are_told_as_one_figure() -> None:
    assert unborne_figures("Up to 15,000 euros.", BOTH) == ["15000"]
    assert unborne_figures("Up to 15 000 euros, or 2,5000.", BOTH) == ["15000", "2,5000"]


def test_a_year_before_a_count_is_no_thousands() -> None:
    source = passage("In 2024 there were 100 of them, and 100,000 in all.")
    assert unborne_figures("In 2024 100 men, of 100 000.", [source]) == []
    assert unborne_figures("In 2024 200 men.", [source]) == ["200"]


def test_a_part_of_a_figure_is_not_the_figure() -> None:
    source = passage("The fine is 35,000 euros.")
    assert unborne_figures("Up to 35 euros.", [source]) == ["35"]


@pytest.mark.parametrize("name", ["Art. 99", "Article 99(12)", "art. 99(3)(a)"])
def test_figures_of_clause_names_are_not_counted_a_second_time(name: str) -> None:
    said = f"{name} sets 7.5 percent."
    assert unborne_figures(said, BOTH) == ["7.5"]
    assert objections(said, BOTH) == [
        "Clauses named in no passage, so check before use: Art. 99.",
        "Figures that stand in no passage: 7.5.",
    ]


def test_what_stands_in_the_passages_is_not_objected_to() -> None:
    assert objections("Art. 5(1)(f) bans it; fines reach 35 million [1].", BOTH) == []
