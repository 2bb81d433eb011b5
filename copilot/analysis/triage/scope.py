"""How far a denial reaches, and which sentences speak of another case than the usual one.

"We will not rank internal candidates in this release" leaves open whether others are ranked.
"""

import re

_LIMITED = re.compile(
    r"\b(?:in|for|during|with|until|before)"
    r" (?:this|the (?:first|next|current|initial|pilot)|our first)"
    r" (?:\w+ )?(?:release|version|phase|stage|iteration|pilot|quarter|sprint|year|month|trial)\b"
    r"|\b(?:for now|for the time being|for the moment|at first|initially|at launch|to begin with"
    r"|in (?:the )?(?:pilot|beta|mvp|v\d+|version \d+|phase \d+)|not yet|until then"
    r"|this (?:year|quarter))\b"
    r"|\b(?:internal|current|existing|former|rejected|withdrawn|senior|junior"
    r"|part-time|temporary|under-?age) \w+",
    re.IGNORECASE,
)
"""What limits a denial to a time or a part."""
_FALLBACK = re.compile(
    r"\b(?:if|when|while|whenever|where|once|should) (?:the |our |this |an? )?(?:\w+ ){0,2}?"
    r"(?:models?|systems?|ai|services?|tools?|scores?|scoring|ranking|api|server|network|algorithm)"
    r" (?:(?:is|are|be|goes|has) (?:\w+ )?(?:down|offline|unavailable|off|not available|unreachable"
    r"|unsure|uncertain|failed|missing|broken|overloaded)"
    r"|fails?|breaks?|crash\w*|times? out"
    r"|(?:cannot|can't|does not|do not|doesn't)"
    r" (?:be reached|answer|respond|work|reach|run|load))\b"
    r"|\b(?:as|the|a|our) fall-?back\b|^fall-?back\b|^otherwise\b|[,;] otherwise\b|\buntil then\b"
    r"|\b(?:in case of|during|after) (?:an? |the )?(?:outages?|failures?|downtime|maintenance)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:other|some|many|most|competing|rival) (?:\w+ )?(?:tools?|vendors?|systems?|products?"
    r"|companies|firms|employers|suppliers?|providers?|apps?)\b|\bcompetitors?\b|\bunlike\b",
    re.IGNORECASE,
)
"""Whose doing it is, where it is not the described feature's."""
_PHRASE_END = re.compile(
    r"[.,;:!?()]|\b(?:in|on|by|for|of|with|from|to|that|which|who|and|or|nor|but|when|if|as|at|whether"
    r"|because|before|after|into|is|are|was|were|do|does|did|will|would|can|could|must|may|not|never)\b"
)
_LEADING = re.compile(r"^\s*(?:on|about|over|upon)\b")
_WORD = re.compile(r"[a-zé]+\b")
_WIDE = re.compile(
    r"it|they|we|this|that|them|him|her|one|ones|all|any|anything|something|nothing|things?"
    r"|nobody|none|anybody|anyone|somebody|someone|people|persons?|humans?|individuals?|citizens?"
    r"|men|women|subjects?|users?|models?|systems?|tools?|ai|assistants?|software|products?"
    r"|features?|apps?|applications?|cases?|files?|documents?|claims?|contents?|information|data"
    r"|results?|outcomes?|decisions?|answers?|merits?|suitability|eligibility|risks?|quality"
    r"|profiles?|details?|outputs?|inputs?|texts?|materials?|requests?|entry|entries|records?"
)
"""Words that name no narrower thing than the whole."""
_SAME = (
    frozenset(
        {"candidate", "applicant", "seeker", "interviewee", "application", "cv", "résumé", "resume"}
    ),
    frozenset({"employee", "worker", "staff", "personnel", "colleague"}),
    frozenset({"student", "pupil", "learner", "examinee"}),
    frozenset({"customer", "client", "consumer", "borrower"}),
)


def is_narrow(sentence: str, start: int, end: int, elsewhere: str) -> bool:
    """Return whether the denial from start to end reaches less far than what is said elsewhere.

    Args:
        sentence: The sentence of the denial.
        start: Where the denial begins.
        end: Where its act ends; what follows is what it is done to.
        elsewhere: The sentence that shows the fact.
    """
    if is_limited(sentence):
        return True
    object_ = _head(sentence[end:]) or _head(sentence[:start], last=True)
    return object_ is not None and not _WIDE.fullmatch(object_) and not _names(elsewhere, object_)


def is_limited(sentence: str) -> bool:
    """Return whether a sentence limits itself to a time or a part."""
    return _LIMITED.search(sentence) is not None


def is_fallback(sentence: str) -> bool:
    """Return whether a sentence says what happens where the usual way fails."""
    return _FALLBACK.search(sentence) is not None


def is_of_others(sentence: str) -> bool:
    """Return whether a sentence tells what others do."""
    return _ELSEWHERE.search(sentence) is not None


def _head(text: str, *, last: bool = False) -> str | None:
    """Return the main noun of the phrase that begins a text, or that ends it."""
    phrases = _PHRASE_END.split(_LEADING.sub("", text.lower()))
    words = _WORD.findall(phrases[-1 if last else 0])
    return _singular(words[-1]) if words else None


def _names(text: str, noun: str) -> bool:
    kin = next((group for group in _SAME if noun in group), frozenset({noun}))
    return any(_singular(word) in kin for word in _WORD.findall(text.lower()))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
