"""Check digits, by examples that the issuers publish or that are worked by hand."""

import pytest

from copilot.analysis.privacy.check_digits import (
    iban_length,
    is_cpf,
    is_dni,
    is_luhn,
    is_nir,
    is_pesel,
    is_verhoeff,
)


def test_luhn_takes_the_right_last_digit_only() -> None:
    assert [last for last in range(10) if is_luhn(f"7992739871{last}")] == [3]


def test_verhoeff_takes_the_right_last_digit_only() -> None:
    assert [last for last in range(10) if is_verhoeff(f"236{last}")] == [3]


def test_an_iban_ends_where_its_country_says() -> None:
    assert iban_length("GB82WEST12345698765432please") == 22
    assert iban_length("gb82west12345698765432") == 22
    assert iban_length("GB83WEST12345698765432") is None
    assert iban_length("ZZ82WEST12345698765432") is None


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (is_dni, "12345678Z", "12345678A"),
        (is_dni, "X-1234567-L", "X1234567A"),
        (is_cpf, "529.982.247-25", "529.982.247-26"),
        (is_nir, "255081416802538", "255081416802539"),
        (is_pesel, "44051401359", "44051401358"),
    ],
)
def test_a_number_with_another_check_digit_is_none(check: object, right: str, wrong: str) -> None:
    assert callable(check)
    assert (check(right), check(wrong)) == (True, False)
