"""Incidents beside the harms found."""

import pytest

from copilot.analysis.harms.patterns import HarmBook, Incident
from copilot.analysis.harms.precedents import precedents
from copilot.settings import content_root
from copilot.stores.harm_book import read_incidents
from copilot.stores.notes import Notes
from tests.unit.analysis.harms.building import harm

HARMS = (harm(type="discrimination"), harm(type="privacy"))


@pytest.fixture(scope="module")
def incidents(book: HarmBook) -> list[Incident]:
    return read_incidents(Notes(content_root() / "knowledge"), book)


def incident(id: str, *tags: str) -> Incident:
    return Incident(id=id, title=id.title(), tags=frozenset(tags))


def test_the_field_outweighs_the_kind_of_harm(book: HarmBook) -> None:
    here = incident("here", "hiring", "discrimination")
    more = incident("more", "insurance", "discrimination", "privacy")
    found = precedents(book, HARMS, {"hiring": 0.75, "insurance": 0.1}, [more, here])
    assert found[0].id == "here"


def test_one_without_a_shared_kind_or_field_is_left_out(book: HarmBook) -> None:
    others = [incident("a", "hiring", "security"), incident("b", "elections", "discrimination")]
    assert precedents(book, HARMS, {"hiring": 1.0}, others) == ()


def test_a_likeness_of_texts_brings_in_another_field(book: HarmBook) -> None:
    other = incident("b", "elections", "discrimination")
    found = precedents(book, HARMS, {"hiring": 1.0}, [other], {"b": 0.6})
    assert [row.id for row in found] == ["b"]
    assert found[0].why == "“B” tells of the same kind of harm (discrimination) in another field."


def test_it_says_why(book: HarmBook) -> None:
    found = precedents(book, HARMS, {"hiring": 1.0}, [incident("a", "hiring", "discrimination")])
    assert "(discrimination) in the same field (hiring)" in found[0].why


def test_a_mild_feature_has_none(book: HarmBook) -> None:
    mild = [harm(1, 3, type="privacy")]
    assert precedents(book, mild, {"hiring": 1.0}, [incident("a", "hiring", "privacy")]) == ()


def test_the_shipped_notes_give_the_hiring_cases_to_a_hiring_tool(
    book: HarmBook, incidents: list[Incident]
) -> None:
    found = {row.id.split("#")[0] for row in precedents(book, HARMS, {"hiring": 0.75}, incidents)}
    assert {"incident-hirevue-face-analysis", "incident-workday-screening-litigation"} <= found
    assert len(found) == 4


def test_every_incident_has_a_kind_of_harm_in_the_words_of_the_taxonomy(
    book: HarmBook, incidents: list[Incident]
) -> None:
    known = {tag for kind in book.types for tag in kind.tags}
    shipped = [row for row in incidents if row.id.startswith("incident-")]
    assert len(shipped) >= 40
    assert [row.id for row in shipped if not row.tags & known] == []


def test_one_that_is_much_further_off_than_the_best_is_not_shown(book: HarmBook) -> None:
    near, far = incident("near", "hiring", "discrimination"), incident("far", "retail", "privacy")
    fields = {"hiring": 1.0, "retail": 0.3}
    assert [row.id for row in precedents(book, HARMS, fields, [far, near])] == ["near"]


def test_a_lesser_feature_has_two_at_most(book: HarmBook) -> None:
    rows = [incident(id, "hiring", "privacy") for id in "abcde"]
    lesser = [harm(2, 4, type="privacy")]
    assert len(precedents(book, lesser, {"hiring": 1.0}, rows)) == 2
    assert len(precedents(book, HARMS, {"hiring": 1.0}, rows)) == 4
