"""Find what is personal in a record, or may be, before it is recorded for good."""

import re

from copilot.analysis.untrusted import one_line

_SIGNS = (
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
    re.compile(r"(?<![\w/.-])\+?\d{1,3}[ (-]?\d{2,4}[ )-]{1,2}\d{3,4}[ -]?\d{3,4}(?![\w-])"),
)
MARKED = re.compile(r"\{\s*personal\s*:([^{}]*)\}", re.I)
"""Text that a person has marked as personal, in whatever letters."""
OPENED = re.compile(r"\{\s*personal\s*:", re.I)
"""The beginning of such a text, whether or not it ends."""


def signs_of_people(text: str) -> list[str]:
    """Return mail addresses and telephone numbers that are not marked as personal."""
    rest = MARKED.sub("", text)
    found = [match for sign in _SIGNS for match in sign.findall(rest)]
    return list(dict.fromkeys(found))[:5]


def personal_remark(text: str) -> str:
    """Return what to think of before a text is recorded for good; mostly empty."""
    apart = "What is marked as personal is kept apart." if OPENED.search(text) else ""
    found = signs_of_people(text)
    if not found:
        return apart
    return (
        f"{one_line(', '.join(found))} may be personal, and what is recorded stays. Written as"
        f" {{personal: …}} it is kept apart and can be erased. {apart}"
    ).strip()
