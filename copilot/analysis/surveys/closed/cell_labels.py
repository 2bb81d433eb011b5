"""The labels that a cell holds: itself, or each pick of a multi-select."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from copilot.analysis.surveys.closed.questions import has_column_an_option
from copilot.domain.survey_parts import Column


def parting(column: Column) -> str:
    """Return what stands between the labels of a cell; nothing where a cell holds one."""
    if column.type != "multi" or has_column_an_option(column):
        return ""
    return column.separator.strip() or column.separator or ";"


def labels_of(cell: str, mark: str) -> list[str]:
    """Return the labels of a cell, without blanks around them."""
    parts = cell.split(mark) if mark else [cell]
    return [part.strip() for part in parts if part.strip()]


def relabelled(cell: str, mark: str, new: Callable[[str], str]) -> str:
    """Return a cell with other labels; what stands between them stays."""
    if not mark:
        return new(cell.strip()) if cell.strip() else cell
    parts = re.split(f"({re.escape(mark)})", cell)
    return "".join(
        part if part == mark or not part.strip() else part.replace(part.strip(), new(part.strip()))
        for part in parts
    )


def label_counts(cells: Mapping[str, int], mark: str) -> Counter[str]:
    """Return how many rows have each label.

    Args:
        cells: How many rows have each cell.
        mark: What stands between labels.
    """
    counts: Counter[str] = Counter()
    for cell, rows in cells.items():
        for label in labels_of(cell, mark):
            counts[label] += rows
    return counts
