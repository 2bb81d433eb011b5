"""Generations of the index: built aside, swapped in whole, rebuilt whenever in doubt.

A generation is a folder that is never changed once it is named in `current`. So readers need
no lock, a crash leaves only rubbish that the next build clears, and nothing of record is lost.
"""

import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from copilot.domain.document import Passage
from copilot.stores.private_files import make_private_folder, unwritable, write_private

SCHEMA = 2


class Manifest(BaseModel):
    """What a generation was built from."""

    model_config = ConfigDict(frozen=True)

    schema_version: int = SCHEMA
    embedder: str
    """Name of the embedder, `none` for a lexical index."""
    dimension: int
    corpus: str
    """Fingerprint of the text of record."""
    count: int


class Generation:
    """One built index on disk.

    Args:
        folder: Its own folder.
        manifest: What it was built from.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self._lines: list[bytes] | None = None

    @property
    def lexical(self) -> Path:
        """Folder of the BM25 index."""
        return self.folder / "bm25"

    @property
    def dense(self) -> Path:
        """Folder of the Chroma collection."""
        return self.folder / "chroma"

    @property
    def _lines_file(self) -> Path:
        return self.folder / "passages.jsonl"

    def write_passages(self, passages: Sequence[Passage]) -> None:
        """Keep the passages, a line each, in row order."""
        lines = (passage.model_dump_json(exclude_defaults=True) for passage in passages)
        write_private(self._lines_file, "\n".join(lines))

    def passage(self, row: int) -> Passage:
        """Return the passage of a row."""
        if self._lines is None:
            self._lines = self._lines_file.read_bytes().split(b"\n")
        return Passage.model_validate_json(self._lines[row])


class Generations:
    """The folder of generations and the name of the current one.

    Args:
        folder: The workspace's `index/`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> Generation | None:
        """Return the current generation, None where there is none or it does not read."""
        try:
            name = (self.folder / "current").read_text().strip()
            manifest = (self.folder / name / "manifest.json").read_bytes()
            return Generation(self.folder / name, Manifest.model_validate_json(manifest))
        except (OSError, ValueError):
            return None

    def start(self, manifest: Manifest) -> Generation:
        """Return a new, empty generation aside; nobody reads it before `publish`."""
        folder = make_private_folder(self.folder / uuid.uuid4().hex[:12])
        return Generation(folder, manifest)

    def publish(self, generation: Generation) -> None:
        """Make a generation the current one, and clear away all but the one before it."""
        previous = self.current()
        content = generation.manifest.model_dump_json()
        write_private(generation.folder / "manifest.json", content)
        write_private(self.folder / "current", generation.folder.name)
        kept = {generation.folder, previous.folder if previous else None}
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    def discard(self, generation: Generation, error: OSError | None = None) -> None:
        """Remove a generation that was not finished.

        Raises:
            LogError: `error` was given: what a person should see of it.
        """
        shutil.rmtree(generation.folder, ignore_errors=True)
        if error:
            raise unwritable(generation.folder, error) from error
