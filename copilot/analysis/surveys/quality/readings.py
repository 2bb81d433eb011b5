"""Answers made ready for the gate: cleaned texts, keys to compare by, counts of words."""

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

_APART = r"[^\p{L}\p{M}\p{N}]+"


def readings(answers: "pl.Series") -> "pl.DataFrame":
    """Return a row an answer: `text` ("" for none), `key` and `words`, a count.

    A key is the text in small letters and digits, everything else one space; two answers
    with one key differ in nothing that a reader would care about.
    """
    import polars as pl

    text = pl.col("text")
    key = text.str.to_lowercase().str.replace_all(_APART, " ").str.strip_chars().alias("key")
    return (
        answers.cast(pl.String)
        .fill_null("")
        .str.strip_chars()
        .alias("text")
        .to_frame()
        .with_columns(key)
        .with_columns((text.str.count_matches(r"\S+")).cast(pl.UInt32).alias("words"))
    )


def key_of(text: str) -> str:
    """Return the key of one text."""
    kept = (char if _is_kept(char) else " " for char in text.lower())
    return " ".join("".join(kept).split())


def keys(phrases: str) -> list[str]:
    """Return the keys of phrases that stand between semicolons, the longest first."""
    found = {key_of(phrase) for phrase in phrases.split(";")} - {""}
    return sorted(found, key=lambda key: (-len(key), key))


def any_of(phrases: str) -> str:
    """Return an alternation of the phrases, for a regular expression over keys."""
    return "|".join(map(re.escape, keys(phrases)))


def _is_kept(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"
