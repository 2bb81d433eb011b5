"""Cells that hold several picks: what stands between them, and which options there are."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copilot.analysis.surveys.columns.header_words import (
    asks_to_comment,
    names_several,
    names_text,
)
from copilot.analysis.surveys.columns.profile import Profile

_SEPARATORS = (";", "|", "\n", ",")
_RARELY_IN_TEXT = frozenset({";", "|", "\n"})
_MOST_OPTIONS = 80
_LOOKED_AT = 4_000
_LONGEST_OPTION = 12
"""Words of the median option, at most."""
_CAPITALS = 0.8
"""The share of options with a capital, below which worded parts of comments are no options."""
_UNLIKELY = 0.01
"""How likely chance may be, at most, to have put one text before another every time."""

Cell = tuple[str, ...]


class Picks(NamedTuple):
    """How cells are split."""

    separator: str
    options: tuple[str, ...]
    """The most frequent first."""
    confidence: float


def picks_of(profile: Profile) -> Picks | None:
    """Return how a column's cells are split; None where each holds one answer.

    Options may contain the separator: parts that always follow the same other part belong to
    it, and nothing is split within brackets.
    """
    if profile.filled < 3:
        return None
    found = [one for separator in _SEPARATORS if (one := _split_at(profile, separator))]
    return max(found, key=lambda one: one.confidence) if found else None


def split_cell(cell: str, separator: str) -> Cell:
    """Return the parts of a cell, stripped; brackets hold together."""
    if separator not in cell:
        return (cell.strip(),) if cell.strip() else ()
    parts, depth, current = [], 0, ""
    for letter in cell:
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter == separator and not depth:
            parts.append(current)
            current = ""
        else:
            current += letter
    return tuple(part.strip() for part in (*parts, current) if part.strip())


def _split_at(profile: Profile, separator: str) -> Picks | None:
    asked = names_several(profile.name)
    if separator == "," and not asked and asks_to_comment(profile.name):
        return None  # people write commas where they are asked for nothing but words
    holding = profile.share(lambda value: separator in value)
    if holding < (0.01 if asked or separator in _RARELY_IN_TEXT else 0.05):
        return None
    looked_at = profile.counts.most_common(_LOOKED_AT)
    cells = {split_cell(value, separator): count for value, count in looked_at}
    if separator == ",":
        cells = _merged(cells)
    options, coverage = _options(cells, asked=asked)
    if not _are_picks(profile, cells, options, separator):
        return None
    if separator == "," and not asked and _are_enumerated(profile, options):
        return None
    needed = 0.6 if asked else 0.75 if separator in _RARELY_IN_TEXT else 0.85
    if coverage < needed:
        return None
    sure = 0.95 if asked else 0.9 if separator in _RARELY_IN_TEXT else 0.8
    return Picks(separator, options, round(sure * min(1.0, 0.3 + 0.7 * coverage + 0.05), 2))


def _are_picks(
    profile: Profile, cells: dict[Cell, int], options: tuple[str, ...], separator: str
) -> bool:
    if not 2 <= len(options) <= _MOST_OPTIONS or profile.share(_ends_a_sentence) > 0.5:
        return False
    words = sorted(len(option.split()) for option in options)[len(options) // 2]
    several = sum(count for cell, count in cells.items() if len(cell) > 1)
    twice = sum(count for cell, count in cells.items() if len(set(cell)) < len(cell))
    if words > _LONGEST_OPTION or several < 0.02 * profile.filled or twice > 0.05 * profile.filled:
        return False
    if names_text(profile.name) and words > 4 and profile.repeated < 0.5:
        return False
    known = set(options)
    combinations = sum(len(cell) > 1 and known.issuperset(cell) for cell in cells)
    # A single choice whose options have a comma has as many different cells as options.
    fewest = 1 if len(options) == 2 and separator in _RARELY_IN_TEXT else 2
    return combinations >= fewest and (
        combinations > len(options) / 3 or names_several(profile.name) or len(options) <= 3
    )


def _ends_a_sentence(value: str) -> bool:
    return " " in value and value.endswith((".", "!", "?"))


def _are_enumerated(profile: Profile, options: tuple[str, ...]) -> bool:
    """Whether parts are clauses of sentences: a form writes each option with a capital."""
    worded = sum(" " in option for option in options) > len(options) / 2
    return worded and names_text(profile.name) and _share_upper(options) < _CAPITALS


def _options(cells: dict[Cell, int], *, asked: bool) -> tuple[tuple[str, ...], float]:
    """Return parts that recur, and the share of all parts that they are."""
    counts: Counter[str] = Counter()
    for cell, count in cells.items():
        for part in cell:
            counts[part] += count
    total = counts.total()
    least = max(2.0, 0.004 * sum(cells.values())) if not asked or total > 40 else 1
    options = tuple(part for part, count in counts.most_common() if count >= least)
    return options, sum(counts[part] for part in options) / total if total else 0.0


def _merged(cells: dict[Cell, int]) -> dict[Cell, int]:
    """Join parts that belong together, such as `Yes` and `daily`, until none are left."""
    for _ in range(6):
        pairs = _belonging(cells)
        if not pairs:
            break
        joined: dict[Cell, int] = defaultdict(int)
        for cell, count in cells.items():
            joined[_joined(cell, pairs)] += count
        cells = dict(joined)
    return cells


def _belonging(cells: dict[Cell, int]) -> set[tuple[str, str]]:
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    total = sum(cells.values())
    for cell, count in cells.items():
        for previous, part in zip(("", *cell), (*cell, ""), strict=True):
            before[part][previous] += count
            after[previous].add(part)
        for part in set(cell):
            counts[part] += count
    upper = _share_upper(counts)
    pairs: set[tuple[str, str]] = set()
    del before[""]
    for part, predecessors in before.items():
        if upper > 0.5 and part[:1].islower() and _always_follows(part, predecessors, after):
            pairs.update((previous, part) for previous in predecessors)
            continue
        first, times = predecessors.most_common(1)[0]
        if first and len(predecessors) == 1 and _goes_on(part, times, counts[first] / total, upper):
            pairs.add((first, part))
    return pairs


def _always_follows(part: str, predecessors: Counter[str], after: dict[str, set[str]]) -> bool:
    """Whether a part, such as `evening`, ends several options and stands nowhere else."""
    several = "" not in predecessors and len(predecessors) > 1
    return several and all(after[previous] == {part} for previous in predecessors)


def _goes_on(part: str, times: int, share: float, upper: float) -> bool:
    """Whether a part goes on with the one that always stands before it."""
    lower = part[:1].islower() or part[:1].isdigit()
    if lower and upper > 0.5:
        return times >= 2
    return times >= 3 and share < 1 and times * math.log(share) < math.log(_UNLIKELY)


def _share_upper(counts: Iterable[str]) -> float:
    initials = [part[0] for part in counts if part]
    return sum(letter.isupper() for letter in initials) / len(initials) if initials else 0.0


def _joined(cell: Sequence[str], pairs: set[tuple[str, str]]) -> Cell:
    parts: list[str] = []
    last = ""
    for part in cell:
        if parts and (last, part) in pairs:
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
        last = part
    return tuple(parts)
