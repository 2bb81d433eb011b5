"""Ids that a wish names: in whatever spelling, and as ranges."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_ID = r"[A-Za-z]{1,6}[-_ ]?\d{1,4}(?:\.\d{1,3})*[a-z]?"
_FORM = re.compile(r"([A-Za-z]+(?:[_-][A-Za-z]+)*)[-_ ]?0*(\d{1,4})((?:\.\d{1,3})*[a-z]?)\Z")
_MENTION = re.compile(
    r"(?<![\w-])(?P<letters>[A-Za-z]+(?:[_-][A-Za-z]+)*)(?P<gap>[-_ ]?)"
    r"\d{1,4}(?:\.\d{1,3})*[a-z]?(?!\w|\.\d)"
)
_RANGE = re.compile(
    rf"(?<![\w-])(?P<first>{_ID})"
    r"(?:\s+(?:up )?(?P<word>to|through|thru|until|till)\s+(?:and including )?"
    r"|\s*(?:-|–|—|\.{2,3}|…)\s*)"
    rf"(?P<last>{_ID}|\d{{1,4}})(?!\w|\.\d)",
    re.I,
)
_BETWEEN = re.compile(rf"\bbetween\s+{_ID}\s+and\s+{_ID}", re.I)


class Range(NamedTuple):
    """A range of ids, as it stands in a wish."""

    first: str
    last: str
    start: int
    end: int
    is_doubtful: bool = False
    """Whether the last is only a number, which may also be a value: `FR-003 to 5`."""


def key_of(name: str) -> str:
    """Return what is the same for all spellings of an id: `fr-1`, `FR 001`."""
    found = _FORM.match(name)
    return f"{found[1].upper().replace('-', '_')}-{found[2]}{found[3]}" if found else name.upper()


def mentions(wish: str) -> list[str]:
    """Return what may be ids, as they are written; small letters need a hyphen: `us 1` is none."""
    found = (match for match in _MENTION.finditer(wish) if _is_written_as_id(match))
    return list(dict.fromkeys(match[0] for match in found))


def respelled(wish: str, known: Iterable[str]) -> str:
    """Return a wish with the ids it names in the spelling of the specification."""
    by_key: dict[str, list[str]] = {}
    for name in known:
        by_key.setdefault(key_of(name), []).append(name)

    def spelled(found: re.Match[str]) -> str:
        same = by_key.get(key_of(found[0]), [])
        is_plain = len(same) == 1 and _is_written_as_id(found)
        return same[0] if is_plain else found[0]

    return _MENTION.sub(spelled, wish)


def ranges_in(wish: str) -> list[Range]:
    """Return the ranges of ids in a wish; the last id may be its number alone."""
    return [
        Range(
            found["first"],
            _completed(found["first"], found["last"]),
            *found.span(),
            bool(found["word"]) and found["last"].isdigit(),
        )
        for found in _RANGE.finditer(wish)
        if not found["last"].isdigit() or _is_in_capitals(found["first"])
    ]


def names_between(wish: str) -> bool:
    """Return whether a wish speaks of what stands between two ids."""
    return _BETWEEN.search(wish) is not None


def ids_of(given: Range, known: Sequence[str]) -> list[str]:
    """Return the ids of a range; nothing where one is missing or another kind stands between.

    Args:
        given: The range.
        known: All ids, in the order of the specification.
    """
    keys = [key_of(name) for name in known]
    first, last = key_of(given.first), key_of(given.last)
    if first not in keys or last not in keys or keys.index(first) > keys.index(last):
        return []
    found = known[keys.index(first) : keys.index(last) + 1]
    return list(found) if _is_whole(first, last, keys) and _is_one_kind(found) else []


def _is_whole(first: str, last: str, keys: Sequence[str]) -> bool:
    letters, start = _parted(first)
    stop = _parted(last)[1]
    return all(f"{letters}-{number}" in keys for number in range(start, stop + 1))


def _is_one_kind(found: Sequence[str]) -> bool:
    return len({_parted(key_of(name))[0] for name in found}) == 1


def _parted(key: str) -> tuple[str, int]:
    letters, _, rest = key.rpartition("-")
    digits = re.match(r"\d+", rest)
    return letters, int(digits[0]) if digits else 0


def _completed(first: str, last: str) -> str:
    return re.sub(r"\d.*\Z", last, first) if last.isdigit() else last


def _is_in_capitals(name: str) -> bool:
    return name[:1].isupper() or "-" in name


def _is_written_as_id(found: re.Match[str]) -> bool:
    return found["gap"] in ("-", "_") or found["letters"].isupper()
