"""Results of all closed questions of a survey."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from copilot.analysis.surveys.closed.cells import LEAST_BASE, quoted
from copilot.analysis.surveys.closed.choices import read_single
from copilot.analysis.surveys.closed.clusters import first_rows, with_cluster_intervals
from copilot.analysis.surveys.closed.coding import Coded, tally
from copilot.analysis.surveys.closed.comparing import compare
from copilot.analysis.surveys.closed.correcting import with_adjusted
from copilot.analysis.surveys.closed.dates import read_dates
from copilot.analysis.surveys.closed.groups import segments_in
from copilot.analysis.surveys.closed.likert import read_likert
from copilot.analysis.surveys.closed.multi import read_cells, read_option_columns
from copilot.analysis.surveys.closed.nps import read_nps
from copilot.analysis.surveys.closed.numbers import read_numbers
from copilot.analysis.surveys.closed.questions import (
    Question,
    closed_questions,
    has_column_an_option,
)
from copilot.analysis.surveys.closed.reading import Reading
from copilot.domain.survey_closed import Closed, SurveyTest
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

SEED = 1
ONCE = "Tests look at the first row of each person, so waves of one panel are not compared."
_READERS = {"likert": read_likert, "number": read_numbers, "multi": read_cells}
_KINDS = {
    "nps": "a score from 0 to 10",
    "likert": "a step of its scale",
    "number": "a number",
    "date": "a date",
}


def closed_results(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    segments: Sequence[str] = (),
    *,
    respondent: Column | None = None,
    seed: int = SEED,
) -> tuple[Closed, ...]:
    """Return each closed question with its result, and its tests against each segment.

    A multi-select with a column for each option is one question. `n`, `missing`, and what is
    apart, out of scale or unread add up to the rows.

    Args:
        frame: Text cells, one row an answer sheet.
        columns: What they hold; only closed types are read.
        segments: Names of columns whose groups are compared.
        respondent: Who answered. Where somebody has several rows, intervals are by
            respondent, and tests look at the first row of each alone.
        seed: Of permutation tests and resamples.

    Raises:
        InputError: There is no column of a segment's name.
    """
    groups = segments_in(frame, segments)
    questions = closed_questions(columns)
    readings = [read(frame, question) for question in questions]
    tested = readings
    people = None if respondent is None else frame[respondent.name]
    if people is not None and people.drop_nulls().is_duplicated().any():
        readings = [with_cluster_intervals(reading, people, seed) for reading in readings]
        once = first_rows(frame, people)
        groups = segments_in(once, segments)
        tested = [read(once, question) for question in questions]
        if segments:
            readings = [one._replace(notes=(*one.notes, ONCE)) for one in readings]
    found = [
        _closed(question, reading, _tests(question, of_test, groups, seed), segments)
        for question, reading, of_test in zip(questions, readings, tested, strict=True)
    ]
    return with_adjusted(found)


def read(frame: "pl.DataFrame", question: Question) -> Reading:
    """Return what a question came to; its answers as they are where none fits its type."""
    series = frame[question.column.name]
    reading = _of_type(frame, series, question)
    if reading is not None:
        return reading
    plain = read_single(series, question.column.model_copy(update={"options": ()}))
    if not plain.n:
        return plain
    kind = _KINDS[question.type]
    said = f"No answer is {kind}; they are counted as they stand: {quoted(tally(series))}."
    return plain._replace(notes=(said, *plain.notes), answers=None)


def _of_type(frame: "pl.DataFrame", series: "pl.Series", question: Question) -> Reading | None:
    column = question.column
    if has_column_an_option(column):
        return read_option_columns(frame, question.columns)
    match question.type:
        case "nps":
            return read_nps(series)
        case "date":
            return read_dates(series)
        case "likert" | "number" | "multi" as kind:
            return _READERS[kind](series, column)
        case _:
            return read_single(series, column)


def _tests(
    question: Question, reading: Reading, groups: Mapping[str, Coded], seed: int
) -> list[SurveyTest]:
    """Return a test for each segment; a pair of segments is tested once, not both ways."""
    if reading.answers is None:
        return []
    names = list(groups)
    if question.name in groups:
        names = names[: names.index(question.name)]
    tests = (compare(reading.answers, name, groups[name], seed=seed) for name in names)
    return [test for test in tests if test is not None]


def _closed(
    question: Question, reading: Reading, tests: list[SurveyTest], segments: Sequence[str]
) -> Closed:
    notes = reading.notes
    tested = {test.segment for test in tests}
    if reading.answers is not None and question.name not in segments:
        untested = [name for name in dict.fromkeys(segments) if name not in tested]
        if untested:
            why = f"fewer than two groups with {LEAST_BASE} people, or all answered alike"
            notes = (*notes, f"Not compared by {quoted(untested)}: {why}.")
    return Closed(
        column=question.name,
        type=question.type,
        n=reading.n,
        missing=reading.missing,
        result=reading.result,
        tests=tuple(tests),
        notes=notes,
    )
