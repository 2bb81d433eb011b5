"""What a story does to which items: its acts and their objects, for rules that compare stories."""

from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.stories.inflection import singular
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.tokens import Tokens

_LIMITS = {"only", "just", "own", "mine"}
_FREE = {"any", "all", "every", "each"}
_OF = {"list", "number", "overview", "summary", "details", "status", "copy", "part", "kind", "type"}
"""Words behind which "of" names the item itself."""


class Deed(NamedTuple):
    """What is done to which items, and how widely."""

    verbs: tuple[str, ...]
    items: tuple[str, ...]
    """Last words of their names, in the singular."""
    scope: str
    """`any`, `only`, or nothing where neither is said."""


def deed(reading: Reading) -> Deed | None:
    """Return what a story does; None where it wants a thing, or has no object that can be read."""
    head = reading.head
    if head is None or head.passive:
        return None
    verbs, place = _verbs(reading, head.place)
    items = tuple(_items(reading, place))
    return Deed(verbs, items, _scope(reading.means)) if items else None


def _verbs(reading: Reading, place: int) -> tuple[tuple[str, ...], int]:
    """Return the joined verbs at a place, and where their object begins."""
    tokens, words = reading.means, reading.words
    verbs = [words.base(tokens.low(place))]
    for joint in reading.joints:
        bare = joint.place == place + 1 and joint.right < len(tokens)
        if bare and reading.grammar.is_verb(tokens, joint.right, expected=True):
            verbs.append(words.base(tokens.low(joint.right)))
            place = joint.right
    return tuple(verbs), place + 1


def _items(reading: Reading, place: int) -> Iterator[str]:
    """Yield the nouns of joined objects, from where the first may begin."""
    tokens, words = reading.means, reading.words
    while tokens.low(place) in words.particles | words.adverbs:
        place += 1
    joins = True
    while joins and place < len(tokens):
        noun, place = _noun(reading, place)
        if not noun or reading.grammar.is_done(tokens, place - 1):
            return
        yield singular(noun)
        joins = tokens.low(place) in ("and", "or", ",", "&")
        place += 2 if tokens.low(place + 1) in ("and", "or") else 1
        joins = joins and not reading.grammar.is_verb(tokens, place, expected=False)


def _noun(reading: Reading, place: int) -> tuple[str, int]:
    """Return the last word of the name that begins at a place, and the place behind it."""
    tokens, noun = reading.means, ""
    while place < len(tokens) and _belongs(reading, place):
        noun = noun if tokens.low(place) in reading.words.determiners else tokens.low(place)
        place += 1
    if tokens.low(place) == "of" and noun in _OF:
        return _noun(reading, place + 1)
    return noun, place


def _belongs(reading: Reading, place: int) -> bool:
    """Tell whether a word belongs to a name: an article, or a word that is no grammar."""
    tokens, words = reading.means, reading.words
    low = tokens.low(place)
    if low in words.determiners:
        return low not in ("that", "which") or tokens.low(place - 1) not in words.any_verbs
    plain = low[0].isalpha() and low not in words.closed and not low.endswith("ly")
    return plain and not (low.endswith("ing") and tokens.low(place + 1) in words.determiners)


def _scope(tokens: Tokens) -> str:
    words = {*tokens.lows}
    if words & _LIMITS:
        return "only"
    return "any" if words & _FREE else ""
