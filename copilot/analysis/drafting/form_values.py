"""Values of a form: a line each, and to the letter what they were where nobody changed them."""

from collections.abc import Sequence

from copilot.analysis.untrusted import clean


def flat(text: str) -> str:
    """Return a text on one line, without anything that a terminal would obey."""
    return " ".join(clean(text).split())


def as_kept(value: str, before: str) -> str:
    """Return the earlier value where the new one reads the same, so that reading changes nothing.

    Args:
        value: As a line of the form says it.
        before: As the story had it, line breaks and all.
    """
    return before if flat(before) == value else value


def kept_in_list(values: Sequence[str], before: Sequence[str]) -> list[str]:
    """Return a list of values, each to the letter where it stood in the earlier list.

    Args:
        values: As lines of the form say them; what is empty now and was not before is left out.
        before: The list as the story had it.
    """
    earlier = {flat(one): one for one in reversed(before)}
    kept: list[str] = []
    for at, value in enumerate(values):
        if at < len(before) and flat(before[at]) == value:
            kept.append(before[at])
        elif value:
            kept.append(earlier.get(value, value))
    return kept
