"""What may be personal is found before it is recorded for good."""

from time import perf_counter

import pytest

from copilot.analysis.decisions.personal_signs import signs_of_people


@pytest.mark.parametrize("sign", ["eva.k@example.org", "+49 30 1234 5678", "(+1 212 555 0100)"])
def test_addresses_and_numbers_are_found(sign: str) -> None:
    assert signs_of_people(f"Ask {sign} first.") == [sign.strip("()")]


def test_what_is_marked_as_personal_needs_no_word() -> None:
    assert signs_of_people("{personal: eva@example.org} said so.") == []


@pytest.mark.parametrize(
    "text", ["On 2026-11-25 at 10:30", "d-20261125-7f3a9c1e", "12,000 users and 3.5 %", "@team"]
)
def test_days_ids_and_figures_are_nobody(text: str) -> None:
    assert signs_of_people(text) == []


@pytest.mark.parametrize("mark", ["{Personal: eva@example.org}", "{ PERSONAL :eva@example.org }"])
def test_a_mark_counts_in_any_letters(mark: str) -> None:
    assert signs_of_people(f"{mark} said so.") == []


def test_an_address_is_found_within_a_sentence_and_after_brackets() -> None:
    assert signs_of_people("(a.b+c@x-y.example.org), <d@e.fr>") == [
        "a.b+c@x-y.example.org",
        "d@e.fr",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "a." * 30_000,
        "a@" * 30_000,
        "a@" + "b" * 60_000,
        "{personal: x " * 20_000,
        "{" + " " * 60_000,
        "1 " * 30_000,
    ],
)
def test_long_texts_are_looked_through_in_no_time(text: str) -> None:
    begun = perf_counter()
    signs_of_people(text)
    assert perf_counter() - begun < 1
