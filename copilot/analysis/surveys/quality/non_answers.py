"""Answers that say nothing, decided with what the question asks for.

| answer | improvement | liking | anything else | other |
| --- | --- | --- | --- | --- |
| n/a, don't know, see above, a picture alone | left out | left out | left out | left out |
| nothing, none | kept: nothing to improve | kept: nothing liked | left out | left out, and told |
| all good, fine as it is | kept: all good, nothing to improve | kept | left out | kept, and told |
| perfect, love it | kept: all good, nothing to improve | kept | kept | kept |
| everything | kept: everything to improve | kept: everything liked | kept | kept |
| no | as "nothing" where the question can be answered by it | same | left out | kept if so |
| yes | kept where the question can be answered by it | same | left out | same |

Two such phrases together ("no, nothing"), or one with words around it that add nothing ("none at
the moment"), are read as the one that says most. Anything longer is an answer: "nothing, it just
works" is praise.
"""

from typing import TYPE_CHECKING

from copilot.analysis.surveys.quality import phrases
from copilot.analysis.surveys.quality.asking import Asked
from copilot.analysis.surveys.quality.readings import any_of

if TYPE_CHECKING:
    import polars as pl

MEANINGS = {
    ("nothing", "improvement"): "nothing to improve",
    ("fine", "improvement"): "all good, nothing to improve",
    ("praise", "improvement"): "all good, nothing to improve",
    ("nothing", "liking"): "nothing liked",
    ("everything", "improvement"): "everything to improve",
    ("everything", "liking"): "everything liked",
}
"""What a bare answer means, by what was asked for."""
ALL_GOOD = "all good"
"""What a bare answer means where it may be praise or a word of courtesy."""
_PICTURES = r"^[\p{So}\p{Sk}\p{Extended_Pictographic}\p{Cf}\p{Mn}\s]+$"
_LONGEST = 80
"""Characters of a key beyond which it is no set phrase."""


def with_meanings(rows: "pl.DataFrame", asked: Asked) -> "pl.DataFrame":
    """Return the rows with what their answers come to.

    Args:
        rows: As `readings` returns them.
        asked: What the question asks for.

    Returns:
        Three more columns: `says_nothing` (Boolean), `meaning` (String, null for none), and
        `is_unclear` (Boolean), for a "nothing" that the question does not give a meaning.
    """
    import polars as pl

    spoken = rows.with_columns(_class_expression().alias("phrase"))
    phrase, text = pl.col("phrase"), pl.col("text")
    wordless = text.str.contains(r"^[-–—.…_/\\*~,\s]*$") | text.str.contains(_PICTURES)
    meaning = phrase.replace_strict(_kept(asked), default=None, return_dtype=pl.String)
    is_unclear = (phrase == "nothing") & (asked.wanted == "other")
    return spoken.with_columns(
        meaning.alias("meaning"),
        (wordless | (phrase.is_not_null() & meaning.is_null()))
        .fill_null(value=False)
        .alias("says_nothing"),
        is_unclear.fill_null(value=False).alias("is_unclear"),
    ).drop("phrase")


def _kept(asked: Asked) -> dict[str, str]:
    """Return the classes of phrases that answer this question, each with what it means."""
    nothing = MEANINGS.get(("nothing", asked.wanted))
    kept = {
        "everything": MEANINGS.get(("everything", asked.wanted), "everything"),
        "praise": MEANINGS.get(("praise", asked.wanted), "praise"),
    }
    if asked.wanted != "anything_else":
        kept["fine"] = MEANINGS.get(("fine", asked.wanted), ALL_GOOD)
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


def _whole(cores: str, more: str = "") -> str:
    """Return a pattern for keys that are the phrases, with or without words around.

    Args:
        cores: An alternation of the phrases.
        more: An alternation of what may follow the first of them; the phrases where empty.
    """
    heads, tails = any_of(phrases.HEADS), any_of(phrases.TAILS)
    return rf"^(?:(?:{heads}) )*(?:{cores})(?: (?:{more or cores}|{tails}))*$"


def _patterns() -> dict[str, str]:
    no, yes = any_of(phrases.NO), any_of(phrases.YES)
    nothing, fine = any_of(phrases.NOTHING), any_of(phrases.FINE)
    empty = f"{any_of(phrases.EMPTY)}|{phrases.REFERENCES}"
    return {
        "no": _whole(no),
        "yes": _whole(yes),
        "everything": _whole(any_of(phrases.EVERYTHING)),
        "nothing": _whole(f"{nothing}|{no}"),
        "fine": _whole(f"{fine}|{nothing}|{no}"),
        "praise": _whole(any_of(phrases.PRAISE), fine),
        "empty": _whole(f"{empty}|{nothing}|{no}"),
    }


_PATTERNS = _patterns()
