"""Of ethics reviews: the outcome, the words that show it, harms, questions and citations."""

import re
from collections.abc import Iterator
from typing import Any

from copilot.domain.review import FIRST
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer

_PASSAGE = r"[a-z0-9-]+#[a-z0-9-]+"
_MARKED = re.compile(rf"\[({_PASSAGE})\]")
_FROM_OUTSIDE = frozenset(["description", "evidence"])
"""Fields with the words of the person; what looks like a citation there is none."""


@scorer(version=1)
def decides(case: EvalCase, outcome: Outcome) -> Score | None:
    """It comes to an outcome that is right, and names every clause that is expected."""
    right, points = case.expect.outcome, case.expect.points
    if not (right or points):
        return None
    legal = outcome.body.get("eu_ai_act", {})
    got, named = legal.get("outcome", "no outcome"), legal.get("points", [])
    told = f"{got} ({', '.join(named) or 'no clause'})"
    if right and got not in right:
        return Score(False, f"Expected {' or '.join(right)}: {told}.")
    missing = [point for point in points if point not in named]
    if missing:
        return Score(False, f"Does not name {', '.join(missing)}: {told}.")
    return Score(True, f"Comes to {told}.")


@scorer(version=1)
def shows_evidence(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every fact that was read is shown by words of the description, verbatim."""
    if "facts" not in outcome.body:
        return None
    description, shown = outcome.body.get("description", ""), 0
    for fact in _facts(outcome.body):
        name, words = fact["name"], fact.get("evidence")
        if words and words not in description:
            return Score(False, f"{name}: {words!r} does not stand in the description.")
        if not words and fact["value"] != "unknown" and fact.get("reader") != "person":
            return Score(False, f"{name} is {fact['value']}, and no words show it.")
        shown += bool(words)
    return Score(True, f"{shown} readings are shown by words of the description.")


@scorer(version=1)
def reads_facts(case: EvalCase, outcome: Outcome) -> Score | None:
    """The facts that count have the values that are expected, whoever read them."""
    wanted = case.expect.facts
    if not wanted:
        return None
    known = {fact["name"]: fact["value"] for fact in outcome.body.get("facts", [])}
    wrong = [
        f"{name} is {known.get(name, 'not there')} and should be {value}"
        for name, value in wanted.items()
        if known.get(name) != value
    ]
    if wrong:
        return Score(False, f"{'; '.join(wrong)}.")
    return Score(True, f"{len(wanted)} facts are as expected.")


@scorer(version=1)
def names_harms(case: EvalCase, outcome: Outcome) -> Score | None:
    """The harms a reviewer must read are of the kinds expected, and of none that is far-fetched."""
    wanted, unwanted = case.expect.harms, case.expect.harms_none
    if not (wanted or unwanted):
        return None
    kinds = [harm["type"] for harm in outcome.body.get("harms", [])[:FIRST]]
    named = ", ".join(dict.fromkeys(kinds)) or "nothing"
    missing = [kind for kind in wanted if kind not in kinds]
    if missing:
        return Score(False, f"Does not name {', '.join(missing)} among {named}.")
    strange = [kind for kind in unwanted if kind in kinds]
    if strange:
        return Score(False, f"Names {', '.join(strange)}, which is far-fetched.")
    return Score(True, f"Names {named}.")


@scorer(version=1)
def asks_for(case: EvalCase, outcome: Outcome) -> Score | None:
    """It asks for a fact on which the outcome hangs."""
    wanted = case.expect.asks
    if not wanted:
        return None
    asked = [question["fact"] for question in outcome.body.get("questions", [])]
    told = f"Asks for {', '.join(asked) or 'nothing'}"
    if not set(wanted) & set(asked):
        return Score(False, f"{told}, and for none of {', '.join(wanted)}.")
    return Score(True, f"{told}.")


@scorer(version=1)
def cites_existing(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every passage its content names is among its citations, and exists."""
    named = list(dict.fromkeys(_named(outcome.body)))
    if not named:
        return None
    cited = {citation.id for citation in outcome.citations}
    lost = [name for name in named if name not in cited or name not in outcome.sources]
    if lost:
        return Score(False, f"Names {', '.join(lost)}, which leads nowhere.")
    return Score(True, f"{len(named)} passages are named, and each exists.")


def _facts(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every fact that counts, that was read, or that is shown as a different reading."""
    yield from body["facts"]
    yield from body.get("read", [])
    for row in body.get("disagreements", []):
        yield from row["readings"]


def _named(value: Any, field: str = "") -> Iterator[str]:
    """Yield the ids of passages in typed content, as fields of their own or marked in texts."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from () if name in _FROM_OUTSIDE else _named(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _named(part, field)
    elif isinstance(value, str):
        is_id = field in ("citation", "citations") or re.fullmatch(_PASSAGE, value)
        yield from [value] if is_id else _MARKED.findall(value)
