"""The type of each column of an export, with how sure it is and why."""

from typing import TYPE_CHECKING

from copilot.analysis.surveys.columns.choices import choice_or_text, yes_or_no
from copilot.analysis.surveys.columns.grids import in_grids
from copilot.analysis.surveys.columns.header_words import (
    blames,
    names_other,
    names_several,
    names_text,
)
from copilot.analysis.surveys.columns.machine_columns import constant, machine_column
from copilot.analysis.surveys.columns.number_columns import number_column
from copilot.analysis.surveys.columns.option_columns import option_columns
from copilot.analysis.surveys.columns.picks import picks_of
from copilot.analysis.surveys.columns.profile import Profile, profiles
from copilot.analysis.surveys.columns.scales import Scale, worded_scale
from copilot.analysis.surveys.columns.together import seen_together
from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

_MOST_STEPS = 16
_SELDOM = 0.25
"""The share of rows up to which the text beside an option may say the same again and again."""
_RARE = 0.03
"""The share of answers in other words that a scale may have among its own."""


def infer_columns(frame: "pl.DataFrame") -> tuple[Column, ...]:
    """Return what each column holds, in the order of the table.

    Of more than 20,000 rows, as many are looked at, spread over all; where a column has few
    different values, all rows count. Below a confidence of 0.7, a person should be asked.

    Args:
        frame: Text cells; blank ones are null.
    """
    looked_at = profiles(frame)
    options = option_columns(looked_at)
    columns = [options.get(one.name) or _column(one) for one in looked_at]
    return in_grids(seen_together(columns, looked_at), looked_at, frame)


def _column(profile: Profile) -> Column:
    return (
        machine_column(profile)
        or _written(profile)
        or number_column(profile)
        or constant(profile)
        or _scale(profile)
        or yes_or_no(profile)
        or _several(profile)
        or choice_or_text(profile)
    )


def _written(profile: Profile) -> Column | None:
    """Return the free text beside a choice, which often has few answers."""
    if not names_other(profile.name) or names_several(profile.name):
        return None
    most = profile.filled > _SELDOM * profile.rows
    if most and profile.filled >= 15 and profile.distinct < 0.3 * profile.filled:
        return None
    why = "the text beside an option"
    return Column(name=profile.name, type="open", confidence=0.85, why=why)


def _scale(profile: Profile) -> Column | None:
    steps = _usual(profile)
    scale = worded_scale(steps)
    if scale is None:
        return None
    strays = tuple(value for value in profile.values if value not in steps)
    sure = 0.95 if len(scale.options) > 2 and not strays else 0.75
    if scale.tells_who:
        return _experience(profile, scale, sure)
    return Column(
        name=profile.name,
        type="likert",
        confidence=sure,
        why=f"steps from {scale.options[0]} to {scale.options[-1]}",
        options=scale.options,
        apart=(*scale.apart, *strays),
        is_reversed=scale.agreement and blames(profile.name),
    )


def _usual(profile: Profile) -> tuple[str, ...]:
    """Return the answers, without a few in other words where there are many."""
    if profile.distinct <= _MOST_STEPS and worded_scale(profile.values) is not None:
        return profile.values
    if profile.filled < 30 or names_text(profile.name) or profile.distinct > 60:
        return profile.values
    kept = tuple(value for value, count in profile.counts.items() if count > 0.01 * profile.filled)
    covered = sum(profile.counts[value] for value in kept)
    return kept if covered >= (1 - _RARE) * profile.filled else profile.values


def _experience(profile: Profile, scale: Scale, sure: float) -> Column:
    return Column(
        name=profile.name,
        type="segment",
        confidence=min(sure, 0.75),
        why="it says how long or how well somebody knows something",
        options=scale.options,
        apart=scale.apart,
    )


def _several(profile: Profile) -> Column | None:
    picks = picks_of(profile)
    if picks is None:
        return None
    return Column(
        name=profile.name,
        type="multi",
        confidence=picks.confidence,
        why=f"{len(picks.options)} options, several in a cell",
        separator=picks.separator,
        options=picks.options,
    )
