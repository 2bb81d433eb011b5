"""A closed question as it was read: its result, and its answers in codes for what follows."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.closed.coding import Codes
from copilot.domain.survey_closed import ClosedResult

Mask = NDArray[np.bool_]
Numbers = NDArray[np.float64]


class Picks(NamedTuple):
    """Answers without an order."""

    labels: tuple[str, ...]
    picked: Mask
    """Rows by labels."""
    base: Mask
    """Rows that count."""
    is_single: bool
    """Whether a row has one label at most."""


class Levels(NamedTuple):
    """Answers on an ordered scale."""

    codes: Codes
    labels: tuple[str, ...]
    """From the least to the most."""
    is_nps: bool = False
    """Whether they are scores of how likely somebody is to recommend."""


class Values(NamedTuple):
    """Numbers; NaN where there is none."""

    values: Numbers


class Reading(NamedTuple):
    """What a question came to."""

    result: ClosedResult
    n: int
    missing: int
    notes: tuple[str, ...]
    answers: Picks | Levels | Values | None
    """None where groups cannot be compared by it."""
