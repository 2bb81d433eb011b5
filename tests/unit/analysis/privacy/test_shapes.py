"""What shows by its shape or by words around it, and what only looks so."""

import pytest

from copilot.analysis.privacy.masking import Masker
from scripts.bench.pii import MAKERS, alarms, cases, ordinary, recall


@pytest.mark.parametrize("kind", MAKERS)
def test_nearly_every_made_value_is_caught(kind: str, masker: Masker) -> None:
    share, missed = recall(masker, list(cases(kind, 60, seed=3)))
    assert share >= 0.99, missed


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("write to jo dot doe at mail dot org", "email", "doe at mail dot org"),
        ("call me on 555-0123 please", "phone", "555-0123"),
        ("ring 020 7946 0018 ext. 12", "phone", "020 7946 0018 ext. 12"),
        ("NINO AB 12 34 56 C", "national_id", "AB 12 34 56 C"),
        ("DNI 12345678Z", "national_id", "12345678Z"),
        ("CPF 529.982.247-25", "national_id", "529.982.247-25"),
        ("nhs number 943 476 5919", "national_id", "943 476 5919"),
        ("my dob is 4 May 1981", "birth_date", "4 May 1981"),
        ("born on 1981-05-04 in Leeds", "birth_date", "1981-05-04"),
        ("passport number 123456789", "document", "123456789"),
        ("driving licence: MORGA657054SM9IJ", "document", "MORGA657054SM9IJ"),
        ("number plate AB12 CDE was read", "plate", "AB12 CDE"),
        ("I was at 51.5074, -0.1278 then", "coordinates", "51.5074, -0.1278"),
        ("at 12 Baker Street, London NW1 6XE", "address", "12 Baker Street, London NW1 6XE"),
        ("in der Hauptstraße 5", "address", "Hauptstraße 5"),
        ("12 rue de la Paix", "address", "12 rue de la Paix"),
        ("zip code 94110", "address", "94110"),
        ("postcode: SW1A 1AA", "address", "SW1A 1AA"),
        ("my password is hunter22", "key", "hunter22"),
        ("AKIA" + "ABCDEFGHIJKLMNOP leaked", "key", "AKIA" + "ABCDEFGHIJKLMNOP"),
        ("my pin was 4321", "key", "4321"),
        ("sort code 12-34-56", "reference", "12-34-56"),
    ],
)
def test_a_value_is_found_whole(text: str, kind: str, value: str, masker: Masker) -> None:
    assert [(item.kind, item.value) for item in masker.find(text) if item.kind != "name"] == [
        (kind, value)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112 has a wrong check digit",
        "GB82 WEST 1234 5698 7654 33 has one too",
        "version 10.0.0.1 and v1.2.3.4",
        "256.300.1.1 is no address",
        "at 12:30:45 and 10:20",
        "we have 100 000 000 rows",
        "paid 1.234.567 EUR",
        "from 2019-01-05 to 2020-02-06",
        "12/05/2023 - 14/05/2023",
        "std::vector and a::b",
        "order 2024 and ticket 12",
        "password is terrible",
        "suite 365 and unit 12",
    ],
)
def test_what_only_looks_like_a_value_passes(text: str, masker: Masker) -> None:
    assert masker.find(text) == ()


def test_ordinary_comments_hardly_ever_alarm(masker: Masker) -> None:
    assert len(ordinary()) >= 200
    assert len(alarms(masker, of_names=False)) < 0.01 * len(ordinary())
    assert len(alarms(masker, of_names=True)) < 0.03 * len(ordinary())


@pytest.mark.parametrize(
    "unit", ["order : ", "a.", "1-", "@a", "www.", "is ", ": ", "a@", "A1 ", "0:"]
)
def test_a_hostile_text_takes_no_time_to_speak_of(unit: str, masker: Masker) -> None:
    text = "order " + unit * 1500 + "!"
    assert isinstance(masker.find(text), tuple)
