"""The decision log as its screens need it: what it holds, what is begun, what is recorded."""

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.decisions import due as dates
from copilot.analysis.decisions.personal_signs import personal_remark
from copilot.analysis.untrusted import one_line
from copilot.domain.artifact import DRAFT
from copilot.domain.decision import Decision, Header, Held, Outcome
from copilot.domain.decision_log import Entry, LogHead, Standing, Verification
from copilot.domain.decision_text import body, template
from copilot.errors import CopilotError, InputError

if TYPE_CHECKING:
    from copilot.services import Services
    from copilot.stores.decisions.decisions import Decisions
    from copilot.stores.decisions.log import DecisionLog
    from copilot.stores.decisions.recorder import Recorded

READ = 2_000
"""Newest decisions among which can be searched."""
TOLD = 3
"""Due decisions that are named when the program starts."""
_PERSONAL = re.compile(r"\[personal p\d+\]")
"""What stands for personal text, which stays with the record it belongs to."""
_LATER = "given when it is recorded"
_UNDECIDED = {"chosen": "", "because": "", "consequences": (), "confirmation": "", "dissent": ""}
"""What a record that takes the place of another does not begin with."""
_HELD = {"yes": "it held", "partly": "it held in part", "no": "it did not hold"}


class Shelf(NamedTuple):
    """What the log holds, and when it was looked at."""

    standings: tuple[Standing, ...]
    """What is due first, then the newest."""
    due: frozenset[str]
    """Ids of what has to be looked at again."""
    head: LogHead | None
    today: date


class Opened(NamedTuple):
    """A decision in full."""

    standing: Standing
    decision: Decision
    notes: tuple[str, ...]
    """What was noted on each outcome."""


class Beginning(NamedTuple):
    """Where a record begins, or where it was left."""

    key: str
    """What it is for: one unfinished record is kept for each."""
    heading: str
    header: Header
    text: str
    """The Markdown below the front matter."""
    author: str
    """In whose name it would be recorded."""
    is_draft: bool = False
    """Whether it would be missed: a draft of the conversation, or an unfinished record."""
    values: tuple[tuple[str, str], ...] = ()
    """Short fields as they were left, also where they cannot be read."""


class Made(NamedTuple):
    """What was recorded."""

    what: str
    """`Recorded` or `Outcome recorded`."""
    title: str
    id: str
    head: LogHead
    remarks: tuple[str, ...]

    @property
    def said(self) -> str:
        """What was recorded, in a sentence."""
        return f"{self.what}: {one_line(self.title)} ({self.id})."

    @property
    def more(self) -> str:
        """Where the log stands now, and what the person should know."""
        return " ".join((f"Head {self.head.commit[:12]}.", *self.remarks))


