"""Put columns together that ask one closed question."""

from collections.abc import Sequence
from typing import NamedTuple, get_args

from copilot.domain.survey_parts import Column, ColumnType

CLOSED: tuple[ColumnType, ...] = (
    "nps", "likert", "single", "segment", "multi", "number", "date",
)  # fmt: skip
assert set(CLOSED) < set(get_args(ColumnType))


class Question(NamedTuple):
    """A closed question and the columns that hold its answers."""

    name: str
    type: ColumnType
    columns: tuple[Column, ...]
    """Several only where a multi-select has a column for each option."""

    @property
    def column(self) -> Column:
        """The first, and mostly the only one."""
        return self.columns[0]


def closed_questions(columns: Sequence[Column]) -> tuple[Question, ...]:
    """Return the closed questions in the order of the file."""
    found: dict[str, Question] = {}
    for column in columns:
        if column.type not in CLOSED:
            continue
        name, key = _name(column), _key(column)
        before = found[key].columns if key in found else ()
        found[key] = Question(name, column.type, (*before, column))
    for column in columns:
        key = f"question {column.question}"
        if is_text_of_option(column) and key in found:
            found[key] = found[key]._replace(columns=(*found[key].columns, column))
    return tuple(found.values())


def is_text_of_option(column: Column) -> bool:
    """Return whether the column holds what people wrote who picked an option, such as `Other`."""
    return column.type == "open" and bool(column.option) and bool(column.question)


def has_column_an_option(column: Column) -> bool:
    """Return whether the column stands for one option of a multi-select."""
    return column.type == "multi" and bool(column.option)


def _name(column: Column) -> str:
    return (column.question or column.name) if has_column_an_option(column) else column.name


def _key(column: Column) -> str:
    return f"question {column.question}" if _is_grouped(column) else f"column {column.name}"


def _is_grouped(column: Column) -> bool:
    return has_column_an_option(column) and bool(column.question)
