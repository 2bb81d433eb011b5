"""The problem in what a person typed: without the order before it, short enough to quote."""

import re

from copilot.analysis.sentences import sentences
from copilot.analysis.untrusted import one_line

QUOTED = 60
"""Characters of a problem that a question can carry."""
_LEAST_WORDS = 3
_ORDER = re.compile(
    r"\A\s*(?:please\s+|can you\s+|could you\s+)?"
    r"(?:brainstorm(?!ing)|(?:[\w',-]+\s+){0,5}?(?:ideas?|alternatives|options|suggestions))"
    r"(?:\s+(?:ideas|ways|alternatives|options))?"
    r"(?:\s*:|\s+(?:for|on|about|to|against|how to|how we can|that would)\b\s*:?)\s*",
    re.IGNORECASE,
)


def problem_of(text: str) -> str:
    """Return the problem without the order before it, as in `five ideas for: …`."""
    rest = _ORDER.sub("", text, count=1).strip()
    return rest if len(rest.split()) >= _LEAST_WORDS else text.strip()


def quoted(problem: str) -> str:
    """Return the problem as a question can name it: in quotation marks, or as `this`."""
    flat = one_line(problem, len(problem) + 1)
    first = (sentences(flat) or [flat])[0].rstrip(".!?: ")
    return f"“{first}”" if len(first) <= QUOTED else "this"


def whole(text: str, limit: int) -> str:
    """Return a text that a bound may have cut, ending with a whole word and saying so."""
    if len(text) < limit or text.endswith((".", "!", "?")):
        return text
    return f"{text[: limit - 1].rsplit(' ', 1)[0].rstrip(',;: ')}…"
