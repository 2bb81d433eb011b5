"""Take the sentence of a requirement apart: who, must, what, under which condition, what for."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copilot.analysis.drafting.people import is_person
from copilot.analysis.stories.words import Words

_CONDITION = (
    r"if|when|once(?! (?:and|or|a|an|per|only)\b)|whenever|as soon as|after|while|unless|until"
    r"|where"
)
_BEFORE = re.compile(rf"\s*((?:{_CONDITION})\b[^,]{{3,160}}),\s*(?:then\s+)?(.+)\Z", re.I | re.S)
_TIED = re.compile(r"\b(?:only|even|not|(?:second|minute|hour|day|week|month|year)s?)\Z", re.I)
"""What belongs to the words behind it: "only when", "60 days after"."""
_BOUND = re.compile(
    r"(?:after|until|while|once)"
    r" (?:\d|(?:an?|one|two|three|four|five|six|seven|ten|half an?|the next)"
    r" (?:\w+ )?(?:second|minute|hour|day|week|month|year)s?\b)",
    re.I,
)
"""A length of time, which belongs to what happens: "expires after 8 hours"."""
_BEHIND = re.compile(rf"(.{{8,}}?)[,;]?\s+((?:{_CONDITION})\s.{{3,}})\Z", re.I | re.S)
_AIM = re.compile(
    r"(.{8,}?),?\s+(?:so that|so(?= (?:they|we|i|people|users)\b)|in order to|because|since)\s+"
    r"(.{5,})\Z",
    re.I | re.S,
)
_WE_WANT = re.compile(
    r"\A(?:we|i|they)(?:['’]d| would)? (?:want|wish|need|like|love)(?: to have| to see)?"
    r" (?=(?:\S+ ){1,6}to )",
    re.I,
)
_WOULD_LOVE = re.compile(r"\A(?:we|i)(?:['’]d| would) (?:love|like) it if ", re.I)
"""What wishes for others: "we want a leader to be able to hold beds"."""
_MODAL = re.compile(
    r"\A(?P<who>.{2,70}?)\s+"
    r"(?P<modal>(?:must|shall|should|can|may|will|could|would)(?: not|n['’]t| never| only)?"
    r"|cannot|can['’]t|won['’]t|needs? to|ha(?:s|ve) to|(?:want|wish)(?:es|s)? to|would like to"
    r"|(?:is|are) able to|(?:is|are) allowed to)\s+(?:also |always |be able to )?(?P<act>.{2,})\Z",
    re.I | re.S,
)
_DEMANDS = ("must", "shall", "needs", "need", "has to", "have to", "will")
_ARTICLE = re.compile(r"\A(?:the|an?|all|any|each|every|our|my|only|both)\s+", re.I)


_PRONOUNS = ("they", "he", "she", "we", "i")
_INFINITIVE = re.compile(
    r"(?:an?|the|our|every|each|all) (?:[\w-]+ ){1,3}to (?!\w+(?:ed|ing)\b)\w+", re.I
)
LEAST_OF_CLAUSE = 2
"""Words that a condition has more of: "if reused" leaves its subject to what stands before."""
VERB_REACH = 8
"""Words in which the verb of a present behaviour is looked for."""


class Sentence(NamedTuple):
    """A requirement, taken apart; what is not there is empty."""

    main: str
    """Without condition and aim."""
    condition: str = ""
    """With the word that opens it: `when a sensor fails`."""
    aim: str = ""
    who: str = ""
    """Its subject, without an article."""
    subject: str = ""
    """The same as it stands, without the capital that began the sentence."""
    modal: str = ""
    act: str = ""
    """What follows the modal verb."""


def taken_apart(text: str) -> Sentence:
    """Return the parts of a requirement, in its own words."""
    flat = " ".join(text.split())
    rest = _WOULD_LOVE.sub("", flat.strip(" .;-") or flat)
    rest, goal = _without_aim(rest)
    before, behind = _BEFORE.match(rest), _BEHIND.match(rest)
    if before:
        main, condition = before[2], before[1]
    elif behind and _is_condition(behind[1], behind[2]):
        main, condition = behind[1], behind[2]
    else:
        main, condition = rest, ""
    main = _WE_WANT.sub("", main)
    modal = _MODAL.match(main)
    if not modal:
        return Sentence(main, condition, goal)
    subject = modal["who"].strip()
    return Sentence(
        main,
        condition,
        goal,
        _ARTICLE.sub("", subject),
        small(subject),
        modal["modal"].lower(),
        modal["act"].strip(),
    )


def _is_condition(main: str, condition: str) -> bool:
    """Return whether the words behind a sentence say when it holds, as a clause of their own."""
    is_clause = len(condition.split()) > LEAST_OF_CLAUSE
    return is_clause and not (_TIED.search(main) or _BOUND.match(condition))


def _without_aim(text: str) -> tuple[str, str]:
    """Return a sentence without its aim, and the aim; "members since 2020 must" has none."""
    aim = _AIM.match(text)
    if not aim or (_MODAL.match(text) and not _MODAL.match(aim[1])):
        return text, ""
    return aim[1], aim[2]


def opens_with_verb(text: str, words: Words) -> bool:
    """Return whether a text begins with what to do: "Show the reasons"."""
    low = [word.lower().strip(",.") for word in text.split()[:2]]
    if not low:
        return False
    has_object = len(low) > 1 and low[1] in words.determiners
    return low[0] in words.verbs or (low[0] in words.any_verbs and has_object)


def as_wish(main: str, words: Words) -> str:
    """Return a present behaviour as what is wanted: "alerts to expire after ten minutes".

    Nothing where no verb can be told from the nouns around it.
    """
    found = main.split()
    if found[1:] and not main.isascii() and words.closed.isdisjoint(main.lower().split()):
        return ""  # another language, of which the lexicon knows no word
    if "to" in found[1:VERB_REACH] and _INFINITIVE.match(main):
        return small(main)
    for at in _verbs(found, words):
        base = _infinitive(found[at].lower(), words)
        if base:
            act = " ".join((base, *found[at + 1 :]))
            subject = " ".join(found[:at])
            bare = _ARTICLE.sub("", subject)
            by_people = (is_person(bare) and len(bare.split()) < VERB_REACH // 2) or (
                subject.lower() in _PRONOUNS
            )
            return f"to {act}" if by_people else f"{small(subject)} to {act}"
    return ""


def small(text: str) -> str:
    """Return a text without the capital that only began its sentence."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def _verbs(found: Sequence[str], words: Words) -> Iterator[int]:
    """Yield where the verb may stand, the surest place first; not inside a further clause."""
    low = [word.lower() for word in found[:VERB_REACH]]
    further = (at for at, word in enumerate(low) if at and word in words.subordinators)
    ends = next(further, len(low))
    places = [at for at in range(1, ends) if low[at - 1] not in words.prepositions]
    yield from (at for at in places if low[at] in ("is", "are"))
    yield from (at for at in places if words.base(low[at]) in words.verbs)
    yield from places


def _infinitive(word: str, words: Words) -> str:
    if word in ("is", "are"):
        return "be"
    base = words.base(word)
    is_third = word.endswith("s") and base != word and base in words.any_verbs
    is_plural = word == base and word in words.verbs
    return base if is_third or is_plural else ""


def denies(modal: str) -> bool:
    """Return whether a modal verb denies."""
    return modal.endswith((" not", "n't", "n’t", "cannot", " never"))


def demands(modal: str) -> bool:
    """Return whether a modal verb demands, where others allow."""
    return any(modal.startswith(word) for word in _DEMANDS)
