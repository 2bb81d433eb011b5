"""Names and options of a summary, which have placeholders, as the file has them."""

import re
from collections.abc import Collection

from copilot.analysis.privacy.placeholders import PLACEHOLDER, placeholders_in


def has_placeholder(text: str) -> bool:
    """Return whether something in a text was masked."""
    return any(placeholders_in(text))


def meant(said: str, names: Collection[str]) -> str:
    """Return the name that somebody means, who may have it from a summary and so with placeholders.

    What fits no name, or several, is returned as it is.
    """
    if said in names or not has_placeholder(said):
        return said
    around = PLACEHOLDER.sub("\0", said).split("\0")
    pattern = re.compile(".+".join(map(re.escape, around)), re.DOTALL)
    fitting = [name for name in names if pattern.fullmatch(name)]
    return fitting[0] if len(fitting) == 1 else said
