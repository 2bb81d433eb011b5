"""The indefinite article that English puts before a noun."""

import re

_VOWEL_HEARD = re.compile(
    r"(?!us(?:er|age|ual|eful)|uni(?:[ctvfq]|on)|u[rtk][aei]|eu|one\b|once\b)[aeiou]"
    r"|hour|honest|heir\b",
    re.IGNORECASE,
)
"""A sound, not a letter: an applicant and an hour, but a user and a unit."""


def article(noun: str) -> str:
    """Return `a` or `an`, as the noun sounds; abbreviations are taken for words."""
    return "an" if _VOWEL_HEARD.match(noun) else "a"
