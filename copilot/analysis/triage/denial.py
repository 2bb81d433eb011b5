"""What denies a phrase in its sentence, and what is only supposed.

Scopes follow the NegEx idea: a cue denies what follows up to the end of its clause (Chapman et al.,
A simple algorithm for identifying negated findings, J. Biomed. Inform. 34, 2001).
"""

import re

_CUE = re.compile(
    r"\b(?:not|never|no|nor|neither|without|nothing|nobody|none|cannot|instead of|rather than"
    r"|excluding|refrains? from|outside (?:of )?(?:the |any )?(?:scope|work|workplace|schools?"
    r"|office|control|employment|class|classroom|purpose|product|system|tool|model))\b|n't\b",
    re.IGNORECASE,
)
_NO_CUE = re.compile(
    r"(?:not|n't) (?:only|solely|just|merely|limited|necessarily|exclusively|alone|even if)\b"
    r"|(?:whether or|or|why|if) not\b|no (?:longer than|more than|less than|matter|later than)\b"
    r"|yes (?:or|and) no\b|no doubt\b|(?:cannot|not) (?:sleep|eat|stop|afford|pay)\b"
    r"|(?:not|n't) (?:yet )?(?:understand|realis|realiz|notic|perceiv|agree|consent"
    r"|aware|see through|be aware)"
    r"|(?:nobody|no one|none) (?:\w+ ){0,2}(?:hurt|harmed|injured|killed|endangered)\b"
    r"|(?:gets?|receives?) no (?:\w+ )?(?:subsid|lunch|meals?|flats?|hous|loans?|place|grants?"
    r"|tickets?|contracts?|accounts?|visas?|help|cover|insur|aid|benefits?)"
    r"|(?:cannot|can't|may not) (?:\w+ )?(?:book|rent|travel|fly|enrol|board|apply)\b"
    r"|no (?:other|further) (?:ground|basis|reason|fact)"
    r"|without (?:(?:any )?(?:notable |significant |noticeable )?delay|selection|selecting"
    r"|distinction|discriminat|exception|choosing|limit|filter|permission|agreement"
    r"|awareness|cloth|noticing|knowing|being (?:seen|noticed|asked)|consent|their|his|her"
    r"|asking|explicit|prior|human|any human)",
    re.IGNORECASE,
)
"""What looks like a denial and is none."""
_BREAK = re.compile(
    r"[;:]|\bbut\b|\bhowever\b|\balthough\b|\bwhile\b|\bwhereas\b|\bunless\b|\bexcept\b|\byet\b"
    r"|, (?:so|which|and (?:the|it|they|then|only)|it|they|the|he|she|this|rather|instead)\b"
    r"|\bbecause\b|\bto (?:ensure|prevent|avoid)\b|\bonly\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:(?!\b(?:who|that|which|until|if|when)\b"
    r"|\b(?:and|but) (?:(?:it|they|we) )?(?:is|are|do|does|can|will|would|may|has|have|cannot)\b)"
    r"[^.;:,!?]){0,18}?\b(?:(?:is|are|was|were|do|does|did|can|could|will|would|may|has|have)"
    r"(?: (?:not|never|neither)|n't)|cannot|plays? no|remains? (?:with|in the hands of))\b"
    r"(?! (?:only|solely|just|merely|limited|necessarily))",
    re.IGNORECASE,
)
_HUMAN = (
    r"(?:officers?|officials?|clerks?|case ?workers?|case ?handlers?|judges?|arbitrators?|teachers?"
    r"|examiners?|markers?|lecturers?|professors?|recruiters?|(?:ward |line |head )?managers?"
    r"|supervisors?|panels?|committees?|boards?|jury|chair(?:man|woman|person)?|directors?"
    r"|editors?|doctors?|clinicians?|nurses?|underwriters?|dispatchers?|operators?|call-takers?"
    r"|humans?|staff|experts?|reviewers?|authorit(?:y|ies)|office|unit|squads?|investigators?"
    r"|detectives?|analysts?|psychologists?|social workers?|actuar(?:y|ies)|HR"
    r"|who|professionals?|advis[eo]rs?|handlers?|head of (?:unit|school))"
)
_OF_A_HUMAN = re.compile(
    rf"\b{_HUMAN}(?: (?:who|alone|then|still|always|finally|later|first|also|only|freely|must"
    r"|themselves|himself|herself|ultimately|personally|manually))*,? $",
    re.IGNORECASE,
)
"""Who does it, where it is no machine: an expert who then decides."""
_FOR_A_HUMAN = re.compile(
    rf"\b(?:before|until|so that|prior to) (?:(?:the|an?|its|their|our) )?(?:\w+ ){{0,2}}?{_HUMAN}"
    r" (?:\w+ ){0,2}?(?:assess|decid|evaluat|judg|examin|review|compar|determin|grad|mark"
    r"|weigh|consider)\w* [^.,;:!?]{0,60}$",
    re.IGNORECASE,
)
"""What a human does later: before the expert assesses the risk."""
_TOLD = re.compile(
    r"\b(?:tell|show|inform|advise|alert|warn)(?:s|ing)? (?:(?!who\b)\w+ ){0,3}$", re.IGNORECASE
)
"""What a human is only told: tell the office which claims to refuse."""
_HUMAN_BEGINS = re.compile(
    rf"^(?:(?:the|an?|our) )?(?:\w+ )?{_HUMAN}"
    rf" (?:(?:at|in|from) (?:(?:the|an?|our) )?(?:\w+ ){{1,3}}"
    r"|(?:checks|reviews|reads|compares|confirms)\b[^.;]{0,40} and [^.;]{0,60})$",
    re.IGNORECASE,
)
"""A sentence about what a human does: clerks at the office decide, a clerk checks and decides."""
_BY_A_HUMAN = re.compile(
    r"(?:[^.;:!?]{0,40}?\b(?:is|are|was|were|be|been|remains?|stays?|lies|rests?|left)\b"
    r" (?:\w+ ){0,2}?(?:by|to|with)| (?:\w+ ){0,2}?by)"
    rf" (?:(?:the|an?|that|its|their|our) )?(?:\w+ )?{_HUMAN}\b",
    re.IGNORECASE,
)
_UNTOUCHED = re.compile(
    r"[^.;:!?]{0,40}?\b(?:is|are|was|were|stays?|remains?|left) (?:left )?"
    r"(?:untouched|unchanged|unaffected|as (?:it|they) (?:is|are|stands?))\b",
    re.IGNORECASE,
)
_REACH = 130
_SUPPOSED = re.compile(
    r"\b(?:could|would|may|might) be (?:different|assessed differently) (?:if|where|when)\b"
    r"|\bif (?:it|they|such|the (?:ai )?systems?|this) (?:also|instead|were|however)\b"
    r"|^(?:by|in) contrast\b|\bwould (?:become|be) (?:high-risk|prohibited) if\b",
    re.IGNORECASE,
)


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Return whether the words from start to end are denied in their sentence."""
    return denies(sentence[start:end]) or is_lifted(sentence, start, end)


def is_lifted(sentence: str, start: int, end: int) -> bool:
    """Return whether what stands around the words denies them, whatever they say themselves."""
    left = max(0, start - _REACH)
    before = sentence[left:start]
    cues = [cue for cue in _cues(sentence[left:end]) if cue.end() <= len(before)]
    ahead = bool(cues) and not _BREAK.search(before, cues[-1].end())
    return ahead or any(mark.match(sentence, end) for mark in (_AFTER, _UNTOUCHED))


def is_human_work(sentence: str, start: int, end: int) -> bool:
    """Return whether a human does what the words from start to end say, so that no machine does."""
    before = sentence[max(0, start - _REACH) : start]
    doer = _OF_A_HUMAN.search(before)
    if doer and " who" not in doer[0] and _TOLD.search(before, 0, doer.start()):
        doer = None
    return (
        doer is not None
        or _FOR_A_HUMAN.search(before) is not None
        or _HUMAN_BEGINS.match(sentence[:start]) is not None
        or _BY_A_HUMAN.match(sentence, end) is not None
    )


def denies(text: str) -> bool:
    """Return whether a text denies anything."""
    return bool(_cues(text))


def _cues(text: str) -> list[re.Match[str]]:
    apparent = [found.start() for found in _NO_CUE.finditer(text)]
    return [
        found
        for found in _CUE.finditer(text)
        if not any(place <= found.start() < place + 12 for place in apparent)
    ]


def is_supposed(sentence: str) -> bool:
    """Return whether a sentence speaks of a case that is not the one described."""
    return _SUPPOSED.search(sentence) is not None
