"""Words that join: where they stand in a wish, and where what they join begins."""

from collections.abc import Iterator
from typing import NamedTuple

from copilot.analysis.stories.tokens import Tokens
from copilot.analysis.stories.words import Words

_JOINERS = ("and", "or", "&", "/", "+", "plus", "then", ";", ",", ".", "nor")
_EITHER = ("or", "/", "nor")
_DETERMINERS = frozenset({"a", "an", "the", "my", "our", "your", "their", "its", "each", "every"})
"""Behind these a slash joins the halves of one name: "an accept/reject decision"."""
_AGAIN = ("i", "we", "i'd", "we'd", "to", "can", "could", "should", "must")
_WISHING = (
    *(
        "want",
        "need",
        "can",
        "could",
        "should",
        "must",
        "would",
        "like",
        "wish",
        "to",
        "be",
        "able",
    ),
    *("'d", "i'd", "will", "may", "have", "the", "ability", "possibility", "option", "being"),
)


class Joint(NamedTuple):
    """A place where something is joined to what stands before."""

    place: int
    """Of the first word that joins."""
    right: int
    """Of the first word of what is joined."""
    words: tuple[str, ...]
    """The words that join."""
    again: bool = False
    """Whether the wish is said again ("and I want to", "and to")."""

    @property
    def is_comma(self) -> bool:
        """Whether a comma alone joins."""
        return self.words == (",",)

    @property
    def is_either(self) -> bool:
        """Whether one of the two is meant, or either."""
        return any(word in _EITHER for word in self.words)

    @property
    def is_sequence(self) -> bool:
        """Whether one follows the other."""
        return "then" in self.words or ";" in self.words


def joints(tokens: Tokens, words: Words) -> Iterator[Joint]:
    """Yield every joint of a wish, in order."""
    place = 0
    while place < len(tokens):
        length = _joining_at(tokens, place)
        if not length:
            place += 1
            continue
        joint = _joint(tokens, place, length, words)
        yield joint
        place = max(joint.right, place + 1)


def _joining_at(tokens: Tokens, place: int) -> int:
    """Return how many words join here; none where nothing does."""
    if tokens.lows[place : place + 3] == ["as", "well", "as"]:
        return 3
    if tokens.lows[place : place + 2] in (["along", "with"], ["but", "also"]):
        return 2
    if tokens.low(place) == "/" and place > 1 and tokens.low(place - 2) in _DETERMINERS:
        return 0
    return int(tokens.low(place) in _JOINERS)


def _joint(tokens: Tokens, place: int, length: int, words: Words) -> Joint:
    right = place + length
    while right < len(tokens) and (more := _joining_at(tokens, right)):
        right += more
    joining = tuple(tokens.lows[place:right])
    right, again, then = _behind_fillers(tokens, right, words)
    return Joint(place, right, (*joining, "then") if then else joining, again)


def _behind_fillers(tokens: Tokens, place: int, words: Words) -> tuple[int, bool, bool]:
    """Return where the joined words begin, whether the wish is repeated, and whether it follows."""
    again = then = False
    while place < len(tokens):
        word = tokens.low(place)
        if word in words.adverbs or (word.endswith("ly") and word not in words.any_verbs):
            then = then or word in ("then", "afterwards", "later", "subsequently", "thereby")
        elif word in _AGAIN or (again and word in _WISHING):
            again = True
        else:
            break
        place += 1
    return place, again, then
