"""Find what may be personal in a record before it is recorded for good."""

import re

_SIGNS = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<![\w/.-])\+?\d{1,3}[ (-]?\d{2,4}[ )-]{1,2}\d{3,4}[ -]?\d{3,4}(?![\w-])"),
)
_MARKED = re.compile(r"\{personal:.+?\}", re.S)


def signs_of_people(text: str) -> list[str]:
    """Return mail addresses and telephone numbers that are not marked as personal."""
    rest = _MARKED.sub("", text)
    found = [match for sign in _SIGNS for match in sign.findall(rest)]
    return list(dict.fromkeys(found))[:5]
