"""Choose the lenses, and the questions that are put to a model by them."""

from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from copilot.analysis.ideation.first_lenses import FIRST
from copilot.analysis.ideation.further_lenses import FURTHER
from copilot.analysis.ideation.lens import Angle, Lens
from copilot.errors import InputError

LENSES = (*FIRST, *FURTHER)


class Ask(NamedTuple):
    """A question to put to the model."""

    lens: Lens
    angle: Angle


def asks(problem: str, lenses: Sequence[Lens], count: int) -> list[Ask]:
    """Return `count` questions, lens by lens, the second of a lens from another angle.

    The problem decides from which angle a lens begins, so that one problem is always asked in the
    same way and two problems mostly are not.

    Raises:
        InputError: The lenses have fewer angles than questions wanted of each, two at most.
    """
    if count > 2 * len(lenses):
        raise InputError(
            f"{len(lenses)} lenses give {2 * len(lenses)} ideas at most, two each, not {count}.",
            hint="Name more lenses, or lower --count.",
        )
    start, doubled = crc32(problem.encode()), count - len(lenses)
    return [
        Ask(lens, lens.angles[(start + turn) % len(lens.angles)])
        for at, lens in enumerate(lenses)
        for turn in range(2 if at < doubled else 1)
    ]


def chosen(keys: Sequence[str], count: int | None) -> list[Lens]:
    """Return the lenses to ask, as many as there are ideas wanted at most.

    Args:
        keys: Their keys or names, also several in one text, set apart by commas; none for ours.
        count: Ideas wanted in all; one a lens where it is None.

    Raises:
        InputError: There is no such lens.
    """
    named = _named(keys)
    return (named or list(LENSES))[: count or len(named) or len(FIRST)]


def _named(keys: Sequence[str]) -> list[Lens]:
    wanted = [part.strip() for key in keys for part in key.split(",") if part.strip()]
    return list(dict.fromkeys(map(_lens, wanted)))


def _lens(key: str) -> Lens:
    plain = key.lower().replace("-", "_").replace(" ", "_")
    for lens in LENSES:
        if plain in (lens.key, lens.name.lower().replace(" ", "_")):
            return lens
    raise InputError(
        f"There is no lens {key!r}.", hint=f"Lenses: {', '.join(lens.key for lens in LENSES)}"
    )
