"""A small language of phrases, made into regular expressions.

`predict* ~ risk` is a word that begins with *predict* and, within 60 characters of the same
clause, *risk*; `A & B` is A in a sentence that also says B, `A && B` in a text that does. Words in
braces are terms of the catalogue; the rest is a regular expression. Case counts for nothing:
phrases are looked for in small letters, which is several times as fast as ignoring case.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TERM = re.compile(r"\{([a-z_]+)\}")
_STEM = re.compile(r"(?<=\w)(?<!\\[wds])\*")
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_GAP = r"(?!\w)[^.;:!?\n]{0,60}?\b"


@dataclass(frozen=True)
class Phrase:
    """What to look for, and what else must be said in the sentence or in the text."""

    look_for: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...] = ()
    anywhere: tuple[re.Pattern[str], ...] = ()


def expanded(terms: Mapping[str, str]) -> dict[str, str]:
    """Return the terms as regular expressions without braces; a term may use earlier ones."""
    done: dict[str, str] = {}
    for name, text in terms.items():
        done[name] = f"(?:{_filled(text, done)})"
    return done


def small(text: str) -> str:
    """Return a text in small letters, as long as it was."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def compiled(text: str, terms: Mapping[str, str]) -> Phrase:
    """Return a phrase ready to look for.

    Args:
        text: As the catalogue writes it.
        terms: Expanded terms.

    Raises:
        ValueError: A term is unknown or the expression is malformed.
    """
    within, *anywhere = text.split(" && ")
    look_for, *beside = within.split(" & ")
    return Phrase(
        _expression(look_for, terms),
        tuple(_expression(part, terms) for part in beside),
        tuple(_expression(part, terms) for part in anywhere),
    )


def _expression(text: str, terms: Mapping[str, str]) -> re.Pattern[str]:
    whole = _CAPITAL.sub(
        lambda found: found[0].lower(), _filled(text.strip().replace(" ~ ", _GAP), terms)
    )
    try:
        return re.compile(rf"\b(?:{whole})(?!\w)")
    except re.error as error:
        raise ValueError(f"phrase {text!r} is malformed: {error}") from error


def _filled(text: str, terms: Mapping[str, str]) -> str:
    unknown = [name for name in _TERM.findall(text) if name not in terms]
    if unknown:
        raise ValueError(f"phrase {text!r} uses the unknown term {unknown[0]!r}")
    return _TERM.sub(lambda found: terms[found[1]], _STEM.sub(r"\\w*", text))
