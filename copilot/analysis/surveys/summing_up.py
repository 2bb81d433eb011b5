"""Put a survey summary together, and see that every row is in it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from copilot.analysis.surveys.assignments import (
    EXCLUDED,
    FAILED,
    LABELLED,
    PROPAGATED,
    SOURCES,
    Assignments,
)
from copilot.analysis.surveys.ground import CONFIDENT, Ground
from copilot.analysis.surveys.measuring import MeasuredQuestion
from copilot.analysis.surveys.read_question import ReadQuestion
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import Accounting, Exclusion

_ORDER = (LABELLED, PROPAGATED, FAILED, EXCLUDED)
"""What counts of a row whose answers went different ways."""
LISTED = 10
WHO_WAS_ASKED = (
    "How many people were asked, and who are all users? Give their shares with"
    " --population FILE.yaml, and it shows who is missing."
)
ASKED_ALSO = "How many people were asked, and how was it decided whom to ask?"


def summed_up(base: SurveySummary, ground: Ground, read: Sequence[ReadQuestion]) -> SurveySummary:
    """Return the summary with everything that was found.

    Args:
        base: What is known of the file and of the run.
        ground: Closed questions, and who is missing.
        read: The open questions.
    """
    questions = [one.measured for one in read]
    themes = [figure for one in read for figure in one.weighted]
    return base.model_copy(
        update={
            "closed": list(ground.closed),
            "drivers": list(ground.drivers),
            "missing_voices": list(ground.missing_voices),
            "weighted": ground.all_users and ground.all_users.told(themes),
            "open": [one.question for one in questions],
            "segments": [share for one in questions for share in one.segments],
            "excluded": _excluded(questions),
            "accounting": accounted(base.rows, [one.assignments for one in questions]),
            "sample": sum(one.sample for one in read),
            "tests_run": ground.tests_run,
            "questions": _asked(ground, questions)[:5],
        }
    )


def accounted(rows: int, assignments: Sequence[Assignments]) -> Accounting:
    """Return where every row has gone, over all questions; the sum is the rows."""
    if not assignments:
        return Accounting(excluded=rows)
    ranks = np.array([_ORDER.index(source) for source in range(len(SOURCES))])
    best = np.min([ranks[one.sources] for one in assignments], axis=0)
    counts = np.bincount(best, minlength=len(_ORDER))
    return Accounting(
        **{
            name: int(counts[rank])
            for rank, name in enumerate(("labelled", "propagated", "failed", "excluded"))
        }
    )


def _excluded(questions: Sequence[MeasuredQuestion]) -> list[Exclusion]:
    found = [one for question in questions for one in question.question.excluded]
    counts: Counter[str] = Counter()
    for one in found:
        counts[one.reason] += one.count
    return [
        Exclusion(
            reason=reason,
            count=counts[reason],
            rows=tuple(sorted({row for one in found if one.reason == reason for row in one.rows}))[
                :LISTED
            ],
        )
        for reason in dict.fromkeys(one.reason for one in found)
    ]


def _asked(ground: Ground, questions: Sequence[MeasuredQuestion]) -> list[str]:
    unsure = [
        one.name for one in ground.columns if one.confidence < CONFIDENT and one.type != "ignore"
    ]
    asked = []
    if any(one.question.themes for one in questions):
        asked.append("Does each theme say what its answers have in common? Change the code book.")
    if unsure:
        names = ", ".join(f"“{name}”" for name in unsure[:5])
        asked.append(f"Are these columns read as what they are: {names}?")
    asked.append(ASKED_ALSO if ground.all_users else WHO_WAS_ASKED)
    return asked
