"""Find the requirements of an earlier reading again in a source that has changed."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from copilot.analysis.requirements.content import stems
from copilot.analysis.requirements.identifiers import fresh
from copilot.domain.requirement import Requirement

ALIKE = 0.6
"""Share of content words, of the longer one, from which a sentence is an earlier one reworded."""


class Traced(NamedTuple):
    """The requirements of a source under the ids they had before."""

    requirements: tuple[Requirement, ...]
    added: tuple[str, ...]
    """Ids that are new."""
    changed: tuple[str, ...]
    """Ids whose words are others now."""
    removed: tuple[str, ...]
    """Ids that the source does not have any more."""


def traced(
    earlier: Sequence[Requirement], now: Sequence[Requirement], reserved: Iterable[str] = ()
) -> Traced:
    """Return what a source asks for now, each requirement under the id it has had.

    The same words keep their id wherever they stand; then an id that the source gives itself
    holds; then the most similar words do. What is left gets ids that were never used.

    Args:
        earlier: What was read before.
        now: What is read now.
        reserved: Further ids that something else has.
    """
    places = _same_words(earlier, now)
    left = _Left(earlier, now, places)
    places |= _same_ids(earlier, now, left)
    places |= _similar(left, places)
    names = _names(earlier, now, places, reserved)
    found = set(places.values())
    return Traced(
        requirements=tuple(
            one.model_copy(update={"id": name}) for one, name in zip(now, names, strict=True)
        ),
        added=tuple(name for at, name in enumerate(names) if at not in places),
        changed=tuple(
            names[at] for at in sorted(places) if _flat(now[at]) != _flat(earlier[places[at]])
        ),
        removed=tuple(one.id for place, one in enumerate(earlier) if place not in found),
    )


def _names(
    earlier: Sequence[Requirement],
    now: Sequence[Requirement],
    places: dict[int, int],
    reserved: Iterable[str],
) -> list[str]:
    taken = {one.id for one in earlier}.union(reserved)
    new = fresh(taken | {one.id for one in now})
    return [
        earlier[places[at]].id if at in places else one.id if one.id not in taken else next(new)
        for at, one in enumerate(now)
    ]


def _same_words(earlier: Sequence[Requirement], now: Sequence[Requirement]) -> dict[int, int]:
    free: dict[str, list[int]] = {}
    for place, one in enumerate(earlier):
        free.setdefault(_flat(one), []).append(place)
    places = ((at, free.get(_flat(one))) for at, one in enumerate(now))
    return {at: waiting.pop(0) for at, waiting in places if waiting}


class _Left:
    """Those that the same words have not matched, and how alike they are.

    Args:
        earlier: What was read before.
        now: What is read now.
        known: Which have been matched.
    """

    def __init__(
        self, earlier: Sequence[Requirement], now: Sequence[Requirement], known: dict[int, int]
    ) -> None:
        matched = set(known.values())
        self.earlier = {
            place: stems(one.text) for place, one in enumerate(earlier) if place not in matched
        }
        self.now = {at: stems(one.text) for at, one in enumerate(now) if at not in known}
        self._places: dict[str, list[int]] = {}
        for place, said in self.earlier.items():
            for word in said:
                self._places.setdefault(word, []).append(place)
        self.alike = {at: self._alike(said) for at, said in self.now.items()}

    def _alike(self, said: frozenset[str]) -> dict[int, float]:
        """Return the places of those that are alike, each with the share of common words."""
        pairs = ((place, self.earlier[place]) for place in self._within_reach(said))
        shares = {place: len(said & other) / max(len(said), len(other)) for place, other in pairs}
        return {place: likeness for place, likeness in shares.items() if likeness >= ALIKE}

    def _within_reach(self, said: frozenset[str]) -> set[int]:
        """Return the places that have one of the rarest words, as all that are alike do.

        The prefix filter of Chaudhuri et al., A primitive operator for similarity joins, 2006.
        """
        by_rarity = sorted(said, key=lambda word: (len(self._places.get(word, ())), word))
        rarest = by_rarity[: len(said) - ceil(ALIKE * len(said)) + 1]
        return {place for word in rarest for place in self._places.get(word, ())}


def _same_ids(
    earlier: Sequence[Requirement], now: Sequence[Requirement], left: _Left
) -> dict[int, int]:
    """Match by id where the words have something in common; a number alone may have moved on.

    Nor does it count where another has the same words but for a few.
    """
    places = {one.id: place for place, one in enumerate(earlier) if place in left.earlier}
    found = {}
    for at, said in left.now.items():
        place, alike = places.get(now[at].id), left.alike[at]
        if place is None or said.isdisjoint(left.earlier[place]):
            continue
        if alike.get(place, 0.0) == max(alike.values(), default=0.0):
            found[at] = place
    return found


def _similar(left: _Left, known: dict[int, int]) -> dict[int, int]:
    pairs = sorted(
        (-likeness, at, place)
        for at, alike in left.alike.items()
        for place, likeness in alike.items()
    )
    found: dict[int, int] = {}
    taken = set(known.values())
    for _, at, place in pairs:
        if at not in known and at not in found and place not in taken:
            found[at] = place
            taken.add(place)
    return found


def _flat(one: Requirement) -> str:
    return " ".join(one.text.lower().split()).rstrip(".")
