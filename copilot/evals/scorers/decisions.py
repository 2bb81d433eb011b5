"""Of drafted decision records: is every part in its place, and in words of the person?"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from copilot.analysis.decisions.reading import read_decision
from copilot.analysis.untrusted import clean
from copilot.domain.decision import Decision
from copilot.evals.case import EvalCase
from copilot.evals.outcome import Outcome
from copilot.evals.scoring import Score, scorer
from copilot.stores.fast_yaml import load_yaml

_FIGURE_OR_NAME = re.compile(r"\d[\d.,]*\d|\d|(?<=[a-z,;] )[A-Z][\w-]+")
_MARKS = re.compile(r"^[>\s]+|[*_`]+", re.MULTILINE)


@scorer(version=1)
def records(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every part of the record that counts has the words expected, or is empty where it should."""
    if not case.expect.record:
        return None
    parts = _parts(outcome.body)
    for name, words in case.expect.record.items():
        told = _plain(parts.get(name, ""))
        missing = [word for word in words if _plain(word) not in told]
        if missing:
            return Score(False, f"{name} lacks {', '.join(map(repr, missing))}: {told[:120]!r}.")
        if told and not words:
            return Score(False, f"{name} should be empty: {told[:120]!r}.")
    return Score(True, f"{len(case.expect.record)} parts are as expected.")


@scorer(version=1)
def adds_no_words(case: EvalCase, outcome: Outcome) -> Score | None:
    """Every part stands in the request word for word; the title has no figure or name beside."""
    if "record" not in outcome.body:
        return None
    told = _plain(clean(str(case.request["text"])))
    decision = _decision(outcome.body)
    for part in _wordings(decision):
        if _plain(part) not in told:
            return Score(False, f"Does not stand in the request: {part[:120]!r}.")
    strange = [one for one in _FIGURE_OR_NAME.findall(decision.title) if _plain(one) not in told]
    if strange:
        return Score(False, f"The title names {', '.join(strange)}, which the request does not.")
    return Score(True, "Every part stands in the request.")


def _decision(body: Mapping[str, Any]) -> Decision:
    _, front, text = str(body["record"]).split("---\n", 2)
    fields = load_yaml(front)
    return read_decision(fields, text, fields["date"])


def _parts(body: Mapping[str, Any]) -> dict[str, str]:
    """Return the parts of a record as texts, the header's in its own spelling."""
    if "record" not in body:
        return {}
    decision = _decision(body)
    header = decision.header.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {
        **{name: _joined(value) for name, value in header.items()},
        "title": decision.title,
        "context": decision.context,
        "chosen": decision.chosen,
        "because": "" if "____" in decision.because else decision.because,
        "options": _joined(option.name for option in decision.options),
        "consequences": _joined(decision.consequences),
        "would_change": decision.would_change,
        "dissent": decision.dissent,
    }


def _wordings(decision: Decision) -> list[str]:
    """Return what the record holds in words of a person; blanks are none."""
    parts = [
        *(decision.chosen, decision.because, decision.would_change, decision.dissent),
        *decision.header.decision_makers,
        *decision.consequences,
        *(option.name for option in decision.options),
    ]
    return [part for part in parts if part and "____" not in part]


def _joined(value: Any) -> str:
    is_many = isinstance(value, Iterable) and not isinstance(value, str | Mapping)
    return " | ".join(map(str, value)) if is_many else str(value)


def _plain(text: str) -> str:
    """Return the text in lower case, without emphasis and the mark of its end."""
    return " ".join(_MARKS.sub("", text).lower().split()).rstrip(".")
