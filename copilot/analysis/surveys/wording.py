"""Words for shares and differences, never stronger than the interval or the test allows."""

from collections.abc import Sequence
from typing import NamedTuple

from copilot.domain.counting import counted
from copilot.domain.figures import interval_percent, percent, share_percent
from copilot.domain.survey_parts import Interval
from copilot.domain.survey_themes import SegmentShare, Theme

ALPHA = 0.05
_ABOUT = ((10, 0.02), (5, 0.04), (4, 0.04), (3, 0.05))
"""One in how many, and how far on either side of it an interval may reach."""
_NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
UNCLEAR = "an unclear share"


class Spoken(NamedTuple):
    """A comparison in words, and whether there is a difference to speak of."""

    text: str
    differs: bool


def share_words(interval: Interval) -> str:
    """Return what can be said of a share whatever in its interval the truth is.

    | interval | words |
    | --- | --- |
    | above 90 % | nearly all |
    | above 50 % | most |
    | within 40 and 60 %, around 50 % | about half |
    | below 1 % | hardly any |
    | below 10 % | few |
    | within 2 points of a tenth, 4 of a fifth or a quarter, 5 of a third | about one in ten … |
    | from a third on, a quarter … a tenth | at least one in three, four … ten |
    | below 50 % | a minority |

    Of two that hold the upper is said; `an unclear share` where none does.
    """
    low, high = interval
    if low > 0.5:
        return "nearly all" if low > 0.9 else "most"
    if low >= 0.4 and 0.5 <= high <= 0.6:
        return "about half"
    if high < 0.1:
        return "hardly any" if high < 0.01 else "few"
    about = [one for one, by in _ABOUT if 1 / one - by <= low and high <= 1 / one + by]
    if about:
        nearest = min(about, key=lambda one: abs(low + high - 2 / one))
        return f"about one in {_NUMBERS[nearest - 3]}"
    for number, word in enumerate(_NUMBERS, 3):
        if low >= 1 / number:
            return f"at least one in {word}"
    return "a minority" if high < 0.5 else UNCLEAR


def said(share: float, interval: Interval, n: int = 0) -> str:
    """Return a share in words with its figures: `most (62 %, 57 to 67 %)`."""
    figures = share_percent(share, n, width=interval[1] - interval[0])
    return f"{share_words(interval)} ({figures}, {interval_percent(interval, n)})"


def share_sentence(theme: Theme) -> str:
    """Return a theme's share as a sentence, `Most (62 %, 57 to 67 %) speak of “Price”`."""
    if theme.of_labelled:
        figures = f"{share_percent(theme.share, theme.labelled)}, {interval_percent(theme.ci)}"
        answers = counted(theme.of_labelled, "labelled answer")
        words = share_words(theme.ci)
        return (
            f"{words[0].upper()}{words[1:]} of the {answers} speak of “{theme.name}” ({figures})."
        )
    told = said(theme.share, theme.ci, theme.labelled)
    return f"{told[0].upper()}{told[1:]} speak of “{theme.name}”."


def group_compared(share: SegmentShare, theme_name: str = "") -> Spoken:
    """Return how often a group speaks of a theme beside all others, by its corrected test.

    Args:
        share: Of the group; its corrected p decides.
        theme_name: What the theme is called; else its key.
    """
    theme = theme_name or share.theme
    figures = (
        f"({percent(share.share)}, {interval_percent(share.ci)}; others {percent(share.others)})"
    )
    if share.p_adjusted >= ALPHA or share.share == share.others:
        return Spoken(
            f"“{theme}”: no clear difference between “{share.group}” and others {figures}.",
            differs=False,
        )
    way = "more" if share.share > share.others else "less"
    return Spoken(f"“{theme}”: {way} often from “{share.group}” {figures}.", differs=True)


def ranks(themes: Sequence[Theme]) -> list[Interval]:
    """Return the places each theme may have among all, as its interval allows (1 is the most).

    A theme is surely ahead of those whose intervals end below its own.
    """
    return [
        (
            1 + sum(other.ci[0] > theme.ci[1] for other in themes),
            len(themes) - sum(other.ci[1] < theme.ci[0] for other in themes),
        )
        for theme in themes
    ]
