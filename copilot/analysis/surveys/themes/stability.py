"""How far two code books of the same answers agree, and one made of both."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copilot.analysis.surveys.themes.features import Embed
from copilot.domain.survey_themes import CodebookTheme

Float = NDArray[np.float64]
MOST = 20
"""More themes than that overwhelm a reader."""
SAME = 0.42
"""From this cosine on a theme is matched with its best counterpart in the other book."""
DUPLICATE = 0.6
"""From this cosine on two themes are one, even within a book."""
_FOR = frozenset({"positive", "praise", "praises", "praised", "like", "likes", "liked", "agree"})
_AGAINST = frozenset(
    {"negative", "complaint", "complain", "complains", "complained", "dislike", "disagree"}
)


class Merged(NamedTuple):
    """One code book made of two."""

    themes: tuple[CodebookTheme, ...]
    """Those of both books first; keys are t1, t2, and so on."""
    stability: float
    """Of the themes of both books, the share that has a counterpart in the other, 0 to 1."""


def merged(
    first: Sequence[CodebookTheme],
    second: Sequence[CodebookTheme],
    embed: Embed,
    *,
    most: int = MOST,
) -> Merged:
    """Merge two code books by what their themes mean.

    Themes are matched one to one so that the sum of cosines is greatest; a match is worded as in
    the first book. Near duplicates are dropped, and so is what exceeds `most`. Praise is never
    merged with complaint.

    Args:
        first: Themes of one reading.
        second: Themes of another, made apart from it.
        embed: Gives unit vectors of names with definitions.
        most: How many themes are kept.
    """
    themes = [*first, *second]
    alike = _alike(themes, embed)
    pairs = matched(alike[: len(first), len(first) :], SAME)
    order = _in_order(pairs, len(first), len(themes))
    kept: list[int] = []
    for place in order:
        if len(kept) < most and all(alike[place, other] < DUPLICATE for other in kept):
            kept.append(place)
    return Merged(
        tuple(
            themes[place].model_copy(update={"key": f"t{number}"})
            for number, place in enumerate(kept, 1)
        ),
        2 * len(pairs) / len(themes) if themes else 1.0,
    )


def _alike(themes: Sequence[CodebookTheme], embed: Embed) -> Float:
    """Return cosines of all themes, 1 for equal names, -1 where their stances are opposed."""
    if not themes:
        return np.zeros((0, 0))
    vectors = embed([f"{theme.name}: {theme.definition}" for theme in themes]).astype(np.float64)
    sides = np.array([_side(theme) for theme in themes])
    names = np.array([" ".join(theme.name.casefold().split()) for theme in themes])
    cosines = np.where(names[:, None] == names[None, :], 1.0, vectors @ vectors.T)
    alike: Float = np.where(np.outer(sides, sides) < 0, -1.0, cosines)
    return alike


def _side(theme: CodebookTheme) -> int:
    words = set(theme.stance.lower().replace(",", " ").split())
    return bool(words & _FOR) - bool(words & _AGAINST)


def matched(scores: Float, least: float = 0.0) -> list[tuple[int, int]]:
    """Match rows and columns one to one, so that the sum of scores is greatest.

    Args:
        scores: How alike each row and column are, shape (rows, columns).
        least: A pair below it is no match.
    """
    from scipy.optimize import linear_sum_assignment

    # A pair below the least is no gain, so it must not cost another pair its counterpart.
    found = linear_sum_assignment(np.where(scores >= least, scores, 0.0), maximize=True)
    return [
        (int(row), int(column))
        for row, column in zip(*found, strict=True)
        if scores[row, column] >= least
    ]


def _in_order(pairs: Sequence[tuple[int, int]], first: int, total: int) -> list[int]:
    """Return places to keep: matched ones, then the others of both books in turns."""
    paired = {one for one, _ in pairs} | {first + other for _, other in pairs}
    left = [place for place in range(total) if place not in paired]
    left.sort(key=lambda place: (place if place < first else place - first, place))
    return [one for one, _ in pairs] + left
