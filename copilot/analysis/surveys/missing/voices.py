"""Who is missing from a survey, as sentences with their figures."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np

from copilot.analysis.surveys.closed.cells import share_with_ends
from copilot.analysis.surveys.closed.coding import NONE, Coded, Codes, recode
from copilot.analysis.surveys.closed.groups import segments_in
from copilot.analysis.surveys.closed.intervals import wilson
from copilot.analysis.surveys.closed.nps import GROUP_OF_SCORE, GROUPS, score_in
from copilot.analysis.surveys.closed.reading import Mask
from copilot.analysis.surveys.missing.answering import Asked, asked_questions, last_answered
from copilot.analysis.surveys.missing.completion import (
    Completion,
    completion_by_answers,
    stated_completion,
)
from copilot.analysis.surveys.missing.differences import Difference, differences, surviving
from copilot.analysis.surveys.missing.drop_off import drop_off
from copilot.analysis.surveys.missing.population import Known, rarer_than_among_all
from copilot.domain.figures import percent
from copilot.domain.survey_parts import Column, MissingVoice

if TYPE_CHECKING:
    import polars as pl

_What = Literal["completion", "open_answer", "item"]
_DID: dict[_What, Callable[[Difference], str]] = {
    "completion": lambda _: "finished the survey in",
    "open_answer": lambda _: "wrote an answer in",
    "item": lambda found: f"left “{found.about}” blank, or were not asked, in",
}


def missing_voices(
    frame: "pl.DataFrame",
    columns: Sequence[Column],
    segments: Sequence[str],
    known: Sequence[Known] = (),
) -> tuple[MissingVoice, ...]:
    """Return who answered less, where people stop, and who is rarer than among all users.

    Groups under ten are not judged. Only differences that survive Holm over all comparisons
    of a kind are told, and of a pair only the one who is missing.

    Args:
        frame: Text cells, one row a respondent.
        columns: What they hold.
        segments: Names of columns whose groups are compared.
        known: Columns whose groups are known of all users.

    Raises:
        InputError: A segment is no column.
    """
    groups = segments_in(frame, segments)
    stated = stated_completion(frame)
    questions = asked_questions(frame, columns, [stated.column] if stated else [])
    last = last_answered(questions, frame.height)
    completion = stated or completion_by_answers(questions, last)
    return (
        *_incomplete(groups, completion),
        *drop_off(questions, last, completion),
        *_without_words(groups | _scores(frame, columns), questions, completion),
        *_skipped(groups, questions, last),
        *(voice for one in known for voice in rarer_than_among_all(one)),
    )


def _incomplete(groups: Mapping[str, Coded], completion: Completion) -> list[MissingVoice]:
    found = [
        one
        for name, coded in groups.items()
        for one in differences(name, coded, completion.complete, completion.known)
    ]
    return _voices("completion", [pair for pair in surviving(found) if _is_lower(pair[0])])


def _without_words(
    groups: Mapping[str, Coded], questions: Sequence[Asked], completion: Completion
) -> list[MissingVoice]:
    """Return who wrote less, of those who finished where the file says who did."""
    written = [question.answered for question in questions if question.is_open]
    if not written:
        return []
    wrote: Mask = np.logical_or.reduce(written)
    base = completion.complete if completion.column else completion.known
    found = [one for name, coded in groups.items() for one in differences(name, coded, wrote, base)]
    return _voices("open_answer", [pair for pair in surviving(found) if _is_lower(pair[0])])


def _skipped(
    groups: Mapping[str, Coded], questions: Sequence[Asked], last: Codes
) -> list[MissingVoice]:
    """Return who left closed questions blank, of those who answered a later one."""
    found = [
        one
        for at, question in enumerate(questions)
        if not question.is_open and not question.answered[last > at].all()
        for name, coded in groups.items()
        for one in differences(name, coded, question.answered, last > at, question.name)
    ]
    blank = [(_turned(one), p) for one, p in surviving(found) if _is_lower(one)]
    return _voices("item", blank)


def _scores(frame: "pl.DataFrame", columns: Sequence[Column]) -> dict[str, Coded]:
    """Return promoters, passives and detractors of each NPS question as groups."""
    found = {}
    for column in columns:
        if column.type == "nps":
            scores = recode(frame[column.name], score_in).codes
            found[column.name] = Coded(np.where(scores < 0, NONE, GROUP_OF_SCORE[scores]), GROUPS)
    return found


def _is_lower(found: Difference) -> bool:
    return found.share < found.others


def _turned(found: Difference) -> Difference:
    return found._replace(yes=found.n - found.yes, other_yes=found.other_n - found.other_yes)


def _voices(what: _What, found: Sequence[tuple[Difference, float]]) -> list[MissingVoice]:
    return [
        MissingVoice(
            segment=one.segment,
            group=one.group,
            what=what,
            n=one.n,
            share=one.share,
            ci=wilson(one.yes, one.n),
            others=one.others,
            p_adjusted=p,
            message=(
                f"People with “{one.group}” as “{one.segment}” {_DID[what](one)} "
                f"{share_with_ends(one.yes, one.n)}, others in {percent(one.others)}."
            ),
        )
        for one, p in found
    ]
