"""Weights of the rows of a survey, so that respondents look like all users, and their limits."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_BASE, quoted
from copilot.analysis.surveys.closed.coding import Codes, code
from copilot.analysis.surveys.closed.reading import Numbers
from copilot.analysis.surveys.closed.weights import MOST, Margin, Weights, rake, reachable
from copilot.analysis.surveys.missing.population import Known
from copilot.domain.counting import counted
from copilot.domain.figures import percent
from copilot.domain.survey_weighted import Weighted, WeightedFigure
from copilot.errors import InputError

if TYPE_CHECKING:
    import polars as pl

_MET = 0.005
"""How far a weighted share may be from its margin without being told."""


class Weighting(NamedTuple):
    """How many users each row stands for, beside the others."""

    rows: Numbers
    """A weight for each row; a person's rows have that person's."""
    people: Codes
    """Of each row the number of its person, from 0."""
    known: Sequence[Known]
    weights: Weights
    """Of the people."""

    @property
    def is_enough(self) -> bool:
        """Whether there are people enough, in effect, to speak of all users."""
        return self.weights.effective_n >= LEAST_BASE

    def told(self, population: str, figures: Sequence[WeightedFigure]) -> Weighted:
        """Return the figures with what the weights cost and where they fall short.

        Args:
            population: Name of the file that says what all users are.
            figures: Of this weighting.
        """
        return Weighted(
            population=population,
            segments=tuple(one.segment for one in self.known),
            people=self.weights.people,
            effective_n=self.weights.effective_n,
            design_effect=self.weights.design_effect,
            notes=tuple(_notes(self)),
            figures=tuple(figures),
        )


def weighting(known: Sequence[Known], people: "pl.Series | None", rows: int) -> Weighting:
    """Return weights that bring the people of a survey to the shares of all users.

    Args:
        known: Columns whose groups are known of all users; one row a person, in the order in
            which people come in the file.
        people: Of each row of the file who answered; None where each row is another person.
        rows: Of the file.

    Raises:
        InputError: Everybody is, in one column or another, in a group of none of all users.
    """
    who = np.arange(rows) if people is None else _numbered(people)
    weights = rake([Margin(one.codes, one.shares) for one in known])
    if not weights.people:
        raise _nobody_counts(known)
    return Weighting(weights.values[who], who, known, weights)


def _nobody_counts(known: Sequence[Known]) -> InputError:
    columns = " and ".join(f"“{one.segment}”" for one in known)
    gone = (f"{quoted(_gone(one))} of “{one.segment}”" for one in known if _gone(one))
    return InputError(
        f"Nobody counts under all of {columns}: everybody who answered is in a group that none of"
        " all users are in.",
        hint=f"Give a share above 0 to {' or '.join(gone)}, or leave a column out of --population.",
    )


def _numbered(people: "pl.Series") -> Codes:
    """Return the number of each row's person, by first rows; a row of nobody known is one."""
    coded = code(people)
    own = np.where(coded.codes >= 0, coded.codes, len(coded.labels) + np.arange(len(people)))
    _, first, person = np.unique(own, return_index=True, return_inverse=True)
    place: Codes = np.argsort(np.argsort(first))
    return place[person]


def _notes(weighting: Weighting) -> Iterator[str]:
    weights = weighting.weights
    if not weighting.is_enough:
        yield (
            f"{weights.people:,} people who count as {weights.effective_n:.1f} are too few to"
            " speak of all users."
        )
    if weights.cut:
        yield (
            f"{counted(weights.cut, 'weight')} {'is' if weights.cut == 1 else 'are'} cut at"
            f" {MOST:g} times the mean, so that nobody speaks for too many."
        )
    for one in weighting.known:
        yield from _missed(one, weights)
        yield from _limits(one)


def _missed(known: Known, weights: Weights) -> Iterator[str]:
    """Yield the group that weights bring least near to its share, where that is told."""
    margin = Margin(known.codes, known.shares)
    gaps = weights.shares(margin) - reachable(margin)
    at = int(np.argmax(np.abs(gaps)))
    if abs(gaps[at]) > _MET:
        now, wanted = weights.shares(margin)[at], reachable(margin)[at]
        yield (
            f"The shares of “{known.segment}” are not met: “{known.groups[at]}” come to"
            f" {percent(now)} by weight instead of {percent(wanted)}."
        )


def _limits(known: Known) -> Iterator[str]:
    """Yield who cannot be weighted by a column, and who of all users is not heard."""
    groups = zip(known.groups, known.shares.tolist(), known.counts.tolist(), strict=True)
    unheard = {group: share for group, share, count in groups if share > 0 and not count}
    if unheard:
        yield (
            f"Nobody with {quoted(unheard)} as “{known.segment}” answered:"
            f" {percent(sum(unheard.values()))} of all users, whom no weight can speak for."
        )
    gone = _gone(known)
    if gone:
        yield (
            f"{sum(gone.values()):,} people with {quoted(gone)} as “{known.segment}” do not count,"
            " since none of all users are."
        )
    if known.unnamed:
        yield (
            f"{sum(known.unnamed.values()):,} people with {quoted(known.unnamed)} as"
            f" “{known.segment}”, which the population lacks, are not weighted by it."
        )
    blank = int((known.codes < 0).sum()) - sum(known.unnamed.values())
    if blank:
        yield f"{blank:,} people with nothing as “{known.segment}” are not weighted by it."


def _gone(known: Known) -> dict[str, int]:
    """Return the groups of respondents that none of all users are in, with their numbers."""
    groups = zip(known.groups, known.shares.tolist(), known.counts.tolist(), strict=True)
    return {group: count for group, share, count in groups if not share and count}
