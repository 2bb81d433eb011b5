"""Answers that are no words of anybody: mashed keys, digits, filler text, bare addresses.

Precision goes before recall: a short word of any language and the name of a product must pass,
so every rule is about the whole answer, and none about a word that is merely unknown.
"""

from typing import TYPE_CHECKING

from copilot.analysis.surveys.quality.asking import Asked
from copilot.analysis.surveys.quality.phrases import FILLERS
from copilot.analysis.surveys.quality.readings import key_of

if TYPE_CHECKING:
    import polars as pl

_KEY_ROWS = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm")
_REAL_WORDS = frozenset({"qwerty", "qwertz", "azerty", "poiu"})
"""Names of keyboard layouts, which people ask for."""
_HOME_ROW = r"^[asdfghjkl]{6,}$"
_NO_VOWEL = r"^[bcdfghjklmnpqrstvwxz]{7,}$"
"""Czech and Croatian have words without a vowel, but none so long."""
_ONE_LETTER = "^(?:" + "|".join(f"{letter}{{3,}}" for letter in "abcdefghijklmnopqrstuvyz") + ")$"
"""`www` and `xxx` have a meaning of their own."""
_UNHEARD = (
    r"q[bcdfghjkmnprsvwxyz]|j[bfghpqwxz]|x[bdfgjkmnqrvz]|v[bfgjqwx]|w[jqvxz]|z[fqwx]"
    r"|[bdfghjkmpvwxz]q|[bcdfghjkmpqvwz]x|[cqvwxz]j|k[qxz]|f[bqvwxz]|g[qvxz]"
)
"""Pairs of letters that no language in Latin letters has often; two in a word are no accident."""
_CONSONANTS = r"[bcdfghjklmnpqrstvwxz]{4}"
_ADDRESSES = r"^(?:(?:https?://|www\.)\S+\s*)+$"
_PICTURE = r"[\p{So}\p{Extended_Pictographic}]"
_COMMON_DIGITS, _FEWEST_DIGITS = 0.3, 3
"""Share and number of answers in digits from which digits are how this question is answered."""
_OWN_WORDS = 4
_REPEATS, _FILLER_REPEATS = 4, 2


def bogus(rows: "pl.DataFrame", asked: Asked, question: str) -> "pl.Series":
    """Return which rows of `readings` hold no words of a language (Boolean).

    Args:
        rows: With `text`, `key` and `words`.
        asked: What the question asks for; one for numbers or links takes them bare.
        question: As asked; an answer that repeats it says nothing.
    """
    import polars as pl

    rules = [_mashed(), _lorem(), _echo(question), chanted(), *_without_words(rows, asked)]
    if asked.wanted != "other":  # what somebody does with a product may well be testing
        rules.append(pl.col("key").is_in(["testing", *FILLERS]))
    if not asked.takes_links:
        rules.append(pl.col("text").str.contains(_ADDRESSES))
    return rows.select(pl.any_horizontal(rules).fill_null(value=False).alias("bogus")).to_series()


def _without_words(rows: "pl.DataFrame", asked: Asked) -> list["pl.Expr"]:
    import polars as pl

    text = pl.col("text")
    is_picture = text.str.contains(_PICTURE)
    only_marks = (pl.col("key") == "") & (text != "") & ~is_picture
    only_digits = (
        text.str.contains(r"\p{N}") & ~text.str.contains(r"\p{L}") & ~is_picture
    ).fill_null(value=False)
    written = rows.filter(pl.col("text") != "").height
    in_digits = rows.filter(only_digits).height
    are_common = in_digits >= max(_FEWEST_DIGITS, _COMMON_DIGITS * written)
    return [only_marks] if asked.takes_numbers or are_common else [only_marks, only_digits]


