"""Tidy what a model writes into the fields of a story, and notice what it only copied."""

import re

from copilot.analysis.drafting.title import short_title

_OPENING = {
    "as_a": re.compile(r"\A(?:as )?(?:an?|the) (?=\w)", re.IGNORECASE),
    "i_want": re.compile(r"\A(?:i|we) (?:want|would like|need) (?=\w)", re.IGNORECASE),
    "so_that": re.compile(r"\A(?:so that|in order that|so) (?=\w)", re.IGNORECASE),
}
_CLAUSE = re.compile(r",\s+and\s+|;\s+")
LEAST = 12
"""Characters of a phrase that nobody writes again by chance."""


def tidied(field: str, text: str) -> str:
    """Return a field without the words that the form of a story puts before it; a title short."""
    opening = _OPENING.get(field)
    plain = " ".join(text.split())
    if field == "title":
        return short_title(plain)
    return opening.sub("", plain, count=1) if opening else plain


def with_benefit_apart(wish: str, benefit: str) -> tuple[str, str]:
    """Return a wish and its benefit, where the benefit was written behind the wish.

    Args:
        wish: What is wanted; may go on with "so that".
        benefit: What for; kept where it says anything.
    """
    wanted, _, behind = wish.partition(" so that ")
    return wanted.rstrip(" ,"), benefit or behind.strip()


def without_copies(text: str, example: str) -> str:
    """Return a phrase without the clauses that stand in an example the model was shown."""
    kept = [part for part in _CLAUSE.split(text) if not is_copied(part, example)]
    return ", and ".join(kept) if len(kept) < len(_CLAUSE.split(text)) else text


def is_copied(text: str, example: str) -> bool:
    """Return whether a phrase stands in an example that the model was shown."""
    plain = " ".join(text.lower().split()).rstrip(".")
    return len(plain) >= LEAST and plain in " ".join(example.lower().split())
