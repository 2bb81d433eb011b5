"""How a sentence asks for a change: by which words, against which sentence."""

import re
from collections.abc import Iterable, Sequence

from copilot.analysis.requirements.content import numbers, share, stems
from copilot.analysis.triage.denial import denies

SAME = 0.85
"""Share of content words, of the longer one, from which two sentences say the same."""
LEAST = 3
"""Words that a requirement has at least."""
_ID = re.compile(r"\b([A-Z]{1,6}[-_ ]?\d{1,4}(?:\.\d{1,3})*[a-z]?)\b")
_REMOVES = (
    r"(?:remove|delete|drop|cancel|strike out|take out|scrap|discard|get rid of)\b"
    r"|(?:is |are )?(?:no longer (?:needed?|wanted|required)|obsolete)\b"
    r"|no longer (?:do|need|want|build)\b"
    r"|(?:(?:decided|agreed|chose) not to|(?:will|are|do) not|won['’]t|aren['’]t|no longer)"
    r" (?:do(?:ing)?|build(?:ing)?|implement(?:ing)?|ship(?:ping)?|pursu(?:e|ing))\b"
)
_IN_PART = re.compile(
    r"['’]s\b|\b(?:onwards?|everything|everyone|others?|rest|following|preceding|first|second|third"
    r"|last|half|parts?|partly|words?|phrase|sentences?|clause|figures?|numbers?|brackets?|mention"
    r"|until|till|unless|if|when|while|once|after|before|only|yet|now|first|maybe|perhaps|possibly"
    r"|later|probably|some|between|replace[sd]?|instead|for (?!good\b|all\b)|in v?\d"
    r"|in (?:phase|version|release))(?:\b|(?<= ))",
    re.I,
)
"""Words that make of a removal one of a part, or on a condition."""
_CHOOSES = re.compile(r"\b(?:or|either|neither|nor|not|never|than|without)\b|n['’]t\b", re.I)
"""Words that take one thing and leave another."""
_OUT_OF_IT = re.compile(r"\b(?:from|in|of|within|out of)\W+(?:the )?(?:requirement )?\Z", re.I)
_ONLY_IT = re.compile(
    r"(?:\W*(?:it|this|that|them|these|those|both|all|the|requirements?|items?|points?|altogether"
    r"|entirely|completely|please|too|as well|again|any ?more)\b)*\W*\Z",
    re.I,
)
_ENDS_NAMING = re.compile(
    r"\d[a-z]?(?:\W|\b(?:is|are|now|please|and|we|can|it|they|so|therefore|has|have|become)\b)*\Z",
    re.I,
)
"""An id at the end, with nothing but little words behind it."""
_OF_REMOVALS = (
    "requirement requirements item items point points spec specification document list team decided"
    " agreed please kindly entirely altogether completely plan today meeting scope anymore let"
    " non-goal non-goals goal goals statement statements"
)
_WHY = re.compile(
    r"[,;:]?\s(?:because|since|as (?:it|they|we|nobody)|so that)\b.*|\s[–—-]\s.*", re.I | re.S
)
_OPENS_REMOVAL = re.compile(rf"\W*(?:please )?(?:also )?(?:{_REMOVES})", re.I)
_REMOVAL = re.compile(rf"\b(?:{_REMOVES})", re.I)
_KEPT = re.compile(
    r"\b(?:keep|except|but)\b|\bstays?\b"
    r"|(?:\b(?:not|never|without)|n['’]t)\b[^.;]{0,20}\b(?:remov|delet|drop|cancel|tak|scrap|discard)",
    re.I,
)
_NAMED = r"(?<![\w-]){}(?!\w|\.\d|-\d)"
_NEW_WORDS = (
    r"\A\W*(?:please )?(?:(?:change|replace|reword|rewrite|update|amend)\W+)?(?:{id})\W*"
    r"(?:(?P<plain>should (?:now )?(?:read|say)\b|now (?:reads?|says?)\b|becomes\b)|:|=|->|→)"
    r"\W*(?P<text>\S.{{8,}})\Z"
)
_NEW_SENTENCE = (
    r"\A\W*(?:please )?(?:change|replace|reword|rewrite|update|amend)\W+(?:{id})\W*"
    r"(?:to|by|with|as)\b(?:\s+(?:read|say)\b)?(?P<text>\W*\S.{{8,}})\Z"
)
_IN_SENTENCE = re.compile(r"\s*[\"'“:]|\s*[A-Z](?!\w*\s+have\b)")
"""How words after `change … to` begin where they are a sentence and no description of one."""
_NO_SENTENCE = re.compile(
    r"\W*(?:(?:please|also|just|now|then|still)\s+)*(?:adds?|append|include|insert|plus|additionally"
    r"|raise|lower|increase|decrease|reduce|extend|shorten|change|rename|replace|swap|set|make|move"
    r"|merge|split|clarify|mark|reword|rephrase|rewrite|simplify|postpone|defer|check|see|ask"
    r"|discuss"
    r"|tbd|todo|keep|leave|fix|correct|update|is|are|was|were|has|have|does|needs?|should|must"
    r"|could"
    r"|would|won['’]?t|can|may|no longer|same|too|not|never|do not|don['’]t|priority|prio|only|as"
    r"|instead|and|or|but|with|without|to|of|by|from|on"
    r"|in (?:the )?(?:next|later|phase|version|v\d)"
    r"|agreed|ok|okay|done|good|fine|why|what|who|how|which|we|i)\b",
    re.I,
)
"""How words behind an id begin that speak of the requirement, or of a part of it."""
_ADDS_TO = re.compile(
    r"\W*(?:please )?(?:also |and )*(?:adds?|append|include|insert|plus|additionally|in addition"
    r"|also)\b",
    re.I,
)
_ADDS = re.compile(
    r"\A\W*(?:please )?(?:also )?(?:add|new requirement|in addition|additionally)\b"
    r"\W*(?:that\b|a requirement\b\W*(?:that\b)?)?\W*",
    re.I,
)


