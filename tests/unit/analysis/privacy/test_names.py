"""Names: by lists, by cues, and by the survey's own columns."""

import pytest

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.privacy.name_book import Known
from copilot.analysis.privacy.own_names import is_person_column, names_from
from scripts.bench.pii import SHAPES, name_cases, recall
from scripts.bench.pii_frames import NATIVE
from scripts.bench.pii_typed import native
from scripts.bench.pii_typed import recall as typed_recall
from tests.unit.analysis.privacy.naming import NAMES


def names_in(masker: Masker, text: str) -> list[str]:
    return [item.value for item in masker.find(text) if item.kind == "name"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I spoke to Xolani yesterday", ["Xolani"]),
        ("an agent called bruntwick was rude", ["bruntwick"]),
        ("my manager priya said no", ["priya"]),
        ("thanks, bob!", ["bob"]),
        ("Dr Smith-Jones was late", ["Smith-Jones"]),
        ("Grace from support was kind, Hope from billing too", ["Hope"]),
        ("Never again.\nKind regards,\nXanthe", ["Xanthe"]),
        ("It never came - Sarah", ["Sarah"]),
        ("My name is Grace Okafor", ["Grace Okafor"]),
        ("Will Turner and Mark van der Berg left", ["Will Turner", "Mark van der Berg"]),
        ("Jean-Pierre O'Brien's bag", ["Jean-Pierre O'Brien"]),
        ("J. Kowalski and María José García López", ["J. Kowalski", "María José García López"]),
        ("SARAH WAS RUDE", ["SARAH"]),
        ("sarah johnson never called", ["sarah johnson"]),
        ("the refund priyanka promised never came", ["priyanka"]),
        ("ask priya in support", ["priya"]),
        ("never again. Cheers, Dave", ["Dave"]),
        ("my name is bob", ["bob"]),
        ("ich heiße Dörthe", ["Dörthe"]),
        ("Maria's and O'Brien’s laptops", ["Maria", "O'Brien"]),
        ("J. Smith and Ana de la Cruz", ["J. Smith", "Ana de la Cruz"]),
        ("J.R. Smith", ["J.R. Smith"]),
        ("de la Cruz never replied", ["Cruz"]),
        ("Bruntwick told me so, Zorblax was rude", ["Bruntwick", "Zorblax"]),
        ("José with an accent apart", ["José"]),
    ],
)
def test_a_name_is_found_whole(text: str, names: list[str], masker: Masker) -> None:
    assert names_in(masker, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Will it work in May? I hope so.",
        "Thanks Zalando for nothing",
        "Mark all as read",
        "Python, Java and Julia",
        "London, Paris and Sydney",
        "a feature called Canvas",
        "my name is wrong in the invoice",
        "great app - Notion",
        "im Sommer zum Herbst",
        "Der Herr Ober war nett",
        "Ben & Jerry's was sold out",
        "Una mejora sería buscar",
        "la vita è bella ma cara",
        "rob me blind",
    ],
)
def test_words_products_and_places_pass(text: str, masker: Masker) -> None:
    assert names_in(masker, text) == []


def test_full_names_of_five_cultures_are_mostly_found_without_a_cue(masker: Masker) -> None:
    every = [name for names in NAMES.values() for name in names]
    assert recall(masker, name_cases(every, SHAPES["full"]))[0] > 0.9
    assert recall(masker, name_cases(every, SHAPES["first"]))[0] > 0.85


def test_names_in_small_letters_are_mostly_found_without_a_cue(masker: Masker) -> None:
    every = [name for names in NAMES.values() for name in names]
    assert recall(masker, name_cases(every, SHAPES["first, small letters"]))[0] > 0.8


def test_a_name_that_is_a_word_elsewhere_needs_a_cue_in_small_letters(masker: Masker) -> None:
    assert names_in(masker, "con una linda rosa") == []
    assert names_in(masker, "i spoke to linda") == ["linda"]


@pytest.mark.parametrize("script", NATIVE)
def test_common_names_in_other_scripts_are_found(script: str, masker: Masker) -> None:
    assert typed_recall(masker, [*native(script, 0), *native(script, 1)]) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Приложение часто зависает", "Η εφαρμογή είναι αργή", "خدمة العملاء لا ترد أبدا",
        "شكرا جزيلا لكم", "客服态度很差", "感谢你们的帮助", "お客様サポートの対応が悪い",
        "たくさん機能があります", "店員さんが親切", "고객님이라는 말만 반복해요", "ऐप बहुत धीमा है",
    ],
)  # fmt: skip
def test_words_in_other_scripts_pass(text: str, masker: Masker) -> None:
    assert names_in(masker, text) == []


def test_columns_of_people_give_full_names_parts_and_what_stands_before_an_at() -> None:
    columns: dict[str, list[str | None]] = {
        "Full name": ["Zorblax Quimby", "Lee, Ann", None, ""],
        "E-mail address": ["z.quimby@example.org", "info@example.org"],
        "contact": ["thneed@example.org"],
        "What is good?": ["Everything about Marigold"],
        "Product name": ["Rocket"],
    }
    assert names_from(columns) == {
        "zorblax quimby", "zorblax", "quimby", "lee ann", "ann lee", "lee", "ann", "z.quimby",
        "thneed",
    }  # fmt: skip


def test_a_column_of_addresses_counts_whatever_its_header() -> None:
    assert names_from({"Q7": ["thneed@example.org", None]}) == {"thneed"}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("First Name", True), ("email", True), ("last_name", True), ("Respondent", True),
        ("Company name", False), ("What is your manager's name?", False), ("Comments", False),
    ],
)  # fmt: skip
def test_a_header_says_whether_a_column_is_of_people(header: str, expected: bool) -> None:
    assert is_person_column(header) is expected


def test_the_surveys_own_names_are_found_in_any_case(known: Known) -> None:
    masker = Masker(("Zorblax Quimby", "Quimby", "z.quimby42"), known)
    text = "zorblax quimby, QUIMBY and z.quimby42 were there"
    assert names_in(masker, text) == ["zorblax quimby", "QUIMBY", "z.quimby42"]


def test_an_own_name_that_is_a_word_counts_with_a_capital_inside_a_sentence(known: Known) -> None:
    masker = Masker(("will", "good"), known)
    assert names_in(masker, "Will it last? Good. It is good and it will.") == []
    assert names_in(masker, "He asked Good and will see Will.") == ["Good", "Will"]
