"""Read the decision log: entries newest first, records by id, what is in force."""

import heapq
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from copilot.analysis.decisions.message import read_message
from copilot.domain.decision import Decision, Outcome
from copilot.domain.decision_id import is_id, path_of
from copilot.domain.decision_log import Entry, LogHead, Standing
from copilot.errors import DamagedLog, InputError, NotFound
from copilot.stores.decisions.objects import Kept
from copilot.stores.decisions.personal import PersonalTexts
from copilot.stores.decisions.record_file import parse_outcome, parse_record
from copilot.stores.decisions.repository import Repository

NO_DAY = date(1970, 1, 1)
NEAR = 3
"""Ids offered where one is not found."""


class DecisionLog:
    """The log of one workspace, for reading.

    Args:
        folder: The workspace's folder for decisions.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repository = Repository(folder / "log.git")
        self.personal = PersonalTexts(folder / "personal")
        self.unread: list[str] = []
        """Ids of the decisions passed over when all were read, since they do not read."""
        self._at: tuple[str | None, str | None] = (None, None)
        """The newest commit when it was last looked for, and its tree."""

    @property
    def exists(self) -> bool:
        """Whether anything was ever recorded here."""
        return self.repository.exists

    def head(self) -> LogHead | None:
        """Return where the log stands; None where nothing is recorded."""
        head = self.repository.head()
        return LogHead(count=self.count_at(head), commit=head) if head else None

    def count_at(self, commit: str) -> int:
        """Return how many decisions the history up to a commit holds."""
        kept = self.repository.commit(commit)
        entry = entry_of(kept)
        if entry.is_ours:
            return entry.count
        names = (path.rpartition("/")[2] for path, _ in self.repository.files(kept.tree))
        return sum(is_id(name.removesuffix(".md")) and name.startswith("d-") for name in names)

    def entries(self) -> Iterator[Entry]:
        """Yield every commit of the log, children before parents, the newest first."""
        head = self.repository.head()
        first = self.entry(head) if head else None
        waiting = [(_order(first), first)] if first else []
        known = {head}
        while waiting:
            entry = heapq.heappop(waiting)[1]
            yield entry
            for parent in entry.parents:
                if parent not in known:
                    known.add(parent)
                    older = self.entry(parent)
                    heapq.heappush(waiting, (_order(older), older))

    def standings(self) -> Iterator[Standing]:
        """Yield every decision with how it stands, the newest first.

        Whatever changes how a decision stands is recorded after it, so a page of the newest ones
        needs no more than itself.
        """
        replaced: dict[str, list[str]] = {}
        outcomes: dict[str, list[Entry]] = {}
        signers: dict[str, list[str]] = {}
        for entry in self.entries():
            for older in entry.supersedes:
                replaced.setdefault(older, []).append(entry.decision)
            if entry.outcome_of:
                outcomes.setdefault(entry.outcome_of, []).append(entry)
            if entry.signs and entry.signed:
                signers.setdefault(entry.signs, []).append(entry.author)
            if name := entry.decision:
                yield Standing(
                    entry=entry,
                    superseded_by=tuple(replaced.pop(name, ())),
                    outcomes=tuple(outcomes.pop(name, ())),
                    signed_by=(
                        *([entry.author] if entry.signed else []),
                        *signers.pop(name, ()),
                    ),
                )

    def standing(self, name: str) -> Standing:
        """Return how one decision stands.

        Raises:
            NotFound: No decision has that id.
        """
        wanted = self.resolve(name)
        found = next((one for one in self.standings() if one.entry.decision == wanted), None)
        if found is None:
            raise self._unknown(name)
        return found

    def in_force(self, name: str) -> tuple[str, ...]:
        """Return the ids of what holds today in the place of a decision: itself, mostly."""
        replaced = {one.entry.decision: one.superseded_by for one in self.standings()}
        found, waiting = [], [name]
        while waiting:
            current = waiting.pop()
            if replaced.get(current):
                waiting += replaced.pop(current)
            elif current not in found:
                found.append(current)
        return tuple(found)

    def resolve(self, name: str) -> str:
        """Return the full id of a decision, from an id or an unambiguous beginning of it.

        Raises:
            NotFound: No decision, or more than one, has that id; near ones are offered.
        """
        if name.startswith("d-") and self.holds(name):
            return name
        known = [entry.decision for entry in self.entries() if entry.decision]
        found = [one for one in known if name and one.startswith(name)]
        if len(found) != 1:
            raise self._unknown(name, known, found)
        return found[0]

    def decision(self, name: str) -> Decision:
        """Return one decision, personal text in its place where it is at hand.

        Raises:
            NotFound: No decision has that id.
            DamagedLog: Its text is missing or altered.
        """
        known = self.resolve(name)
        return self._shown(known, self.recorded(known))

    def recorded(self, name: str) -> Decision:
        """Return one decision as git holds it, with marks in the place of personal text.

        Raises:
            NotFound: No decision has that id.
            DamagedLog: Its text is missing or altered, or does not read.
        """
        known = self.resolve(name)
        try:
            return parse_record(self.record(known), NO_DAY)
        except InputError as error:
            raise DamagedLog(f"{known} does not read as a record. {error.message}") from error

    def decisions(self) -> Iterator[tuple[Standing, Decision]]:
        """Yield every decision that reads and how it stands, the newest first, as it is shown."""
        for standing, found in self.all_recorded():
            yield standing, self._shown(standing.entry.decision, found)

    def all_recorded(self) -> Iterator[tuple[Standing, Decision]]:
        """Yield every decision as git holds it and how it stands, the newest first.

        One that does not read is passed over and named in `unread`: it must not hide the others.
        """
        self.unread = []
        for standing in self.standings():
            text = self.record(standing.entry.decision)
            try:
                decision = parse_record(text, NO_DAY)
            except InputError:
                self.unread.append(standing.entry.decision)
                continue
            yield standing, decision

    def record(self, name: str) -> str:
        """Return the text of a record exactly as git holds it."""
        blob = self._blob(name)
        if blob is None:
            raise self._unknown(name)
        return self.repository.blob(blob).decode("utf-8", errors="replace")

    def outcome(self, entry: Entry) -> Outcome:
        """Return what an entry says became of a decision."""
        return parse_outcome(self.record(entry.outcome))

    def entry(self, commit: str) -> Entry:
        """Return one commit as an entry."""
        return entry_of(self.repository.commit(commit))

    def since(self, commit: str | None) -> list[Entry]:
        """Return the entries that are not in the history of a commit, the oldest first."""
        newer: list[Entry] = []
        for entry in self.entries():
            if entry.commit == commit:
                return newer[::-1]
            if len(entry.parents) > 1:  # beyond a merge, what is older takes a longer look
                break
            newer.append(entry)
        older = self.ancestors(commit) if commit else set()
        return [entry for entry in self.entries() if entry.commit not in older][::-1]

    def ancestors(self, commit: str) -> set[str]:
        """Return a commit and all that it builds on."""
        found, waiting = {commit}, [commit]
        while waiting:
            for parent in self.repository.commit(waiting.pop()).parents:
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return found

    def holds(self, name: str) -> bool:
        """Return whether something is recorded under an id."""
        return self._blob(name) is not None

    def _shown(self, name: str, found: Decision) -> Decision:
        text = self.personal.shown(name, found.text)
        return found.model_copy(update={"text": text}) if text != found.text else found

    def _blob(self, name: str) -> str | None:
        tree = self._tree
        return self.repository.file(tree, path_of(name)) if tree and is_id(name) else None

    @property
    def _tree(self) -> str | None:
        head = self.repository.head()
        if head != self._at[0]:
            self._at = (head, self.repository.commit(head).tree if head else None)
        return self._at[1]

    def _unknown(
        self, name: str, known: list[str] | None = None, found: list[str] | None = None
    ) -> NotFound:
        if known is None:
            known = [entry.decision for entry in self.entries() if entry.decision]
        near = found or get_close_matches(name, known, NEAR, cutoff=0.3) or known[:NEAR]
        return NotFound(
            f"{'More than one' if found else 'No'} decision has the id {name!r}.",
            hint=f"Near it: {', '.join(near[:NEAR])}"
            if near
            else "Nothing is recorded yet: pm-copilot decisions add FILE",
        )


def _order(entry: Entry) -> tuple[int, int, bool, str]:
    """Return the newest first; within a second, what builds on a decision before it."""
    return -entry.time, -entry.count, bool(entry.decision), entry.commit


def entry_of(kept: Kept) -> Entry:
    """Return a commit as an entry of the log."""
    return Entry(
        commit=kept.sha,
        parents=kept.parents,
        author=kept.author,
        time=kept.time,
        signed=kept.signature is not None,
        **read_message(kept.message),
    )
