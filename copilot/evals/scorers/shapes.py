"""Of typed content: does it keep to a form?"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer


@scorer(version=1)
def has_shape(
    case: EvalCase, outcome: Outcome, rules: Sequence[Mapping[str, Any]] = ()
) -> Score | None:
    """Its fields keep to the rules of the suite.

    Args:
        case: The case.
        outcome: Its outcome.
        rules: Each names a `path` such as `stories.*.title` and what must hold there: `matches` or
            `lacks` (a pattern), `least` or `most` (a length).
    """
    if not outcome.body:
        return None
    for rule in rules:
        unknown = set(rule) - {"path", "matches", "lacks", "least", "most"}
        if unknown:
            return Score(False, f"The suite has a rule {min(unknown)!r}, which does not exist.")
        values = _at(outcome.body, str(rule["path"]).split("."))
        if not values:
            return Score(False, f"There is no {rule['path']}.")
        for value in values:
            fault = _fault(value, rule)
            if fault:
                return Score(False, f"{rule['path']} {fault}: {str(value)[:100]!r}.")
    return Score(True, f"Keeps to {len(rules)} rules.")


def _at(value: Any, path: Sequence[str]) -> list[Any]:
    """Return the values at a path; `*` stands for every element."""
    if not path:
        return [value]
    first, *rest = path
    if first == "*":
        return [found for part in value for found in _at(part, rest)]
    known = value.get(first) if isinstance(value, Mapping) else None
    return [] if known is None else _at(known, rest)


def _fault(value: Any, rule: Mapping[str, Any]) -> str:
    if "matches" in rule and not re.search(rule["matches"], str(value), re.I):
        return f"does not match {rule['matches']!r}"
    if "lacks" in rule and re.search(rule["lacks"], str(value), re.I):
        return f"matches {rule['lacks']!r}"
    if len(value) < rule.get("least", 0):
        return f"is shorter than {rule['least']}"
    if len(value) > rule.get("most", len(value)):
        return f"is longer than {rule['most']}"
    return ""
