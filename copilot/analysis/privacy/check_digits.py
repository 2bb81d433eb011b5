"""Check digits: what tells a number that was given out from one that only looks like it."""

_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BR": 29, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20,
    "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27,
    "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30,
    "KW": 30, "KZ": 20, "LB": 28, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24,
    "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15, "PK": 24, "PL": 28,
    "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24, "SI": 19,
    "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
"""Characters of an IBAN by country (SWIFT IBAN registry)."""
_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
_VERHOEFF = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_TURNS = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def digits_of(text: str) -> str:
    """Return the decimal digits of a text."""
    return "".join(filter(str.isdecimal, text))


def is_luhn(digits: str) -> bool:
    """Return whether the last digit is right by Luhn's formula (ISO/IEC 7812-1, annex B)."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def iban_length(text: str) -> int | None:
    """Return how many characters the IBAN that a text begins with has; None where there is none.

    Args:
        text: Letters and digits, without spaces.
    """
    code = text.upper()
    length = _IBAN_LENGTHS.get(code[:2], 0)
    return length if length and len(code) >= length and _is_mod_97(code[:length]) else None


def written_iban_length(text: str) -> int | None:
    """Return how long an IBAN of that country is, where mostly digits follow; check digits apart.

    Args:
        text: Letters and digits, without spaces.
    """
    length = _IBAN_LENGTHS.get(text[:2].upper())
    if length is None or len(text) < length:
        return None
    return length if 2 * sum(map(str.isdecimal, text[:length])) > length else None


def _is_mod_97(iban: str) -> bool:
    """Return whether the check digits are right (ISO 13616, by ISO 7064 MOD 97-10)."""
    turned = iban[4:] + iban[:4]
    return turned.isalnum() and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def is_verhoeff(digits: str) -> bool:
    """Return whether the last digit is right by Verhoeff's scheme, as of Aadhaar numbers."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(_VERHOEFF[check][int(_TURNS[place % 8][int(digit)])])
    return check == 0


def is_dni(text: str) -> bool:
    """Return whether the letter of a Spanish DNI or NIE is right."""
    plain = text.upper().replace("-", "").replace(" ", "")
    number = plain[:-1].translate(str.maketrans("XYZ", "012"))
    return _DNI[int(number) % 23] == plain[-1]


def is_cpf(text: str) -> bool:
    """Return whether both check digits of a Brazilian CPF are right."""
    digits = [int(digit) for digit in digits_of(text)]
    return all(
        sum(digit * (place + 1 - at) for at, digit in enumerate(digits[:place])) * 10 % 11 % 10
        == digits[place]
        for place in (9, 10)
    )


def is_nir(text: str) -> bool:
    """Return whether the key of a French social security number is right (97 less the rest)."""
    digits = digits_of(text)
    return len(digits) == 15 and 97 - int(digits[:13]) % 97 == int(digits[13:])


def is_pesel(text: str) -> bool:
    """Return whether the check digit and the month of a Polish PESEL are right."""
    digits = [int(digit) for digit in digits_of(text)]
    weighted = sum(digit * weight for digit, weight in zip(digits, _PESEL, strict=False))
    month = (digits[2] * 10 + digits[3]) % 20
    return -weighted % 10 == digits[10] and 1 <= month <= 12
