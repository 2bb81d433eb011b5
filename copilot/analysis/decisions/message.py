"""Write commit messages of the log, and read them back: title, statement, trailers."""

import re
import textwrap
from collections.abc import Mapping
from datetime import date
from typing import Any

from copilot.analysis.untrusted import clean, one_line
from copilot.domain.decision import Approval, Decision, Outcome

WIDTH = 72
_TRAILER = re.compile(r"^([A-Z][A-Za-z-]*): (.*)$")


def decision_message(decision: Decision, count: int, approval: Approval) -> str:
    """Return the message of the commit that records a decision.

    Args:
        decision: The record, with its id.
        count: Decisions in the history with this one.
        approval: How the person agreed.
    """
    header = decision.header
    trailers = [
        ("Decision", decision.id),
        ("Status", header.status),
        ("Date", header.date.isoformat()),
        *(("Supersedes", name) for name in header.supersedes),
        ("Confidence", header.confidence),
        ("Review-by", header.review_by),
        ("Drafted-by", f"{header.ai.model} {header.ai.prompt}".strip() if header.ai else None),
        ("Approval", approval),
        ("Count", count),
    ]
    return _message(decision.title, decision.statement, trailers)


def outcome_message(outcome: Outcome, title: str, count: int, approval: Approval) -> str:
    """Return the message of the commit that says what became of a decision."""
    trailers = [
        ("Outcome", outcome.id),
        ("Outcome-of", outcome.of),
        ("Held", outcome.held),
        ("Date", outcome.date.isoformat()),
        ("Approval", approval),
        ("Count", count),
    ]
    held = {"yes": "It held", "partly": "It held in part", "no": "It did not hold"}[outcome.held]
    return _message(f"Outcome: {title}", f"{held}. {outcome.note}", trailers)


def signature_message(name: str, title: str, count: int, approval: Approval) -> str:
    """Return the message of the commit by which a person signs a decision."""
    said = f"I stand by {name} and by the history up to it."
    return _message(
        f"Sign: {title}", said, [("Signs", name), ("Approval", approval), ("Count", count)]
    )


def merge_message(count: int) -> str:
    """Return the message of a merge; the same for everybody who merges the same two heads."""
    return _message(
        "Merge of two logs", "Nothing was left out.", [("Merge", "union"), ("Count", count)]
    )


def said_title(title: str) -> str:
    """Return the title of a decision as its commit message says it, and an entry has it."""
    return _bare_title(one_line(title, WIDTH))


def read_message(message: str) -> dict[str, Any]:
    """Return title and trailers of a message as fields of an `Entry`."""
    title, *rest = clean(message).strip().split("\n")
    said = _trailers("\n".join(rest))
    fields: dict[str, Any] = {
        "title": _bare_title(title),
        "decision": _last(said, "Decision"),
        "status": _last(said, "Status"),
        "supersedes": tuple(said.get("Supersedes", ())),
        "outcome": _last(said, "Outcome"),
        "outcome_of": _last(said, "Outcome-of"),
        "signs": _last(said, "Signs"),
        "merges": bool(said.get("Merge")),
        "approval": _last(said, "Approval"),
        "count": _number(_last(said, "Count")) or 0,
        "confidence": _number(_last(said, "Confidence")),
        "day": _day(_last(said, "Date")),
        "review_by": _day(_last(said, "Review-by")),
    }
    held = _last(said, "Held")
    return {**fields, "held": held if held in ("yes", "partly", "no") else None}


def _bare_title(title: str) -> str:
    return title.removeprefix("Outcome: ").removeprefix("Sign: ")


def _message(title: str, said: str, trailers: list[tuple[str, Any]]) -> str:
    body = "\n".join(textwrap.wrap(one_line(said, 2_000), WIDTH, break_long_words=False))
    lines = [f"{name}: {one_line(str(value))}" for name, value in trailers if value is not None]
    return "\n\n".join((one_line(title, WIDTH), body, "\n".join(lines))) + "\n"


def _trailers(text: str) -> dict[str, list[str]]:
    """Return the trailers of the last paragraph; a text cannot smuggle any in above it."""
    said: dict[str, list[str]] = {}
    for line in text.strip().rpartition("\n\n")[2].splitlines():
        if found := _TRAILER.match(line):
            said.setdefault(found[1], []).append(found[2])
    return said


def _last(said: Mapping[str, list[str]], name: str) -> str:
    return said.get(name, [""])[-1]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
