"""What a value has to pass beside its shape."""

import re
from collections.abc import Callable, Mapping
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from copilot.analysis.privacy.check_digits import (
    digits_of,
    is_cpf,
    is_dni,
    is_luhn,
    is_nir,
    is_pesel,
    is_verhoeff,
)

_SHORTEST_REFERENCE = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_ACCOUNTS = {
    "oauth2", "2fa", "web3", "web2", "auth0", "drop-down", "pop-up", "sign-in", "sign-up", "log-in",
    "log-out", "re-direct", "two-factor", "single-sign", "one-time", "e-mail", "e.g", "i.e",
    "saml2",
}  # fmt: skip
_CALENDAR = re.compile(
    r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|January|February|March|May|June|July|October|December|Montag|Dienstag|Mittwoch|Donnerstag"
    r"|Freitag|Samstag|Sonntag|Jahr|Chrome|Windows|Office|Version|Python|Android|Excel"
)
_SMALL_PAIR = re.compile(r"-?0\.\d+\W+-?0\.\d+")
_NO_HANDLES = {
    "home", "work", "all", "here", "everyone", "channel", "override", "property", "media",
    "import", "least", "once", "first", "param", "return", "deprecated", "test", "the", "my",
}  # fmt: skip


def is_card(value: str) -> bool:
    """Return whether it is a payment card's number (ISO/IEC 7812-1)."""
    digits = digits_of(value)
    return 13 <= len(digits) <= 19 and digits[0] in "23456" and is_luhn(digits)


def is_ipv4(value: str) -> bool:
    """Return whether all four numbers are below 256, without leading noughts; a port may follow."""
    try:
        return bool(IPv4Address(value.split(":")[0]))
    except AddressValueError:
        return False


def is_ipv6(value: str) -> bool:
    """Return whether it is an address of IPv6 that is of one machine (RFC 4291)."""
    try:
        IPv6Address(value.split("%")[0])
    except AddressValueError:
        return False
    return any(map(str.isdecimal, value)) and len(value) > len("::1")


def is_handle(value: str) -> bool:
    """Return whether an @ is followed by what may be an account."""
    return value[1:].lower() not in _NO_HANDLES and any(map(str.isalpha, value))


def is_handle_word(value: str) -> bool:
    """Return whether a word after "login" and the like is none of those that stand there."""
    return value.lower().strip(".-") not in _NO_ACCOUNTS


def is_street_name(value: str) -> bool:
    """Return whether "Am Alten Markt 5" is no month or day with a number."""
    return _CALENDAR.search(value) is None


def is_place_on_earth(value: str) -> bool:
    """Return whether a pair of numbers is no pair of small shares such as 0.001, 0.0005."""
    return not _SMALL_PAIR.fullmatch(value)


def is_ssn(value: str) -> bool:
    """Return whether the area of a US social security number can be given out."""
    return value[:3] not in ("000", "666")


def is_reference(value: str) -> bool:
    """Return whether a code is long enough to belong to one person, and is no year."""
    plain = value.strip("#")
    return len(plain) >= _SHORTEST_REFERENCE and not _YEAR.fullmatch(plain)


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "card": is_card,
    "ipv4": is_ipv4,
    "ipv6": is_ipv6,
    "handle": is_handle,
    "ssn": is_ssn,
    "handle_word": is_handle_word,
    "street_name": is_street_name,
    "place_on_earth": is_place_on_earth,
    "reference": is_reference,
    "dni": is_dni,
    "cpf": is_cpf,
    "nir": is_nir,
    "pesel": is_pesel,
    "verhoeff": lambda value: is_verhoeff(digits_of(value)),
    "luhn": lambda value: is_luhn(digits_of(value)),
    "luhn_10": lambda value: is_luhn(digits_of(value)[-10:]),
}
