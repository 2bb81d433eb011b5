"""Texts of an artifact as files may hold them: nothing hidden, nothing a program would obey."""

import re
from typing import Any

from copilot.analysis.untrusted import clean
from copilot.domain.artifact import Artifact

_MARKS = re.compile("([\u200b\u200e\u200f\u061c\ufe0e\ufe0f\u00ad])")
"""Marks of direction, of emoji and of hyphenation, which scripts need."""
_ENDS = re.compile("[\u2028\u2029\x85\x0b\x0c\x1c-\x1f]")
"""What ends a line or parts words, beside the newline."""
_NO_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What neither UTF-8 nor XML can hold."""


def written(artifact: Artifact) -> Artifact:
    """Return the artifact without control characters, escape sequences and hidden letters."""
    return _with_texts(artifact, safe)


def flattened(artifact: Artifact) -> Artifact:
    """Return the artifact with every text on one line, so that no line begins with a user's."""
    return _with_texts(artifact, flat)


def safe(text: str) -> str:
    """Return a text without what a terminal would obey or hide, or a file cannot hold."""
    plain = _NO_TEXT.sub("\ufffd", _ENDS.sub("\n", text))
    return "".join(one if _MARKS.fullmatch(one) else clean(one) for one in _MARKS.split(plain))


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _with_texts(artifact: Artifact, change: Any) -> Artifact:
    plain = artifact.model_dump()
    changed = _changed(plain, change)
    body = type(artifact.body).model_validate(changed["body"])
    return Artifact.model_validate({**changed, "body": body})


def _changed(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _changed(one, change) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_changed(one, change) for one in value]
    return value
