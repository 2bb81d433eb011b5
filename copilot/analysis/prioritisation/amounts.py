"""Read one cell as an amount: a point, a range, or low, likely and high.

What is not clearly a number is not read; nothing is guessed.
"""

import re
from typing import NamedTuple

from copilot.analysis.untrusted import one_line

LARGEST, SMALLEST = 1e15, 1e-9
"""Amounts beyond these are slips, and products of them would leave the range of numbers."""
_EMPTY = re.compile(
    r"(?:[-–—?.…]*|n/?a|none|null|tb[dac]|unknown|todo|not known|to be \w+)", re.IGNORECASE
)
_FIGURE = (
    r"\d+(?:\.\d+)?[eE][+-]?\d{1,3}"
    r"|\d{1,3}(?:\.\d{3})+,\d+"
    r"|[1-9]\d{0,2}(?:[,'’ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?"
    r"|\d+(?:[.,]\d+)?"
    r"|\.\d+"
)
_NUMBER = rf"[$€£]?\s*({_FIGURE})\s*([kK](?![A-Za-z])|M(?![A-Za-z])|[%])?\s*"
_UNIT = r"((?:[A-Za-z/(][^\d]{0,40})?)"
_POINT = re.compile(rf"{_NUMBER}{_UNIT}")
_RANGE = re.compile(
    rf"(?:between\s+|from\s+)?{_NUMBER}(?:-|–|—|−|\.{{2,3}}|…|to|and|bis)\s*{_NUMBER}{_UNIT}", re.I
)
_SPREAD = re.compile(rf"{_NUMBER}(?:±|\+/-|\+-)\s*{_NUMBER}{_UNIT}")
_THREE = re.compile(rf"{_NUMBER}/\s*{_NUMBER}/\s*{_NUMBER}{_UNIT}")
_ABOUT = re.compile(
    r"^(?:~|≈|ca?\.?\s|circa\s|about\s|approx\.?\s|approximately\s|around\s)\s*", re.I
)
_NEGATIVE = re.compile(rf"[-−]\s*{_NUMBER}{_UNIT}")
_OPEN = re.compile(
    rf"(?:[<>≤≥]=?\s*{_NUMBER}.*|(?:up to|over|under|at least|at most)\b.*|{_NUMBER}\+.*)", re.I
)
_DATE = re.compile(
    r"\d{1,2}[-. /](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*.*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*[-. /]\d{1,4}"
    r"|\d{4}-\d{2}-\d{2}.*|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "K": 1e3, "M": 1e6}
_DOT_OF_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Amount(NamedTuple):
    """A cell that was read."""

    low: float
    likely: float
    high: float
    shape: str = "point"
    percent: bool = False
    unit: str = ""
    remark: str = ""
    """What a reader should check."""


class Unread(NamedTuple):
    """A cell that could not be read."""

    why: str


def read_amount(cell: str) -> Amount | Unread | None:
    """Return what a cell says; None where it says nothing.

    A negative number is read as such, for the framework to refuse by row.
    """
    text = _ABOUT.sub("", one_line(cell))
    if _EMPTY.fullmatch(text):
        return None
    if _DATE.fullmatch(text):
        return Unread(f"“{text}” is a date; spreadsheets make one of a range such as 3-5")
    for pattern, reader in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return _checked(reader(found), text)
    if _OPEN.fullmatch(text):
        return Unread(f"“{text}” has one end only")
    return Unread(f"“{one_line(text, 40)}” is no number")


def _checked(amount: Amount, text: str) -> Amount | Unread:
    if any(abs(part) > LARGEST or 0 < abs(part) < SMALLEST for part in amount[:3]):
        return Unread(f"“{one_line(text, 40)}” is too large or too small")
    if amount.low <= amount.likely <= amount.high:
        dotted = _DOT_OF_THOUSANDS.fullmatch(text)
        return amount._replace(remark=_as_read(text, amount)) if dotted else amount
    if amount.shape == "three-point":
        return Unread(f"“{text}” is not in the order low/likely/high")
    turned = amount._replace(low=amount.high, high=amount.low)
    return turned._replace(remark=f"“{text}” runs downwards and was read upwards")


def _as_read(text: str, amount: Amount) -> str:
    return f"“{text}” was read as {amount.likely:g}; write thousands as 1,000 or 1000"


def _point(found: re.Match[str]) -> Amount:
    value = _value(found[1], found[2])
    return Amount(value, value, value, percent=found[2] == "%", unit=found[3].strip())


def _negative(found: re.Match[str]) -> Amount:
    value = -_value(found[1], found[2])
    return Amount(value, value, value, percent=found[2] == "%", unit=found[3].strip())


def _range(found: re.Match[str]) -> Amount:
    scale = found[2] or (found[4] if found[4] in _SCALES else None)
    low, high = _value(found[1], scale), _value(found[3], found[4])
    unit = found[5].strip()
    return Amount(low, (low + high) / 2, high, "range", "%" in (found[2], found[4]), unit)


def _spread(found: re.Match[str]) -> Amount:
    likely, by = _value(found[1], found[2]), _value(found[3], found[4])
    if found[4] == "%" and found[2] != "%":
        by = likely * by / 100
    unit = found[5].strip()
    return Amount(likely - by, likely, likely + by, "range", found[2] == "%", unit)


def _three(found: re.Match[str]) -> Amount:
    last = found[6]
    scales = [found[at] or (last if last in _SCALES else None) for at in (2, 4, 6)]
    low, likely, high = (
        _value(found[at], scale) for at, scale in zip((1, 3, 5), scales, strict=True)
    )
    unit = found[7].strip()
    return Amount(low, likely, high, "three-point", "%" in (found[2], found[4], last), unit)


_FORMS = (
    (_THREE, _three),
    (_SPREAD, _spread),
    (_RANGE, _range),
    (_POINT, _point),
    (_NEGATIVE, _negative),
)


def _value(figure: str, scale: str | None) -> float:
    plain = re.sub(r"['’ \u00a0\u2009\u202f]", "", figure)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    return float(plain.replace(",", ".")) * _SCALES.get(scale or "", 1.0)
