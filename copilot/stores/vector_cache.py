"""Vectors already computed, by the hash of their text, so a rebuild embeds only what is new."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from copilot.stores.private_files import make_private_folder, sqlite_errors

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with (done, total) passages."""

CHUNK = 128


class Embedder(Protocol):
    """What the index needs of an embedder."""

    name: str
    dimension: int

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (texts, dimension)."""
        ...


class VectorCache:
    """A table from (embedder, text) to vector.

    Args:
        path: The SQLite file; it can be deleted at any time.
        embedder: Computes what is missing.
    """

    def __init__(self, path: Path, embedder: Embedder) -> None:
        self._path = path
        self._embedder = embedder

    def vectors(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return one vector a text, computing and keeping those not seen before."""
        keys = [self._key(text) for text in texts]
        with sqlite_errors(self._path), closing(self._open()) as table:
            known = _known(table, keys)
            missing = [row for row, key in enumerate(keys) if key not in known]
            for start in range(0, len(missing), CHUNK):
                rows = missing[start : start + CHUNK]
                fresh = self._embedder.embed([texts[row] for row in rows])
                pairs = [
                    (keys[row], vector.tobytes()) for row, vector in zip(rows, fresh, strict=True)
                ]
                table.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", pairs)
                table.commit()
                known |= dict(pairs)
                if progress:
                    progress(len(texts) - len(missing) + start + len(rows), len(texts))
        shape = (len(texts), self._embedder.dimension)
        joined = b"".join(known[key] for key in keys)
        return np.frombuffer(joined, dtype=np.float32).reshape(shape).copy()

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.name}\0{text}".encode()).digest()

    def _open(self) -> sqlite3.Connection:
        make_private_folder(self._path.parent)
        table = sqlite3.connect(self._path, timeout=30)
        table.execute("PRAGMA journal_mode=WAL")
        table.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB)")
        self._path.chmod(0o600)
        return table


def _known(table: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    known: dict[bytes, bytes] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        marks = ",".join("?" * len(part))
        rows = table.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)  # noqa: S608 - marks are question marks only
        known |= dict(rows.fetchall())
    return known
