"""Surveys whose respondents are unlike all users, for tests of weights."""

from collections.abc import Sequence

import polars as pl

from copilot.analysis.surveys.missing.population import Population, known_of_all
from copilot.analysis.surveys.missing.weighting import Weighting, weighting
from tests.unit.analysis.surveys.closed.sheets import sheet

ALL_USERS = Population("all.yaml", {"Plan": {"free": 80, "pro": 20}})


def weighed(
    plans: Sequence[str | None],
    population: Population = ALL_USERS,
    people: Sequence[str | None] | None = None,
) -> Weighting:
    """Return the weights of respondents with these plans, one a row; a person's plan is known."""
    who = None if people is None else pl.Series(people)
    frame = sheet(Plan=list(plans))
    once = frame if who is None else frame.filter(who.is_null() | who.is_first_distinct())
    return weighting(known_of_all(once, population), who, len(plans))