def _mashed() -> "pl.Expr":
    """Return whether an answer is made by hands rather than by a mind; acronyms pass."""
    import polars as pl

    key, text = pl.col("key"), pl.col("text")
    is_acronym = text == text.str.to_uppercase()
    no_vowel = ~is_acronym & key.str.contains(_NO_VOWEL)
    home_row = key.str.contains(_HOME_ROW) & key.str.contains(_CONSONANTS)
    unheard = (
        ~is_acronym & key.str.contains(r"^[a-z]{6,}$") & (key.str.count_matches(_UNHEARD) >= 2)
    )
    tight = key.str.replace_all(" ", "", literal=True)
    key_row = tight.is_in(_row_pieces())
    with_digits = tight.str.extract(r"^([a-z]{5,})\d+$").is_in(list(_REAL_WORDS))
    one_letter = ~is_acronym & key.str.contains(_ONE_LETTER)
    twice = ~is_acronym & _twice(key)
    return no_vowel | home_row | unheard | key_row | with_digits | one_letter | twice | _again(key)


def _twice(word: "pl.Expr") -> "pl.Expr":
    """Return whether a word is twice the same three or four keys: `sdfsdf`, `jkljkl`, `asdfasdf`.

    Words do that, too ("bonbon", "couscous"), but not with keys that lie side by side or without
    a vowel.
    """
    import polars as pl

    unit = (
        pl.when(word.str.len_chars() == 6)
        .then(word.str.slice(0, 3))
        .otherwise(pl.when(word.str.len_chars() == 8).then(word.str.slice(0, 4)))
    )
    drawn = unit.str.contains(r"^[bcdfghjklmnpqrstvwxz]+$") | unit.is_in(_row_pieces(3))
    return (drawn & (word == unit + unit)).fill_null(value=False)


def _again(word: "pl.Expr") -> "pl.Expr":
    """Return whether a single word is up to four letters repeated throughout: `asdasdasd`.

    Polars' expressions know no back-references; so each length is held against its own shift.
    Scripts without case are left alone, where six characters are a sentence.
    """
    import polars as pl

    def cycles(size: int) -> pl.Expr:
        shifted = word.str.slice(size)
        return (word.str.len_chars() >= max(6, 3 * size)) & word.str.starts_with(shifted)

    cased = word.str.contains(r"^[\p{Latin}\p{Greek}\p{Cyrillic}]+$")
    return cased & pl.any_horizontal([cycles(size) for size in (1, 2, 3, 4)])


def _lorem() -> "pl.Expr":
    import polars as pl

    return pl.col("key").str.contains(r"lorem ipsum|dolor sit amet|consectetur adipis")


def _echo(question: str) -> "pl.Expr":
    """Return whether an answer is the question, or most of it; `price` to `Price?` is not."""
    import polars as pl

    asked, key = key_of(question), pl.col("key")
    if len(asked.split()) < _OWN_WORDS:
        return pl.lit(value=False)
    most = key.str.len_chars() >= 0.8 * len(asked)
    return most & pl.lit(asked).str.contains(key, literal=True)


def chanted() -> "pl.Expr":
    """Return whether an answer is one word again and again, whatever the word means."""
    import polars as pl

    first = pl.col("key").str.extract(r"^(\S+) ")
    spaced = pl.col("key") + " "
    shifted = spaced.str.slice(first.str.len_chars() + 1)
    times = pl.col("key").str.count_matches(" ", literal=True) + 1
    least = pl.when(first.is_in(list(FILLERS))).then(_FILLER_REPEATS).otherwise(_REPEATS)
    return (spaced.str.starts_with(shifted) & (times >= least)).fill_null(value=False)


def _row_pieces(shortest: int = 4) -> list[str]:
    """Return every run of keys in a row, both ways, but words.

    Args:
        shortest: How many keys a run has at the least.
    """
    both = [row for line in _KEY_ROWS for row in (line, line[::-1])]
    runs = {
        row[start:end]
        for row in both
        for start in range(len(row))
        for end in range(start + shortest, len(row) + 1)
    }
    return sorted(runs - _REAL_WORDS - {"rewq", "poui", "trew", "uiop"} | {"asdf", "qwer", "zxcv"})
