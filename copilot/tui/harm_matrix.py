"""The harms of a review on a grid of severity and likelihood, before and after mitigation."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from textual.content import Content

from copilot.domain.review import Harm

Place = tuple[int, int]
"""Severity and likelihood, each 1 to 4."""
LEVELS = range(1, 5)
IN_LINE = 3
"""Numbers side by side in a cell."""
CELL = 2 * IN_LINE + 1
AXIS = 3
WIDTH = AXIS + (CELL + 1) * len(LEVELS) - 1
"""Columns of one grid."""
GAP = 2
"""Columns between two grids side by side."""
_HEAT = (
    (12, "on $error 55%"),
    (8, "on $error 28%"),
    (4, "on $warning 28%"),
    (1, "on $success 16%"),
)


def numbered(places: Iterable[Place]) -> dict[Place, list[int]]:
    """Return the numbers of the harms in every cell; the first harm is number 1."""
    cells: dict[Place, list[int]] = {}
    for number, place in enumerate(places, 1):
        cells.setdefault(place, []).append(number)
    return cells


def cell_lines(numbers: Sequence[int]) -> list[str]:
    """Return what stands in a cell, three numbers a line."""
    parts = [numbers[start : start + IN_LINE] for start in range(0, len(numbers), IN_LINE)]
    return [" ".join(map(str, part)).center(CELL) for part in parts]


def heat(score: int) -> str:
    """Return the style of a cell or a mark of this score, 1 to 16."""
    return next(style for least, style in _HEAT if score >= least)


def matrices(harms: Sequence[Harm], width: int) -> Content:
    """Return the grid twice, side by side where there is room.

    Args:
        harms: In the order of their numbers.
        width: Columns there are.
    """
    before = numbered((harm.severity, harm.likelihood) for harm in harms)
    after = numbered(harm.residual for harm in harms)
    rows = _rows((before, after))
    left = _grid("As described", before, rows)
    right = _grid("After mitigation", after, rows)
    if width < 2 * WIDTH + GAP:
        return Content("\n").join([*left, Content(""), *right])
    gap = Content(" " * GAP)
    pairs = zip_longest(left, right, fillvalue=Content(""))
    return Content("\n").join(Content.assemble(one, gap, other) for one, other in pairs)


def _rows(grids: Iterable[Mapping[Place, Sequence[int]]]) -> int:
    """Return the lines of a cell, the same in both grids, so that they can be compared."""
    fullest = max((len(cell) for grid in grids for cell in grid.values()), default=0)
    return max(1, -(-fullest // IN_LINE))


def _grid(title: str, cells: Mapping[Place, Sequence[int]], rows: int) -> list[Content]:
    """Return the lines of one grid, the gravest row on top."""
    lines = [Content(title.ljust(WIDTH)).stylize("bold")]
    for severity in reversed(LEVELS):
        if rows > 1 and severity != LEVELS[-1]:
            lines.append(Content(" " * WIDTH))
        lines += _row(severity, cells, rows)
    levels = " ".join(str(level).center(CELL) for level in LEVELS)
    foot = (f"{' ' * AXIS}{levels}", "severity ↑  likelihood →".rjust(WIDTH))
    return [*lines, *(Content(line).stylize("$quiet") for line in foot)]


def _row(severity: int, cells: Mapping[Place, Sequence[int]], rows: int) -> list[Content]:
    shown = [cell_lines(cells.get((severity, level), ())) for level in LEVELS]
    lines = []
    for line in range(rows):
        label = str(severity) if line == (rows - 1) // 2 else ""
        tiles = (
            _tile(severity * level, texts, line) for level, texts in zip(LEVELS, shown, strict=True)
        )
        axis = Content(label.ljust(AXIS)).stylize("$quiet")
        lines.append(Content.assemble(axis, Content(" ").join(tiles)))
    return lines


def _tile(score: int, texts: Sequence[str], line: int) -> Content:
    text = texts[line] if line < len(texts) else " " * CELL
    return Content(text).stylize(f"bold {heat(score)}")
