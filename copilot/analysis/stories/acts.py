"""Acts that are joined to the act of the wish: "create a report and delete old ones"."""

from collections.abc import Iterator

from copilot.analysis.stories.attachment import LEANING_ON, goes_back
from copilot.analysis.stories.joining import Joint
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.second import Second, second_at

_PAIR = 6
"""Words within which "and" still belongs to "between"."""
_MODALS = ("can", "could", "should", "must")


def joined_acts(reading: Reading) -> Iterator[Second]:
    """Yield every act that is joined to the wish and is another one."""
    tokens, head = reading.means, reading.head
    if head is None:
        yield from _doings(reading)
        return
    bare = {head.place}
    for joint in reading.joints:
        if joint.place <= head.place or joint.right >= len(tokens):
            continue
        is_bare = joint.place - 1 in bare
        if _is_second_act(reading, joint, bare=is_bare):
            if not _is_one(reading, joint, head.place, bare=is_bare):
                yield second_at(reading, "atomic.verbs", head.place, joint)
            bare |= {joint.right} if is_bare else set()


def _is_second_act(reading: Reading, joint: Joint, *, bare: bool) -> bool:
    """Tell whether a verb that goes back to the wish is joined.

    Args:
        reading: The story.
        joint: Where something is joined.
        bare: Whether a verb of the wish stands right before, without an object.
    """
    tokens, grammar, head = reading.means, reading.grammar, reading.head
    assert head is not None
    if joint.words == (".",) or {"not", "never"} & {*tokens.lows[joint.place : joint.right]}:
        return False
    if head.passive and not joint.again and tokens.low(joint.right) not in reading.words.verbs:
        return grammar.is_done(tokens, joint.right) and (
            bare or _stands_alone(reading, joint.right)
        )
    if {"as", "along", "plus"} & {*joint.words} and grammar.is_doing(tokens, joint.right):
        return True
    if bare:
        return grammar.is_verb(tokens, joint.right, expected=True)
    return _is_act_behind_object(reading, joint)


def _is_act_behind_object(reading: Reading, joint: Joint) -> bool:
    """Tell whether a verb is joined although the verb of the wish has its object already."""
    if joint.is_comma and not _is_plainly_verb(reading, joint.right):
        return False
    if joint.is_comma and reading.means.low(joint.right) == "say":
        return False  # "a material, say glass"
    head = reading.head
    assert head is not None
    if _joins_two_ends(reading, joint):
        return False
    if not goes_back(reading, head.place, joint) or _names_two_things(reading, joint):
        return False
    asked = joint.again and reading.means.low(joint.right + 1) in reading.words.subordinators
    expected = asked or joint.is_sequence or reading.means.low(joint.right - 1) in _MODALS
    return reading.grammar.is_verb(reading.means, joint.right, expected=expected)


def _joins_two_ends(reading: Reading, joint: Joint) -> bool:
    """Tell whether "and" belongs to "between" or "both": what it joins are things."""
    tokens = reading.means
    for place in range(joint.place - 1, max(joint.place - _PAIR, -1), -1):
        if tokens.low(place) in ("and", "or"):
            return False
        if tokens.low(place) in ("between", "both"):
            return place + 1 < joint.place and not joint.again
    return False


def _is_plainly_verb(reading: Reading, place: int) -> bool:
    """Tell whether a word is a verb even in a list, where nouns are likelier."""
    word, following = reading.means.low(place), reading.means.low(place + 1)
    has_object = word in reading.words.any_verbs and reading.grammar.is_determined(
        reading.means, place + 1
    )
    return (
        has_object
        or word in reading.words.verbs
        or following in reading.words.phrasal.get(word, ())
    )


def _names_two_things(reading: Reading, joint: Joint) -> bool:
    """Tell whether two possible verbs are the object ("see upload and download speeds").

    Behind an article only a word that is mostly a verb counts ("the import and export rules").
    """
    tokens, words, head = reading.means, reading.words, reading.head
    if joint.is_sequence:
        return False
    between = tokens.lows[head.place + 1 : joint.place - 1] if head else ["?"]
    article = len(between) == 1 and between[0] in words.determiners
    left, right = tokens.low(joint.place - 1), tokens.low(joint.right)
    named = words.verbs | words.verbs_and_nouns if article else words.any_verbs
    of = article and tokens.low(joint.right + 1) == "of" and left in words.any_verbs
    return of or (
        (article or not between)
        and left in named
        and right in words.verbs_and_nouns | words.nouns_and_verbs
        and not reading.grammar.is_determined(tokens, joint.right + 1)
    )


def _is_one(reading: Reading, joint: Joint, head: int, *, bare: bool) -> bool:
    """Tell whether both verbs say one act, or the two ways of one switch."""
    first = reading.means.low(joint.place - 1) if bare else reading.means.low(head)
    second = reading.means.low(joint.right)
    shares = bare or reading.means.low(joint.right + 1) in LEANING_ON
    words = reading.words
    switch = _is_either(reading, joint) and words.are_one_switch(first, second)
    entry = reading.means.low(joint.right + 1) in ("in", "out", "on", "off", "up")
    pair = shares and (switch or (words.are_one_act(first, second) and not entry))
    return pair or _is_name(reading, joint) or _is_answered(reading, joint, head)


def _is_either(reading: Reading, joint: Joint) -> bool:
    """Tell whether one of several is meant; the last joint of a list says it for its commas."""
    behind = [other for other in reading.joints if other.place >= joint.place]
    last = next((other for other in behind if not other.is_comma), joint)
    return last.is_either


def _is_name(reading: Reading, joint: Joint) -> bool:
    """Tell whether both words are one name, wherever it stands ("log a touch and go")."""
    left, right = reading.means.low(joint.place - 1), reading.means.low(joint.right)
    return len(joint.words) == 1 and reading.words.are_one_name(left, right)


def _is_answered(reading: Reading, joint: Joint, head: int) -> bool:
    """Tell whether one asks and is answered ("name a material and be shown where it is taken")."""
    tokens, words = reading.means, reading.words
    place = joint.right
    if tokens.low(place) in ("be", "get") and reading.grammar.is_done(tokens, place + 1):
        place += 1
    asked = words.base(tokens.low(head)) in words.asks and joint.place > head + 1
    return asked and not joint.is_comma and words.base(tokens.low(place)) in words.answers


def _stands_alone(reading: Reading, place: int) -> bool:
    """Tell whether a participle describes nothing behind it ("deleted records")."""
    following = reading.means.low(place + 1)
    return not following or following in reading.words.prepositions | reading.words.adverbs | {","}


def _doings(reading: Reading) -> Iterator[Second]:
    """Yield acts joined where a thing is wanted: "data loaded and checked"."""
    tokens, grammar = reading.means, reading.grammar
    for joint in reading.joints:
        left, right = joint.place - 1, joint.right
        done = grammar.is_done(tokens, left) and grammar.is_done(tokens, right)
        doing = grammar.is_doing(tokens, left) and grammar.is_doing(tokens, right)
        acts = (left > 0 and done and _stands_alone(reading, right)) or doing
        if acts and not reading.words.are_one_act(tokens.low(left), tokens.low(right)):
            yield second_at(reading, "atomic.verbs", left, joint)
