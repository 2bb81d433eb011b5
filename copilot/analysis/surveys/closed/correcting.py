"""Correct the tests of a report for being many."""

from collections.abc import Sequence
from itertools import count

from copilot.domain.survey_closed import Closed, SurveyTest

_LEVEL = 0.05


def number_of_tests(results: Sequence[Closed]) -> int:
    """Return how many tests a report has run."""
    return sum(len(result.tests) for result in results)


def with_adjusted(results: Sequence[Closed]) -> tuple[Closed, ...]:
    """Return the results with each p adjusted over all tests (Benjamini and Hochberg 1995).

    Odd cells of tests that do not survive are taken out: where groups do not differ there
    is no cell to point at.
    """
    adjusted = benjamini_hochberg([test.p for result in results for test in result.tests])
    at = count()
    return tuple(
        result.model_copy(
            update={"tests": tuple(_adjusted(test, adjusted[next(at)]) for test in result.tests)}
        )
        for result in results
    )


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return each p adjusted so that, of those under a level, at most that share is false."""
    if not p_values:
        return []
    from statsmodels.stats.multitest import multipletests

    return [float(p) for p in multipletests(list(p_values), method="fdr_bh")[1]]


def _adjusted(test: SurveyTest, p: float) -> SurveyTest:
    return test.model_copy(update={"p_adjusted": p, "cells": test.cells if p < _LEVEL else ()})
