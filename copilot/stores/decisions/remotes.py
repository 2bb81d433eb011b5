"""Share a log: push to another repository, pull from it, and join what two people recorded."""

import re
from collections.abc import Callable, Iterator, Set
from typing import NamedTuple

from dulwich.objects import ObjectID
from dulwich.pack import UnpackedObject
from dulwich.refs import Ref

from copilot.analysis.decisions.message import merge_message
from copilot.domain.decision_log import Entry, LogHead
from copilot.errors import InputError, LogError, NotFound
from copilot.stores.decisions.addresses import absolute, check_address
from copilot.stores.decisions.branch import BRANCH
from copilot.stores.decisions.chain import Chain
from copilot.stores.decisions.commit_writer import NewCommit
from copilot.stores.decisions.history_check import HistoryCheck
from copilot.stores.decisions.transport import client_of, network

MERGER = "PM copilot <merge@localhost>"
"""Author of merges: nobody in particular, so that everybody makes the same one."""
_MAIN = Ref(BRANCH.encode())
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")


class Pulled(NamedTuple):
    """What a pull brought."""

    head: LogHead | None
    new: tuple[Entry, ...]
    """Entries that were not here before, the oldest first."""
    merged: bool
    contested: tuple[str, ...]
    """Decisions that two people have superseded, each in their own way."""


class Pushed(NamedTuple):
    """What a push sent."""

    head: LogHead
    sent: int
    """Entries that were not there before."""


