"""Where every row of a survey has gone, for one open question."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.propagation import Labels
from copilot.domain.survey_parts import Accounting, RowSource

SOURCES: tuple[RowSource, ...] = ("excluded", "model", "propagated", "failed")
EXCLUDED, LABELLED, PROPAGATED, FAILED = range(4)


class Assignments(NamedTuple):
    """Where every row has gone, and which themes it has."""

    column: str
    keys: tuple[str, ...]
    sources: NDArray[np.int8]
    """Of each row, a place in `SOURCES`."""
    themes: Labels
    """Shape (rows, themes)."""

    @property
    def accounting(self) -> Accounting:
        """How many rows have gone where."""
        counts = np.bincount(self.sources, minlength=len(SOURCES))
        return Accounting(
            labelled=int(counts[LABELLED]),
            propagated=int(counts[PROPAGATED]),
            excluded=int(counts[EXCLUDED]),
            failed=int(counts[FAILED]),
        )
