"""What turns a sentence round without changing what it is about: not, only, at least, at most."""

import re

_TURNS = {
    "not": r"not|no|never|nobody|none|nothing|neither|nor|without|cannot|\w+n['’]t|refus\w+"
    r"|reject\w+|denie[ds]|forbid\w*|prohibit\w*|prevent\w*|block\w*|except|unless",
    "only": r"only|solely|exclusively|nobody but|no one but|except|nothing but|none but",
    "at least": r"at least|minimum|no(?:t)? (?:less|fewer|earlier) than|or more|more than|over"
    r"|above|exceed\w*|from|≥|>=?",
    "at most": r"at most|maximum|max|no(?:t)? (?:more|longer|later|higher) than|up to|within"
    r"|under|below|less than|fewer than|or less|or fewer|≤|<=?",
    "before": r"before|until|by",
    "after": r"after|since|once",
}
_COMPILED = {name: re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.I) for name, said in _TURNS.items()}
_KEPT = frozenset(["not", "only"])
"""What has to be said again; a bound may be put in other words."""
_SIGNS = re.compile(r"[≥≤<>]=?")


def turns(text: str) -> frozenset[str]:
    """Return the kinds of words in a text that would turn it round if they were gone."""
    spaced = _SIGNS.sub(lambda found: f" {found[0]} ", text)
    return frozenset(name for name, pattern in _COMPILED.items() if pattern.search(spaced))


def keeps_turns(text: str, said: str) -> bool:
    """Return whether what is said has every turn of a text; figures alone prove no bound."""
    return turns(text) & _KEPT <= turns(said)


def is_turned(before: str, after: str) -> bool:
    """Return whether one of two wordings denies, limits or bounds what the other does not."""
    return turns(before) != turns(after)
