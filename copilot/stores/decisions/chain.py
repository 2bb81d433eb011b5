"""The one way to move the log on: under a lock, announced, made, confirmed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from copilot.domain.decision import listed
from copilot.domain.decision_id import path_of
from copilot.domain.decision_log import VERDICT_OF, Entry, Seen
from copilot.errors import DamagedLog, LogError, WorkspaceBusy
from copilot.stores.decisions.commit_writer import NewCommit
from copilot.stores.decisions.history_check import HistoryCheck
from copilot.stores.decisions.log import DecisionLog
from copilot.stores.decisions.witness import Witness
from copilot.stores.private_files import make_private_folder, unwritable

WAIT_SECONDS = 30.0
POLL_SECONDS = 0.005
NAMED = 5
"""Entries of others that a remark names."""


class Chain:
    """A log and its witness, for one writer at a time.

    Args:
        log: The log.
        witness: Where it is written down what the log holds.
    """

    def __init__(self, log: DecisionLog, witness: Witness) -> None:
        self.log = log
        self.witness = witness

    @contextmanager
    def writing(self) -> Iterator[tuple[str, ...]]:
        """Hold the log for one writer, and look first whether it is what was recorded.

        Lends remarks on what others have added and is taken for recorded from now on.

        Raises:
            WorkspaceBusy: Others write all the time.
            DamagedLog: The log is not what was recorded.
            LogError: The folder cannot be written to.
        """
        with self.held():
            self.log.repository.create()
            yield self._catch_up()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the log still."""
        from filelock import FileLock, Timeout

        folder = make_private_folder(self.log.folder)
        lock = FileLock(folder / "lock", timeout=WAIT_SECONDS, mode=0o600)
        try:
            lock.acquire(poll_interval=POLL_SECONDS)
        except Timeout as error:
            raise WorkspaceBusy(
                f"Others have been writing to {folder} for {WAIT_SECONDS:.0f} seconds.",
                hint="Reading still works; run this again when they are done.",
            ) from error
        except OSError as error:
            raise unwritable(folder, error) from error
        try:
            yield
        finally:
            lock.release()

    def extend(self, new: NewCommit) -> tuple[str, tuple[str, ...]]:
        """Add a commit to the branch and return it, with remarks on how that went."""
        commit = self.log.repository.write(new)
        return commit, self.move(commit)

    def move(self, commit: str) -> tuple[str, ...]:
        """Move the branch to a commit that builds on it, and return remarks.

        Raises:
            LogError: Nothing was recorded.
        """
        repository = self.log.repository
        head, announced = repository.head(), self.witness.announced()
        if announced:
            repository.release(announced)
        self.witness.announce(commit)
        try:
            repository.advance(head, commit)
        except LogError as error:
            if repository.head() != commit:
                raise
            return (f"It is recorded, but a power cut could undo that. {error.message}",)
        try:
            self.confirm(head)
        except LogError as error:  # it is recorded, and the next writer confirms it
            return (f"It is recorded, but not witnessed yet. {error.message}",)
        return ()

    def confirm(self, after: str | None) -> None:
        """Write down the commits that came after one."""
        self.witness.confirm([self.seen(entry) for entry in self.log.since(after)])

    def seen(self, entry: Entry) -> Seen:
        """Return an entry as the witness keeps it."""
        blob = ""
        if entry.record:
            kept = self.log.repository.commit(entry.commit)
            blob = self.log.repository.file(kept.tree, path_of(entry.record)) or ""
        return Seen(entry.commit, entry.count, entry.record, blob)

    def refuse_unwitnessed(self, commit: str) -> None:
        """Refuse a commit that does not build on what was witnessed here.

        Raises:
            DamagedLog: The newest commit witnessed is not in its history.
        """
        last = self.witness.last()
        if last and last.commit not in self.log.ancestors(commit):
            raise _not_held(last)

    def anchor_anew(self) -> int:
        """Take the log as it stands for what was recorded, and return how many commits it has.

        For a person who knows why it differs: a restored copy, a folder that was moved.
        """
        with self.held():
            entries = self.log.since(None)
            self.witness.begin_anew([self.seen(entry) for entry in entries])
            return len(entries)

    def _catch_up(self) -> tuple[str, ...]:
        """Confirm what was recorded and not yet witnessed; refuse to build on anything else.

        Returns:
            A remark on what was not announced here, where there is any.
        """
        head, last = self.log.repository.head(), self.witness.last()
        if head == (last.commit if last else None):
            return ()
        newer = self._newer(head, last)
        wrong = HistoryCheck(self.log, head, last.commit if last else None).problems
        if wrong:
            raise DamagedLog(
                f"{wrong[0].what} Nothing was added to the decision log.",
                verdict=VERDICT_OF[wrong[0].kind],
            )
        others = self._by_others(newer)
        self.witness.confirm([self.seen(entry) for entry in newer])
        return (_adopted(others),) if others else ()

    def _by_others(self, newer: Sequence[Entry]) -> list[Entry]:
        """Return the entries that were not announced here: a crash leaves those behind."""
        announced = self.witness.announced()
        if announced not in {entry.commit for entry in newer}:
            return [*newer]
        ours = self.log.ancestors(announced)
        return [entry for entry in newer if entry.commit not in ours]

    def _newer(self, head: str | None, last: Seen | None) -> Sequence[Entry]:
        if last is None:
            return self.log.since(None)
        if head is None or last.commit not in self.log.ancestors(head):
            raise _not_held(last)
        return self.log.since(last.commit)


def _adopted(entries: Sequence[Entry]) -> str:
    names = [entry.record or entry.commit[:12] for entry in entries]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    many = "1 entry was" if len(names) == 1 else f"{len(names)} entries were"
    return (
        f"{many} added by somebody else, or elsewhere, and"
        f" {'is' if len(names) == 1 else 'are'} witnessed from now on:"
        f" {listed([*names[:NAMED], *more])}."
    )


def _not_held(last: Seen) -> DamagedLog:
    return DamagedLog(
        f"The decision log does not hold commit {last.commit[:12]} any more, with which it had"
        f" {last.total} decisions; nothing was added to it.",
        verdict="truncated",
    )
