"""Answers that say nothing, decided with what the question asks for.

| answer | improvement | liking | anything else | other |
| --- | --- | --- | --- | --- |
| n/a, don't know, see above | left out | left out | left out | left out |
| nothing, none | kept: nothing to improve | kept: nothing liked | left out | left out |
| everything | kept: everything to improve | kept: everything liked | kept | kept |
| no | as "nothing" where the question can be answered by it | same | left out | kept if so |
| yes | kept where the question can be answered by it | same | left out | same |

Two such phrases together ("no, nothing"), or one with a tail ("none at the moment"), are read
as the one that says most. Anything longer is an answer: "nothing, it just works" is praise.
"""

from typing import TYPE_CHECKING

from copilot.analysis.surveys.quality import phrases
from copilot.analysis.surveys.quality.asking import Asked
from copilot.analysis.surveys.quality.readings import any_of

if TYPE_CHECKING:
    import polars as pl

MEANINGS = {
    ("nothing", "improvement"): "nothing to improve",
    ("nothing", "liking"): "nothing liked",
    ("everything", "improvement"): "everything to improve",
    ("everything", "liking"): "everything liked",
}
"""What a bare answer means, by what was asked for."""
_LONGEST = 80
"""Characters of a key beyond which it is no set phrase."""


def with_meanings(rows: "pl.DataFrame", asked: Asked) -> "pl.DataFrame":
    """Return the rows with `says_nothing` (Boolean) and `meaning` (String, null for none)."""
    import polars as pl

    spoken = rows.with_columns(_class_expression().alias("phrase"))
    phrase, dashes = pl.col("phrase"), pl.col("text").str.contains(r"^[-–—.…_/\\*~,\s]*$")
    meaning = phrase.replace_strict(_kept(asked), default=None, return_dtype=pl.String)
    return spoken.with_columns(
        meaning.alias("meaning"),
        (dashes | (phrase.is_not_null() & meaning.is_null()))
        .fill_null(value=False)
        .alias("says_nothing"),
    ).drop("phrase")


def _kept(asked: Asked) -> dict[str, str]:
    """Return the classes of phrases that answer this question, each with what it means."""
    nothing = MEANINGS.get(("nothing", asked.wanted))
    kept = {"everything": MEANINGS.get(("everything", asked.wanted), "everything")}
    if nothing:
        kept["nothing"] = nothing
    if asked.is_yes_no and asked.wanted != "anything_else":
        kept |= {"no": nothing or "no", "yes": "yes"}
    return kept


def _class_expression() -> "pl.Expr":
    import polars as pl

    key = pl.col("key")
    short = key.str.len_chars() <= _LONGEST
    classes = [
        pl.when(short & key.str.contains(pattern)).then(pl.lit(name))
        for name, pattern in _PATTERNS.items()
    ]
    return pl.coalesce(classes)


def _whole(cores: str) -> str:
    """Return a pattern for keys that are one or more of the phrases, with tails or without."""
    return rf"^(?:{cores})(?: (?:{cores}|{any_of(phrases.TAILS)}))*$"


def _patterns() -> dict[str, str]:
    no, yes = any_of(phrases.NO), any_of(phrases.YES)
    nothing = any_of(phrases.NOTHING)
    return {
        "no": _whole(no),
        "yes": _whole(yes),
        "everything": _whole(any_of(phrases.EVERYTHING)),
        "nothing": _whole(f"{nothing}|{no}"),
        "empty": _whole(f"{any_of(phrases.EMPTY)}|{nothing}|{no}"),
    }


_PATTERNS = _patterns()
