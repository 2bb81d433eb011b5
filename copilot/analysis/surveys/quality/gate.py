"""The gate of one open question: which answers are read, which are left out, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from copilot.analysis.surveys.quality.asking import asked_for
from copilot.analysis.surveys.quality.bogus import bogus, chanted
from copilot.analysis.surveys.quality.duplicates import repeated_sheets, repeated_texts
from copilot.analysis.surveys.quality.non_answers import ALL_GOOD, MEANINGS, with_meanings
from copilot.analysis.surveys.quality.readings import readings
from copilot.domain.survey_parts import Column, Exclusion, Reason

if TYPE_CHECKING:
    import polars as pl

REASONS: tuple[Reason, ...] = get_args(Reason)
_BARE = {MEANINGS["fine", "improvement"]: "“all good” or the like"}
SHOWN = 10
"""Rows of an exclusion that are listed."""


class Gate(NamedTuple):
    """What became of every answer of a question; both series have a value a row."""

    reasons: "pl.Series"
    """Why an answer is left out (String); null where it is read."""
    meanings: "pl.Series"
    """What a bare answer means, such as `nothing to improve` (String); null where it is plain."""

    unclear: int = 0
    """How many bare "nothing" are left out because the question does not say what they mean."""

    @property
    def kept(self) -> "pl.Series":
        """Which answers are read (Boolean)."""
        return self.reasons.is_null()

    @property
    def exclusions(self) -> tuple[Exclusion, ...]:
        """The reasons that occur, each with its count and its first rows, from 1."""
        found = (self._exclusion(reason) for reason in REASONS)
        return tuple(one for one in found if one.count)

    @property
    def meant(self) -> dict[str, int]:
        """How many bare answers are kept, by what they mean."""
        counts = self.meanings.drop_nulls().value_counts(sort=True)
        return {str(meaning): int(count) for meaning, count in counts.iter_rows()}

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of bare answers: as what they count, or why they do not."""
        told = [_kept_note(meaning, count) for meaning, count in self.meant.items()]
        return tuple(filter(None, (*told, _unclear_note(self.unclear))))

    def _exclusion(self, reason: Reason) -> Exclusion:
        is_it = (self.reasons == reason).fill_null(value=False)
        rows = is_it.arg_true().head(SHOWN) + 1
        return Exclusion(reason=reason, count=int(is_it.sum()), rows=tuple(rows.to_list()))


def excluded_answers(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    question: str,
    answers: "pl.Series",
    partial_rows: "pl.Series | None" = None,
    *,
    sheets_again: "pl.Series | None" = None,
) -> Gate:
    """Return which answers of an open question are left out.

    Each answer has one reason at most: `partial` (blank in a session that was broken off), then
    `non_answer` (blank or says nothing), `bogus`, `duplicate`.

    Args:
        frame: The export, all text; to find rows that are there again.
        columns: What its columns hold.
        question: As asked; decides what "nothing" means.
        answers: Its answers, one a row of the frame (String, null for none).
        partial_rows: Which sessions were broken off (Boolean, one a row), as `sessions` finds.
        sheets_again: What `repeated_sheets` returns; to compute it once for many questions.
    """
    import polars as pl

    asked = asked_for(question)
    again = repeated_sheets(frame, columns) if sheets_again is None else sheets_again
    rows = with_meanings(readings(answers), asked).with_columns(
        again.alias("sheet_again"),
        (partial_rows if partial_rows is not None else pl.lit(value=False)).alias("broken_off"),
    )
    rows = rows.with_columns(bogus(rows, asked, question), repeated_texts(rows))
    judged = rows.select(_reason().alias("reason"), "meaning", "is_unclear")
    kept = pl.when(pl.col("reason").is_null()).then(pl.col("meaning")).alias("meaning")
    return Gate(judged["reason"], judged.select(kept).to_series(), int(judged["is_unclear"].sum()))


def _reason() -> "pl.Expr":
    import polars as pl

    is_blank = pl.col("text") == ""
    return (
        pl.when(is_blank & pl.col("broken_off"))
        .then(pl.lit("partial"))
        .when(is_blank | pl.col("says_nothing"))
        .then(pl.lit("non_answer"))
        .when(chanted() | (pl.col("meaning").is_null() & pl.col("bogus")))
        .then(pl.lit("bogus"))
        .when(pl.col("sheet_again") | pl.col("again"))
        .then(pl.lit("duplicate"))
        .otherwise(None)
    )


def _kept_note(meaning: str, count: int) -> str:
    if meaning == ALL_GOOD:
        counts = "counts as an answer" if count == 1 else "count as answers"
        return f"{count:,} bare “all good” or the like {counts}."
    if meaning not in MEANINGS.values():
        return ""
    said = _BARE.get(meaning, f"“{meaning.split()[0]}”")
    if count == 1:
        return f"1 bare {said} is read as “{meaning}”, and counts as an answer."
    return f"{count:,} bare {said} are read as “{meaning}”, and count as answers."


def _unclear_note(count: int) -> str:
    if not count:
        return ""
    was = "was" if count == 1 else "were"
    return (
        f"{count:,} bare “nothing” {was} left out: the question does not tell whether that is"
        " praise or blame."
    )
