"""Where people stop."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from copilot.analysis.surveys.closed.cells import LEAST_COUNT, share_with_ends
from copilot.analysis.surveys.closed.coding import Codes
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.closed.reading import Mask
from copilot.analysis.surveys.missing.answering import Asked
from copilot.analysis.surveys.missing.completion import Completion, final_question
from copilot.domain.survey_parts import MissingVoice

_LEAST_SHARE = 0.02
"""A smaller loss is no place where people drop off."""


class _Loss(NamedTuple):
    """Those who came to a question and answered none after it."""

    after: int
    """Its place; -1 for those who answered nothing."""
    lost: int
    reached: int


def drop_off(questions: Sequence[Asked], last: Codes, completion: Completion) -> list[MissingVoice]:
    """Return the question before which most people stopped, and who answered none at all.

    Nothing is told of places where few stop. The share is of those who had come so far. Who
    is said to have finished has not stopped.
    """
    if not questions:
        return []
    start, *later = _losses(questions, last, _leavers(completion))
    worst = max(later, key=lambda loss: loss.lost, default=start)
    return [_voice(questions, loss) for loss in dict.fromkeys((start, worst)) if _is_large(loss)]


def _is_large(loss: _Loss) -> bool:
    return loss.lost >= LEAST_COUNT and loss.lost / loss.reached >= _LEAST_SHARE


def _voice(questions: Sequence[Asked], loss: _Loss) -> MissingVoice:
    return MissingVoice(
        segment="",
        group=questions[loss.after + 1].name,
        what="drop_off",
        n=loss.reached,
        share=loss.lost / loss.reached,
        ci=wilson(loss.lost, loss.reached),
        message=_message(questions, loss),
    )


def _leavers(completion: Completion) -> Mask:
    left: Mask = ~completion.complete
    return left & completion.known if completion.column else left


def _losses(questions: Sequence[Asked], last: Codes, left: Mask) -> list[_Loss]:
    lost = np.bincount(last[left] + 1, minlength=len(questions) + 1)
    here = np.bincount(last + 1, minlength=len(questions) + 1)
    reached = here[::-1].cumsum()[::-1]
    final = final_question(questions)
    return [_Loss(at - 1, int(lost[at]), int(reached[at])) for at in range(final + 1)]


def _message(questions: Sequence[Asked], loss: _Loss) -> str:
    people = f"{loss.lost:,} of {loss.reached:,} people"
    share = share_with_ends(loss.lost, loss.reached).replace(" (", ", ").rstrip(")")
    following = questions[loss.after + 1].name
    if loss.after < 0:
        return f"{people} ({share}) opened the survey and answered nothing."
    return (
        f"{people} ({share}) stopped after “{questions[loss.after].name}”, "
        f"before “{following}”: more than anywhere else."
    )
