"""What shows by its shape or by words around it, and what only looks so."""

import pytest

from copilot.analysis.privacy.masking import Masker
from scripts.bench.pii import MAKERS, alarms, cases, ordinary, recall
from scripts.bench.pii_typed import answers
from scripts.bench.pii_typed import recall as typed_recall
from scripts.bench.pii_values import VALUES


@pytest.mark.parametrize("kind", MAKERS)
def test_nearly_every_made_value_is_caught(kind: str, masker: Masker) -> None:
    share, missed = recall(masker, list(cases(kind, 60, seed=3)))
    assert share >= 0.99, missed


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("write to jo dot doe at mail dot org", "email", "jo dot doe at mail dot org"),
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
        ("write to jo (at) mail.org", "email", "jo (at) mail.org"),
        ("jo (at) mail is mine", "email", "jo (at) mail"),
        ("jo.doe at gmail.com is mine", "email", "jo.doe at gmail.com"),
        ("ｊｏ＠ｍａｉｌ．ｏｒｇ is mine", "email", "ｊｏ＠ｍａｉｌ．ｏｒｇ"),
        ("jo\u200b@mail.o\u200brg is mine", "email", "jo\u200b@mail.o\u200brg"),
        ("4111 1111 1111 1112 is mistyped", "card", "4111 1111 1111 1112"),
        ("my card 4111111111111112 too", "card", "4111111111111112"),
        ("GB82 WEST 1234 5698 7654 33 is mistyped", "iban", "GB82 WEST 1234 5698 7654 33"),
        ("my login is bob_82 there", "handle", "bob_82"),
        ("username: j.ortega", "handle", "j.ortega"),
        ("NRIC S1234567D", "national_id", "S1234567D"),
        ("AHV 756.1234.5678.97", "national_id", "756.1234.5678.97"),
        ("né le 4 mai 1981", "birth_date", "4 mai 1981"),
        ("Kundennummer 97640", "reference", "97640"),
        ("they misread AB12 CDE as my plate", "plate", "AB12 CDE"),
        ("host 10.0.2.43:8080 is down", "ip", "10.0.2.43:8080"),
        ("12 high street", "address", "12 high street"),
        ("Keizersgracht 123 Amsterdam", "address", "Keizersgracht 123 Amsterdam"),
        ("lat 51.503, lon -0.127", "coordinates", "lat 51.503, lon -0.127"),
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
        "1234567890123456 in a row is no card of any kind",
        "at 10 o clock the search was slow",
        "look at booking.com",
        "login drop-down, login page.please",
        "my passport was refused 5 times",
        "case study 5, support 100000 rows",
        "10 minutes walk down the road",
        "between 0.001, 0.0005",
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


@pytest.mark.parametrize("kind", VALUES)
def test_nearly_every_value_is_caught_as_people_type_them(kind: str, masker: Masker) -> None:
    assert typed_recall(masker, answers(kind, 1, 60, seed=3)) >= 0.98


def test_ordinary_comments_hardly_ever_alarm(masker: Masker) -> None:
    assert len(ordinary()) >= 500
    assert len(alarms(masker, of_names=False)) < 0.01 * len(ordinary())
    assert len(alarms(masker, of_names=True)) < 0.02 * len(ordinary())


@pytest.mark.parametrize(
    "unit",
    [
        "order : ",
        "a.",
        "1-",
        "@a",
        "www.",
        "is ",
        ": ",
        "a@",
        "A1 ",
        "0:",
        "a b",
        "a at b.",
        "12 a ",
        "login a-",
        "王伟",
        "Я а",
        "4 ",
        "lat 1.2 ",
    ],
)
def test_a_hostile_text_takes_no_time_to_speak_of(unit: str, masker: Masker) -> None:
    text = "order " + unit * 1500 + "!"
    assert isinstance(masker.find(text), tuple)
