"""The table of a survey, as it was read: text cells, one row an answer sheet."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl


class Table(NamedTuple):
    """Rows of an export; nothing is interpreted yet."""

    frame: "pl.DataFrame"
    """All columns are String; blank cells are null; names are unique."""
    sha256: str = ""
    """Of the file's bytes."""
    remarks: tuple[str, ...] = ()
    """What a person should know of how it was read: encoding, separator, repaired rows."""

    @property
    def rows(self) -> int:
        """How many; row numbers are counted from 1."""
        return self.frame.height