class KeptDecisions:
    """The log of the workspace.

    Args:
        services: Where it is kept.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services

    @property
    def author(self) -> str:
        """In whose name is recorded."""
        return self._log.author.identity

    def shelf(self) -> Shelf:
        """Return what the log holds, what is due first."""
        log = self._log
        found = list(islice(log.log.standings(), READ))
        due = dates.due(found, log.today)
        names = frozenset(one.standing.entry.decision for one in due)
        rest = (one for one in found if one.entry.decision not in names)
        return Shelf((*(one.standing for one in due), *rest), names, log.log.head(), log.today)

    def due(self) -> str:
        """Return which decisions have to be looked at again, in a sentence; empty for none."""
        if not self._is_begun:
            return ""
        found = dates.due(islice(self._log.log.standings(), READ), self._log.today)
        named = [f"{one_line(one.standing.entry.title, 60)} ({one.day})" for one in found[:TOLD]]
        if not named:
            return ""
        verb = "decision is" if len(found) == 1 else "decisions are"
        more = f" and {len(found) - TOLD} more" if len(found) > TOLD else ""
        return f"{len(found)} {verb} due for review: {', '.join(named)}{more}."

    def opened(self, standing: Standing) -> Opened:
        """Return one decision in full."""
        log = self._log.log
        notes = tuple(_note(log, one) for one in standing.outcomes)
        return Opened(standing, log.decision(standing.entry.decision), notes)

    def verified(self) -> Verification | None:
        """Verify the log; None where there has never been one."""
        chain = self._log.chain
        if not self._is_begun and chain.witness.last() is None:
            return None
        return self._log.verify()

    def new(self) -> Beginning:
        """Return an empty record."""
        from copilot.analysis.passages import split_front_matter

        today = self._log.today
        _, text = split_front_matter(template(today))
        return Beginning("new", "New decision", Header(date=today), text, self.author)

    def superseding(self, name: str) -> Beginning:
        """Return a record that takes the place of a decision, from what that one says.

        Raises:
            InputError: It is superseded already.
        """
        log = self._log.log
        standing = log.standing(name)
        if standing.superseded_by:
            newer = " and ".join(standing.superseded_by)
            raise InputError(f"{name} is superseded already, by {newer}.", hint="Choose that one.")
        old = self.opened(standing)
        header = Header(date=self._log.today, supersedes=(name,), metric=old.decision.header.metric)
        heading = f"In the place of {one_line(old.decision.title, 60)}"
        return Beginning(name, heading, header, _continued(old), self.author)

    def drafted(self, artifact: str) -> Beginning:
        """Return the record that a kept draft or review proposes."""
        from copilot.stores.decisions.drafts import proposed_record
        from copilot.stores.decisions.record_file import parse_record

        today = self._log.today
        kept = self._services.artifacts.read(artifact)
        decision = parse_record(proposed_record(kept, today), today)
        header = decision.header.model_copy(update={"id": None})
        mine = kept.get("kind") == DRAFT
        heading = f"Drafted from the {'conversation' if mine else 'review'}: a person decides"
        return Beginning(artifact, heading, header, decision.text, self.author, is_draft=mine)

    def remark(self, decision: Decision) -> str:
        """Return what to think of before a decision is recorded; mostly empty."""
        from copilot.stores.evidence import evidence_remark

        kept = self._services
        unknown = evidence_remark(decision.header.evidence, kept.knowledge, kept.artifacts)
        return f"{personal_remark(decision.text)} {one_line(unknown)}".strip()

    def record(self, decision: Decision) -> Made:
        """Record a decision that a person has agreed to."""
        recorded = self._log.record(decision, "interactive")
        return _made("Recorded", decision.title, recorded)

    def outcome(self, standing: Standing, held: Held, note: str) -> str:
        """Return the text that would be written of a decision's outcome."""
        from copilot.stores.decisions.record_file import outcome_text

        name, today = standing.entry.decision, self._log.today
        return outcome_text(Outcome(id=_LATER, of=name, date=today, held=held, note=note))

    def record_outcome(self, standing: Standing, held: Held, note: str) -> Made:
        """Record what became of a decision, as a person has agreed."""
        entry = standing.entry
        recorded = self._log.record_outcome(entry.decision, held, note, "interactive")
        return _made("Outcome recorded", entry.title, recorded)

    @property
    def _is_begun(self) -> bool:
        """Whether there is a log; says so without git."""
        from copilot.stores.decided import Decided

        return Decided(self._services.workspace.decisions).exists

    @property
    def _log(self) -> "Decisions":
        return self._services.decisions


def _note(log: "DecisionLog", outcome: Entry) -> str:
    try:
        return log.outcome(outcome).note
    except CopilotError:  # who has altered it must not hide the decision as well
        return f"Its record {outcome.outcome} does not read."


def _made(what: str, title: str, recorded: "Recorded") -> Made:
    return Made(what, title, recorded.id, recorded.head, recorded.remarks)


def _continued(old: Opened) -> str:
    """Return a record that has everything of an earlier one but the decision."""
    decision = old.decision
    outcomes = (
        f"{_HELD[one.held]}. {note}".strip()
        for one, note in zip(old.standing.outcomes, old.notes, strict=True)
        if one.held
    )
    before = "\n".join((decision.statement, *(f"Looked at again: {text}" for text in outcomes)))
    open_again = {"context": f"{decision.context}\n\n{before}".strip(), **_UNDECIDED}
    text = body(decision.model_copy(update=open_again))
    return _PERSONAL.sub("[personal text of the earlier record]", text)
