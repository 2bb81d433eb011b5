"""Read a list of items: who they are, what they wait for, and what their cells say."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.columns import COUNTS
from copilot.analysis.prioritisation.kano import (
    answer_of,
    category_named,
    result_of_counts,
    result_of_pairs,
)
from copilot.analysis.prioritisation.method import listed
from copilot.analysis.prioritisation.prose import read_prose, settings_in
from copilot.analysis.prioritisation.tables import HINT, read_table
from copilot.analysis.untrusted import clean, one_line
from copilot.domain.roadmap_parts import Item, KanoResult
from copilot.errors import InputError

MOST_ITEMS = 10_000
_NONE = re.compile(r"(?:[-–—]*|none|n/?a|no|nothing|null)", re.IGNORECASE)
_NO = re.compile(r"(?:|[-–—]+|no|n|false|0|none|n/?a)", re.IGNORECASE)
_DONE = re.compile(r"(?:done|shipped|live|released|closed|complete[d]?|launched|delivered)", re.I)
_SPLIT = re.compile(r"\s*[;,\n]\s*|\s+(?:and|&)\s+")


class Row(NamedTuple):
    """An item and its cells, before any framework reads them."""

    item: Item
    cells: Mapping[str, str]


class Listed(NamedTuple):
    """A list as it was read."""

    rows: list[Row]
    remarks: list[str]
    settings: dict[str, str]
    """What the text around it says of capacity and framework."""


def read_list(text: str) -> Listed:
    """Return the items of a text.

    Raises:
        InputError: It holds none, too many, or cannot be read.
    """
    if "\0" in text:
        raise InputError("The text is no list: it holds binary data.", hint=HINT)
    plain = _unfenced(clean(text)).strip("\n")
    table = read_table(plain)
    if table is not None:
        found, around, remarks = table.rows, table.around, _unused(table.unused)
    else:
        prose = read_prose(plain)
        found, around, remarks = prose.rows, prose.around, _passed_over(prose.passed_over)
    rows, told = _rows(_merged(found))
    return Listed(rows, [*remarks, *told], dict(settings_in(around)))


def _unfenced(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("```"))


def _unused(headers: Sequence[str]) -> list[str]:
    names = [one_line(header, 40) for header in headers]
    return [f"Columns that no framework uses were left aside: {listed(names, 8)}."] if names else []


def _passed_over(count: int) -> list[str]:
    if not count:
        return []
    lines = "1 line" if count == 1 else f"{count} lines"
    return [f"{lines} beside the bullets were taken for context, not for items."]


def _merged(found: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Gather rows of single survey answers by item."""
    if not any(row.get("functional") for row in found):
        return list(found)
    answers: dict[str, list[str]] = defaultdict(list)
    for row in found:
        pair = f"{row.get('functional', '')}/{row.get('dysfunctional', '')}"
        answers[row.get("item", "")].append(pair)
    return [{"item": name, "pairs": "\n".join(pairs)} for name, pairs in answers.items()]


def _rows(found: Sequence[dict[str, str]]) -> tuple[list[Row], list[str]]:
    if not found:
        raise InputError("The list holds no items.", hint=HINT)
    if len(found) > MOST_ITEMS:
        raise InputError(
            f"The list has {len(found):,} items; {MOST_ITEMS:,} are the most.",
            hint="Nobody plans so many: cut the list by theme first.",
        )
    ids, remarks = _ids(found)
    names = [_name(row, number) for number, row in enumerate(found, start=1)]
    by_name = {name.casefold(): one for name, one in reversed([*zip(names, ids, strict=True)])}
    known = by_name | {one.casefold(): one for one in ids}
    rows = []
    for number, (row, one, name) in enumerate(zip(found, ids, names, strict=True), start=1):
        after, strange = _dependencies(row.get("depends_on", ""), known)
        if one in after:
            remarks.append(f"{name} depends on itself; that was left out.")
        item = Item(
            id=one,
            name=name,
            row=number,
            evidence=_said(row.get("evidence", ""), 160),
            depends_on=[other for other in after if other != one],
            waits_for=strange,
            mandatory=not _NO.fullmatch(row.get("mandatory", "").strip()),
            deadline=_said(row.get("deadline", ""), 40),
            done=bool(_DONE.fullmatch(row.get("status", "").strip())),
            kano=_kano(row, number),
        )
        rows.append(Row(item, row))
    return rows, [*remarks, *_repeated(names)]


