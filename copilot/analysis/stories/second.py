"""A second feature inside a story: where it begins, and what the first one is."""

from typing import NamedTuple

from copilot.analysis.stories.joining import Joint
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.tokens import Tokens

QUOTED = 8
"""Words of a feature that are quoted."""


class Second(NamedTuple):
    """A second feature."""

    rule: str
    first: str
    """Words of the first feature."""
    second: str
    span: tuple[int, int]
    """Of the second one, with what joins it."""


def second_at(
    reading: Reading, rule: str, first: int, joint: Joint, tokens: Tokens | None = None
) -> Second:
    """Return the second feature that begins at a joint.

    Args:
        reading: The story.
        rule: What was seen.
        first: Where the first feature begins.
        joint: What joins them.
        tokens: The words the places count in; by default those of the means.
    """
    tokens = tokens or reading.means
    last = _last_of_act(reading, tokens, joint)
    return Second(
        rule=rule,
        first=tokens.written(first, min(joint.place - 1, first + QUOTED - 1)),
        second=tokens.written(joint.right, min(last, joint.right + QUOTED - 1)),
        span=(tokens[joint.place].start, tokens[last].end),
    )


def _last_of_act(reading: Reading, tokens: Tokens, joint: Joint) -> int:
    """Return the last word of what is joined: up to the next joint or clause."""
    for place in range(joint.right + 1, len(tokens)):
        low = tokens.low(place)
        clause = low in reading.words.subordinators and place > joint.right + 1
        if clause or low in ("and", "or", ",", ";", ".", "then", "(", ")"):
            return place - 1
    return len(tokens) - 1
