"""Draft a story by rules from the words of one requirement; nothing is added to them."""

import re
from collections import Counter
from collections.abc import Sequence

from copilot.analysis.drafting.people import is_person, one_of, people_in
from copilot.analysis.drafting.sentence import (
    Sentence,
    as_wish,
    demands,
    denies,
    opens_with_verb,
    small,
    taken_apart,
)
from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.requirements.coverage import HELD
from copilot.analysis.stories.words import Words
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.story import Criterion, Story

ANYBODY = "person who uses it"
NOBODY_NAMED = "The source does not say who gains by it."
MOSTLY = "The source does not say who gains by it; it speaks of a {role} most often."
TITLE_WORDS = 9
_AS_RELEASED = "the feature is as it is to be released"
_LOOKED_AT = "somebody looks whether this holds"
_TABLE_NOTE = re.compile(r"\s+\([A-Z][^\W\d]*(?: [^\W\d]+){0,3}: [^()\d]*\)\Z")
"""The other cells of a table row; with a number among them they may say a bound."""
_TITLE_END = re.compile(r"[,;:.](?=\s|\Z)|\s\(")
_OBJECTS = {"they": "them", "we": "us", "he": "him", "she": "her", "i": "me"}
_STATE = re.compile(r"(?:if|while|where|unless|until)\b", re.IGNORECASE)


def story_by_rule(
    requirement: Requirement,
    number: int,
    words: Words,
    persona: str | None = None,
    statements: Sequence[Statement] = (),
) -> Story:
    """Return a story in the words of a requirement.

    Args:
        requirement: What is asked for.
        number: Of the story.
        words: The lexicon, which knows verbs.
        persona: Who gains, where a person has said so.
        statements: Of the source; who its users are may stand there.
    """
    parts = _parts(requirement)
    named = persona or _role(parts)
    role = named or _usual_role(statements)
    doubt = MOSTLY.format(role=role) if role else NOBODY_NAMED
    return Story(
        id=f"US-{number:03}",
        title=_title(parts.act or parts.main),
        as_a=role or ANYBODY,
        i_want=_wish(parts, words),
        so_that=parts.aim,
        criteria=[criterion_by_rule(requirement, f"AC-{number:03}.1")],
        sources=[requirement.id],
        assumptions=[] if named else [doubt],
    )


def criterion_by_rule(requirement: Requirement, name: str) -> Criterion:
    """Return a criterion that says what a requirement says, word for word."""
    parts = _parts(requirement)
    is_state = bool(_STATE.match(parts.condition))
    return Criterion(
        id=name,
        given=[_state(parts.condition)] if is_state else [_AS_RELEASED],
        when=_LOOKED_AT if is_state or not parts.condition else _event(parts.condition),
        then=[small(parts.main) + _numbered_aim(parts)],
    )


def _numbered_aim(parts: Sentence) -> str:
    """Return the aim where it has a number, which no criterion may lose."""
    return f", so that {parts.aim}" if numbers(parts.aim) else ""


def _parts(requirement: Requirement) -> Sentence:
    bare = _TABLE_NOTE.sub("", requirement.text)
    is_most = share(stems(requirement.text), stems(bare)) >= HELD
    return taken_apart(bare if is_most else requirement.text)


def _role(parts: Sentence) -> str:
    """Return who gains: the subject where people may do something, else people it speaks of."""
    if is_person(parts.who) and not demands(parts.modal):
        return one_of(parts.who)
    return next(people_in(parts.main), "")


def _usual_role(statements: Sequence[Statement]) -> str:
    """Return who is spoken of most often, users first."""
    for kinds in (("user",), ("requirement",)):
        people = (who for one in statements if one.kind in kinds for who in people_in(one.text))
        common = Counter(people).most_common(1)
        if common:
            return common[0][0]
    return ""


def _wish(parts: Sentence, words: Words) -> str:
    condition = f" {small(parts.condition)}" if parts.condition else ""
    return f"{_act(parts, words)}{condition}"


def _act(parts: Sentence, words: Words) -> str:
    is_mine = is_person(parts.who) and not demands(parts.modal)
    if is_mine and not denies(parts.modal):
        return f"to {parts.act}"
    if parts.modal:
        able = "" if demands(parts.modal) else "be able to "
        subject = _OBJECTS.get(parts.subject, parts.subject)
        return f"{subject} {'not ' if denies(parts.modal) else ''}to {able}{parts.act}"
    if opens_with_verb(parts.main, words):
        return f"it to {small(parts.main)}"
    return as_wish(parts.main, words) or f"to rely on this: {small(parts.main)}"


def _title(text: str) -> str:
    plain = text[:1].upper() + text[1:]
    first = next((part for part in _TITLE_END.split(plain) if part.strip()), plain)
    return " ".join(first.split()[:TITLE_WORDS])


def _state(condition: str) -> str:
    word, _, rest = condition.partition(" ")
    if word.lower() in ("unless", "until"):
        return f"it is not the case that {rest}" if word.lower() == "unless" else f"{condition}"
    return rest


def _event(condition: str) -> str:
    return re.sub(r"\A(?:as soon as|whenever|when|once)\s+", "", condition, flags=re.IGNORECASE)