def _name(row: Mapping[str, str], number: int) -> str:
    return one_line(row.get("item", ""), 120) or f"(row {number} without a name)"


def _said(cell: str, limit: int) -> str:
    said = one_line(cell, limit)
    return "" if _NONE.fullmatch(said) else said


def _ids(found: Sequence[dict[str, str]]) -> tuple[list[str], list[str]]:
    """Return one id an item; a second item with the same id gets its row behind it."""
    ids: list[str] = []
    told = []
    for number, row in enumerate(found, start=1):
        given = one_line(row.get("id", ""), 24)
        if given and given in ids:
            told.append(f"The id {given} is given twice; row {number} is called {given}~{number}.")
            given = f"{given}~{number}"
        ids.append(given or (str(number) if str(number) not in ids else f"row-{number}"))
    return ids, told


def _repeated(names: Sequence[str]) -> list[str]:
    first: dict[str, str] = {}
    again: dict[str, str] = {}
    for name in names:
        bare = "".join(filter(str.isalnum, name.casefold())) or name
        if bare in first:
            again[bare] = first[bare]
        first.setdefault(bare, name)
    if not again:
        return []
    return [f"Listed more than once, and kept apart: {listed([*again.values()])}. Merge them?"]


def _dependencies(cell: str, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the ids an item waits for, and what is named that the list does not have."""
    whole = one_line(cell, 400)
    if _NONE.fullmatch(whole):
        return [], []
    parts = [whole] if _key(whole) in known else _SPLIT.split(whole)
    found = {part: known.get(_key(part)) for part in filter(None, parts)}
    ids = dict.fromkeys(one for one in found.values() if one)
    return list(ids), [one_line(part, 60) for part, one in found.items() if not one]


def _key(text: str) -> str:
    return re.sub(r"^(?:#|row\s+|item\s+)", "", text.strip(" .\"'“”"), flags=re.I).casefold()


def _kano(row: Mapping[str, str], number: int) -> KanoResult | None:
    """Return what the row says in Kano's terms.

    Raises:
        InputError: A count or an answer cannot be read.
    """
    if "pairs" in row:
        return _of_pairs(row["pairs"].split("\n"), row["item"])
    cells = {name: row[name].strip() for name in COUNTS if row.get(name, "").strip()}
    if len(cells) >= 2:
        counts = {name: _count(cell, name, number) for name, cell in cells.items()}
        return result_of_counts(counts) if any(counts.values()) else None
    category = category_named(row.get("kano", ""))
    return KanoResult(category=category, source="given") if category else None


def _count(cell: str, name: str, number: int) -> int:
    if not re.fullmatch(r"\d{1,9}", cell):
        raise InputError(
            f"Row {number}: {name} is {one_line(cell, 30)!r}, which is no count of answers.",
            hint="Give whole numbers of answers by category.",
        )
    return int(cell)


def _of_pairs(pairs: Iterable[str], name: str) -> KanoResult:
    read = []
    for number, pair in enumerate(pairs, start=1):
        functional, _, dysfunctional = pair.partition("/")
        both = answer_of(functional), answer_of(dysfunctional)
        if both[0] is None or both[1] is None:
            raise InputError(
                f"{one_line(name, 60)}, answer {number}: {one_line(pair, 40)!r} is no pair of Kano"
                " answers.",
                hint="Answers are like, expect, neutral, live with, dislike, or 1 to 5 in order.",
            )
        read.append((both[0], both[1]))
    return result_of_pairs(read)
