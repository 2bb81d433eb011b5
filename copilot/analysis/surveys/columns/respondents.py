"""How many people a survey has, where some of them answered more than once."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copilot.analysis.surveys.columns.header_words import plain
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_PERSON = re.compile(
    r"\b(?:respondent|user|participant|person|e-?mail|customer|contact|member|panelist|employee"
    r"|student|patient|subject|teilnehmer\w*|client|visitor|subscriber)\b|^id$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:collector|ip|session|company|organi[sz]ation|org|account|workspace|survey|campaign"
    r"|device|first ?name|last ?name|surname|response|reference|network)\b",
    re.IGNORECASE,
)
_FILLED = 0.9
"""The share of rows that an id needs, so that people can be told apart by it."""


def respondents(frame: "pl.DataFrame", columns: Sequence[Column]) -> int:
    """Return how many people answered: of several ids of people, the one that repeats most.

    A row without an id counts as a person of its own; without any id, each row does.
    """
    column = respondent_column(frame, columns)
    if column is None:
        return frame.height
    ids = frame[column.name]
    return ids.drop_nulls().n_unique() + ids.null_count()


def respondent_column(frame: "pl.DataFrame", columns: Sequence[Column]) -> Column | None:
    """Return the column that tells people apart and repeats; None where nobody answered twice."""
    found = None
    fewest = frame.height
    for column in columns:
        if column.type != "id" or not _names_person(column.name):
            continue
        ids = frame[column.name]
        people = ids.drop_nulls().n_unique() + ids.null_count()
        if ids.null_count() <= (1 - _FILLED) * frame.height and 1 < people < fewest:
            found, fewest = column, people
    return found


def _names_person(name: str) -> bool:
    words = plain(name)
    return bool(_PERSON.search(words)) and not _NO_PERSON.search(words)
