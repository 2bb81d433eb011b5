"""Whether facts can be read from a description at all."""

import re

from copilot.analysis.language import foreign

LEAST_WORDS, LONG = 2, 3_000
"""Words below which nothing can be read, and above which facts may stand too far apart."""
_WORD = re.compile(r"\w+")


def obstacle(description: str) -> str | None:
    """Return why facts cannot be read from a description; None where they can."""
    code = foreign(description)
    if code:
        return (
            f"The description seems to be in another language ({code}); facts are read from"
            " English. Translate it, or state the facts."
        )
    words = [part for part in description.split() if _WORD.search(part)]
    if len(words) < LEAST_WORDS:
        said = f"“{words[0].strip('.,;:!?')}” is one word" if words else "Nothing is described"
        return (
            f"{said}: say what it does, for whom, who decides with its output, and on which data."
        )
    return None


def scattered(description: str) -> str | None:
    """Return what to know of a long text; None of a short one."""
    count = len(_WORD.findall(description))
    if count <= LONG:
        return None
    return (
        f"All {count:,} words were read for phrases, but facts that stand far apart may belong to"
        " different things. A page on one feature is judged better."
    )
