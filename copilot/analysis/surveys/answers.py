"""Answers to one open question: gated, masked, and each still under its row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.surveys.open_questions import AskedOpenly
from copilot.analysis.surveys.quality.gate import excluded_answers
from copilot.analysis.surveys.quality.languages import UNKNOWN, language_shares
from copilot.analysis.untrusted import clean
from copilot.domain.figures import percent
from copilot.domain.survey_parts import Column, Exclusion

if TYPE_CHECKING:
    import polars as pl


FOREIGN = 0.05
"""Share of answers in other languages from which that is told."""
SHOWN = 5
"""Languages that are named."""
SEED = 1
"""Of the draw of answers whose language is looked at; another one says the same."""


class Answers(NamedTuple):
    """What is read of one question."""

    question: AskedOpenly
    total: int
    """Rows of the file."""
    places: NDArray[np.int64]
    """Rows of the answers that are read, from 0, rising."""
    texts: Sequence[str]
    """These answers, masked and without control characters; whatever is quoted stands in them."""
    excluded: tuple[Exclusion, ...] = ()
    notes: tuple[str, ...] = ()
    masked: Mapping[str, int] = {}
    """How many values of each kind were masked."""

    @property
    def n(self) -> int:
        """How many are read."""
        return len(self.texts)

    def at(self, row: int) -> int | None:
        """Return the place among the answers of a row of the file, from 1; None if left out."""
        place = int(np.searchsorted(self.places, row - 1))
        is_there = place < len(self.places) and self.places[place] == row - 1
        return place if is_there else None

    def one_cell(self, place: int, words: str = "") -> str:
        """Return an answer, or of one that several columns hold the cell that has some words.

        Without words the longest is returned, so that nothing is quoted that nobody has written.
        """
        text = self.texts[place]
        if len(self.question.columns) == 1:
            return text
        cells = text.splitlines() or [""]
        having = [cell for cell in cells if words and words in cell]
        return having[0] if having else max(cells, key=len)

    def row(self, place: int) -> int:
        """Return the row of the file, from 1, of an answer."""
        return int(self.places[place]) + 1


class Setting(NamedTuple):
    """What all open questions of a file have in common."""

    frame: "pl.DataFrame"
    columns: Sequence[Column]
    partial: "pl.Series"
    """Which sessions were broken off."""
    sheets_again: "pl.Series"
    """Which rows are there a second time."""


def read_answers(setting: Setting, question: AskedOpenly, masker: Masker) -> Answers:
    """Return the answers to a question that are read.

    Args:
        setting: The file.
        question: Which.
        masker: Replaces personal data.
    """
    written = question.answers(setting.frame)
    gate = excluded_answers(
        setting.frame,
        setting.columns,
        question.name,
        written,
        setting.partial,
        sheets_again=setting.sheets_again,
    )
    kept = gate.kept.to_numpy()
    languages = language_shares(written.filter(gate.kept), SEED)
    masked = masker.mask_many([clean(text) for text in written.filter(gate.kept).to_list()])
    return Answers(
        question,
        len(written),
        np.flatnonzero(kept),
        [text or "" for text in masked.texts],
        gate.exclusions,
        (*gate.notes, *_of_languages(languages)),
        masked.counts,
    )


def _of_languages(shares: Mapping[str, float]) -> Iterator[str]:
    """Yield in which languages other than English answers are, where these are many."""
    found = {code: share for code, share in shares.items() if code not in ("en", UNKNOWN)}
    if sum(found.values()) >= FOREIGN:
        told = ", ".join(
            f"{code} {percent(share)}" for code, share in found.items() if share >= 0.01
        )
        yield (
            f"Answers in other languages than English: {told}. They are compared less well, and"
            " fewer of their names are masked."
        )
