"""What a person says of the columns, which counts more than what was inferred."""

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from copilot.analysis.surveys.columns.masked_names import has_placeholder, meant
from copilot.domain.survey_parts import Column, ColumnType
from copilot.errors import InputError

TYPES: tuple[str, ...] = get_args(ColumnType)
_SHOWN = 20
_BETWEEN = ("\n", ";", "|")
"""What parts a list on one line; commas only where none of these does, as options have them."""


class ColumnChoice(BaseModel):
    """What is said of one column; what is not said stays as inferred."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    type: ColumnType | None = None
    separator: str | None = None
    options: tuple[str, ...] | None = None
    """Of a scale from the least to the most."""
    apart: tuple[str, ...] | None = None
    is_reversed: bool | None = Field(None, alias="reversed")
    question: str | None = None
    option: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, said: Any) -> Any:
        return {"type": said} if isinstance(said, str) else said

    @field_validator("options", "apart", mode="before")
    @classmethod
    def _from_line(cls, said: Any) -> Any:
        """Take a list that is written on one line as it would stand in a cell."""
        if not isinstance(said, str):
            return said
        mark = next((mark for mark in _BETWEEN if mark in said), ",")
        return tuple(part.strip() for part in said.split(mark) if part.strip())


class Schema(BaseModel):
    """What is said of columns, by their names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: dict[str, ColumnChoice] = {}


def with_schema(columns: Sequence[Column], schema: Schema) -> tuple[Column, ...]:
    """Return columns as a person says they are, with full confidence.

    A schema that was written from a summary may have placeholders: a name with some is the one
    column that fits, and options with some stay as inferred.

    Args:
        columns: As inferred.
        schema: What is said of some or all of them.

    Raises:
        InputError: It speaks of a column that is not there.
    """
    names = {column.name for column in columns}
    said = {meant(name, names): choice for name, choice in schema.columns.items()}
    for name in said:
        if name not in names:
            raise InputError(
                f"The schema has a column {name!r}, which the survey does not have.",
                hint=f"The survey has: {_listed([column.name for column in columns])}",
            )
    return tuple(
        _said(column, said[column.name]) if column.name in said else column for column in columns
    )


def _said(column: Column, choice: ColumnChoice) -> Column:
    said = {
        field: value
        for field, value in choice.model_dump(exclude_none=True).items()
        if not _is_masked(value)
    }
    kind = choice.type
    kept = column
    if kind is not None and kind != column.type:
        # What was inferred for another type would be misread under the new one.
        kept = Column(name=column.name, type=kind, question=column.question)
        if {kind, column.type} <= {"single", "segment", "likert", "nps"}:
            kept = kept.model_copy(update={"options": column.options, "apart": column.apart})
    return kept.model_copy(update={**said, "confidence": 1.0, "why": "you said so"})


def _is_masked(value: object) -> bool:
    """Whether a schema has it from a summary, where personal data was masked."""
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and has_placeholder(text) for text in texts)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
