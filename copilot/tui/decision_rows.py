"""How a decision is said in the list, and above its record."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.decision import Held, listed
from copilot.domain.decision_log import Standing
from copilot.tui.kept_decisions import Opened

INDENT = 2


class Mark(NamedTuple):
    """A sign before a title, and its colour."""

    sign: str
    tone: str


_MARKS: Mapping[str, Mark] = {
    "accepted": Mark("●", "$primary"),
    "proposed": Mark("○", "$warning"),
    "rejected": Mark("✕", "$quiet"),
    "deprecated": Mark("–", "$quiet"),
    "superseded": Mark("↷", "$quiet"),
}
_DUE = Mark("!", "$warning")
_HELD: Mapping[Held, str] = {"yes": "it held", "partly": "held in part", "no": "did not hold"}
_OVER = ("superseded", "deprecated", "rejected")
"""What no longer asks for attention."""


def row_text(standing: Standing, width: int, *, due: bool) -> Content:
    """Return a decision on two lines: its title, then how it stands or its day, and its id."""
    entry, status = standing.entry, standing.status
    mark = _DUE if due else _MARKS.get(status, _MARKS["accepted"])
    title = Content(one_line(entry.title, max(8, width - INDENT)) or "Untitled")
    title = title.stylize("$quiet" if status in _OVER else "bold")
    below = " · ".join(_below(standing, due))
    tone = "$warning" if due else "$quiet"
    return Content.assemble(
        (mark.sign.ljust(INDENT), mark.tone),
        title,
        "\n" + " " * INDENT,
        Content(one_line(below, max(8, width - INDENT))).stylize(tone),
    )


def facts(opened: Opened) -> Content:
    """Return what to know of a decision before its text is read."""
    standing, header = opened.standing, opened.decision.header
    entry = standing.entry
    parts: Iterable[str] = (
        f"decided by {listed(header.decision_makers)}" if header.decision_makers else "",
        f"driver {header.driver}" if header.driver else "",
        f"{header.reversibility} door" if header.reversibility else "",
        f"confidence {header.confidence} %" if header.confidence is not None else "",
        f"review by {header.review_by}" if header.review_by else "",
        f"supersedes {listed(header.supersedes)}" if header.supersedes else "",
        f"signed by {listed(standing.signed_by)}" if standing.signed_by else "not signed",
        f"drafted by {header.ai.model}" if header.ai else "",
    )
    author = one_line(entry.author).partition(" <")[0]
    by = f" by {listed(standing.superseded_by)}" if standing.superseded_by else ""
    lines = (
        Content.assemble(
            (one_line(f"{standing.status}{by}"), _MARKS["accepted"].tone),
            Content(f" · {entry.decision} · recorded by {author}").stylize("$quiet"),
        ),
        Content(" · ".join(one_line(part) for part in parts if part)).stylize("$quiet"),
        *(_outcome(held, note) for held, note in _outcomes(opened)),
    )
    return Content("\n").join(line for line in lines if line.plain)


def says(standing: Standing, words: Iterable[str]) -> bool:
    """Return whether title and id hold all the words."""
    text = f"{standing.entry.title} {standing.entry.decision}".lower()
    return all(word in text for word in words)


def _below(standing: Standing, due: bool) -> Iterable[str]:
    entry = standing.entry
    if due:
        yield f"due {entry.review_by}"
    elif standing.outcomes and (held := standing.outcomes[0].held):
        yield _HELD[held]
    elif standing.status != "accepted":
        yield standing.status
    else:
        yield str(entry.day or "no day")
    yield entry.decision


def _outcomes(opened: Opened) -> Iterable[tuple[Held, str]]:
    pairs = zip(opened.standing.outcomes, opened.notes, strict=True)
    return ((one.held, note) for one, note in pairs if one.held)


def _outcome(held: Held, note: str) -> Content:
    tone = "$primary" if held == "yes" else "$warning"
    return Content.assemble((f"Outcome: {_HELD[held]}. ", tone), Content(one_line(note)))
