"""A theme of a survey as a problem to find ideas for."""

import re
from typing import NamedTuple

from copilot.domain.survey import SurveySummary
from copilot.domain.survey_themes import Theme
from copilot.domain.survey_words import full_sentence
from copilot.errors import InputError

_NAMED = re.compile(r"(?P<survey>summarize-survey-\d{8}-[0-9a-f]+)(?:#(?P<theme>[\w-]+))?")


class NamedTheme(NamedTuple):
    """A theme of a kept summary, as somebody names it."""

    survey: str
    theme: str
    """Its key; empty for the largest one."""


def named_theme(text: str) -> NamedTheme | None:
    """Return the theme that a text names and nothing else: `summarize-survey-…#t1`."""
    found = _NAMED.fullmatch(text.strip())
    return NamedTheme(found["survey"], found["theme"] or "") if found else None


def theme_of(summary: SurveySummary, key: str) -> Theme:
    """Return a theme by its key; the largest where the key is empty.

    Raises:
        InputError: There is none of that key, or none at all.
    """
    themes = [theme for question in summary.open for theme in question.themes]
    found = [theme for theme in themes if key in ("", theme.key)]
    if found:
        return max(found, key=lambda theme: theme.share)
    known = ", ".join(f"{theme.key} {theme.name}" for theme in themes) or "none"
    raise InputError(f"The survey has no theme {key!r}.", hint=f"Its themes: {known}")


def problem_in(theme: Theme) -> str:
    """Return a theme as a problem: its definition, how many speak of it, and their words."""
    quotes = " ".join(f"“{quote.text}”" for quote in theme.quotes)
    told = full_sentence(f"{theme.name}: {theme.definition}".rstrip(": "))
    return " ".join(part for part in (told, theme.said, quotes) if part)
