"""What a survey says without anybody reading its open answers."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.answers import Setting
from copilot.analysis.surveys.closed.clusters import first_rows
from copilot.analysis.surveys.closed.coding import recode
from copilot.analysis.surveys.closed.correcting import number_of_tests
from copilot.analysis.surveys.closed.drivers import drivers
from copilot.analysis.surveys.closed.nps import score_in
from copilot.analysis.surveys.closed.results import closed_results
from copilot.analysis.surveys.closed.tidying import tidied
from copilot.analysis.surveys.columns.respondents import respondent_column, respondents
from copilot.analysis.surveys.columns.trial_rows import Trials, trial_rows, without_trials
from copilot.analysis.surveys.measuring import Groups, Surroundings
from copilot.analysis.surveys.missing.population import Known, Population, known_of_all
from copilot.analysis.surveys.missing.voices import missing_voices
from copilot.analysis.surveys.missing.weighted_answers import weighted_answers
from copilot.analysis.surveys.missing.weighting import Weighting, weighting
from copilot.analysis.surveys.quality.duplicates import repeated_sheets
from copilot.analysis.surveys.quality.marks import marks
from copilot.analysis.surveys.quality.sessions import sessions
from copilot.analysis.surveys.table import Table
from copilot.domain.survey_closed import Closed, Driver
from copilot.domain.survey_parts import Column, MissingVoice
from copilot.domain.survey_weighted import Weighted, WeightedFigure

if TYPE_CHECKING:
    import polars as pl

MOST_SEGMENTS = 3
"""Segments that are compared where nobody has named any."""
GROUPS = range(2, 13)
"""How many groups a segment has to be compared by itself."""
CONFIDENT = 0.7
SHOWN_DRIVERS = 8


class AllUsers(NamedTuple):
    """What weights make of a survey, where it is known what all users are."""

    file: str
    """That says so."""
    weighting: Weighting
    answers: tuple[WeightedFigure, ...]
    """Of closed questions."""

    def told(self, themes: Sequence[WeightedFigure]) -> Weighted:
        """Return the figures of closed questions and of themes, and what weights cost."""
        return self.weighting.told(self.file, (*self.answers, *themes))


class Ground(NamedTuple):
    """Columns, closed questions, and who is missing."""

    columns: tuple[Column, ...]
    closed: tuple[Closed, ...]
    drivers: tuple[Driver, ...]
    missing_voices: tuple[MissingVoice, ...]
    setting: Setting
    surroundings: Surroundings
    marks: tuple[str, ...] = ()
    """What a person should know of rows, in words: which were left out, which to look at."""
    all_users: AllUsers | None = None
    respondents: int = 0
    """People who answered; previews and tests are none."""
    masked: Mapping[str, int] = MappingProxyType({})
    """How many values of each kind were masked in closed questions and headers."""

    @property
    def tests_run(self) -> int:
        """Tests of closed questions, all corrected together."""
        return number_of_tests(self.closed)


def grounded(
    table: Table,
    columns: tuple[Column, ...],
    segments: Sequence[str],
    seed: int,
    population: Population | None = None,
) -> Ground:
    """Return what can be computed of a file before its open answers are read.

    Rows that the survey tool calls previews, tests or spam are blank in all that follows, and
    partial. Answers that differ in case or blanks alone are one.

    Args:
        table: The file, without personal data in closed questions and in what is compared.
        columns: What it holds.
        segments: Columns whose groups are compared; the first three that fit where empty.
        seed: Of permutations and resamples.
        population: What all users are, where that is known.

    Raises:
        InputError: A segment is no column, or the population is not of this survey.
    """
    trials = trial_rows(table.frame)
    real, groups = without_trials(table.frame, trials), _groups_of_all(population)
    frame, columns, notes = tidied(real, columns, segments, groups)
    compared = list(segments) or _segments(frame, columns)
    score = next((one for one in columns if one.type == "nps"), None)
    answered = frame.filter(~trials.rows)
    person = respondent_column(answered, columns)
    known = known_of_all(_once(frame, person), population) if population else []
    closed = closed_results(frame, columns, compared, respondent=person, seed=seed)
    return Ground(
        columns,
        tuple(_noted(one, notes.get(one.column, ())) for one in closed),
        _drivers(frame, columns, score, seed),
        missing_voices(_once(answered, person), columns, compared, known),
        _setting(frame, columns, trials),
        _surroundings(frame, compared, score, person, seed),
        _marks(frame, columns, closed, trials, notes),
        _all_users(frame, columns, closed, known, population.file) if population else None,
        respondents(answered, columns),
    )


def _setting(frame: "pl.DataFrame", columns: Sequence[Column], trials: Trials) -> Setting:
    partial = sessions(frame).partial | trials.rows
    return Setting(frame, columns, partial, repeated_sheets(frame, columns))


def _surroundings(
    frame: "pl.DataFrame",
    compared: Sequence[str],
    score: Column | None,
    person: Column | None,
    seed: int,
) -> Surroundings:
    return Surroundings(
        {name: _groups(frame, name) for name in compared},
        None if score is None else _scores(frame[score.name]),
        None if person is None else _groups(frame, person.name),
        seed,
    )


def _once(frame: "pl.DataFrame", person: Column | None) -> "pl.DataFrame":
    """Return the first row of each respondent."""
    return frame if person is None else first_rows(frame, frame[person.name])


def _groups_of_all(population: Population | None) -> list[str]:
    margins = population.margins.values() if population else ()
    return [group for groups in margins for group in groups]


def _noted(closed: Closed, notes: tuple[str, ...]) -> Closed:
    return closed.model_copy(update={"notes": (*closed.notes, *notes)}) if notes else closed


def _marks(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    closed: Sequence[Closed],
    trials: Trials,
    notes: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...]:
    """Return what a person should know of rows, and of compared columns without a result."""
    shown = {one.column for one in closed}
    beside = (f"“{name}”: {note}" for name, of in notes.items() if name not in shown for note in of)
    told = [trials.message] if trials.message else []
    return (*told, *beside, *(one.message for one in marks(frame, columns)))


def _all_users(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    closed: Sequence[Closed],
    known: Sequence[Known],
    file: str,
) -> AllUsers:
    person = respondent_column(frame, columns)
    people = None if person is None else frame[person.name]
    found = weighting(known, people, frame.height)
    is_enough = found.is_enough
    answers = weighted_answers(frame, columns, closed, found) if is_enough else ()
    return AllUsers(file, found, answers)


def _segments(frame: "pl.DataFrame", columns: Sequence[Column]) -> list[str]:
    fitting = (
        one.name
        for one in columns
        if one.type == "segment"
        and one.confidence >= CONFIDENT
        and frame[one.name].drop_nulls().n_unique() in GROUPS
    )
    return [name for _, name in zip(range(MOST_SEGMENTS), fitting, strict=False)]


def _groups(frame: "pl.DataFrame", name: str) -> Groups:
    groups: Groups = frame[name].to_list()
    return groups


def _scores(series: "pl.Series") -> NDArray[np.float64]:
    codes = recode(series, score_in).codes
    return np.where(codes < 0, np.nan, codes)


def _drivers(
    frame: "pl.DataFrame", columns: Sequence[Column], outcome: Column | None, seed: int
) -> tuple[Driver, ...]:
    if outcome is None:
        return ()
    return tuple(
        Driver(
            column=one.column,
            outcome=one.outcome,
            n=one.n,
            association=one.rho,
            ci=one.ci,
            p_adjusted=one.p_adjusted,
            message=one.message,
        )
        for one in drivers(frame, columns, outcome, seed)[:SHOWN_DRIVERS]
    )
