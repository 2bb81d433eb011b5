"""A specification, ready to be changed: what each wish makes of it, or what has to be asked."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from copilot.analysis.requirements.content import nearness, share, stems
from copilot.analysis.requirements.reading import Source
from copilot.analysis.specs.change_words import (
    LEAST,
    adds_to_it,
    besides_removal,
    contradicts,
    names,
    new_words,
    opens_removal,
    removes,
    says_same,
    speaks_of_removal,
    without_adding,
)
from copilot.analysis.specs.line_editing import Edit, root_of
from copilot.analysis.specs.naming import (
    Range,
    ids_of,
    key_of,
    mentions,
    names_between,
    ranges_in,
    respelled,
)
from copilot.analysis.specs.orders import parted
from copilot.analysis.specs.places import Place, Places
from copilot.analysis.specs.rewording import Rewording, Said, short
from copilot.analysis.specs.values import behind_id, besides_value, figure_in, phrase_in, value_in
from copilot.analysis.specs.whole_spec import WholeSpec
from copilot.domain.requirement import Requirement, Statement

ABOUT_IT = 0.5
"""Share, of the shorter one, from which two sentences are about one thing."""
_OF_EDITS = (
    "change raise lower set update increase reduce decrease extend shorten make please limit value"
    " figure say says read new old now"
)
_LIMIT = re.compile(
    r"\b(?:no|not|never|more|less|than|least|most|under|over|after|before|until|each|every|per|only"
    r"|within|about|all|any|up|between)\b"
)
"""Little words that change what a figure means."""
_Told = TypeVar("_Told", Requirement, Statement)


class SpecBook:
    """A specification, ready to be changed.

    Args:
        text: The specification, in Markdown.
        source: The same, read.
    """

    def __init__(self, text: str, source: Source) -> None:
        self._source = source
        self._places = Places(text, source)
        self._rewording = Rewording(self._places)
        self._whole = WholeSpec(self._places, source)
        self._next = self._places.next_number()

    def answer(self, wish: str) -> Iterator[Edit | Said]:
        """Yield the edits that a wish asks for, or what has to be asked before."""
        wish = respelled(wish, self._places.known)
        parts = parted(wish)
        if parts and self._is_apart(parts.kept, parts.removed):
            for part in parts.removed:
                yield from self._answer(part)
        else:
            yield from self._answer(wish)

    def _is_apart(self, kept: Sequence[str], removed: Sequence[str]) -> bool:
        """Return whether all that is kept or removed is named, and nothing is both."""
        stay, go = ([self._named_in(part) for part in parts] for parts in (kept, removed))
        return all(stay) and all(go) and set(chain(*stay)).isdisjoint(chain(*go))

    def _named_in(self, part: str) -> list[str]:
        return names(self._spread(part), self._places.known)

    def _answer(self, wish: str) -> Iterator[Edit | Said]:
        spread = self._spread(wish)
        named = [self._places.known[name] for name in names(spread, self._places.known)]
        if not named and (ranges := _ranges_in(spread)):
            keys = {key_of(given.first) for given in ranges}
            named = [one for name, one in self._places.known.items() if key_of(name) in keys]
        unknown = [name for name in mentions(spread) if self._is_unknown(name)]
        twice = [one.name for one in named if key_of(one.name) in self._places.twice]
        if unknown:
            yield Said(f"The specification has no {', '.join(unknown)}: “{wish}”. Which is meant?")
        elif twice:
            told = f"{', '.join(twice)} stands more than once in the specification: “{wish}”."
            yield Said(f"{told} Which one is meant?")
        elif named:
            yield from self._of_named(named, wish, spread)
        else:
            yield self._whole.answer(wish) or self._of_sentence(wish)

    def _spread(self, wish: str) -> str:
        """Return a removal with each id of a range by its own name."""
        if not speaks_of_removal(wish):
            return wish
        for given in reversed(ranges_in(wish)):
            ids = ids_of(given, [*self._places.known])
            if ids:
                wish = wish[: given.start] + ", ".join(ids) + wish[given.end :]
        return wish

    def _of_named(self, named: Sequence[Place], wish: str, spread: str) -> Iterator[Edit | Said]:
        ranges = _ranges_in(wish)
        is_head = bool(ranges) and key_of(ranges[0].first) == key_of(named[0].name)
        if removes(spread, [one.name for one in named]) and not _ranges_in(spread):
            yield from self._all_removed(named, wish, spread)
        elif is_head or names_between(wish) or (_ranges_in(spread) and opens_removal(wish)):
            yield Said(f"{_told_of_range(wish)} Which are meant, and what of them?")
        else:
            yield self._changed(named, wish)

    def _all_removed(self, named: Sequence[Place], wish: str, spread: str) -> Iterator[Edit | Said]:
        said = frozenset[str]().union(*(stems(one.text) for one in named))
        more = besides_removal(spread, [one.name for one in named]) - said
        if more:
            yield Said(f"Is {', '.join(one.name for one in named)} meant as a whole by “{wish}”?")
        else:
            yield from map(self._rewording.removed, named)

    def _changed(self, named: Sequence[Place], wish: str) -> Edit | Said:
        one, rest = named[0], behind_id(wish, named[0].name)
        bare = wish.replace(one.name, " ", 1)
        if adds_to_it(rest):
            told = f"Shall “{short(rest)}” stand in {one.name}, or be a requirement of its own?"
            return Said(f"{told} {one.name} says “{short(one.text)}”.")
        if (value := value_in(bare)) and len(named) == 1 and _is_only_value(bare, one.text):
            return self._rewording.with_value(one, value, wish)
        if figure := figure_in(wish, one.name):
            return self._rewording.with_figure(one, figure, wish)
        if not value and (phrase := phrase_in(wish, one.name)):
            return self._rewording.with_phrase(one, phrase, wish)
        if not value and (text := new_words(wish, one.name)):
            return self._rewording.rephrased(one, text)
        return Said(f"What shall {one.name} say? It says “{short(one.text)}”; asked was “{wish}”.")

    def _of_sentence(self, wish: str) -> Edit | Said:
        text, value = without_adding(wish), value_in(wish)
        near = _nearest(text, self._source.requirements)
        against = _nearest(text, self._source.of_kind("non_goal"), least=1)
        if value and near is not None and _is_only_value(wish, near.text):
            return self._rewording.with_value(self._places.of(near), value, wish)
        if against is not None:
            told = f"“{short(text)}” is against the non-goal “{short(against.text)}”."
            return Said(f"{told} Which holds?")
        if near is not None:
            return self._beside(near, text)
        if opens_removal(text):
            return Said(f"Which requirement is meant by “{short(text)}”?")
        if value or (text == wish and len(text.split()) < LEAST):
            return Said(f"Which requirement is meant by “{short(wish)}”? Give its id.")
        return self._added(text)

    def _beside(self, near: Requirement, text: str) -> Edit | Said:
        """Return what becomes of a sentence that is about the same as a requirement."""
        if self._is_removal_of(near, text):
            return self._rewording.removed(self._places.of(near))
        if says_same(near.text, text):
            told = f"{near.id} says it already: “{short(near.text)}”."
            return Said(told, is_question=False)
        if opens_removal(text) or contradicts(near.text, text):
            return Said(
                f"“{short(text)}” contradicts {near.id}, “{short(near.text)}”."
                f" Shall it take the place of {near.id}, or shall {near.id} stay?"
            )
        return self._added(text)

    def _is_removal_of(self, one: Requirement, text: str) -> bool:
        """Return whether a removal describes one requirement, and no other, by its own words."""
        words = besides_removal(text, ())
        fit = [other.id for other in self._source.requirements if words <= stems(other.text)]
        is_whole = share(stems(one.text), stems(text)) >= ABOUT_IT
        return opens_removal(text) and fit == [one.id] and is_whole

    def _added(self, text: str) -> Edit:
        name = f"FR-{self._next:03}"
        self._next += 1
        line = root_of(self._places.lines, self._places.last_line())
        return Edit(name, "added", text[:1].upper() + text[1:], line)

    def _is_unknown(self, name: str) -> bool:
        """Return whether an id has the form of those in the specification and is none of them."""
        keys = {key_of(one) for one in self._places.known}
        letters = {key.rpartition("-")[0] for key in keys}
        return key_of(name) not in keys and key_of(name).rpartition("-")[0] in letters


def _ranges_in(wish: str) -> list[Range]:
    """Return the ranges of ids; a number alone ends one only where something is taken away."""
    is_removal = speaks_of_removal(wish)
    return [given for given in ranges_in(wish) if is_removal or not given.is_doubtful]


def _told_of_range(wish: str) -> str:
    told = f"“{wish}” speaks of a range, which is only removed as a whole"
    return f"{told}, with all its ids there and of one kind."


def _is_only_value(wish: str, text: str) -> bool:
    """Return whether a wish says nothing of its own besides a figure for another one."""
    besides = besides_value(wish)
    limits = (set(_LIMIT.findall(one.lower())) for one in (besides, text))
    return stems(besides) <= stems(text) | stems(_OF_EDITS) and next(limits) <= next(limits)


def _nearest(text: str, among: Sequence[_Told], least: int = 2) -> _Told | None:
    ranked = [(nearness(one.text, text, least), one) for one in among]
    best = max(ranked, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ABOUT_IT else None
