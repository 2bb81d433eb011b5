"""Ways to another copy of the log; what they raise becomes what a person can mend."""

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from dulwich.client import (
    GitClient,
    HTTPUnauthorized,
    LocalGitClient,
    get_transport_and_path,
)
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository, SendPackError
from dulwich.file import FileLocked
from dulwich.repo import Repo

from copilot.errors import CopilotError, LogError
from copilot.stores.decisions.repository import open_repository
from copilot.stores.private_files import unwritable


class _Folder(LocalGitClient):
    """Another folder on this machine, opened as the log is."""

    @classmethod
    def _open_repo(cls, path: str | bytes) -> "closing[Repo]":
        return closing(open_repository(Path(os.fsdecode(path))))


def client_of(url: str) -> tuple[GitClient, str]:
    """Return what speaks to an address, and the path of the log there."""
    client, path = get_transport_and_path(url, thin_packs=False)
    return (_Folder() if isinstance(client, LocalGitClient) else client), path


@contextmanager
def network(url: str, written: Path | None = None) -> Iterator[None]:
    """Turn what transports raise into what a person can mend.

    Args:
        url: The other place.
        written: What is written to, where that is not the other place.
    """
    try:
        yield
    except CopilotError:
        raise
    except NotGitRepository as error:
        raise LogError(
            f"{url} is no git repository.", hint=f"Make one there: git init --bare {url}"
        ) from error
    except FileLocked as error:
        lock = os.fsdecode(error.lockfilename)
        raise LogError(
            f"A lock file stands in the way: {lock}.",
            hint=f"If no git command runs there, remove it: rm {lock}",
        ) from error
    except HTTPUnauthorized as error:
        raise LogError(f"{url} does not let you in.", hint="Check your rights there.") from error
    except (GitProtocolError, HangupException, SendPackError, OSError, ValueError) as error:
        if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
            raise unwritable(written or Path(url), cast(OSError, error)) from error
        what = " ".join(str(error).split()) or type(error).__name__
        raise LogError(
            f"{url} cannot be reached: {what}.", hint="Check address and rights."
        ) from error
