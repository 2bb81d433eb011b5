"""One reference of a repository: read, and moved by git's own protocol of lock files."""

import os
import time
from pathlib import Path

from copilot.errors import DamagedLog, LogError
from copilot.stores.private_files import make_private_folder, settle

BRANCH = "refs/heads/main"
STALE_SECONDS = 2.0


class Branch:
    """A reference.

    Args:
        folder: The repository.
        name: Its full name, e.g. `refs/heads/main`.
        stale: Seconds after which a lock file is taken for one that a killed process has left.
    """

    def __init__(self, folder: Path, name: str, stale: float = STALE_SECONDS) -> None:
        self._stale = stale
        self._name = name
        self._path = folder / name
        self._lock = folder / f"{name}.lock"
        self._packed = folder / "packed-refs"

    def commit(self) -> str | None:
        """Return the commit that it names; None where it does not exist.

        Raises:
            DamagedLog: It is half-written.
            LogError: It cannot be read.
        """
        try:
            text = self._path.read_text("ascii", errors="replace").strip()
        except (FileNotFoundError, NotADirectoryError):
            text = packed_references(self._packed).get(self._name, "")
        except OSError as error:
            raise LogError(
                f"{self._path} cannot be read: {error.strerror}.",
                hint="Check its rights: pm-copilot doctor",
            ) from error
        if not text and not self._path.exists():
            return None
        if len(text) != 40 or set(text) - set("0123456789abcdef"):
            raise DamagedLog(
                f"The reference {self._name} is half-written: {text[:50]!r}.", verdict="torn"
            )
        return text

    def move(self, old: str | None, new: str) -> bool:
        """Move it from one commit to another; return whether it stood there.

        Raises:
            LogError: Another process keeps its lock.
            OSError: It was not moved; or it was, and may not outlast a power cut.
        """
        make_private_folder(self._path.parent)
        handle = self._locked()
        try:
            moved = self._moved(handle, old, new)
        except (OSError, LogError):
            self._lock.unlink(missing_ok=True)
            raise
        settle(self._path.parent)
        return moved

    def release(self, commit: str) -> None:
        """Remove a lock that holds a commit, or as much of it as a killed process has written."""
        if self._lock.is_file() and f"{commit}\n".startswith(
            self._lock.read_text("ascii", "replace")
        ):
            self._lock.unlink(missing_ok=True)

    def _moved(self, handle: int, old: str | None, new: str) -> bool:
        with os.fdopen(handle, "wb") as file:
            if self.commit() != old:
                self._lock.unlink(missing_ok=True)
                return False
            file.write(f"{new}\n".encode())
            file.flush()
            os.fsync(handle)
        self._lock.replace(self._path)
        return True

    def _locked(self) -> int:
        deadline = time.monotonic() + 2 * self._stale
        while True:
            try:
                return os.open(self._lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError as error:
                if time.monotonic() > deadline:
                    raise LogError(
                        f"A lock file stands in the way: {self._lock}.",
                        hint=f"If no git command runs there, remove it: rm {self._lock}",
                    ) from error
            if _age(self._lock) > self._stale:
                self._lock.unlink(missing_ok=True)
            time.sleep(0.02)


def packed_references(path: Path) -> dict[str, str]:
    """Return the commits by name that git has put into one list; read anew each time."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split(" ") for line in lines if line[:1] not in ("#", "^"))
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0
