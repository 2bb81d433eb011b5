"""Vectors computed beforehand and shipped, so that nobody waits for them to be computed again.

They also make searches equal on every machine: int8 kernels differ a little between processors,
and an order of near passages can hang on that little.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from copilot.errors import ContentError
from copilot.settings import content_root

_DAMAGE = (OSError, ValueError, KeyError, EOFError, TypeError, BadZipFile)
Vectors = NDArray[np.float32]
"""Shape (texts, dimension), every row of length 1."""


class Embedder(Protocol):
    """What computes vectors that no pack has."""

    name: str
    dimension: int

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text."""
        ...


class VectorPack:
    """A file of vectors by the hash of their text, in half precision.

    Args:
        path: An `.npz` file with `keys` (texts, 32) and `vectors` (texts, dimension);
            a missing file counts as empty.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def find(self, text: str, embedder: str) -> Vectors | None:
        """Return the vector of a text by that embedder, None where it is not packed."""
        return self._known.get(key_of(text, embedder))

    def __len__(self) -> int:
        return len(self._known)

    @cached_property
    def _known(self) -> dict[bytes, Vectors]:
        if not self.path.is_file():
            return {}
        try:
            with np.load(io.BytesIO(self.path.read_bytes()), allow_pickle=False) as packed:
                vectors = packed["vectors"].astype(np.float32)
                keys = [key.tobytes() for key in packed["keys"]]
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(min=1e-12)
            return dict(zip(keys, vectors, strict=True))
        except _DAMAGE as error:
            raise ContentError(
                f"{self.path} is no pack of vectors: {error}.", hint="Write it anew: make vectors"
            ) from error


def shipped_pack() -> VectorPack:
    """Return the vectors of the shipped notes."""
    return VectorPack(content_root() / "knowledge" / "vectors.npz")


class PackedEmbedder:
    """An embedder that looks into packs first.

    Args:
        inner: Computes what no pack has.
        packs: Asked in order.
    """

    def __init__(self, inner: Embedder, packs: Sequence[VectorPack]) -> None:
        self.name = inner.name
        self.dimension = inner.dimension
        self.computed = 0
        """How many texts no pack had."""
        self._inner = inner
        self._packs = packs

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, in order."""
        found = {text: self._packed(text) for text in texts}
        missing = [text for text, vector in found.items() if vector is None]
        if missing:
            found |= dict(zip(missing, self._inner.embed(missing), strict=True))
            self.computed += len(missing)
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row] = found[text]
        return rows

    def _packed(self, text: str) -> Vectors | None:
        return next(
            (vector for pack in self._packs if (vector := pack.find(text, self.name)) is not None),
            None,
        )


def packed(vectors: Mapping[str, Vectors], embedder: str) -> bytes:
    """Return the content of a pack; the same vectors give the same bytes."""
    keyed = {key_of(text, embedder): vector for text, vector in vectors.items()}
    rows = sorted(keyed.items(), key=lambda pair: pair[0])
    keys = np.frombuffer(b"".join(key for key, _ in rows), dtype=np.uint8).reshape(-1, 32)
    content = io.BytesIO()
    table = np.array([row for _, row in rows], dtype=np.float16)
    np.savez(content, keys=keys, vectors=table if rows else np.zeros((0, 0), dtype=np.float16))
    return content.getvalue()


def key_of(text: str, embedder: str) -> bytes:
    """Return the key under which a text's vector is kept."""
    return hashlib.sha256(f"{embedder}\0{text}".encode()).digest()
