"""What was asked for each kept summary, and of which file, so that it can be asked again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from copilot.stores.private_files import write_private
from copilot.stores.surveys.opening import sha256_of
from copilot.stores.workspace import Workspace

FileState = Literal["there", "gone", "changed"]
_BESIDE = ("schema_file", "codebook", "labels", "population")
"""Fields that name a file beside the export."""


class SurveyRequests:
    """Requests by id of the summary; apart from the summaries, which may be shared.

    Args:
        workspace: Where they are kept, for their owner alone.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._folder = workspace.root / "requests"

    def keep(self, name: str, request: Mapping[str, Any]) -> None:
        """Keep what was asked, its paths in full; nothing where nothing is to be asked again.

        Args:
            name: Id of the summary.
            request: Fields of the request, with the full path at which the export was read; none
                where answers were pasted.

        Raises:
            DiskFull: No space is left.
            LogError: The folder cannot be written to.
        """
        if not request:
            return
        beside = {field: request[field] for field in _BESIDE if request.get(field)}
        whole = {field: str(Path(said).expanduser().absolute()) for field, said in beside.items()}
        text = json.dumps({**request, **whole}, ensure_ascii=False, indent=1)
        write_private(self._folder / f"{name}.json", text + "\n")

    def read(self, name: str) -> dict[str, Any]:
        """Return the fields that were asked; none where they were not kept, or are damaged."""
        try:
            found = json.loads((self._folder / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) and isinstance(found.get("file"), str) else {}


def state_of(file: str, sha256: str) -> FileState:
    """Return whether an export is still the one that was summarized.

    Args:
        file: Its path.
        sha256: Of the bytes that were summarized; empty where nobody knows.
    """
    try:
        path = Path(file).expanduser()
        if not path.is_file():
            return "gone"
        return "there" if sha256 in ("", sha256_of(path)) else "changed"
    except (OSError, RuntimeError):
        return "gone"
