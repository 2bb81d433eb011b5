"""Words that a story is about: they tell what is looked at, and not what the product shall be.

Someone who rates, reports, counts or orders a thing judges it, or has it as the thing itself ("flag
a bad review", "order buttons"). So does a question inside the wish ("see which call is urgent").
"""

import re

from copilot.analysis.stories.reading import Reading

_ASKING = frozenset({"which", "whose", "whether", "who", "whom", "what"})
_COUNTING = ("many", "much", "often", "good", "bad", "fast", "easy")
_BY_MEANS = frozenset({"with", "using", "via", "by", "through", "from"})
"""Behind these stands a tool, and no object."""
_MANNER = re.compile(r".*ly|.*\b(?:way|manner|fashion)|fast|well", re.I)
"""How the product does it, which no role can judge beforehand."""


def is_subject_matter(reading: Reading, start: int) -> bool:
    """Tell whether the words from a character on are what the story is about."""
    return is_handled(reading, start) or is_asked(reading, start)


def is_manner(said: str) -> bool:
    """Tell whether words say how something is done."""
    return bool(_MANNER.fullmatch(said))


def is_handled(reading: Reading, start: int) -> bool:
    """Tell whether the role handles or judges what stands there, as a thing of its work."""
    tokens, head = reading.means, reading.head
    if head is None or head.passive or tokens[head.place].start >= start:
        return False
    return reading.words.base(tokens.low(head.place)) in reading.words.handles


def is_tool(reading: Reading, start: int) -> bool:
    """Tell whether what stands there is what one does it with ("tag it with a dropdown")."""
    tokens = reading.means
    before = (tokens.low(place) for place in range(len(tokens)) if tokens[place].start < start)
    return bool(_BY_MEANS & {*before})


def is_asked(reading: Reading, start: int) -> bool:
    """Tell whether a question inside the wish asks about what stands there."""
    tokens = reading.means
    places = [place for place in range(len(tokens)) if tokens[place].start < start]
    return any(
        tokens.low(place) in _ASKING
        or (tokens.low(place) == "how" and tokens.low(place + 1) in _COUNTING)
        for place in places
    )
