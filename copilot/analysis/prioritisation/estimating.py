"""Turn cells into the estimates a framework needs, and refuse what cannot be computed with."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.amounts import Amount, Unread, read_amount
from copilot.analysis.prioritisation.columns import in_words
from copilot.analysis.prioritisation.method import Limit, Method
from copilot.analysis.prioritisation.reading import Row
from copilot.analysis.prioritisation.rice import CONFIDENCE_WORDS, IMPACT_WORDS
from copilot.analysis.untrusted import one_line
from copilot.domain.roadmap_parts import Estimate, Item
from copilot.errors import InputError

_PERIOD = re.compile(r"\b(day|week|month|quarter|year)s?\b|\b(d|w|wk|pm|pw|pd|mo|q|yr)s?\b", re.I)
_SHORT = {
    "d": "day",
    "pd": "day",
    "w": "week",
    "wk": "week",
    "pw": "week",
    "pm": "month",
    "mo": "month",
    "q": "quarter",
    "yr": "year",
}
_WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("rice", "impact"): IMPACT_WORDS,
    ("rice", "confidence"): CONFIDENCE_WORDS,
}


class Estimated(NamedTuple):
    """Items with the inputs of a framework."""

    items: list[Item]
    remarks: list[str]


def estimated(rows: Sequence[Row], method: Method) -> Estimated:
    """Return the items with every input that could be read.

    Raises:
        InputError: An amount is one the formula cannot take, or units are mixed.
    """
    remarks: list[str] = []
    units: dict[str, dict[str, int]] = {}
    items = []
    for row in rows:
        inputs, unread = {}, {}
        for name in method.needed:
            amount = _amount(row, name, method)
            if isinstance(amount, Unread):
                unread[name] = amount.why
            elif amount is not None:
                _require_within(amount, method.limits[name], name, row.item)
                units.setdefault(name, {}).setdefault(_period(amount.unit), row.item.row)
                inputs[name] = _estimate(amount, row.cells[name])
                if amount.remark:
                    remarks.append(f"{row.item.name}, {in_words(name)}: {amount.remark}.")
        items.append(row.item.model_copy(update={"inputs": inputs, "unread": unread}))
    for name, found in units.items():
        _require_one_unit(name, found)
    return Estimated(items, [*remarks, *_two_ways(rows, method)])


def _amount(row: Row, name: str, method: Method) -> Amount | Unread | None:
    cell = row.cells.get(name, "")
    words = _WORDS.get((method.framework, name), {})
    amount = read_amount(words.get(cell.strip().lower(), cell))
    if not isinstance(amount, Amount) or name != "confidence":
        return amount
    if method.framework == "rice":
        return _in_percent(amount)
    return (
        Unread(f"“{one_line(cell, 30)}” is a percentage, not 1 to 10") if amount.percent else amount
    )


def _in_percent(amount: Amount) -> Amount:
    """Return a confidence in percent; one of at most 1 without a sign is a share."""
    if amount.percent or amount.high > 1:
        return amount
    return amount._replace(low=amount.low * 100, likely=amount.likely * 100, high=amount.high * 100)


def _two_ways(rows: Sequence[Row], method: Method) -> list[str]:
    if method.framework != "rice":
        return []
    read = [read_amount(row.cells.get("confidence", "")) for row in rows]
    plain = [one for one in read if isinstance(one, Amount) and not one.percent]
    shares = [one for one in plain if one.high <= 1]
    if not shares or len(shares) == len(plain):
        return []
    return ["Confidence is written in two ways; figures of at most 1 were read as shares of 1."]


def _require_within(amount: Amount, limit: Limit, name: str, item: Item) -> None:
    too_low = amount.low < limit.low or (limit.open_below and amount.low <= limit.low)
    if too_low or amount.high > limit.high:
        wrong = amount.low if too_low else amount.high
        raise InputError(
            f"Row {item.row} ({item.name}): {in_words(name)} is {wrong:g}; it must be"
            f" {limit.said}.",
            hint="Correct it, or leave the cell empty: then the item is listed and not scored.",
        )


def _require_one_unit(name: str, units: Mapping[str, int]) -> None:
    """Raise InputError where one column counts by the week and by the month."""
    told = {unit: row for unit, row in units.items() if unit}
    if len(told) > 1:
        where = " and ".join(f"{unit}s (row {row})" for unit, row in list(told.items())[:2])
        raise InputError(
            f"{in_words(name).capitalize()} is given in {where}, so scores cannot be compared.",
            hint="Write all of them in one unit and for one period.",
        )


def _period(unit: str) -> str:
    found = _PERIOD.search(unit)
    if not found:
        return ""
    word = found[0].lower()
    return (found[1] or _SHORT.get(word.rstrip("s")) or word).lower()


def _estimate(amount: Amount, cell: str) -> Estimate:
    is_point = amount.low == amount.high
    return Estimate(
        low=amount.low,
        likely=amount.likely,
        high=amount.high,
        shape="point" if is_point else "range" if amount.shape == "range" else "three-point",
        written=one_line(cell, 40),
    )
