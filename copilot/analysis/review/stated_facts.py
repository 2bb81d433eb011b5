"""Facts that a person states, as `infers_emotions=yes`, and regions as facts."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import get_args

from copilot.domain.feature import Fact, FactValue
from copilot.errors import InputError

_VALUES = frozenset(get_args(FactValue))
LIST_OF_FACTS = "See all facts: pm-copilot review-ethics --list-facts"


def stated(entries: Iterable[str], names: Collection[str]) -> tuple[Fact, ...]:
    """Return the facts a person states.

    Args:
        entries: Each `name=yes`, `name=no` or `name=unknown`.
        names: Facts that can be stated.

    Raises:
        InputError: An entry has no such form, or names a fact that does not exist.
    """
    pairs = (entry.partition("=") for entry in entries)
    return tuple(_fact(name.strip(), value.strip().lower(), names) for name, _, value in pairs)


def in_force(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the last word on each fact; unknown takes back what was said before."""
    last = {fact.name: fact for fact in facts}
    return tuple(fact for fact in last.values() if fact.value != "unknown")


def regional(regions: Iterable[str], known: Mapping[str, str | None]) -> tuple[Fact, ...]:
    """Return the facts that follow from the regions in which a feature is used.

    Args:
        regions: Codes such as `eu` and `us-ca`.
        known: The fact of each code; None where the rules need none.

    Raises:
        InputError: A region is not known.
    """
    codes = [code.strip().lower() for code in regions]
    for code in codes:
        if code not in known:
            raise InputError(
                f"The region {code!r} is not known.", hint=f"Known regions: {', '.join(known)}"
            )
    names = (known[code] for code in codes)
    return tuple(Fact(name=name, value="yes", reader="person") for name in names if name)


def _fact(name: str, value: str, names: Collection[str]) -> Fact:
    if name not in names:
        near = get_close_matches(name, names, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise InputError(f"There is no fact {name!r}.{meant}", hint=LIST_OF_FACTS)
    if value not in _VALUES:
        raise InputError(
            f"The fact {name} is {value!r}, which is not yes, no or unknown.",
            hint=f"Write {name}=yes",
        )
    return Fact.model_validate({"name": name, "value": value, "reader": "person"})
