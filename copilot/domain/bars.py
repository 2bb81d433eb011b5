"""Bars of text with their intervals, for Markdown and terminals."""

from typing import NamedTuple

from copilot.domain.survey_parts import Interval


class Strokes(NamedTuple):
    """The characters of a bar, each one cell wide."""

    full: str
    error: str
    end: str
    inside: str
    """Where the interval reaches into the bar."""
    empty: str = " "


DRAWN = Strokes("█", "─", "┤", "▒")
ASCII = Strokes("#", "-", "|", "=")


def share_bar(
    share: float,
    interval: Interval | None = None,
    width: int = 24,
    *,
    most: float = 1.0,
    strokes: Strokes = DRAWN,
) -> str:
    """Return a bar of exactly `width` cells: `█████▒▒▒──┤      `.

    The bar ends at the share; its last part, from the interval's lower end on, is lighter, and
    a line runs from the share to the upper end. A share above none has a cell at least.

    Args:
        share: 0 to 1.
        interval: At 95 %, around the share; no line without it.
        width: In cells, 1 or more.
        most: Share that a full width stands for.
        strokes: `ASCII` where a terminal or a font has no other characters.
    """
    end = _cells(share, most, width)
    low, high = interval or (share, share)
    first, last = min(_cells(low, most, width), end), max(_cells(high, most, width), end)
    body = strokes.full * first + strokes.inside * (end - first)
    tail = strokes.error * (last - end - 1) + strokes.end if last > end else ""
    return (body + tail).ljust(width, strokes.empty)


def _cells(share: float, most: float, width: int) -> int:
    """Return how many cells a share takes, 0 to the width."""
    cells = round(min(1.0, max(0.0, share / most)) * width)
    return max(1, cells) if share > 0 else cells
