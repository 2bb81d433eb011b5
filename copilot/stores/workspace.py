"""The workspace: the `.copilot` folder that holds a team's documents, sessions and index."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from copilot.errors import InputError, WorkspaceBusy
from copilot.stores.private_files import make_private_folder, write_private

FOLDER = ".copilot"
WAIT_SECONDS = 20.0
_PERSONAL = ("batches/", "vaults/", "requests/")
_UNSHARED = ("index/", "sessions.sqlite*", "lock", "decisions/", *_PERSONAL)
"""What git leaves out: what can be made again, what git has anyway, and personal data."""
_CONFIG = """\
# Settings of this workspace. Known ones: pm-copilot where --settings
# Keys for models do not belong here: pm-copilot setup
"""


class Workspace:
    """One workspace on disk.

    Args:
        root: The folder itself, e.g. `project/.copilot`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def config_file(self) -> Path:
        """Settings of this workspace; holds no secrets."""
        return self.root / "config.toml"

    @property
    def documents(self) -> Path:
        """Text of record of the user's documents."""
        return self.root / "documents"

    @property
    def index(self) -> Path:
        """What can be rebuilt from the text of record."""
        return self.root / "index"

    @property
    def artifacts(self) -> Path:
        """Reviews and drafts, by id."""
        return self.root / "artifacts"

    @property
    def decisions(self) -> Path:
        """The decision log."""
        return self.root / "decisions"

    @property
    def batches(self) -> Path:
        """Batches that are not finished."""
        return self.root / "batches"

    @property
    def vaults(self) -> Path:
        """What placeholders of masked surveys stand for, by id of the summary."""
        return self.root / "vaults"

    @property
    def sessions_file(self) -> Path:
        """Past conversations."""
        return self.root / "sessions.sqlite"

    def prepare(self) -> "Workspace":
        """Create the folder with mode 700 where it is missing; keep private files from git."""
        make_private_folder(self.root)
        self.root.chmod(0o700)
        self._keep_from_git()
        return self

    def _keep_from_git(self) -> None:
        """Add what may be personal to the .gitignore of a workspace that has an older one."""
        path = self.root / ".gitignore"
        if not path.is_file():
            return
        said = path.read_text("utf-8")
        missing = [line for line in _PERSONAL if line not in said.splitlines()]
        if missing:
            write_private(path, "\n".join([*said.splitlines(), *missing]) + "\n")

    @contextmanager
    def writing(self, wait: float = WAIT_SECONDS) -> Iterator[None]:
        """Hold the workspace for one writer; others wait, then are told.

        Raises:
            WorkspaceBusy: Another process still writes after `wait` seconds.
        """
        from filelock import FileLock, Timeout

        self.prepare()
        try:
            with FileLock(self.root / "lock", timeout=wait, mode=0o600):
                yield
        except Timeout as error:
            raise WorkspaceBusy(
                f"Another process has been writing to {self.root} for {wait:.0f} seconds.",
                hint="Reading still works; run this again when the other one is done.",
            ) from error

    def is_being_written(self) -> bool:
        """Tell whether a writer holds the workspace at this moment."""
        if not self.root.is_dir():
            return False
        try:
            with self.writing(wait=0):
                return False
        except WorkspaceBusy:
            return True


def find_workspace(start: Path, default: Path) -> Workspace:
    """Return the nearest workspace at or above `start`, else the user's default one."""
    for folder in (start, *start.parents):
        if (folder / FOLDER).is_dir():
            return Workspace(folder / FOLDER)
    return Workspace(default)


def workspace_in(folder: Path) -> Workspace:
    """Return the workspace of a folder, `.copilot` in it, or of that folder itself."""
    root = folder.resolve()
    return Workspace(root if root.name == FOLDER else root / FOLDER)


def init_workspace(folder: Path) -> Workspace:
    """Create a workspace in a folder, with an empty config and a .gitignore.

    Raises:
        InputError: There is one already, or the folder is missing.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is not a folder.", hint=f"Create it: mkdir -p {folder}")
    workspace = Workspace(folder / FOLDER)
    if workspace.root.exists():
        raise InputError(
            f"{workspace.root} is there already; nothing was changed.",
            hint="See it with: pm-copilot where",
        )
    workspace.prepare()
    write_private(workspace.config_file, _CONFIG)
    write_private(workspace.root / ".gitignore", "\n".join(_UNSHARED) + "\n")
    return workspace
