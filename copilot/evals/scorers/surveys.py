"""Of survey summaries: is every row accounted for, every quote real, and every theme found?"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain
from typing import Any

from copilot.analysis.privacy.placeholders import PLACEHOLDER
from copilot.analysis.surveys.themes.stability import matched
from copilot.analysis.untrusted import clean
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer

MOST = 20
"""Themes of a question; more overwhelm a reader."""
Planted = Mapping[str, Sequence[Mapping[str, Sequence[Any]]]]
"""By case, themes that a person has read out of its answers: `words`, one of which a theme that is
found must have in its name or definition, and `rows` of the answers that have it, from 1."""


@scorer(version=1)
def accounts_for_rows(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every row is labelled, carried over, left out for a reason, or failed: it adds up."""
    body = outcome.body
    if "accounting" not in body:
        return None
    for name, one in [("All questions", body), *((str(q["column"]), q) for q in _open(outcome))]:
        told = sum(one["accounting"].values())
        if told != body["rows"]:
            return Score(False, f"{name}: {told} of {body['rows']} rows are accounted for.")
    for question in _open(outcome):
        left_out = sum(one["count"] for one in question["excluded"])
        if left_out != body["rows"] - question["n"]:
            return Score(False, f"{question['column']}: {left_out} left out, {question['n']} read.")
    return Score(True, f"{body['rows']} rows are accounted for.")


@scorer(version=1)
def quotes_answers(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every quote stands in the row it names, but for placeholders of what was masked."""
    quotes = list(_quotes(outcome))
    if not quotes:
        return None
    rows = [clean("\n".join(row)) for row in csv.reader(StringIO(str(case.request["file"])))]
    for row, text in quotes:
        if not (0 < row < len(rows) and _stands(text, rows[row])):
            return Score(False, f"Does not stand in row {row}: {text[:100]!r}.")
    return Score(True, f"{len(quotes)} quotes stand in their rows.")


@scorer(version=1)
def measures_soundly(case: EvalCase, outcome: Outcome) -> Score | None:
    """No question has over 20 themes or one twice, and every share lies in its interval."""
    if not any(question["themes"] for question in _open(outcome)):
        return None
    for question in _open(outcome):
        themes = question["themes"]
        if len(themes) > MOST or len({one["key"] for one in themes}) < len(themes):
            return Score(False, f"{question['column']} has {len(themes)} themes, or one twice.")
        for one in themes:
            low, high = one["ci"]
            if not 0 <= low <= one["share"] <= high <= 1:
                return Score(False, f"{one['name']}: {one['share']} is not in {low} to {high}.")
    return Score(True, "Every share lies in its interval.")


@scorer(version=1)
def keeps_private(case: EvalCase, outcome: Outcome) -> Score | None:
    """No canary stands in what is kept and handed on, be it shown or not."""
    if not (case.expect.canaries and outcome.body):
        return None
    kept = json.dumps(outcome.body, ensure_ascii=False).lower()
    found = [canary for canary in case.expect.canaries if canary.lower() in kept]
    return Score(not found, f"Keeps {', '.join(found)}." if found else "Keeps no canary.")


@scorer(version=1)
def names_the_fault(
    case: EvalCase, outcome: Outcome, words: Mapping[str, Sequence[str]] | None = None
) -> Score | None:
    """The error says what is wrong.

    Args:
        case: The case.
        outcome: Its outcome.
        words: By case, what its message must say.
    """
    wanted = (words or {}).get(case.id)
    if wanted is None:
        return None
    told = outcome.error.message if outcome.error else ""
    missing = [word for word in wanted if word.lower() not in told.lower()]
    return Score(not missing, f"Lacks {', '.join(missing)}: {told}" if missing else told)


@scorer(version=1)
def finds_planted(
    case: EvalCase,
    outcome: Outcome,
    planted: Planted | None = None,
    least: float = 0.3,
    margin: float = 0.05,
) -> Score | None:
    """Each theme of many answers is found by name, and its interval covers its true share.

    Args:
        case: The case.
        outcome: Its outcome.
        planted: Themes read by a person.
        least: Share of the answers from which a theme must be found.
        margin: How far outside the interval the true share may lie.
    """
    gold = (planted or {}).get(case.id)
    if gold is None or not _open(outcome):
        return None
    [question, *_] = _open(outcome)
    missed = []
    for one in gold:
        share = len(one["rows"]) / max(question["n"], 1)
        named = [theme for theme in question["themes"] if _names(theme, one["words"])]
        if share >= least and not any(_covers(theme["ci"], share, margin) for theme in named):
            told = ", ".join(f"{theme['name']} {theme['share']:.0%}" for theme in named)
            missed.append(f"{one['words'][0]} ({share:.0%}): {told or 'not named'}")
    return Score(not missed, f"Missed: {'; '.join(missed)}." if missed else "All are found.")


@scorer(version=1)
def labels_like(case: EvalCase, outcome: Outcome, planted: Planted | None = None) -> Score | None:
    """Micro F1 of labels by row against a person's, themes matched one to one at their best.

    Rows are those of the labels drawn for a person to check. A theme of fewer than five answers
    has none there, and so counts as not found.

    Args:
        case: The case.
        outcome: Its outcome.
        planted: Themes read by a person.
    """
    gold = (planted or {}).get(case.id)
    if gold is None or not _open(outcome):
        return None
    [question, *_] = _open(outcome)
    found = [(_rows(question, theme["key"]), theme["labelled"]) for theme in question["themes"]]
    wanted = [frozenset(one["rows"]) for one in gold]
    hits, said = _matched(wanted, found)
    total = sum(map(len, wanted))
    return Score(2 * hits / (said + total), f"{hits:.0f} of {total} labels, {said} given.")


def _open(outcome: Outcome) -> Sequence[Mapping[str, Any]]:
    questions: Sequence[Mapping[str, Any]] = outcome.body.get("open", [])
    return questions


def _quotes(outcome: Outcome) -> Iterator[tuple[int, str]]:
    for question in _open(outcome):
        for group in chain(question["themes"], question["clusters"]):
            yield from ((one["row"], one["text"]) for one in group["quotes"])
        for label in question.get("checkable", ()):
            yield label["row"], label["words"]


def _stands(quote: str, row: str) -> bool:
    """Return whether the parts of a quote between placeholders stand in a row, in order."""
    place = 0
    for part in PLACEHOLDER.sub("\0", quote).split("\0"):
        found = row.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _names(theme: Mapping[str, Any], words: Sequence[str]) -> bool:
    told = f"{theme['name']} {theme['definition']}".lower()
    return any(word in told for word in words)


def _covers(interval: Sequence[float], share: float, margin: float) -> bool:
    return interval[0] - margin <= share <= interval[1] + margin


def _rows(question: Mapping[str, Any], key: str) -> frozenset[int]:
    drawn = question.get("checkable", ())
    return frozenset(one["row"] for one in drawn if one["theme"] == key)


def _matched(
    wanted: Sequence[frozenset[int]], found: Sequence[tuple[frozenset[int], int]]
) -> tuple[float, int]:
    """Return hits and labels of the found themes that were matched.

    Where only some of a theme's labels were drawn, its hits are scaled up to all of them.
    """
    import numpy as np

    hits = np.array(
        [
            [len(rows & drawn) * size / max(len(drawn), 1) for drawn, size in found]
            for rows in wanted
        ]
    ).reshape(len(wanted), len(found))
    kept = [pair for pair in matched(hits) if hits[pair] > 0]
    total = float(sum(hits[row, column] for row, column in kept))
    return total, sum(found[column][1] for _, column in kept)
