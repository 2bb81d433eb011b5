"""Where two requests to a model differ, field by field."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

AROUND = 30
"""Characters shown on each side of where two texts part."""
ABSENT = "(nothing)"


class FieldChange(NamedTuple):
    """One field that differs; texts are cut to the place where they part."""

    path: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path}: {self.before} → {self.after}"


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldChange]:
    """Return every field that differs between a recorded request and a new one."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    paths = [path for path in dict.fromkeys([*old, *new]) if old.get(path) != new.get(path)]
    return [FieldChange(path, *_parting(old.get(path), new.get(path))) for path in paths]


def nearest(
    wanted: Mapping[str, Any], requests: Sequence[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """Return the request that shares most leaves with the wanted one; None where there is none."""
    leaves = set(_hashable(wanted))
    return max(requests, key=lambda request: len(leaves & set(_hashable(request))), default=None)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield path and value of every leaf, such as `messages.0.content`."""
    if isinstance(value, Mapping) and value:
        for key, part in value.items():
            yield from _leaves(part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple) and value:
        for place, part in enumerate(value):
            yield from _leaves(part, f"{path}.{place}")
    else:
        yield path, value


def _hashable(request: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(path, json.dumps(value, sort_keys=True)) for path, value in _leaves(request)]


def _parting(old: Any, new: Any) -> tuple[str, str]:
    """Return both values as text, long ones from shortly before the place where they differ."""
    before, after = _text(old), _text(new)
    start = next(
        (at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    begin = max(0, start - AROUND)
    return _cut(before, begin, start), _cut(after, begin, start)


def _cut(text: str, begin: int, start: int) -> str:
    end = start + AROUND
    return f"{'…' * (begin > 0)}{text[begin:end]}{'…' * (end < len(text))}"


def _text(value: Any) -> str:
    if value is None:
        return ABSENT
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