def ids_in(wish: str) -> list[str]:
    """Return what may be ids of requirements, each once."""
    return list(dict.fromkeys(_ID.findall(wish)))


def names(wish: str, known: Iterable[str]) -> list[str]:
    """Return which of some ids a sentence names, in its order and in whatever case."""
    found = {
        one: place.start()
        for one in known
        if (place := re.search(_NAMED.format(re.escape(one)), wish, re.I))
    }
    return sorted(found, key=lambda one: found[one])


def opens_removal(wish: str) -> bool:
    """Return whether a sentence begins with taking something away."""
    return _OPENS_REMOVAL.match(wish) is not None


def speaks_of_removal(wish: str) -> bool:
    """Return whether a sentence has words that take something away."""
    return _REMOVAL.search(wish) is not None


def removes(wish: str, named: Sequence[str]) -> bool:
    """Return whether a sentence plainly takes away all that it names.

    What is to be kept or not to be removed is not; nor where only some of the names stand behind
    the verb, `keep FR-1 but drop FR-2`, or where a part or a condition is meant.
    """
    found = _REMOVAL.search(wish)
    if not found or _KEPT.search(wish) or wish.rstrip().endswith("?"):
        return False
    told = _WHY.sub("", wish[found.end() :])
    behind = names(told, named)
    if _IN_PART.search(told) or _CHOOSES.search(f"{wish[: found.start()]} {told}"):
        return False
    if behind:
        first = re.search(_NAMED.format(re.escape(behind[0])), told, re.I)
        is_out_of_it = first and _OUT_OF_IT.search(told[: first.start()])
        return len(behind) == len(named) and not is_out_of_it
    return bool(_ONLY_IT.match(told) and _ENDS_NAMING.search(wish[: found.start()]))


def besides_removal(wish: str, named: Sequence[str]) -> frozenset[str]:
    """Return the content words of a removal that neither take away, nor name, nor give reasons."""
    bare = _WHY.sub("", wish)
    for name in named:
        bare = re.sub(_NAMED.format(re.escape(name)), " ", bare, flags=re.I)
    return stems(_REMOVAL.sub(" ", bare)) - stems(_OF_REMOVALS)


def new_words(wish: str, name: str) -> str:
    """Return what a requirement shall say from now on; nothing where no words are plainly given."""
    found = re.match(_NEW_WORDS.format(id=re.escape(name)), wish, re.I | re.S)
    if not found:
        found = re.match(_NEW_SENTENCE.format(id=re.escape(name)), wish, re.I | re.S)
        if not found or not _IN_SENTENCE.match(found["text"]):
            return ""
    text = found["text"].strip(" \"'“”:")
    is_plain = found.groupdict().get("plain") or is_sentence(text)
    return text if is_plain and len(text.split()) >= LEAST else ""


def is_sentence(text: str) -> bool:
    """Return whether words can be a requirement of their own: no order, no question, no remark."""
    is_order = opens_removal(text) or _NO_SENTENCE.match(text)
    return not is_order and not text.endswith("?")


def adds_to_it(rest: str) -> bool:
    """Return whether words behind an id ask for something besides."""
    return _ADDS_TO.match(rest) is not None


def without_adding(wish: str) -> str:
    """Return a wish without the words that only say that it is new."""
    return _ADDS.sub("", wish).strip()


def says_same(one: str, other: str) -> bool:
    """Return whether two sentences say the same, with the same numbers."""
    first, second = stems(one), stems(other)
    longer = first if len(first) >= len(second) else second
    is_same = share(longer, first & second) >= SAME and numbers(one) == numbers(other)
    return is_same and denies(one) == denies(other)


def contradicts(one: str, other: str) -> bool:
    """Return whether two sentences about one thing differ in a number, or one denies."""
    differ = bool(numbers(one)) and bool(numbers(other)) and numbers(one) != numbers(other)
    return differ or denies(one) != denies(other)
