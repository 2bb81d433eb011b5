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
from copilot.analysis.drafting.title import short_title
from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.requirements.coverage import HELD
from copilot.analysis.requirements.polarity import keeps_turns
from copilot.analysis.stories.forms import parsed
from copilot.analysis.stories.parts import Story as ToldStory
from copilot.analysis.stories.words import Words
from copilot.domain.articles import article
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.story import Criterion, Story

ANYBODY = "person who uses it"
NOBODY_NAMED = "The source does not say who gains by it."
MOSTLY = "The source does not say who gains by it; it speaks most often of: {role}."
_AS_RELEASED = "the feature is released"
_LOOKED_AT = "it is used"
MOST_OF_NOUN = 4
"""Words up to which a subject names somebody; a longer one is a clause."""
_SCENARIO = re.compile(
    r"\Agiven (?P<given>.+?),? (?:and )?when (?P<when>.+?),? then (?P<then>.+)\Z", re.I | re.S
)
_TABLE_NOTE = re.compile(r"\s+\([A-Z][^\W\d]*(?: [^\W\d]+){0,3}: [^()\d]*\)\Z")
"""The other cells of a table row; with a number among them they may say a bound."""
_NOTES = re.compile(r"\([A-Z][\w ]{1,20}: [^()]*\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1(?!\w)")
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
    requirement = _unmarked(requirement)
    told = parsed(requirement.text)
    if told.form != "none" and told.role and told.means:
        return _retold(requirement, told, number, persona)
    parts = _parts(requirement)
    named = persona or _role(parts)
    role = named or _usual_role(statements)
    doubt = MOSTLY.format(role=role) if role else NOBODY_NAMED
    return Story(
        id=f"US-{number:03}",
        title=short_title(parts.main if denies(parts.modal) else parts.act or parts.main),
        as_a=role or ANYBODY,
        i_want=_wish(parts, words),
        so_that=parts.aim,
        criteria=[criterion_by_rule(requirement, f"AC-{number:03}.1")],
        sources=[requirement.id],
        assumptions=[] if named else [doubt],
    )


def criterion_by_rule(requirement: Requirement, name: str) -> Criterion:
    """Return a criterion that says what a requirement says, word for word."""
    requirement = _unmarked(requirement)
    scenario = _SCENARIO.match(" ".join(requirement.text.split()).rstrip("."))
    if scenario:
        given, when, then = (scenario[key] for key in ("given", "when", "then"))
        return Criterion(id=name, given=[given], when=when, then=[then])
    parts = _parts(requirement)
    is_state = bool(_STATE.match(parts.condition))
    return Criterion(
        id=name,
        given=[_state(parts.condition)] if is_state else [_AS_RELEASED],
        when=_LOOKED_AT if is_state or not parts.condition else _event(parts.condition),
        then=[_with_aim(small(parts.main), parts.aim, requirement)],
    )


def _unmarked(requirement: Requirement) -> Requirement:
    """Return the requirement without the marks of bold and italic type."""
    return requirement.model_copy(update={"text": _EMPHASIS.sub(r"\2", requirement.text)})


def _retold(requirement: Requirement, told: ToldStory, number: int, persona: str | None) -> Story:
    """Return a story that the source has told itself, in its own parts."""
    role, means, ends = (told.words(part) for part in (told.role, told.means, told.ends))
    is_denied = denies(told.wish.removesuffix(" to").rstrip()) or "n't" in told.wish
    takes_verb = told.wish.endswith((" to", " can", " could", " should", " must", " able"))
    wish = f"{'not ' if is_denied else ''}{'to ' if takes_verb else ''}{means}"
    does = f"{'cannot' if is_denied else 'can'} {means}" if takes_verb else f"has {means}"
    return Story(
        id=f"US-{number:03}",
        title=short_title(means),
        as_a=persona or role,
        i_want=wish,
        so_that=ends,
        criteria=[
            Criterion(
                id=f"AC-{number:03}.1",
                given=[_AS_RELEASED],
                when=_LOOKED_AT,
                then=[_with_aim(f"{article(role)} {role} {does}", ends, requirement)],
            )
        ],
        sources=[requirement.id],
    )


def _with_aim(then: str, aim: str, requirement: Requirement) -> str:
    """Return an outcome, with the aim where a number or a "not" would be lost without it."""
    is_needed = numbers(aim) or (aim and not keeps_turns(requirement.text, then))
    return f"{then}, so that {aim}" if is_needed else then


def _parts(requirement: Requirement) -> Sentence:
    bare = _TABLE_NOTE.sub("", requirement.text)
    is_most = share(stems(requirement.text), stems(bare)) >= HELD
    return taken_apart(bare if is_most else requirement.text)


def _role(parts: Sentence) -> str:
    """Return who gains: the subject where people may do something, else people it speaks of."""
    if _is_somebody(parts) and not demands(parts.modal):
        return one_of(parts.who)
    return next(people_in(parts.main), "")


def _is_somebody(parts: Sentence) -> bool:
    """Return whether the subject is a noun of people, and not nobody."""
    is_noun = len(parts.who.split()) <= MOST_OF_NOUN
    return is_noun and is_person(parts.who) and not parts.who.lower().startswith("no ")


def _usual_role(statements: Sequence[Statement]) -> str:
    """Return who is spoken of most often, users first."""
    for kinds in (("user",), ("requirement",)):
        texts = (_NOTES.sub("", one.text) for one in statements if one.kind in kinds)
        people = (who for text in texts for who in people_in(text))
        common = Counter(people).most_common(1)
        if common:
            return common[0][0]
    return ""


def _wish(parts: Sentence, words: Words) -> str:
    condition = f" {small(parts.condition)}" if parts.condition else ""
    return f"{_act(parts, words)}{condition}"


def _act(parts: Sentence, words: Words) -> str:
    is_mine = _is_somebody(parts) and not demands(parts.modal)
    if is_mine and not denies(parts.modal):
        return f"to {parts.act}"
    if parts.modal:
        able = "" if demands(parts.modal) else "be able to "
        subject = _OBJECTS.get(parts.subject, parts.subject)
        return f"{subject} {'not ' if denies(parts.modal) else ''}to {able}{parts.act}"
    if opens_with_verb(parts.main, words):
        return f"it to {small(parts.main)}"
    return as_wish(parts.main, words) or f"to rely on this: {small(parts.main)}"


def _state(condition: str) -> str:
    word, _, rest = condition.partition(" ")
    if word.lower() in ("unless", "until"):
        return f"it is not the case that {rest}" if word.lower() == "unless" else f"{condition}"
    return rest


def _event(condition: str) -> str:
    return re.sub(r"\A(?:as soon as|whenever|when|once)\s+", "", condition, flags=re.IGNORECASE)
