"""Open questions of a survey; one that several columns ask is one question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.surveys.columns.masked_names import meant
from copilot.domain.survey_parts import Column
from copilot.errors import InputError

if TYPE_CHECKING:
    import polars as pl


class AskedOpenly(NamedTuple):
    """An open question."""

    name: str
    columns: tuple[str, ...]

    def answers(self, frame: "pl.DataFrame") -> "pl.Series":
        """Return one answer a row; what stands in several columns is on lines of its own."""
        import polars as pl

        if len(self.columns) == 1:
            return frame[self.columns[0]]
        lines = pl.concat_str(self.columns, separator="\n", ignore_nulls=True)
        joined = frame.select(lines.alias(self.name)).to_series()
        return joined.replace("", None)


def open_questions(columns: Sequence[Column], wanted: Sequence[str] = ()) -> list[AskedOpenly]:
    """Return the open questions, in the order of the file.

    Args:
        columns: What the file holds.
        wanted: Names of questions, or of columns that ask them; all where empty.

    Raises:
        InputError: One that is wanted is not there, or not open.
    """
    groups: dict[str, list[str]] = {}
    for column in columns:
        if column.type == "open":
            groups.setdefault(column.question or column.name, []).append(column.name)
    asked = [AskedOpenly(name, tuple(names)) for name, names in groups.items()]
    if not wanted:
        return asked
    names = {name for one in asked for name in (one.name, *one.columns)}
    found = (_found(meant(name, names), asked, columns) for name in wanted)
    return list(dict.fromkeys(found))


def _found(name: str, asked: Sequence[AskedOpenly], columns: Sequence[Column]) -> AskedOpenly:
    for one in asked:
        if name == one.name or name in one.columns:
            return one
    known = ", ".join(f"“{one.name}”" for one in asked) or "none"
    typed = next((column for column in columns if name in (column.name, column.question)), None)
    if typed is None:
        raise InputError(f"There is no question “{name}”.", hint=f"Open questions here: {known}.")
    raise InputError(
        f"“{name}” is no open question: it is read as {typed.type}.",
        hint=(
            f"Open questions here: {known}. If people answer it in their own words, write"
            f"   {typed.name}: open   under columns in the file of --schema."
        ),
    )
