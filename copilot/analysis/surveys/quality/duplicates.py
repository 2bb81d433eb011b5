"""The same answer sheet again, or the same long text again; the first always stays.

A sheet is there again where

- an id repeats together with the answers to all questions (a respondent who answered twice and
  differently is no duplicate), or
- everything but the ids repeats, and that is beyond chance: its open answers have eight words
  or more together, or it came in at the same second with at least three questions answered.

Short equal answers ("price") are many people's, and never duplicates.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copilot.domain.survey_parts import Column

if TYPE_CHECKING:
    import polars as pl

LONG = 20
"""Words from which two people do not write the same by chance, nor by habit or template."""
_BEYOND_CHANCE = 8
"""Words from which two whole sheets are not equal by chance."""
_ANSWERED = 3
_DISTINCT = 0.5
"""Share of different values from which an id tells respondents apart, not collectors, and a time
stamp is of an answer, not of an import."""
_SHARED_IDS = (
    r"(?i)\b(?:ip|ip.?address|collector|batch|source|channel|campaign|(?:first|last|given|family).?name"
    r"|surname|vorname|nachname|prénom|nombre|apellidos?|company|account|organi[sz]ation|workspace"
    r"|device|household|store|branch)\b"
)
"""Of several people; two of one name may well agree on all questions of a short survey."""


def repeated_texts(rows: "pl.DataFrame") -> "pl.Series":
    """Return which rows of `readings` repeat a long text of an earlier row (Boolean)."""
    import polars as pl

    is_long = pl.col("words") >= LONG
    return rows.select((is_long & ~pl.col("key").is_first_distinct()).alias("again")).to_series()


def repeated_sheets(frame: "pl.DataFrame", columns: Sequence[Column]) -> "pl.Series":
    """Return which rows of an export are an earlier row again (Boolean, one a row).

    Args:
        frame: The export, all text.
        columns: What its columns hold; those of type `ignore` are not compared.
    """
    import polars as pl

    asked = [one.name for one in columns if one.type not in ("id", "date", "ignore")]
    if not asked or not frame.height:
        return pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
    dates = [one.name for one in columns if one.type == "date" and _tells_apart(frame[one.name])]
    opened = [one.name for one in columns if one.type == "open"]
    sheet = frame.select(
        pl.struct(asked).hash().alias("answers"),
        pl.struct([*asked, *dates]).hash().alias("whole"),
        _beyond_chance(asked, dates, opened).alias("is_telling"),
    )
    by_content = pl.col("is_telling") & ~pl.col("whole").is_first_distinct()
    again = sheet.select(by_content.alias("again")).to_series()
    for name in _respondent_ids(frame, columns):
        again = again | _same_id(frame[name], sheet["answers"])
    return again


def _same_id(ids: "pl.Series", answers: "pl.Series") -> "pl.Series":
    import polars as pl

    pair = pl.DataFrame({"id": ids, "answers": answers})
    again = pl.col("id").is_not_null() & ~pl.struct("id", "answers").is_first_distinct()
    return pair.select(again.alias("again")).to_series()


def _respondent_ids(frame: "pl.DataFrame", columns: Sequence[Column]) -> list[str]:
    import re

    named = [
        one.name for one in columns if one.type == "id" and not re.search(_SHARED_IDS, one.name)
    ]
    return [name for name in named if _tells_apart(frame[name])]


def _tells_apart(ids: "pl.Series") -> bool:
    present = ids.drop_nulls()
    return len(present) > 0 and present.n_unique() >= _DISTINCT * len(present)


def _beyond_chance(asked: Sequence[str], dates: Sequence[str], opened: Sequence[str]) -> "pl.Expr":
    import polars as pl

    words = pl.sum_horizontal(
        [pl.lit(0), *(pl.col(name).str.count_matches(r"\S+").fill_null(0) for name in opened)]
    )
    to_the_second = pl.any_horizontal(
        [
            pl.lit(value=False),
            *(pl.col(name).str.contains(r"\d:\d\d:\d\d").fill_null(value=False) for name in dates),
        ]
    )
    answered = pl.sum_horizontal([pl.col(name).is_not_null().cast(pl.UInt32) for name in asked])
    return (words >= _BEYOND_CHANCE) | (to_the_second & (answered >= _ANSWERED))
