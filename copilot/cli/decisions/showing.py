"""How decisions are printed: lines for people, values for programs."""

from typing import Any

from copilot.domain.decision import Decision
from copilot.domain.decision_log import Entry, Standing
from copilot.domain.decision_text import record_text


def standing_value(standing: Standing) -> dict[str, Any]:
    """Return a decision of the log as a value."""
    entry = standing.entry
    return {
        "id": entry.decision,
        "title": entry.title,
        "date": entry.day.isoformat() if entry.day else None,
        "status": standing.status,
        "superseded_by": list(standing.superseded_by),
        "supersedes": list(entry.supersedes),
        "confidence": entry.confidence,
        "review_by": entry.review_by.isoformat() if entry.review_by else None,
        "outcomes": [_outcome_value(outcome) for outcome in standing.outcomes],
        "author": entry.author,
        "approval": entry.approval,
        "signed_by": list(standing.signed_by),
        "commit": entry.commit,
        "parents": list(entry.parents),
        "count": entry.count,
    }


def standing_line(standing: Standing) -> str:
    """Return a decision of the log on one line."""
    entry, status = standing.entry, standing.status
    said = f" ({status}{_by(standing)})" if status != "accepted" else ""
    held = {"yes": " ✓", "partly": " ~", "no": " ✗", None: ""}
    outcome = held[standing.outcomes[0].held] if standing.outcomes else ""
    return f"{entry.decision}  {entry.day}  {entry.title}{outcome}{said}"


def decision_text(decision: Decision, standing: Standing) -> str:
    """Return a record and how it stands."""
    return f"{record_text(decision)}\n---\n{_stands(standing)}"


def _stands(standing: Standing) -> str:
    entry = standing.entry
    outcomes = [f"Outcome: held: {one.held}, {_author(one)}" for one in standing.outcomes]
    lines = [
        f"Recorded by {entry.author} in commit {entry.commit} (approval: {entry.approval})",
        f"Status: {standing.status}{_by(standing)}",
        *outcomes,
        *(f"Signed by {who}" for who in standing.signed_by),
    ]
    return "\n".join(lines)


def _author(entry: Entry) -> str:
    return f"recorded by {entry.author}"


def _by(standing: Standing) -> str:
    return f" by {', '.join(standing.superseded_by)}" if standing.superseded_by else ""


def _outcome_value(entry: Entry) -> dict[str, Any]:
    return {"id": entry.outcome, "held": entry.held, "author": entry.author, "time": entry.time}
