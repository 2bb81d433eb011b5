"""The decision log: its entries, its head, and what a check of it finds."""

from datetime import date
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from copilot.domain.decision import Held

Verdict = Literal[
    "ok", "ok_unanchored", "altered", "broken_link", "truncated", "forked", "torn", "unsigned"
]
# fmt: off
Kind = Literal[
    "edited", "deleted", "inserted", "reordered", "cut", "old_copy", "rewritten", "forked",
    "foreign", "missing", "half_written", "unsigned", "misdirected",
]
# fmt: on
"""What was done to a log."""
VERDICT_OF: dict[Kind, Verdict] = {
    "edited": "altered",
    "foreign": "altered",
    "misdirected": "altered",
    "deleted": "broken_link",
    "inserted": "broken_link",
    "reordered": "broken_link",
    "missing": "broken_link",
    "cut": "truncated",
    "old_copy": "truncated",
    "rewritten": "forked",
    "forked": "forked",
    "half_written": "torn",
    "unsigned": "unsigned",
}
GRAVEST: tuple[Verdict, ...] = (
    *("torn", "broken_link", "altered", "forked", "truncated", "unsigned", "ok_unanchored", "ok"),
)
"""Which verdict is told where several apply; the first ones make the later ones unsure."""
CHECKPOINT = "pmc1"
"""How a checkpoint begins; the figure is the version of its form."""


class Entry(BaseModel):
    """A commit of the log, read from its message alone."""

    model_config = ConfigDict(frozen=True)

    commit: str
    parents: tuple[str, ...]
    author: str
    time: int
    """Seconds since 1970, UTC."""
    title: str
    count: int = 0
    """Decisions in the history up to here."""
    decision: str = ""
    """Id of the decision it records."""
    status: str = ""
    day: date | None = None
    """The day of the decision."""
    supersedes: tuple[str, ...] = ()
    review_by: date | None = None
    confidence: int | None = None
    outcome: str = ""
    """Id of the outcome it records."""
    outcome_of: str = ""
    held: Held | None = None
    signs: str = ""
    merges: bool = False
    approval: str = ""
    signed: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it has the form of what PM copilot writes."""
        kinds = (self.decision, self.outcome, self.signs, self.merges)
        return sum(map(bool, kinds)) == 1 and self.count > 0

    @property
    def record(self) -> str:
        """Id of the file it adds; empty for a signature and for a merge."""
        return self.decision or self.outcome


class Standing(NamedTuple):
    """How a decision stands today, by what was recorded after it."""

    entry: Entry
    superseded_by: tuple[str, ...]
    outcomes: tuple[Entry, ...]
    """What became of it, the newest first."""
    signed_by: tuple[str, ...]
    """Who has signed it."""

    @property
    def status(self) -> str:
        """The status in a word."""
        return "superseded" if self.superseded_by else self.entry.status or "accepted"


class LogHead(BaseModel):
    """Where a log stands: what a checkpoint says."""

    model_config = ConfigDict(frozen=True)

    count: int
    commit: str

    @property
    def checkpoint(self) -> str:
        """The short text to keep elsewhere, e.g. `pmc1:51:3f2a…`."""
        return f"{CHECKPOINT}:{self.count}:{self.commit}"


class Seen(NamedTuple):
    """A commit that a log holds, or has been seen to hold."""

    commit: str
    total: int
    """Decisions in the history up to it."""
    record: str = ""
    """Id of what it records; empty for a merge or a signature."""
    blob: str = ""
    """The record's object."""


class Problem(BaseModel):
    """One thing that is wrong with a log."""

    model_config = ConfigDict(frozen=True)

    decision: str | None = None
    """Id of the decision it concerns, where it concerns one."""
    kind: Kind
    what: str


class Verification(BaseModel):
    """What a check of the whole log found."""

    model_config = ConfigDict(frozen=True)

    verdict: Verdict
    count: int
    head: str | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader should know and need not worry about."""

    @property
    def is_ok(self) -> bool:
        """Whether nothing is wrong."""
        return self.verdict in ("ok", "ok_unanchored")


def sealed(text: str, checkpoint: str | None) -> str:
    """Return a text on its way out, with where the decision log stood when it left.

    Whoever has kept it can hold the log against it later.
    """
    if checkpoint is None:
        return text
    return f"{text.rstrip()}\n\n---\n\nDecision log at this moment: {checkpoint}\n"
