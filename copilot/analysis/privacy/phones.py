"""Telephone numbers, told from prices, dates, versions and counts."""

import re
from collections.abc import Iterator

from copilot.analysis.privacy.check_digits import digits_of
from copilot.analysis.privacy.finding import Found

REGIONS = ("US", "GB", "DE", "FR", "ES", "IT", "NL", "IN", "AU", "BR", "PL", "SE", "CH", "JP", "ZA")
"""Whose national numbers are known when no country code is written."""
_CANDIDATE = re.compile(
    r"(?<![\w/$€£#@])(?<!\d[.,:])(?<!\w-)(?:\+|\(\+|00)?\(?\d(?:[ ().\-/–]{0,3}\d){6,17}"
    r"(?!\d|[.,:]\d|[/\w-]*[A-Za-z])"
)
_EXTENSION = re.compile(r"\s*(?:ext\.?|extension|x)\s*\d{1,5}\b", re.I)
_CUE = re.compile(
    r"(?:\b(?:call|called|calls|phone|phoned|ring|rang|tel|telephone|mobile|cell|cellphone|whatsapp"
    r"|fax|sms|text|texted|landline|reach(?: me| us)?|dial|contact|number|handy|ph|tél"
    r"|teléfono|telefon)\b[^\d\n]{0,25})$",
    re.I,
)
_NOT_PHONE_BEFORE = re.compile(
    r"(?:[$€£¥#]|\b(?:version|v|usd|eur|gbp|order|invoice|ticket|case|isbn|build|release|id|sku|ref"
    r"|tracking|paid|cost)\b[\s:.]*(?:no\.?|number|#)?\s*)$",
    re.I,
)
_UNITS_AFTER = re.compile(
    r"\s*(?:[%€$£]|(?:rows?|users?|customers?|records?|items?|people|usd|eur|gbp|dollars?|euros?"
    r"|pounds?|km|kg|ms|bytes|times|views|lines|documents?|requests?|pages?|files?|steps)\b)",
    re.I,
)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)(?!\d)"
    r"|^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d(?: \d{1,2})?$|^(?:19|20)\d\d \d{1,2} \d{1,2}$"
)
_YEARS = re.compile(r"\(?(?:19|20)\d\d\s*[-–/ ]\s*(?:19|20)?\d\d(?:\D.*)?", re.S)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .\u00a0]\d{3})+")
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,4}")
_RANGE = re.compile(r"\d{1,6}\s?[-–]\s?\d{1,6}")
_NATIONAL = re.compile(
    r"0\d.*|\(0?\d{2,5}\).*|1?[-. ]?\(?[2-9]\d\d\)?[-. ]\d{3}[-. ]\d{4}|[6-9]\d{4}[ -]\d{5}"
    r"|[6-9]\d\d[ .-]?\d\d[ .-]\d\d[ .-]\d\d|[6-9]\d\d[ -]\d{3}[ -]\d{3}|\d{2} 9?\d{4}-\d{4}"
)
_SHORTEST_NATIONAL = 9


def phones(text: str) -> Iterator[Found]:
    """Yield telephone numbers: international, national of known countries, and any after a cue."""
    for match in _CANDIDATE.finditer(text):
        value = match[0]
        start = match.start()
        if value.startswith("(") and ")" not in value:
            start, value = start + 1, value[1:]
        if _is_phone(text[:start][-60:], value, text[match.end() :][:20]):
            extension = _EXTENSION.match(text, match.end())
            end = extension.end() if extension else match.end()
            yield Found("phone", start, end, text[start:end])


def _is_phone(before: str, value: str, after: str) -> bool:
    digits = digits_of(value)
    if not 7 <= len(digits) <= 16 or _DATE.search(value):
        return False
    if value.startswith(("+", "(+")) or (value.startswith("00") and len(digits) >= 10):
        return True
    if _CUE.search(before):
        return not _UNITS_AFTER.match(after)
    if _YEARS.fullmatch(value) or _NOT_PHONE_BEFORE.search(before) or _UNITS_AFTER.match(after):
        return False
    return _is_national(value, digits)


def _is_national(value: str, digits: str) -> bool:
    if len(digits) < _SHORTEST_NATIONAL:
        return False
    if value.isdecimal():
        return _is_valid(value)
    if not _NATIONAL.fullmatch(value):
        return False
    if value[0] not in "0(" and (_VERSION.fullmatch(value) or _RANGE.fullmatch(value)):
        return len(digits) == 10 and bool(re.fullmatch(r"\d{3}\.\d{3}\.\d{4}|\d{5}-\d{5}", value))
    return not _THOUSANDS.fullmatch(value) or _is_valid(value)


def _is_valid(value: str) -> bool:
    """Return whether it is a number that some country has given out."""
    from phonenumbers import NumberParseException, is_valid_number, parse

    for region in REGIONS:
        try:
            if is_valid_number(parse(value, region)) and _is_written_so(value, region):
                return True
        except NumberParseException:
            return False
    return False


def _is_written_so(value: str, region: str) -> bool:
    """Return whether bare digits would be written so there, with the leading nought if it has one.

    Half of all counts of nine or ten digits are somebody's number somewhere.
    """
    if not value.isdecimal():
        return True
    return value.startswith("0") or region in ("US", "IN", "ES", "PL", "IT")
