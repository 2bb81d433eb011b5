"""To which verb a joint goes back: the one of the wish, or one of a clause inside it."""

from copilot.analysis.stories.joining import Joint
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.tokens import Tokens

LEANING_ON = ("it", "them", "him", "her", "this", "these", "those")
"""Objects that name something said before."""
_FINITE = ("is", "was", "has", "had", "does", "did", "were", "isn't", "hasn't")
_TEMPORAL = ("until", "till", "before", "after", "since")
_CLAUSE_LEAST = 2
"""Words after which a clause of time cannot have ended: it has a subject and a verb."""
_CLAUSE_BEGINS = 4
"""Words in which a clause shows its verb."""


def is_below(reading: Reading, start: int, joint: Joint) -> bool:
    """Tell whether a clause or an infinitive has begun between the wish and the joint."""
    return _last_opening(reading, start, joint) is not None


def goes_back(reading: Reading, head: int, joint: Joint) -> bool:
    """Tell whether a joined verb goes back to the wish, over any clause between them.

    Over a clause it does where it cannot belong to it: another tense, a comma, "then", or an object
    that names the one of the wish ("select the items that I want and add them").
    """
    tokens = reading.means
    opening = _last_opening(reading, head, joint)
    if opening is None:
        return True
    if tokens.low(opening) == "to":
        adjacent = joint.place - opening == 2
        return not adjacent and (joint.is_sequence or joint.again or _leans_back(tokens, joint))
    clause = tokens.lows[opening + 1 : joint.place]
    finite = any(low in _FINITE or low.endswith("ed") for low in clause[:_CLAUSE_BEGINS])
    explicit = joint.is_sequence or joint.again or len(joint.words) > 1
    return finite or explicit or _leans_back(tokens, joint)


def _last_opening(reading: Reading, start: int, joint: Joint) -> int | None:
    tokens, words = reading.means, reading.words
    for place in range(joint.place - 1, start, -1):
        low = tokens.low(place)
        opens = low in words.subordinators and not _is_no_conjunction(reading, place, joint)
        infinitive = low == "to" and reading.grammar.is_verb(tokens, place + 1, expected=False)
        if opens or infinitive:
            return place
    return None


def _is_no_conjunction(reading: Reading, place: int, joint: Joint) -> bool:
    """Tell whether a word opens no clause here ("as a PDF", "since 2010", "until noon and")."""
    low, following = reading.means.low(place), reading.means.low(place + 1)
    short = low in _TEMPORAL and joint.place - place <= _CLAUSE_LEAST
    return low == "as" or short or (low == "since" and following[:1].isdigit())


def _leans_back(tokens: Tokens, joint: Joint) -> bool:
    return tokens.low(joint.right + 1) in LEANING_ON
