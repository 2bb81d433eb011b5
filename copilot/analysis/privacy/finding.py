"""What is found in a text, and how finds that overlap become one."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

Kind = Literal[
    "email", "phone", "card", "iban", "national_id", "ip", "mac", "url", "handle", "reference",
    "address", "birth_date", "document", "key", "coordinates", "plate", "name", "text",
]  # fmt: skip
"""What a value is; `text` is a stretch of the original that only looks like a placeholder."""
KINDS: tuple[Kind, ...] = get_args(Kind)
FILLER = "\ue000"
"""Stands where something was masked, so that no rule reads across it; for private use."""


class Found(NamedTuple):
    """A value with its place: `text[start:end] == value`."""

    kind: Kind
    start: int
    end: int
    value: str


def merged(text: str, found: Iterable[Found]) -> list[Found]:
    """Return the finds in order, those that overlap as one of the longest one's kind.

    A name inside something else, such as an address, is part of that.
    """
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if kept and item.start < kept[-1].end:
            kept[-1] = _union(text, kept[-1], item)
        else:
            kept.append(item)
    return kept


def _union(text: str, first: Found, second: Found) -> Found:
    end = max(first.end, second.end)
    kind = max(first, second, key=_weight).kind
    return Found(kind, first.start, end, text[first.start : end])


def _weight(item: Found) -> tuple[bool, int]:
    return item.kind != "name", item.end - item.start
