"""Answers to one question, read and labelled, for the tests of measuring."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from copilot.analysis.surveys.answers import Answers, Setting, read_answers
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.open_questions import AskedOpenly
from copilot.analysis.surveys.quality.duplicates import repeated_sheets
from copilot.analysis.surveys.quality.sessions import sessions
from copilot.domain.survey_parts import Column
from copilot.domain.survey_themes import CodebookTheme

QUESTION = "What should we improve?"
SEARCH = CodebookTheme(key="t1", name="Search", stance="complaint")
PRICE = CodebookTheme(key="t2", name="Price")


def answers_of(texts: Sequence[str]) -> Answers:
    """Return answers that stand in rows 1, 2 and so on of a file of their own."""
    places = np.arange(len(texts))
    return Answers(AskedOpenly(QUESTION, (QUESTION,)), len(texts), places, list(texts))


def setting_of(frame: pl.DataFrame) -> Setting:
    """Return a file whose columns are all open."""
    columns = [Column(name=name, type="open") for name in frame.columns]
    partial = sessions(frame).partial
    return Setting(frame, columns, partial, repeated_sheets(frame, columns))


def coding_by_words(answers: Answers, places: Sequence[int]) -> Coding:
    """Return the labels that a careful person would give."""
    words = {"t1": "search", "t2": "price"}
    read = [
        ReadAnswer(
            place,
            frozenset(key for key, word in words.items() if word in answers.texts[place]),
            {key: word for key, word in words.items() if word in answers.texts[place]},
        )
        for place in places
    ]
    return Coding([SEARCH, PRICE], read)


__all__ = ["QUESTION", "answers_of", "coding_by_words", "read_answers", "setting_of"]
