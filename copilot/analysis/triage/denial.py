"""What denies a phrase in its sentence, and what is only supposed.

Scopes follow the NegEx idea: a cue denies what follows up to the end of its clause (Chapman et al.,
A simple algorithm for identifying negated findings, J. Biomed. Inform. 34, 2001).
"""

import re

_CUE = re.compile(
    r"\b(?:not|never|no|nor|neither|without|nothing|nobody|none|cannot|instead of|rather than"
    r"|excluding|refrains? from|outside (?:of )?(?:the|any))\b|n't\b",
    re.IGNORECASE,
)
_NO_CUE = re.compile(
    r"(?:not|n't) (?:only|solely|just|merely|limited|necessarily|exclusively|alone|even if)\b"
    r"|(?:whether or|or|why|if) not\b|no (?:longer than|more than|less than|matter|later than)\b"
    r"|no doubt\b|(?:cannot|not) (?:sleep|eat|stop|afford|pay)\b"
    r"|without (?:cloth|delay|noticing|knowing|being (?:seen|noticed|asked)|consent|their|his|her"
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
    r"(?:(?!\b(?:who|that|which|until|if|when)\b)[^.;:,!?]){0,18}?\b(?:(?:is|are|was|were|do|does|did|can|could|will|would|may|has|have)"
    r"(?: (?:not|never|neither)|n't)|cannot|plays? no|remains? (?:with|in the hands of))\b"
    r"(?! (?:only|solely|just|merely|limited|necessarily))",
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
    before = sentence[max(0, start - _REACH) : start]
    cues = _cues(before)
    ahead = bool(cues) and not _BREAK.search(before, cues[-1].end())
    return ahead or denies(sentence[start:end]) or _AFTER.match(sentence, end) is not None


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
