"""A person looks at labels: some are drawn, and what is found widens the intervals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.answers import Answers
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.coding import Coding, ReadAnswer
from copilot.analysis.surveys.quoting import SMALLEST_CELL
from copilot.analysis.surveys.themes.checking import with_human_check
from copilot.analysis.surveys.wording import share_sentence
from copilot.domain.figures import interval_percent, percent
from copilot.domain.survey_parts import Interval, LabelSample, OpenQuestion, Theme

DRAWN = 50
"""Labels that a person is asked to look at, at most."""
LONGEST = 2_000
"""Characters of an answer that are kept to be looked at."""
_BEGINS = "A person checked "


class Agreement(NamedTuple):
    """How often a person agreed with labels."""

    agreed: int
    checked: int

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None where nothing was looked at."""
        return self.agreed / self.checked if self.checked else None

    @property
    def ci(self) -> Interval:
        """Its 95 % interval, after Wilson."""
        return wilson(self.agreed, self.checked)


def drawn_labels(answers: Answers, coding: Coding, seed: int) -> tuple[LabelSample, ...]:
    """Draw labels for a person to look at, each as likely as any other.

    Labels of themes that fewer than five answers have are not drawn: they would point at people.

    Args:
        answers: To one question.
        coding: Who was read as what.
        seed: Same seed, same labels.
    """
    having = {
        theme.key: sum(theme.key in one.themes for one in coding.read) for theme in coding.themes
    }
    given = [
        (one, key)
        for one in coding.read
        for key, count in having.items()
        if key in one.themes and count >= SMALLEST_CELL
    ]
    take = np.random.default_rng(seed).permutation(len(given))[:DRAWN]
    return tuple(_sample(answers, *given[at]) for at in take)


def agreement(samples: Sequence[LabelSample]) -> Agreement:
    """Return how often a person agreed; what was skipped does not count."""
    said = [one.upheld for one in samples if one.upheld is not None]
    return Agreement(sum(said), len(said))


def checked(question: OpenQuestion, verdicts: Mapping[int, bool]) -> OpenQuestion:
    """Return a question after a person's check: agreement told, intervals widened by it.

    A later check takes the place of an earlier one; nothing is widened twice.

    Args:
        question: With labels that were drawn.
        verdicts: By place among these labels, whether the person agrees.
    """
    samples = tuple(
        one.model_copy(update={"upheld": verdicts.get(place)})
        for place, one in enumerate(question.checkable)
    )
    found = agreement(samples)
    before = question.unchecked or {one.key: one.ci for one in question.themes}
    notes = [one for one in question.notes if not one.startswith(_BEGINS)]
    return question.model_copy(
        update={
            "checkable": samples,
            "agreement": found.share,
            "unchecked": before if found.checked else {},
            "themes": tuple(_widened(one, before, found) for one in question.themes),
            "notes": (*notes, *([agreement_sentence(found)] if found.checked else [])),
        }
    )


def agreement_sentence(found: Agreement) -> str:
    """Return what a person's check has found, and what it did to the intervals."""
    if not found.checked:
        return "No label was checked."
    share = found.agreed / found.checked
    return (
        f"{_BEGINS}{found.checked:,} labels and agreed with {found.agreed:,}"
        f" ({percent(share)}, {interval_percent(found.ci)});"
        " the intervals of the themes are widened by it."
    )


def _sample(answers: Answers, read: ReadAnswer, key: str) -> LabelSample:
    return LabelSample(
        row=answers.row(read.place),
        text=answers.texts[read.place][:LONGEST],
        theme=key,
        words=read.words.get(key, ""),
    )


def _widened(theme: Theme, before: Mapping[str, Interval], found: Agreement) -> Theme:
    interval = before.get(theme.key, theme.ci)
    wide = with_human_check(theme.share, interval, found.agreed, found.checked)
    told = theme.model_copy(update={"ci": wide})
    return told.model_copy(update={"said": share_sentence(told)})
