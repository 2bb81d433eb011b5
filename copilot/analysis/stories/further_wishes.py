"""Second features that are no joined verb: a wish said again, a rider, an actor, a thing."""

import re
from collections.abc import Iterator

from copilot.analysis.stories.attachment import is_below
from copilot.analysis.stories.joining import Joint, joints
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.second import QUOTED, Second, second_at
from copilot.analysis.stories.tokens import Tokens

_RIDER = re.compile(
    r"\b(?:with|including|plus|and) (?:the |an? )?(?:ability|option|possibility|chance) (?:to|of) "
    r"|\bwith [\w ]{1,40}\bbeing (?:able|allowed) to "
    r"|,? plus an? (?=\w)|,? (?:while|whilst) (?:also|at the same time) (?=\w+ing\b)"
    r"|,? (?:which|that) (?:should |must |will |can )?also (?=\w)",
    re.I,
)
_SELF = ("i", "we", "i'd", "we'd")
_WISHED = ("want", "need", "would", "like", "wish", "i'd")
_DUTY = ("must", "should", "need", "needs", "can")
_OBLIGED = ("must", "should", "shall")
"""Verbs by which something else than the role is told what to do ("and the system should")."""
_CONDITIONS = ("if", "when", "where", "otherwise")
_CONDITION = 8
"""Words in which a condition ends and the wish behind it begins."""
_HOLDING = ("with", "containing", "including", "between")
_FINITE = ("is", "are", "can", "will", "should", "must", "gets", "get")
_ACTOR = 5
"""Words in which an actor is named and says what it does."""


def repeated_wishes(reading: Reading) -> Iterator[Second]:
    """Yield a wish that is said again, in the means or in the ends: "and I also want"."""
    for tokens in (reading.means, reading.ends):
        for joint in joints(tokens, reading.words):
            between = tokens.lows[joint.place : joint.right]
            if _wishes_again(tokens, joint, between):
                yield second_at(reading, "atomic.wish", 0, joint, tokens)


def riders(reading: Reading) -> Iterator[Second]:
    """Yield a feature that rides along: "with the option to forward it"."""
    part = reading.story.means
    found = _RIDER.search(reading.story.plain, part.start, part.end) if part else None
    if part and found and found.start() > part.start:
        first = reading.story.plain[part.start : found.start()].split()[:QUOTED]
        second = reading.story.plain[found.start() : part.end].split()[:QUOTED]
        span = (found.start(), part.end)
        yield Second("atomic.rider", " ".join(first).rstrip(",;"), " ".join(second), span)


def named_acts(reading: Reading) -> Iterator[Second]:
    """Yield acts joined as nouns: "creation and deletion of users"."""
    tokens, acts = reading.means, reading.words.acts
    for joint in reading.joints:
        both = tokens.low(joint.place - 1) in acts and tokens.low(joint.right) in acts
        if both and _is_looked_at(reading, joint):
            continue
        if both and tokens.low(joint.right + 1) in ("of", "for"):
            yield second_at(reading, "atomic.verbs", joint.place - 1, joint)


def other_actors(reading: Reading) -> Iterator[Second]:
    """Yield a second act with an actor of its own: "and the customer to pay", "and it is sent"."""
    tokens, grammar, wish = reading.means, reading.grammar, reading.story.wish
    if wish.endswith(("to", "can")):
        return
    for joint in reading.joints:
        for place in range(joint.right + 1, min(joint.right + _ACTOR, len(tokens))):
            low = tokens.low(place)
            infinitive = low == "to" and grammar.is_verb(tokens, place + 1, expected=False)
            finite = reading.head is None and low in _FINITE
            before = tokens.lows[: joint.place]
            if (infinitive and "to" in before) or (finite and {*_FINITE} & {*before}):
                yield second_at(reading, "atomic.verbs", 0, joint)
            if low in reading.words.closed:
                break


def things(reading: Reading) -> Iterator[Second]:
    """Yield two things wanted side by side, each with its article ("a cart and a wish list")."""
    tokens, head = reading.means, reading.head
    has = head is not None and tokens.low(head.place) == "have"
    if head is not None and not has:
        return
    start = head.place + 1 if head else 0
    for joint in reading.joints:
        article = joint.right - 1 if tokens.low(joint.right - 1) in ("a", "an") else joint.right
        both = tokens.low(start) in ("a", "an") and tokens.low(article) in ("a", "an")
        if both and not joint.is_either and not _is_part(reading, start, joint):
            yield second_at(reading, "atomic.things", start, joint)


def _is_looked_at(reading: Reading, joint: Joint) -> bool:
    """Tell whether joined acts are what a report tells of ("a report on import and export of")."""
    before = {*reading.means.lows[: joint.place - 1]}
    return bool(before & {"on", "about", "see", "view", "cost", "costs", "number", "date", "dates"})


def _wishes_again(tokens: Tokens, joint: Joint, between: list[str]) -> bool:
    """Tell whether a joint is followed by a wish of its own ("and I want", "; it must")."""
    if joint.right >= len(tokens):
        return False
    clause = tokens.lows[joint.right : joint.right + 5]
    own = ";" in joint.words and bool({*_DUTY} & {*clause})
    own = own or (clause[0] in ("the", "it") and bool({*_OBLIGED} & {*clause[1:4]}))
    if tokens.low(joint.right) in _CONDITIONS:
        between = [*between, *_first_wish(tokens, joint.right)]
    return own or bool({*_SELF} & {*between} and {*_WISHED} & {*between})


def _first_wish(tokens: Tokens, start: int) -> list[str]:
    """Return the subject and the verb of a wish behind a condition ("if none exists I want")."""
    for place in range(start, min(start + _CONDITION, len(tokens) - 1)):
        if tokens.low(place) in _SELF and tokens.low(place + 1) in _WISHED:
            return tokens.lows[place : place + 2]
    return []


def _is_part(reading: Reading, start: int, joint: Joint) -> bool:
    """Tell whether what is joined is part of the thing ("a map with a legend and a scale")."""
    between = reading.means.lows[start : joint.place]
    return bool({*_HOLDING} & {*between}) or is_below(reading, start, joint)
