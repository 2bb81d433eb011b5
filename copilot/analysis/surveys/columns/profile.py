"""A column's values counted, so that they are looked at once."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

SAMPLED = 20_000
"""Rows that are looked at, spread over all."""
_FEW = 400
"""Different values in the sample, up to which those of all rows are counted."""


class Profile:
    """What a column holds.

    Args:
        name: Its header.
        counts: How often each value stands in the rows that were looked at.
        rows: How many rows were looked at.
    """

    def __init__(self, name: str, counts: Counter[str], rows: int) -> None:
        self.name = name
        self.counts = counts
        self.rows = rows

    @cached_property
    def filled(self) -> int:
        """How many answers."""
        return self.counts.total()

    @property
    def distinct(self) -> int:
        """How many different ones."""
        return len(self.counts)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The different answers, the most frequent first."""
        return tuple(value for value, _ in self.counts.most_common())

    @cached_property
    def words(self) -> float:
        """Words of the median among different answers."""
        return float(median(len(value.split()) for value in self.values)) if self.values else 0

    @cached_property
    def length(self) -> float:
        """Characters of the median among different answers."""
        return float(median(map(len, self.values))) if self.values else 0

    @cached_property
    def repeated(self) -> float:
        """The share of answers that somebody else gave too."""
        if not self.filled:
            return 0.0
        return sum(count for count in self.counts.values() if count > 1) / self.filled

    def share(self, test: Callable[[str], bool]) -> float:
        """Return the share of answers that pass a test."""
        if not self.filled:
            return 0.0
        passed = sum(count for value, count in self.counts.items() if test(value))
        return passed / self.filled


def profiles(frame: "pl.DataFrame") -> list[Profile]:
    """Return a profile for each column."""
    step = max(1, frame.height // SAMPLED)
    sample = frame.gather_every(step) if step > 1 else frame
    return [_profile(sample.to_series(place), frame, place, step) for place in range(frame.width)]


def _profile(sampled: "pl.Series", frame: "pl.DataFrame", place: int, step: int) -> Profile:
    counts = _spelt_alike(Counter(sampled.drop_nulls().to_list()))
    if step > 1 and len(counts) <= _FEW:
        # Rare options matter, so that a sample is not enough where there are few.
        whole = frame.to_series(place).value_counts(name="count")
        every = Counter({value: count for value, count in whole.rows() if value is not None})
        return Profile(sampled.name, _spelt_alike(every), frame.height)
    return Profile(sampled.name, counts, len(sampled))


def _spelt_alike(counts: Counter[str]) -> Counter[str]:
    """Count values that differ in case or blanks alone as the most frequent of them.

    Only where there are few, as in choices: ids may differ by case.
    """
    if len(counts) > _FEW:
        return counts
    spelling: dict[str, str] = {}
    together: Counter[str] = Counter()
    for value, count in counts.most_common():
        together[spelling.setdefault(" ".join(value.split()).casefold(), value)] += count
    return together