class Remotes:
    """The other copies of a log.

    Args:
        chain: The log and its witness.
    """

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._repository = chain.log.repository

    def add(self, name: str, url: str) -> None:
        """Remember where another copy lies.

        Raises:
            InputError: The name or the address cannot be used.
        """
        if not _NAME.fullmatch(name):
            raise InputError(f"{name!r} cannot be the name of a remote.", hint="Use: origin")
        check_address(url)
        with self._chain.writing(), network(url, self._repository.folder):
            if self.known().get(name) != absolute(url):
                self._repository.forget(_tracking(name))  # another place has another history
            config = self._repository.repo.get_config()
            config.set((b"remote", name.encode()), b"url", absolute(url).encode())
            config.write_to_path()

    def known(self) -> dict[str, str]:
        """Return name and address of every remote."""
        if not self._repository.exists:
            return {}
        config = self._repository.repo.get_config()
        sections = [section for section in config.sections() if section[0] == b"remote"]
        return {
            section[1].decode(): config.get(section, b"url").decode()
            for section in sections
            if len(section) == 2
        }

    def push(self, name: str) -> Pushed:
        """Send what is recorded here; nothing there is ever overwritten.

        Raises:
            LogError: The other copy has entries that are not here, or cannot be reached.
        """
        url = self.url(name)
        with self._chain.writing():
            head = self._repository.head()
            if head is None:
                raise InputError(
                    "Nothing is recorded yet, so there is nothing to push.",
                    hint="Record a decision: pm-copilot decisions add FILE",
                )
            before = self._send(url, head)
            self._remember(name, head)
            sent = len(self._chain.log.since(before))
            return Pushed(LogHead(count=self._chain.log.count_at(head), commit=head), sent)

    def pull(self, name: str) -> Pulled:
        """Take in what others have recorded; two logs are joined, and nothing is left out.

        Raises:
            LogError: The other copy was rewritten, breaks the rules, or cannot be reached.
        """
        url = self.url(name)
        with self._chain.held():
            self._repository.create()
            theirs = self._fetch(url)
            if theirs is None:
                return Pulled(self._chain.log.head(), (), merged=False, contested=())
            self._refuse_rewritten(name, theirs)
            self._refuse_broken(url, theirs)
            pulled = self._join(theirs)
            self._remember(name, theirs)
            return pulled

    def _join(self, theirs: str) -> Pulled:
        log, ours = self._chain.log, self._repository.head()
        merged = False
        if ours is None or ours in log.ancestors(theirs):
            target = theirs
        elif theirs in log.ancestors(ours):
            target = ours
        else:
            target, merged = self._merge(ours, theirs), True
        if target != ours:
            self._chain.refuse_unwitnessed(target)
            self._chain.move(target)
        new = tuple(log.since(ours)) if target != ours else ()
        return Pulled(log.head(), new, merged, self._contested())

    def _merge(self, ours: str, theirs: str) -> str:
        """Return the merge of two heads, which is the same for everybody who makes it."""
        parents = tuple(sorted((ours, theirs)))
        time = max(self._repository.commit(parent).time for parent in parents)
        older = self._chain.log.ancestors(ours) | self._chain.log.ancestors(theirs)
        count = sum(bool(self._chain.log.entry(commit).decision) for commit in older)
        return self._repository.write(NewCommit({}, merge_message(count), MERGER, time, parents))

    def _contested(self) -> tuple[str, ...]:
        log = self._chain.log
        twice = [one for one in log.standings() if len(one.superseded_by) > 1]
        names = (one.entry.decision for one in twice)
        return tuple(name for name in names if len(log.in_force(name)) > 1)

    def _refuse_rewritten(self, name: str, theirs: str) -> None:
        known = self._repository.ref(_tracking(name))
        if known is None or known in self._chain.log.ancestors(theirs):
            return
        lost = self._chain.log.count_at(known)
        raise LogError(
            f"The log at {name} was rewritten: it no longer holds commit {known[:12]}, with which"
            f" it had {lost} decisions. Nothing was taken from it.",
            hint="Ask who has done so. What is here stands, and can be pushed to a new place.",
        )

    def _refuse_broken(self, url: str, theirs: str) -> None:
        found = HistoryCheck(self._chain.log, theirs).problems
        if found:
            raise LogError(
                f"The log at {url} does not keep the rules: {found[0].what}"
                " Nothing was taken from it.",
                hint="See what is wrong there: pm-copilot decisions verify",
            )

    def _send(self, url: str, head: str) -> str | None:
        """Send a commit and all it builds on; return what stood there before."""
        stood: list[str | None] = []

        def update(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            there = refs.get(_MAIN)
            stood.append(there.decode() if there else None)
            if there and not self._is_older(there.decode(), head):
                raise LogError(
                    f"The log at {url} has entries that are not here; nothing was sent.",
                    hint="Take them in first: pm-copilot decisions remote pull",
                )
            return {_MAIN: ObjectID(head.encode())}

        self._repository.reopen()
        with network(url):
            client, path = client_of(url)
            result = client.send_pack(path.encode(), update, self._pack)
        refused = [why for why in (result.ref_status or {}).values() if why]
        if refused:
            raise LogError(f"{url} refused the log: {refused[0]}.", hint="Pull, then push again.")
        return stood[0] if stood else None

    def _pack(
        self,
        have: Set[ObjectID],
        want: Set[ObjectID],
        *,
        ofs_delta: bool = True,
        progress: Callable[[bytes], None] | None = None,
    ) -> tuple[int, Iterator[UnpackedObject]]:
        """Return what is wanted and not there."""
        store = self._repository.repo.object_store
        return store.generate_pack_data(have, want, progress=progress, ofs_delta=ofs_delta)

    def _is_older(self, there: str, head: str) -> bool:
        return self._repository.holds(there) and there in self._chain.log.ancestors(head)

    def _fetch(self, url: str) -> str | None:
        self._repository.reopen()
        self._repository.clear_packing()
        with network(url, self._repository.folder):
            client, path = client_of(url)
            wanted: Callable[..., list[ObjectID]] = lambda refs, depth=None: (  # noqa: E731
                [refs[_MAIN]]
                if _MAIN in refs and not self._repository.holds(refs[_MAIN].decode())
                else []
            )
            result = client.fetch(path.encode(), self._repository.repo, determine_wants=wanted)
        self._repository.settle_packs()
        there = result.refs.get(_MAIN)
        return there.decode() if there else None

    def _remember(self, name: str, commit: str) -> None:
        ref = _tracking(name)
        known = self._repository.ref(ref)
        if known != commit:
            self._repository.release(commit, ref)
            self._repository.advance(known, commit, ref)

    def url(self, name: str) -> str:
        """Return the address of a remote.

        Raises:
            NotFound: There is none of that name.
        """
        known = self.known()
        if name not in known:
            raise NotFound(
                f"There is no remote {name!r}"
                + (f"; known are: {', '.join(known)}." if known else "."),
                hint="Add it: pm-copilot decisions remote add PATH_OR_URL",
            )
        return known[name]


def _tracking(name: str) -> str:
    return f"refs/remotes/{name}/main"
