"""Everything a face asks of the decision log of one workspace."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from copilot.domain.counting import counted
from copilot.domain.decision import Approval, Decision, Held
from copilot.domain.decision_log import LogHead, Verification
from copilot.errors import SetupError
from copilot.stores.decisions.chain import Chain
from copilot.stores.decisions.commit_writer import Sign
from copilot.stores.decisions.identity import Author, author_of
from copilot.stores.decisions.log import DecisionLog
from copilot.stores.decisions.recorder import Made, Recorded, Recorder
from copilot.stores.decisions.remotes import Remotes
from copilot.stores.decisions.verification import verify
from copilot.stores.decisions.witness import Witness


class Who(NamedTuple):
    """What the settings say of the person who records."""

    author: str | None = None
    """`Name <mail>`."""
    signing_key: str | None = None
    """Path of an SSH key."""
    allowed_signers: str | None = None
    """Path of a file of people and keys whose signatures count."""


class Decisions:
    """A log with all that reads, writes, guards and shares it.

    Args:
        folder: The workspace's folder for decisions.
        witnesses: The user's state folder for witnesses.
        clock: Tells the time; UTC.
        who: What the settings say of the person who records.
    """

    def __init__(
        self, folder: Path, witnesses: Path, clock: Callable[[], datetime], who: Who
    ) -> None:
        self.log = DecisionLog(folder)
        self.chain = Chain(self.log, Witness(witnesses, folder))
        self.remotes = Remotes(self.chain)
        self._clock = clock
        self._who = who

    @cached_property
    def author(self) -> Author:
        """Who records."""
        return author_of(self._who.author)

    @cached_property
    def recorder(self) -> Recorder:
        """What adds to the log."""
        return Recorder(self.chain, self._clock, self._sign())

    def record(self, decision: Decision, approval: Approval) -> Recorded:
        """Record a decision in the name of the user."""
        return self.recorder.record(decision, Made(self.author, approval))

    def record_outcome(self, name: str, held: Held, note: str, approval: Approval) -> Recorded:
        """Record what became of a decision."""
        return self.recorder.record_outcome(name, held, note, Made(self.author, approval))

    def sign(self, name: str, approval: Approval) -> Recorded:
        """Sign a decision and the history up to it."""
        return self.recorder.sign(name, Made(self.author, approval))

    def erase(self, name: str) -> int:
        """Erase the personal text of a decision, and return how many stretches it had.

        Raises:
            NotFound: It has none on this machine.
        """
        with self.chain.held():
            return self.log.personal.erase(name, f"{self.today}, {self.author.name}")

    def remark(self) -> str:
        """Return what a reader should know of the log before they believe it; mostly empty.

        It compares the newest commit alone; `verify` looks at all of them.
        """
        last = self.chain.witness.last()
        if last is None or last.commit == self.log.repository.head():
            return ""
        return (
            "The log is not as it was last witnessed here, with"
            f" {counted(last.total, 'decision')}. See what is wrong: pm-copilot decisions verify"
        )

    def verify(self, checkpoint: LogHead | None = None, *, signed: bool = False) -> Verification:
        """Verify the whole log.

        Args:
            checkpoint: Where the log once stood, kept by somebody else.
            signed: Whether every decision needs a signature that counts.

        Raises:
            SetupError: Signatures are asked for, and nobody says whose count.
        """
        if not signed:
            return verify(self.chain, checkpoint)
        from copilot.stores.decisions.signatures import Signers

        if not self._who.allowed_signers:
            raise SetupError(
                "Nobody says whose signatures count.",
                hint="export PM_COPILOT_ALLOWED_SIGNERS=FILE, in the form of git's allowed signers",
            )
        signers = Signers(Path(self._who.allowed_signers))
        return verify(self.chain, checkpoint, signers.objection)

    @property
    def today(self) -> date:
        """The day on which a record without a date is made."""
        return self._clock().date()

    def _sign(self) -> Sign | None:
        if not self._who.signing_key:
            return None
        from copilot.stores.decisions.signatures import signer

        return signer(Path(self._who.signing_key))
