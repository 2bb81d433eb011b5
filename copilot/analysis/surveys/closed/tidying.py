"""One spelling for each answer, and no group of those who gave none."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.surveys.closed.cell_labels import label_counts, labels_of, parting, relabelled
from copilot.analysis.surveys.closed.cells import quoted
from copilot.analysis.surveys.closed.coding import tally
from copilot.analysis.surveys.closed.no_group import says_no_group
from copilot.analysis.surveys.closed.questions import has_column_an_option
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_CHOICES = frozenset({"single", "segment", "multi", "likert"})
_SHOWN = 3


class Tidied(NamedTuple):
    """A survey whose answers are spelt alike."""

    frame: "pl.DataFrame"
    columns: tuple[Column, ...]
    notes: Mapping[str, tuple[str, ...]]
    """What was done to a column, by its name."""


class _Tidy(NamedTuple):
    """Values of one column that stand for others."""

    alike: Mapping[str, str]
    """A label, and the spelling it is counted under."""
    dropped: Mapping[str, int]
    """Labels that are no group, with how many rows have them."""

    def notes(self, counts: Mapping[str, int]) -> tuple[str, ...]:
        """Return what was done in words; spellings that only a list of options has are no news."""
        by_kept: dict[str, list[str]] = {}
        for label, kept in self.alike.items():
            if label in counts:
                by_kept.setdefault(kept, []).append(label)
        pairs = [f"{quoted(labels)} with “{kept}”" for kept, labels in by_kept.items()]
        more = f"; and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else ""
        how = "Counted together, as case or blanks alone differ"
        notes = (f"{how}: {'; '.join(pairs[:_SHOWN])}{more}.",) if pairs else ()
        if not self.dropped:
            return notes
        rows = sum(self.dropped.values())
        answers, count = (
            ("1 answer is", "counts") if rows == 1 else (f"{rows:,} answers are", "count")
        )
        none = f"{answers} no group, and {count} as missing: {quoted(self.dropped)}."
        return (*notes, none)


def tidied(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    compared: Sequence[str] = (),
    groups: Collection[str] = (),
) -> Tidied:
    """Return a survey in which answers that differ in case or blanks alone are one.

    That is written as the one spelling that is among the options, else as most people wrote it.
    In columns that say who somebody is, and in those that are compared, `N/A`, `unknown` or
    `prefer not to say` is no group: it is missing.

    Args:
        frame: Text cells, one row an answer sheet.
        columns: What they hold.
        compared: Names of further columns whose groups are compared.
        groups: What is a group whatever it says, such as those of a known population.
    """
    kept = {name.casefold() for name in groups}
    notes: dict[str, tuple[str, ...]] = {}
    changed: dict[str, pl.Series] = {}
    found = []
    for column in columns:
        series, mark = frame[column.name], parting(column)
        cells = tally(series) if _has_labels(column, compared) else {}
        counts = label_counts(cells, mark)
        is_group = column.type == "segment" or column.name in compared
        dropped = _no_groups(counts, kept) if is_group and not mark else {}
        tidy = _Tidy(_alike(_whole(counts, column.options, mark), column.options), dropped)
        if cells and (tidy.alike or dropped):
            changed[column.name] = _series(series, cells, mark, tidy)
            notes[column.name] = tidy.notes(counts)
        found.append(_column(column, tidy))
    return Tidied(frame.with_columns(**changed), tuple(found), notes)


def _has_labels(column: Column, compared: Collection[str]) -> bool:
    is_choice = column.type in _CHOICES and not has_column_an_option(column)
    return is_choice or column.name in compared


def _whole(counts: Counter[str], options: Sequence[str], mark: str) -> Counter[str]:
    """Return labels that are no part of an option which holds what stands between labels."""
    parts = {
        one for option in options if mark and mark in option for one in labels_of(option, mark)
    }
    return Counter({label: rows for label, rows in counts.items() if label not in parts})


def _alike(counts: Counter[str], options: Sequence[str]) -> dict[str, str]:
    """Return labels that differ from another in case or blanks alone, with that other."""
    spellings: dict[str, list[str]] = {}
    every = dict.fromkeys((*(label for label, _ in counts.most_common()), *options))
    for label in every:
        spellings.setdefault(_key(label), []).append(label)
    offered = frozenset(options)
    return {
        label: kept
        for labels in spellings.values()
        if len(labels) > 1
        for kept in [_kept(labels, offered)]
        for label in labels
        if label != kept
    }


def _kept(labels: Sequence[str], offered: frozenset[str]) -> str:
    listed = [label for label in labels if label in offered]
    return listed[0] if len(listed) == 1 else labels[0]


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()


def _no_groups(counts: Counter[str], kept: Collection[str]) -> dict[str, int]:
    return {
        label: rows
        for label, rows in counts.items()
        if says_no_group(label) and label.casefold() not in kept
    }


def _series(series: "pl.Series", cells: Iterable[str], mark: str, tidy: _Tidy) -> "pl.Series":
    new: Callable[[str], str] = lambda label: tidy.alike.get(label, label)  # noqa: E731
    of = {cell: None if cell in tidy.dropped else relabelled(cell, mark, new) for cell in cells}
    changed = {cell: other for cell, other in of.items() if cell != other}
    stripped = series.str.strip_chars()
    return stripped.replace(list(changed), list(changed.values()))


def _column(column: Column, tidy: _Tidy) -> Column:
    options = dict.fromkeys(tidy.alike.get(one, one) for one in column.options)
    left = tuple(one for one in options if one not in tidy.dropped)
    return column if left == column.options else column.model_copy(update={"options": left})
