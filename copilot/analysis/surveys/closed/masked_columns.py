"""Columns of closed questions without personal data, before anything is counted."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.privacy.masking import Masked
from copilot.analysis.surveys.closed.cell_labels import label_counts, labels_of, parting, relabelled
from copilot.analysis.surveys.closed.coding import tally, text
from copilot.analysis.surveys.closed.dates import days_in
from copilot.analysis.surveys.closed.label_masks import LabelMasks
from copilot.analysis.surveys.closed.numbers import numbers_in
from copilot.analysis.surveys.closed.questions import CLOSED
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_MAY_BE_PERSONAL = r"[\p{L}@]|(?:[0-9].*){7}"
"""What has neither a letter nor seven digits is nobody's."""

_MAY_BE_PHONE = r"^\+(?:[^0-9]*[0-9]){7}"


class MaskedColumns(NamedTuple):
    """A survey whose closed questions have no personal data."""

    frame: "pl.DataFrame"
    """Columns have their new names."""
    columns: tuple[Column, ...]
    names: Mapping[str, str]
    """The new name of each column."""
    offered: Mapping[str, frozenset[str]]
    """Labels on offer, by the old name of a column."""
    counts: Counter[str]
    """How many values of each kind were masked, cell by cell."""


class _Part(NamedTuple):
    series: "pl.Series"
    column: Column
    offered: frozenset[str]
    counts: Counter[str]


def masked_columns(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    masks: LabelMasks,
    compared: Collection[str] = (),
) -> MaskedColumns:
    """Return a survey whose headers, options and closed answers have placeholders.

    Each different answer is looked at once, so that a million rows cost as much as they differ.
    Numbers and dates are passed over where they are read as such. Open answers stay as they are.

    Args:
        frame: Text cells, one row an answer sheet.
        columns: What they hold.
        masks: Of this survey; has been told of all texts.
        compared: Names of further columns whose groups are compared.
    """
    names = _new_names(frame.columns, masks)
    counts = _found(masks.mask(name) for name in frame.columns)
    series, found, offered = {}, [], {}
    for column in columns:
        if column.type in CLOSED or column.name in compared:
            part = _part(frame[column.name], column, masks)
            series[column.name], offered[column.name] = part.series, part.offered
            counts += part.counts
            column = part.column
        found.append(_renamed(column, names, masks))
    masked = frame.with_columns(**series).rename(names)
    return MaskedColumns(masked, tuple(found), names, offered, counts)


def _new_names(names: Sequence[str], masks: LabelMasks) -> dict[str, str]:
    new: dict[str, str] = {}
    for name in names:
        masked = plain = masks.mask(name).text
        number = 1
        while masked in new.values():  # two headers with one person's address in two spellings
            number += 1
            masked = f"{plain} ({number})"
        new[name] = masked
    return new


def _found(masked: Iterable[Masked], rows: int = 1) -> Counter[str]:
    kinds = (item.kind for one in masked for item in one.found if item.kind != "text")
    return Counter({kind: rows * count for kind, count in Counter(kinds).items()})


def _part(series: "pl.Series", column: Column, masks: LabelMasks) -> _Part:
    cells, mark = _cells(series, column), parting(column)
    counts = label_counts(cells, mark)
    offered = masks.on_offer(column, counts)
    new, found = {}, Counter[str]()
    for cell, rows in cells.items():
        masked, items = _masked_cell(cell, mark, offered, masks)
        found += _found(items, rows)
        if masked != cell:
            new[cell] = masked
    plain = text(series).replace(list(new), list(new.values())) if new else series
    return _Part(plain, _with_options(column, mark, offered, masks), offered, found)


def _cells(series: "pl.Series", column: Column) -> dict[str, int]:
    """Return the different cells that may hold something personal, with their rows."""
    import numpy as np

    cells = text(series)
    if column.type == "number":
        may_be_phone = cells.str.contains(_MAY_BE_PHONE).fill_null(value=False)
        cells = cells.filter(np.isnan(numbers_in(series)) | may_be_phone.to_numpy())
    elif column.type == "date":
        cells = cells.filter(days_in(cells)[0].is_null())
    return tally(cells.filter(cells.str.contains(_MAY_BE_PERSONAL)))


def _masked_cell(
    cell: str, mark: str, offered: frozenset[str], masks: LabelMasks
) -> tuple[str, list[Masked]]:
    if mark and mark in cell and masks.found_across(cell, mark):
        whole = masks.mask(cell, is_choice=False)
        return whole.text, [whole]
    made = {label: masks.mask(label, is_choice=label in offered) for label in labels_of(cell, mark)}
    return relabelled(cell, mark, lambda label: made[label].text), [*made.values()]


def _with_options(column: Column, mark: str, offered: frozenset[str], masks: LabelMasks) -> Column:
    def plain(labels: Sequence[str]) -> tuple[str, ...]:
        made = (_masked_cell(label.strip(), mark, offered, masks)[0] for label in labels)
        return tuple(dict.fromkeys(made))

    update = {
        "options": plain(column.options),
        "apart": plain(column.apart),
        "why": masks.mask(column.why).text,
    }
    return column.model_copy(update=update)


def _renamed(column: Column, names: Mapping[str, str], masks: LabelMasks) -> Column:
    update = {
        "name": names[column.name],
        "question": names.get(column.question) or masks.mask(column.question).text,
        "option": masks.mask(column.option).text,
    }
    return column.model_copy(update=update)
