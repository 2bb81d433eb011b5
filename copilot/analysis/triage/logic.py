"""Conditions over facts in three-valued logic, and why they hold.

The logic is Kleene's strong one: what is decided stays decided when an unknown becomes known
(S. C. Kleene, Introduction to Metamathematics, 1952, section 64).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copilot.domain.feature import Fact, FactValue

Facts = Mapping[str, Fact]
"""Facts by name; one that is not there is unknown."""

_OPPOSITE: dict[FactValue, FactValue] = {"yes": "no", "no": "yes", "unknown": "unknown"}


@dataclass(frozen=True)
class Known:
    """A fact is yes."""

    fact: str


@dataclass(frozen=True)
class Not:
    """The opposite of a condition."""

    part: "Condition"


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


Condition = Known | Not | All | AnyOf
NEVER = AnyOf(())
"""The condition that does not hold."""


def parsed(raw: Any) -> Condition:
    """Return the condition written as a name, `{not: …}`, `{all: […]}` or `{any: […]}`.

    Raises:
        ValueError: It is none of these.
    """
    match raw:
        case str(name):
            return Known(name)
        case {"not": part} if len(raw) == 1:
            return Not(parsed(part))
        case {"all": list(parts)} if len(raw) == 1 and parts:
            return All(tuple(map(parsed, parts)))
        case {"any": list(parts)} if len(raw) == 1 and parts:
            return AnyOf(tuple(map(parsed, parts)))
    raise ValueError(f"{raw!r} is no fact, and no not, all or any")


def holds(condition: Condition, facts: Facts) -> FactValue:
    """Return whether a condition holds."""
    match condition:
        case Known(name):
            return facts[name].value if name in facts else "unknown"
        case Not(part):
            return _OPPOSITE[holds(part, facts)]
        case All(parts):
            return _joined((holds(part, facts) for part in parts), stop="no", rest="yes")
        case AnyOf(parts):
            return _joined((holds(part, facts) for part in parts), stop="yes", rest="no")


def _joined(values: Iterator[FactValue], stop: FactValue, rest: FactValue) -> FactValue:
    seen = set(values)
    if stop in seen:
        return stop
    return "unknown" if "unknown" in seen else rest


def named(condition: Condition) -> Iterator[str]:
    """Yield the facts of a condition, in order and with repetitions."""
    match condition:
        case Known(name):
            yield name
        case Not(part):
            yield from named(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from named(part)


def explained(condition: Condition, facts: Facts) -> list[Fact]:
    """Return the facts that decide a condition, each once; none where it is undecided."""
    return list(dict.fromkeys(_deciding(condition, facts)))


def _deciding(condition: Condition, facts: Facts) -> Iterator[Fact]:
    value = holds(condition, facts)
    if value == "unknown":
        return
    match condition:
        case Known(name):
            yield facts[name]
        case Not(part):
            yield from _deciding(part, facts)
        case All(parts) | AnyOf(parts):
            for part in parts:
                if holds(part, facts) == value:
                    yield from _deciding(part, facts)


def undecided(condition: Condition, facts: Facts) -> list[str]:
    """Return the unknown facts that keep a condition open, each once; none where it is decided."""
    return list(dict.fromkeys(_open(condition, facts)))


def _open(condition: Condition, facts: Facts) -> Iterator[str]:
    if holds(condition, facts) != "unknown":
        return
    match condition:
        case Known(name):
            yield name
        case Not(part):
            yield from _open(part, facts)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _open(part, facts)
