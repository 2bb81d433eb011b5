"""People who answered more than once are counted once."""

from collections.abc import Sequence

import polars as pl

from copilot.analysis.surveys.columns.respondents import respondent_column, respondents
from copilot.domain.survey_parts import Column


def survey(**ids: Sequence[str | None]) -> tuple[pl.DataFrame, tuple[Column, ...]]:
    frame = pl.DataFrame(ids, schema=dict.fromkeys(ids, pl.String))
    return frame, tuple(Column(name=name, type="id") for name in ids)


def test_each_row_is_a_person_without_an_id() -> None:
    frame = pl.DataFrame({"Why?": ["a", "a", "b"]})
    assert respondents(frame, [Column(name="Why?", type="open")]) == 3


def test_an_id_that_repeats_counts_people() -> None:
    frame, columns = survey(user_id=["a", "a", "b"], response_id=["1", "2", "3"])
    assert respondents(frame, columns) == 2
    assert respondent_column(frame, columns) == columns[0]


def test_ids_of_collectors_and_companies_are_not_of_people() -> None:
    frame, columns = survey(
        **{"Collector ID": ["1", "1", "2"], "company_id": ["x", "x", "y"], "IP Address": ["i"] * 3}
    )
    assert respondents(frame, columns) == 3


def test_rows_without_an_id_are_people_of_their_own() -> None:
    emails: list[str | None] = [
        "a@b.co",
        "a@b.co",
        *(f"p{place}@b.co" for place in range(17)),
        None,
    ]
    frame, columns = survey(email=emails)
    assert respondents(frame, columns) == 19


def test_an_id_that_is_mostly_blank_tells_nobody_apart() -> None:
    frame, columns = survey(email=["a@b.co", "a@b.co", None, None, None])
    assert respondents(frame, columns) == 5
