"""Record decisions, their outcomes and signatures: one commit each."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import NamedTuple

from copilot.analysis.decisions.message import (
    decision_message,
    outcome_message,
    signature_message,
)
from copilot.analysis.untrusted import clean
from copilot.domain.decision import Approval, Decision, Held, Outcome
from copilot.domain.decision_id import DECISION, OUTCOME, make_id, path_of
from copilot.domain.decision_log import LogHead
from copilot.domain.decision_text import header_fields, record_text
from copilot.errors import CopilotError, InputError
from copilot.stores.decisions.chain import Chain
from copilot.stores.decisions.commit_writer import NewCommit, Sign
from copilot.stores.decisions.identity import Author
from copilot.stores.decisions.personal import Passage, refuse_marked, salted
from copilot.stores.decisions.record_file import as_kept, outcome_text, titled

MARK_BYTES = 4
CLOCK_SLACK = 60
"""Seconds by which a clock may lag behind the newest entry without a remark."""


_NOT_IN_A_NOTE = (
    "Say it without the person; what is personal can be marked in the text of a decision only."
)


class Made(NamedTuple):
    """How an entry comes about."""

    author: Author
    approval: Approval
    written: datetime | None = None
    """When it was written, where that was earlier: an imported record keeps its time."""
    committer: Author | None = None
    """Who records what somebody else has written."""


class Recorded(NamedTuple):
    """What was written."""

    id: str
    head: LogHead
    remarks: tuple[str, ...]
    """What the person should know."""


class Recorder:
    """Adds to one log.

    Args:
        chain: The log and its witness.
        clock: Tells the time; UTC.
        sign: Signs commits, where the user has a key for that.
    """

    def __init__(
        self, chain: Chain, clock: Callable[[], datetime], sign: Sign | None = None
    ) -> None:
        self._chain = chain
        self._log = chain.log
        self._clock = clock
        self._sign = sign

    def record(self, decision: Decision, made: Made) -> Recorded:
        """Record a decision.

        Raises:
            InputError: It supersedes what is superseded already, marks text as personal where
                that cannot be kept apart, or would not read back as it is.
            NotFound: It supersedes what does not exist.
            LogError: The log cannot be written, or is not what was recorded.
        """
        with self._chain.writing() as adopted:
            ready, personal = self._finished(decision)
            count = self._count + 1
            message = decision_message(ready, count, made.approval)
            files = {path_of(ready.id): record_text(ready).encode()}
            try:
                self._log.personal.keep(ready.id, personal)
                return _with(adopted, self._added(ready.id, files, message, made))
            except CopilotError:
                self._take_back(ready.id)
                raise

    def record_outcome(self, name: str, held: Held, note: str, made: Made) -> Recorded:
        """Record what became of a decision.

        Raises:
            InputError: The note marks text as personal.
            NotFound: There is no such decision.
            LogError: The log cannot be written, or is not what was recorded.
        """
        refuse_marked("The outcome", {"note": clean(note)}, _NOT_IN_A_NOTE)
        with self._chain.writing() as adopted:
            decision, today = self._log.recorded(name), self._clock().date()
            name = self._free_id(OUTCOME, today)
            outcome = Outcome(
                id=name, of=decision.id, date=today, held=held, note=clean(note).strip()
            )
            message = outcome_message(outcome, decision.title, self._count, made.approval)
            files = {path_of(name): outcome_text(outcome).encode()}
            return _with(adopted, self._added(name, files, message, made))

    def sign(self, name: str, made: Made) -> Recorded:
        """Add a signed commit by which a person stands by a decision and all before it.

        Raises:
            InputError: There is no key to sign with.
            NotFound: There is no such decision.
        """
        if self._sign is None:
            raise InputError(
                "There is no key to sign with.",
                hint="Name an SSH key: export PM_COPILOT_SIGNING_KEY=~/.ssh/id_ed25519",
            )
        with self._chain.writing() as adopted:
            decision = self._log.recorded(name)
            message = signature_message(decision.id, decision.title, self._count, made.approval)
            return _with(adopted, self._added(decision.id, {}, message, made))

    @property
    def _count(self) -> int:
        head = self._log.head()
        return head.count if head else 0

    def _added(self, name: str, files: dict[str, bytes], message: str, made: Made) -> Recorded:
        head = self._log.repository.head()
        now = int(self._clock().timestamp())
        earliest = self._log.repository.commit(head).time if head else now
        commit, remarks = self._chain.extend(
            NewCommit(
                files=files,
                message=message,
                author=made.author.identity,
                time=max(now, earliest),
                parents=(head,) if head else (),
                written=int(made.written.timestamp()) if made.written else None,
                committer=made.committer.identity if made.committer else None,
                sign=self._sign,
            )
        )
        late = [_late(earliest - now)] if earliest - now > CLOCK_SLACK else []
        guessed = [_guessed(made.author)] if made.author.guessed else []
        return Recorded(
            name, LogHead(count=self._count, commit=commit), (*remarks, *late, *guessed)
        )

    def _take_back(self, name: str) -> None:
        """Leave no personal text of what was not recorded; in doubt it stays."""
        with suppress(CopilotError):
            if not self._log.holds(name):
                self._log.personal.forget(name)

    def _finished(self, decision: Decision) -> tuple[Decision, dict[str, Passage]]:
        """Return the decision with its id, personal text taken out and links made whole.

        It is read from the text that is kept, so no sentence of it can say what that does not.
        """
        header = decision.header
        said = header_fields(header.model_copy(update={"personal": {}}))
        refuse_marked("The front matter of the record", said, "Write it in the text below instead.")
        replaced = tuple(map(self._supersedable, header.supersedes))
        name = self._free_id(DECISION, header.date)
        text, personal = self._log.personal.hide(titled(decision))
        digests = {mark: salted(one.text or "", one.salt) for mark, one in personal.items()}
        update = {"id": name, "supersedes": replaced, "personal": digests}
        hidden = {"header": header.model_copy(update=update), "text": text}
        return as_kept(decision.model_copy(update=hidden)), personal

    def _supersedable(self, name: str) -> str:
        standing = self._log.standing(name)
        known = standing.entry.decision
        if standing.superseded_by:
            newer = standing.superseded_by[0]
            raise InputError(
                f"{known} is superseded already, by {' and '.join(standing.superseded_by)}.",
                hint=f"Supersede that one: pm-copilot decisions supersede {newer} FILE",
            )
        return known

    def _free_id(self, kind: str, day: date) -> str:
        while True:
            name = make_id(kind, day, secrets.token_hex(MARK_BYTES))
            if not self._log.holds(name):
                return name


def _with(adopted: tuple[str, ...], done: Recorded) -> Recorded:
    """Return what was written, with what was found in the log before."""
    return done._replace(remarks=(*adopted, *done.remarks))


def _late(seconds: int) -> str:
    days, hours = divmod(seconds // 3600, 24)
    behind = f"{days} days" if days else f"{hours} hours" if hours else f"{seconds // 60} minutes"
    return (
        f"The clock of this machine is {behind} behind the newest entry; the commit carries the"
        " time of that entry."
    )


def _guessed(author: Author) -> str:
    return (
        f"Recorded as {author.identity}, since nobody says who you are. Say so:"
        " export PM_COPILOT_AUTHOR='Name <mail>'"
    )
