"""Which records an import will link, and which it cannot."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from copilot.stores.decisions.foreign_records import ForeignRecord


class Linked(NamedTuple):
    """What becomes of the links that records speak of."""

    older: dict[str, tuple[str, ...]]
    """Names of the files that each file supersedes."""
    remarks: tuple[str, ...]
    """What they say and the log cannot take."""


def linked(
    fresh: Sequence[ForeignRecord],
    read: Sequence[ForeignRecord],
    held: Mapping[str, str],
    gone: Collection[str],
) -> Linked:
    """Return the links of an import.

    Args:
        fresh: What will be recorded, in this order.
        read: All that was read, what the log holds included: an older record names the newer.
        held: Id of each file that the log holds.
        gone: Ids of what is superseded.
    """
    said, coming = _said(read), [record.name for record in fresh]
    recorded, superseded = set(held), set(gone)
    older: dict[str, tuple[str, ...]] = dict.fromkeys(coming, ())
    remarks = [_late(*pair) for pair in _backward(said, held, coming)]
    for name in coming:
        for one in said[name]:
            known = held.get(one, one)
            if one not in recorded:
                remarks.append(_late(name, one))
            elif known in superseded:
                remarks.append(_twice(name, one))
            else:
                older[name] = (*older[name], one)
                superseded.add(known)
        recorded.add(name)
    return Linked(older, tuple(remarks))


def _backward(
    said: Mapping[str, Sequence[str]], held: Collection[str], coming: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield what the log holds with what it would have to supersede afterwards."""
    for newer, olders in said.items():
        if newer in held:
            yield from ((newer, older) for older in olders if older in coming)


def _said(read: Sequence[ForeignRecord]) -> dict[str, list[str]]:
    """Return for each file those it supersedes, whichever of the two says so."""
    found = {record.name: list(record.supersedes) for record in read}
    for record in read:
        for newer in record.superseded_by:
            if newer in found and record.name not in found[newer]:
                found[newer].append(record.name)
    return found


def _late(newer: str, older: str) -> str:
    return f"{newer} supersedes {older}, which is recorded after it or not at all; not linked."


def _twice(newer: str, older: str) -> str:
    return f"{newer} supersedes {older}, which another one has superseded; not linked."
