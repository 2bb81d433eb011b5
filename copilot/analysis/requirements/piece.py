"""What an outline gathers of a source, and what it is cut into."""

from typing import NamedTuple


class Piece(NamedTuple):
    """A sentence, item or table row, as it stands in the source."""

    text: str
    line: int
    """From 1."""
    heading: str = ""
    given: str = ""
    """The id that the source gives it."""
    lead: str = ""
    """What opens the list it is an item of: `The report must:`."""
    is_item: bool = False
    is_of_section: bool = False
    """Whether it is a statement of a section in one of our own specifications."""
    is_row: bool = False
    is_struck: bool = False
    """Whether somebody has struck it out."""
    is_in_place_of_title: bool = False
    """Whether it stands where a title does: at the top, or directly above a heading."""


class Block(NamedTuple):
    """A paragraph, item or table row before it is cut into sentences."""

    text: str
    line: int
    """From 0."""
    heading: str
    lead: str = ""
    is_item: bool = False
    is_row: bool = False
    section: int = 0
    """How many headings stand before it."""
