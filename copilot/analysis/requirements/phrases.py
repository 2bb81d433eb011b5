"""Phrases in data: regular expressions, checked when they are read."""

import re
from typing import Annotated

from pydantic import AfterValidator


def _checked(phrase: str) -> str:
    try:
        re.compile(phrase)
    except re.error as error:
        raise ValueError(f"“{phrase}” is no regular expression: {error}") from error
    return phrase


Phrase = Annotated[str, AfterValidator(_checked)]
"""A regular expression, not compiled yet."""
