"""Rows that nobody answered: previews, tests, and what a survey tool took for spam."""

import re
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.surveys.columns.header_words import plain
from copilot.analysis.surveys.columns.phrases import phrases

if TYPE_CHECKING:
    import polars as pl

_HEADER = re.compile(
    r"(?:survey |response |submission )?(?:status|state|type)|distribution ?channel|channel",
    re.IGNORECASE,
)
_TRIALS = phrases(
    "survey preview, survey test, preview, test, spam, test response, preview response, trial run"
)
_CERTAIN = phrases("survey preview, survey test, spam")
_STATES = phrases(
    "ip address, anonymous, email, gl, qr, sms, social, offline, smartphone, complete, completed"
    ", partial, incomplete, in progress, submitted, finished, started, disqualified, screened out"
    ", over quota, overquota, deleted, web, link, imported"
)
"""What such columns say of rows that somebody answered."""


class Trials(NamedTuple):
    """Which rows nobody answered."""

    rows: "pl.Series"
    """Boolean, one a row."""
    columns: tuple[str, ...] = ()
    """That say so."""

    @property
    def message(self) -> str:
        """In words; empty where there are none."""
        count = int(self.rows.sum())
        if not count:
            return ""
        said = ", ".join(f"“{name}”" for name in self.columns)
        if count == 1:
            told, it_is = "1 row is a preview, a test or spam", "it is"
        else:
            told, it_is = f"{count:,} rows are previews, tests or spam", "they are"
        return f"{told} by {said}: {it_is} left out of all figures, and counted as partial."


def trial_rows(frame: "pl.DataFrame") -> Trials:
    """Return the rows that a column of the survey tool calls a preview, a test or spam.

    Such a column is headed `Status`, `Response Type`, `Distribution Channel` or the like.
    `Survey Preview`, `Survey Test` and `Spam` say so in each; `preview` and `test` only where all
    of its values are states or channels, since a plan may be called `Test`.

    Args:
        frame: Text cells, one row an answer sheet.
    """
    import polars as pl

    rows = pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
    columns = []
    for name in frame.columns:
        if not _HEADER.fullmatch(plain(name)):
            continue
        said = frame[name].str.strip_chars().str.to_lowercase()
        values = set(said.drop_nulls().unique().to_list())
        words = _TRIALS if values <= _STATES | _TRIALS else _CERTAIN
        if values & words:
            rows = rows | said.is_in(list(words)).fill_null(value=False)
            columns.append(name)
    return Trials(rows, tuple(columns))


def without_trials(frame: "pl.DataFrame", trials: Trials) -> "pl.DataFrame":
    """Return a frame in which such rows are blank, but for the columns that say what they are."""
    import polars as pl

    if not trials.columns:
        return frame
    return frame.with_columns(
        pl.when(~trials.rows).then(pl.col(name)).alias(name)
        for name in frame.columns
        if name not in trials.columns
    )
