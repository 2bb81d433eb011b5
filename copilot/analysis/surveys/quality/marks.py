"""Rows that deserve a second look; a mark leaves nothing out by itself."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from copilot.domain.counting import counted
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

BATTERY = 6
"""Items on one scale from which equal answers throughout are suspect."""
FAST = 1 / 3
"""Of the median duration; below it nobody has read the questions."""
_FEWEST = 10
"""Durations from which their median says something."""
_DURATION = re.compile(
    r"\bduration\b|\btime (?:taken|spent|to complete)\b|\b(?:completion|response|interview) time\b"
    r"|\belapsed\b|\bdauer\b|\bdurée\b|\bduración\b|\bdurata\b",
    re.I,
)


class Mark(NamedTuple):
    """Why rows deserve a look, and which."""

    kind: Literal["straight_lining", "speeding"]
    columns: tuple[str, ...]
    rows: "pl.Series"
    """Which (Boolean, one a row of the export)."""

    @property
    def marked(self) -> int:
        """How many rows are marked."""
        return int(self.rows.sum())

    @property
    def message(self) -> str:
        """What was seen, for a person."""
        told = counted(self.marked, "row")
        if self.kind == "speeding":
            return f"{told} took less than a third of the median time (“{self.columns[0]}”)."
        return f"{told} gave the same answer to all {len(self.columns)} items of one scale."


def marks(frame: "pl.DataFrame", columns: Sequence[Column]) -> tuple[Mark, ...]:
    """Return what was seen of straight-lining and speeding; marks of no row are left away.

    Straight-lining is one and the same answer to all of six items or more that share a scale,
    reversed ones among them: nobody agrees with both a statement and its opposite.
    """
    found = [*_straight_lines(frame, columns), *_speeders(frame)]
    return tuple(mark for mark in found if mark.marked)


def _straight_lines(frame: "pl.DataFrame", columns: Sequence[Column]) -> Iterable[Mark]:
    import polars as pl

    for names in _batteries(columns):
        first = pl.col(names[0])
        equal = pl.all_horizontal([pl.col(name) == first for name in names])
        rows = frame.select(equal.fill_null(value=False).alias("marked")).to_series()
        yield Mark("straight_lining", tuple(names), rows)


def _batteries(columns: Sequence[Column]) -> Iterable[list[str]]:
    scales = [one for one in columns if one.type == "likert" and one.options]
    by_scale = sorted(scales, key=_scale)
    for _, items in groupby(by_scale, key=_scale):
        names = [item.name for item in items]
        if len(names) >= BATTERY:
            yield names


def _scale(column: Column) -> list[str]:
    """Return the options in an order that a reversed item shares."""
    return sorted(column.options)


def _speeders(frame: "pl.DataFrame") -> Iterable[Mark]:
    for name in frame.columns:
        if _DURATION.search(name.replace("_", " ")):
            seconds = _seconds(frame[name])
            if seconds.count() >= _FEWEST:
                fast = (seconds < seconds.median() * FAST).fill_null(value=False)  # type: ignore[operator]
                yield Mark("speeding", (name,), fast)
                return


def _seconds(durations: "pl.Series") -> "pl.Series":
    """Return durations as numbers of one unit: plain numbers as they are, `1:02:03` in seconds."""
    import polars as pl

    parts = pl.col("said").str.extract_groups(r"^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$")
    clock = sum(
        parts.struct.field(str(place)).cast(pl.Float64).fill_null(0) * unit
        for place, unit in ((1, 3600), (2, 60), (3, 1))
    )
    is_clock = pl.col("said").str.contains(":", literal=True)
    plain = pl.col("said").cast(pl.Float64, strict=False)
    said = durations.str.strip_chars().alias("said").to_frame()
    return said.select(pl.when(is_clock).then(clock).otherwise(plain).alias("seconds")).to_series()
