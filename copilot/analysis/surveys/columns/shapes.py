"""Shapes of single values: numbers, dates, addresses, ids."""

import re

_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|juin|juil|août|déc"
    "|ene|abr|ago|dic|gen|mag|giu|lug|set|ott"
)
_TIME = (
    r"(?:[T ,]+(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*.{0,12})?"
)
_DATE = re.compile(
    rf"(?:(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})){_TIME}"
    rf"|(?:\w{{3,10}},? )?(?:{_MONTHS})\w*\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}{_TIME}"
    rf"|(?:\w{{2,10}},? )?\d{{1,2}}\.?[ -](?:{_MONTHS})\w*\.?,?[ -]\d{{2,4}}{_TIME}",
    re.IGNORECASE,
)
_CURRENCY = "USD|EUR|GBP|CHF|INR|JPY|CAD|AUD"
_NUMBER = re.compile(
    rf"[-+]?\s?(?:[$€£¥₹]|(?i:{_CURRENCY})\s)?\s?[-+]?(?:\d{{1,3}}(?:[,.'  ]\d{{3}})+|\d+)"
    rf"(?:[.,]\d+)?\s?(?:%|[$€£¥₹]|[kKM]|(?i:{_CURRENCY}))?"
)
_INTEGER = re.compile(r"[-+]?\d{1,9}(?:\.0+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}", re.IGNORECASE)
_KEY = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{10,}|R_\w{10,}|[0-9a-f]{16,}"
    r"|(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z0-9_-]{10,}|[A-Za-z]{1,8}[-_]?\d{2,}|\d{8,}"
)
_CODE = re.compile(r"[A-Za-z]{1,3}[-_. ]?\d{1,3}|[A-Z]{1,4}(?:[-_/][A-Z0-9]{1,4})?|[a-z]")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d(][\d ()./-]{7,18}\d")
_AGENT = re.compile(r"Mozilla/\d.*")
_DURATION = re.compile(r"\d{1,3}:\d{2}(?::\d{2})?")


def is_date(value: str) -> bool:
    """Whether it is a day, with or without a time, as people or machines write one."""
    return bool(_DATE.fullmatch(value))


def is_number(value: str) -> bool:
    """Whether it is a number, perhaps with a currency, a percent sign or thousands apart."""
    return bool(_NUMBER.fullmatch(value))


def integer(value: str) -> int | None:
    """Return a whole number of at most nine digits, also where it is written `7.0`."""
    return int(float(value)) if _INTEGER.fullmatch(value) else None


def is_email(value: str) -> bool:
    """Whether it is an e-mail address."""
    return bool(_EMAIL.fullmatch(value))


def is_address(value: str) -> bool:
    """Whether it is an address of the internet protocol."""
    return bool(_IP.fullmatch(value))


def is_key(value: str) -> bool:
    """Whether it is made by a machine to tell one thing from another."""
    return bool(_KEY.fullmatch(value))


def is_code(value: str) -> bool:
    """Whether it is a short code of a group, such as `w7`, `XL` or `PRO-M`."""
    return bool(_CODE.fullmatch(value))


def is_technical(value: str) -> bool:
    """Whether it is a web address or what a browser calls itself."""
    return bool(_URL.fullmatch(value) or _AGENT.fullmatch(value))


def is_phone(value: str) -> bool:
    """Whether it is written as telephone numbers are, with more than digits."""
    return bool(_PHONE.fullmatch(value)) and not value.isdigit() and not is_date(value)


def is_duration(value: str) -> bool:
    """Whether it is a time such as `03:25`."""
    return bool(_DURATION.fullmatch(value))
