"""What somebody with write access to a log could do to it: objects written, histories forged."""

import hashlib
import os
import shutil
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from copilot.stores.decisions.decisions import Decisions
from copilot.stores.decisions.objects import Kept
from tests.unit.stores.decisions.building import decisions_in


@dataclass(frozen=True)
class Step:
    """One commit, by what it adds to the one before it."""

    message: str
    author: str = "Ada <ada@example.org>"
    time: int = 1_795_600_000
    added: dict[str, bytes] = field(default_factory=dict)
    removed: tuple[str, ...] = ()


class Forger:
    """Writes to the repository of a log without asking anybody.

    Args:
        folder: The folder of the log.
    """

    def __init__(self, folder: Path) -> None:
        self.decisions = decisions_in(folder)
        self.touched: set[str] = set()
        """Objects that are not as they were."""
        self.repository = self.decisions.log.repository
        self.folder = self.repository.folder

    def point(self, commit: str) -> None:
        """Make the branch point to a commit."""
        _write_anew(self.folder / "refs" / "heads" / "main", f"{commit}\n".encode())

    def rewrite(self, steps: Iterable[Step], onto: str = "") -> str:
        """Make a line of commits, let the branch point to its end, and return that."""
        files = self._files(onto)
        for step in steps:
            files = {path: sha for path, sha in files.items() if path not in step.removed}
            files |= {path: self.put(b"blob", text) for path, text in step.added.items()}
            onto = self.put(b"commit", _commit(self._tree(files), onto, step))
        self.point(onto)
        return onto

    def put(self, kind: bytes, data: bytes) -> str:
        """Write an object."""
        whole = b"%s %d\0%s" % (kind, len(data), data)
        sha = hashlib.sha1(whole).hexdigest()
        path = self.repository.objects.place(sha)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(whole, 1))
        return sha

    def overwrite(self, sha: str, content: bytes) -> None:
        """Put other bytes into the file of an object."""
        self.touched.add(sha)
        _write_anew(self.repository.objects.place(sha), content)

    def drop(self, *shas: str) -> None:
        """Remove objects."""
        self.touched |= {*shas}
        for sha in shas:
            self.repository.objects.place(sha).unlink()

    def _files(self, commit: str) -> dict[str, str]:
        return dict(self.repository.files(self.repository.commit(commit).tree)) if commit else {}

    def _tree(self, files: dict[str, str]) -> str:
        below: dict[str, dict[str, str]] = {}
        entries = []
        for path, sha in files.items():
            first, _, rest = path.partition("/")
            if rest:
                below.setdefault(first, {})[rest] = sha
            else:
                entries.append((first.encode(), b"100644", sha))
        entries += [(name.encode(), b"40000", self._tree(some)) for name, some in below.items()]
        lines = (
            b"%s %s\0%s" % (mode, name, bytes.fromhex(sha)) for name, mode, sha in sorted(entries)
        )
        return self.put(b"tree", b"".join(lines))


def linked(folder: Path, to: Path) -> Path:
    """Copy a log by hard links, with its witness, and return the place."""
    before = decisions_in(folder).chain.witness.path
    shutil.copytree(folder, to, copy_function=os.link)
    (to / "state" / before.name).rename(decisions_in(to).chain.witness.path)
    return to


def steps_of(decisions: Decisions) -> list[Step]:
    """Return a line of commits, the oldest first."""
    repository = decisions.log.repository
    kept = [repository.commit(entry.commit) for entry in decisions.log.entries()][::-1]
    trees: list[dict[str, str]] = [{}, *(dict(repository.files(one.tree)) for one in kept)]
    return [
        Step(one.message, one.author, one.time, _added(repository.blob, before, after))
        for one, before, after in zip(kept, trees, trees[1:], strict=False)
    ]


def renumbered(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with counts that are right."""
    count, found = 0, []
    for step in steps:
        count += "\nDecision: " in step.message
        head, _, _ = step.message.rpartition("\nCount: ")
        found.append(replace(step, message=f"{head}\nCount: {count}\n"))
    return found


def objects_of(decisions: Decisions) -> dict[str, bytes]:
    """Return every object of a log and the bytes of its file."""
    objects = decisions.log.repository.folder / "objects"
    return {path.parent.name + path.name: path.read_bytes() for path in objects.glob("??/*")}


def commits_of(decisions: Decisions) -> list[Kept]:
    """Return the commits, the oldest first."""
    return [decisions.log.repository.commit(one.commit) for one in decisions.log.entries()][::-1]


def _added(
    read: Callable[[str], bytes], before: dict[str, str], after: dict[str, str]
) -> dict[str, bytes]:
    return {path: read(sha) for path, sha in after.items() if path not in before}


def _commit(tree: str, parent: str, step: Step) -> bytes:
    above = f"parent {parent}\n" if parent else ""
    who = f"{step.author} {step.time} +0000"
    return (
        f"tree {tree}\n{above}author {who}\ncommitter {who}\nencoding UTF-8\n\n{step.message}"
    ).encode()


def _write_anew(path: Path, content: bytes) -> None:
    """Write a file of its own, so that a copy by links keeps what it has."""
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
