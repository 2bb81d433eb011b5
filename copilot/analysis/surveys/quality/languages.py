"""In which languages a question was answered."""

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from copilot.analysis.language import foreign

if TYPE_CHECKING:
    import polars as pl

SAMPLE = 2_000
FEWEST_WORDS = 3
"""Words below which nobody can tell."""
UNKNOWN = "unknown"


def language_shares(answers: "pl.Series", seed: int, *, sample: int = SAMPLE) -> dict[str, float]:
    """Return the share of answers by language, the most common first.

    Args:
        answers: Texts; nulls and blanks are not in the base.
        seed: Of the draw, where there are more than `sample` answers.
        sample: How many are looked at.

    Returns:
        ISO 639 codes, and `unknown` for texts under three words and unclear ones, with shares
        of 0 to 1 that sum to 1; empty without answers.
    """
    written = answers.drop_nulls().str.strip_chars()
    written = written.filter(written != "")
    if len(written) > sample:
        drawn = np.random.default_rng(seed).choice(len(written), size=sample, replace=False)
        written = written.gather(np.sort(drawn))
    counts = Counter(map(language_of, written.to_list()))
    return {code: count / len(written) for code, count in counts.most_common()}


def language_of(text: str) -> str:
    """Return the ISO 639 code of a text's language, or `unknown`."""
    if len(text.split()) < FEWEST_WORDS and text.isascii():
        return UNKNOWN
    code = foreign(text)
    return code or ("en" if _reads_as_english(text) else UNKNOWN)


def _reads_as_english(text: str) -> bool:
    from py3langid import rank

    near = ("en", "pcm")  # Nigerian Pidgin shares its words, and wins on short sentences
    return len(text.split()) >= FEWEST_WORDS and rank(text)[0][0] in near
