"""A lens: a way of looking at a problem, with questions for a model and for people."""

from typing import NamedTuple


class Angle(NamedTuple):
    """One question by a lens; several of them keep sessions from growing alike."""

    asks: str
    begins: str
    """How an answer begins, without which a small model says the problem again."""


class Lens(NamedTuple):
    """A way of looking, in words for a model and for people."""

    key: str
    name: str
    angles: tuple[Angle, ...]
    card: str
    """What people are asked; `{here}` is the problem."""
    note: str
    """Id of the passage that describes it."""
    shuns: str = ""
    """Pattern of what an idea by this lens must not have."""
