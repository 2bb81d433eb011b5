"""Walk the whole history and hold every commit against the rules of the log."""

import re
from collections.abc import Iterator
from typing import Any

from copilot.domain.decision_id import DECISION, id_at, path_of
from copilot.domain.decision_log import Entry, Kind, Problem, Seen
from copilot.domain.decision_text import front_matter_of
from copilot.errors import DamagedLog
from copilot.stores.decisions.log import DecisionLog, entry_of
from copilot.stores.decisions.objects import FILE, FOLDER, Kept, TreeEntry
from copilot.stores.decisions.record_file import is_titled, unreadable

_KIND: dict[str, Kind] = {
    "torn": "half_written",
    "altered": "edited",
    "broken_link": "missing",
}
_SUPERSEDES = re.compile(rb"^supersedes: (.*)$", re.M)
_ID = re.compile(rb"d-\d{8}-[0-9a-f]{8}")
_KEPT_TREES = 100

Tree = frozenset[TreeEntry]
Found = tuple[bytes, str]
"""(mode, object) of a file."""
Change = tuple[str, Found | None, Found | None]
"""(path, what was there, what is there)."""


class HistoryCheck:
    """What one walk over the history finds.

    Args:
        log: The log.
        head: Its newest commit.
        since: A commit that is known to be sound, with all that it builds on.
    """

    def __init__(self, log: DecisionLog, head: str | None, since: str | None = None) -> None:
        self._repository = log.repository
        self.problems: list[Problem] = []
        self.commits: dict[str, Kept] = {}
        self.entries: dict[str, Entry] = {}
        self.blobs: dict[str, str] = {}
        """Object of every record that was added, by id."""
        self.personal: dict[str, bytes] = {}
        """Every record of which some text is kept elsewhere, by id."""
        self.is_whole = True
        """Whether the walk got to the root on every way."""
        self._trees: dict[str, Tree] = {}
        self._counts: dict[str, int] = {}
        self._added: dict[str, str] = {}
        """Id of the record that a commit adds."""
        self._walk(head, since)
        for kept in [*self.commits.values()][::-1]:
            self._guarded(kept)

    @property
    def count(self) -> int:
        """How many decisions were found."""
        return sum(bool(entry.decision) for entry in self.entries.values())

    def seen(self) -> list[Seen]:
        """Return the history as a witness would have it, the oldest first.

        A commit whose message says nothing of a record is known by the one it adds.
        """
        named = (
            (entry, entry.record or self._added.get(entry.commit, ""))
            for entry in [*self.entries.values()][::-1]
        )
        return [
            Seen(entry.commit, entry.count, name, self.blobs.get(name, "")) for entry, name in named
        ]

    def after(self, *known: str | None) -> list[Entry]:
        """Return the entries that none of some commits builds on, the newest first."""
        older = {sha for sha in known if sha in self.commits}
        waiting = [*older]
        while waiting:
            fresh = {*self.commits[waiting.pop()].parents} - older
            older |= fresh
            waiting += fresh & self.commits.keys()
        return [entry for sha, entry in self.entries.items() if sha not in older]

    def _walk(self, head: str | None, since: str | None) -> None:
        waiting, known = ([head], {head}) if head else ([], set())
        while waiting:
            sha = waiting.pop(0)
            try:
                kept = self._repository.commit(sha)
            except DamagedLog as error:
                self._report(error)
                self.is_whole = False
                continue
            self.commits[sha], self.entries[sha] = kept, entry_of(kept)
            parents = kept.parents if sha != since else ()
            fresh = [parent for parent in parents if parent not in known]
            known.update(fresh)
            waiting += fresh

    def _guarded(self, kept: Kept) -> None:
        entry = self.entries[kept.sha]
        try:
            self._check(kept, entry)
        except DamagedLog as error:
            self._report(error, entry.decision or entry.outcome_of)

    def _check(self, kept: Kept, entry: Entry) -> None:
        if not entry.is_ours:
            title = entry.title[:60]
            self._add("foreign", f"Commit {kept.sha[:12]} ({title!r}) is none of PM copilot's.")
        if len(kept.parents) > 1:
            self._check_merge(kept, entry)
            return
        parent = self.commits.get(kept.parents[0]) if kept.parents else None
        if kept.parents and not parent:  # its own absence is reported
            return
        added = []
        for path, before, after in self._changes(parent.tree if parent else None, kept.tree):
            if before is None and after is not None:
                added.append((path, after))
            else:
                self._lost(kept, path, after)
        self._check_added(kept, entry, added)
        self._check_count(entry, parent)

    def _check_added(self, kept: Kept, entry: Entry, added: list[tuple[str, Found]]) -> None:
        expected = path_of(entry.record) if entry.is_ours and entry.record else None
        for path, (mode, blob) in added:
            name = id_at(path)
            if name:
                self.blobs[name] = blob
                self._added[kept.sha] = name
            content = self._repository.blob(blob)
            if path != expected or mode != FILE:
                what = f"Commit {kept.sha[:12]} adds {path}, which it does not speak of."
                self._add("foreign", what, name)
            elif not _agrees(content, entry):
                self._add("edited", f"{name} and its commit message do not agree.", name)
            if path == expected and entry.decision:
                self._check_reads(entry.decision, content)
        if expected and expected not in dict(added):
            self._add(
                "missing", f"The text of {entry.record} is not in its commit.", entry.decision
            )

    def _check_reads(self, name: str, content: bytes) -> None:
        if why := unreadable(content):
            self._add("foreign", f"{name} does not read as a record. {why}", name)
        elif b"\npersonal: " in content:
            self.personal[name] = content

    def _check_merge(self, kept: Kept, entry: Entry) -> None:
        """Hold a merge against the union of its parents."""
        parents = [self.commits[sha] for sha in kept.parents if sha in self.commits]
        for parent in parents:
            others = [other.tree for other in parents if other is not parent]
            for path, before, after in self._changes(parent.tree, kept.tree):
                if before is not None or after is None:
                    self._lost(kept, path, after)
                elif after[1] not in [self._repository.file(tree, path) for tree in others]:
                    what = f"The merge {kept.sha[:12]} adds {path}, which no side has."
                    self._add("foreign", what, id_at(path))
        if entry.is_ours and (held := self._held(kept.tree)) != entry.count:
            what = f"The merge {kept.sha[:12]} says {entry.count} decisions and holds {held}."
            self._add("inserted" if held > entry.count else "deleted", what)

    def _held(self, tree: str) -> int:
        """Return how many decisions lie below a tree."""
        if tree not in self._counts:
            self._counts[tree] = sum(
                self._held(sha.hex()) if mode == FOLDER else name.startswith(DECISION.encode())
                for mode, name, sha in self._tree(tree)
            )
        return self._counts[tree]

    def _check_count(self, entry: Entry, parent: Kept | None) -> None:
        before = self.entries[parent.sha] if parent else None
        if not entry.is_ours or (before and not before.is_ours):
            return
        expected = (before.count if before else 0) + bool(entry.decision)
        name = entry.decision or entry.outcome_of or entry.signs
        if entry.count > expected:
            gone = entry.count - expected
            self._add("deleted", f"Before {name}, {gone} decisions are missing.", name)
        elif entry.count < expected:
            self._add("inserted", f"Before {name}, there are more decisions than it says.", name)

    def _lost(self, kept: Kept, path: str, after: Found | None) -> None:
        name = id_at(path)
        done, kind = ("changes", "edited") if after else ("removes", "deleted")
        what = (
            f"Commit {kept.sha[:12]} {done} {name or path}; records are superseded, never edited."
        )
        self._add("edited" if kind == "edited" else "deleted", what, name)

    def _changes(self, before: str | None, after: str | None, above: str = "") -> Iterator[Change]:
        """Yield what differs between two trees, file by file."""
        if before == after:
            return
        old, new = self._tree(before), self._tree(after)
        gone = {name: (mode, sha.hex()) for mode, name, sha in old - new}
        come = {name: (mode, sha.hex()) for mode, name, sha in new - old}
        for name in {**gone, **come}:
            was, now = gone.get(name), come.get(name)
            path = above + name.decode("utf-8", errors="replace")
            if _is_folder(was) or _is_folder(now):
                yield from self._changes(_below(was), _below(now), f"{path}/")
            if _is_file(was) or _is_file(now):
                yield path, was if _is_file(was) else None, now if _is_file(now) else None

    def _tree(self, sha: str | None) -> Tree:
        if sha is None:
            return frozenset()
        if sha not in self._trees:
            if len(self._trees) > _KEPT_TREES:
                self._trees.clear()
            self._trees[sha] = frozenset(self._repository.objects.tree(sha))
        return self._trees[sha]

    def _report(self, error: DamagedLog, name: str | None = None) -> None:
        self._add(_KIND.get(error.verdict, "edited"), error.message, name)

    def _add(self, kind: Kind, what: str, name: str | None = None) -> None:
        self.problems.append(Problem(decision=name or None, kind=kind, what=what))


def _is_folder(found: Found | None) -> bool:
    return found is not None and found[0] == FOLDER


def _is_file(found: Found | None) -> bool:
    return found is not None and found[0] != FOLDER


def _below(found: Found | None) -> str | None:
    return found[1] if found and _is_folder(found) else None


def _agrees(content: bytes, entry: Entry) -> bool:
    """Return whether a record says of itself what its commit message says of it."""
    head = content.partition(b"\n---\n")[0] + b"\n"
    said: dict[str, Any] = {"id": entry.record, "date": entry.day}
    if entry.decision:
        said |= {"status": entry.status, "review-by": entry.review_by}
        said |= {"confidence": entry.confidence}
    else:
        said |= {"of": entry.outcome_of, "held": entry.held}
    found = _SUPERSEDES.search(head)
    named = {name.decode() for name in _ID.findall(found[1])} if found else set()
    lines = front_matter_of(said).encode().splitlines()[1:-1]
    silent = [f"\n{name}: ".encode() for name, value in said.items() if value is None]
    return (
        (not entry.decision or is_titled(content, entry.title))
        and named == {*entry.supersedes}
        and {*lines} <= {*head.splitlines()}
        and not any(name in head for name in silent)
    )
