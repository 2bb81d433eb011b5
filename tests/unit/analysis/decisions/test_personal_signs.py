"""What may be personal is found before it is recorded for good."""

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
