"""Search by meaning: Chroma over the project's own vectors. The only room of chromadb.

Chroma's own embedding function is never used, since it downloads a model. Local Chroma is not
safe for two writers, so a collection is written once, by one process, and then only read.
"""

import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.collection_configuration import (
    CreateCollectionConfiguration,
    CreateHNSWConfiguration,
)
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from copilot.errors import LogError

Vectors = NDArray[np.float32]

NAME = "passages"
BATCH = 5_000
"""Below the 5,461 rows Chroma takes at once."""
ACCURACY = CreateCollectionConfiguration(
    hnsw=CreateHNSWConfiguration(
        space="cosine", ef_construction=400, ef_search=1_000, max_neighbors=32
    )
)
"""Chroma builds its graph in parallel, so each build differs. With wider searches the nearest
are found exactly over the shipped notes; with 200, 3 % of the questions missed one of 50, and
which one differed between two builds."""
SAMPLE = 5


class DenseIndex:
    """One written-once collection of vectors; ids are row numbers of the generation.

    Args:
        client: The client that holds its files open for as long as this index is used.
        collection: An open Chroma collection.
    """

    def __init__(self, client: Client, collection: chromadb.Collection) -> None:
        self._collection = collection
        weakref.finalize(self, client.close)

    @classmethod
    def build(cls, vectors: Vectors, collections: Sequence[str], home: str) -> "DenseIndex":
        """Write a new collection.

        Args:
            vectors: Shape (passages, dimension), every row of length 1.
            collections: The knowledge collection of each passage.
            home: A folder, or the URL of a Chroma server with the collection name as path.
        """
        try:
            client, name = _client(home)
            made = client.get_or_create_collection(
                name, embedding_function=None, configuration=ACCURACY
            )
            for start in range(0, len(vectors), BATCH):
                rows = range(start, min(start + BATCH, len(vectors)))
                made.upsert(
                    ids=[str(row) for row in rows],
                    embeddings=vectors[start : start + BATCH],
                    metadatas=[{"collection": collections[row]} for row in rows],
                )
        except (ChromaError, ValueError) as error:
            raise _unusable(home, error) from error
        return cls(client, made)

    @classmethod
    def open(cls, home: str) -> "DenseIndex":
        """Open a collection that was built before.

        Raises:
            LogError: It is missing or damaged.
        """
        try:
            client, name = _client(home)
            return cls(client, client.get_collection(name, embedding_function=None))
        except (ChromaError, ValueError, AttributeError) as error:
            # Chroma fails over its own missing bindings when it clears up after a damaged file.
            raise _unusable(home, error) from error

    def search(
        self, vector: Vectors, count: int, collection: str | None = None
    ) -> list[tuple[int, float]]:
        """Return (row, cosine similarity), best first.

        Args:
            vector: The query, shape (dimension,), of length 1.
            count: How many at most.
            collection: Only passages of this knowledge collection.

        Raises:
            LogError: The collection is damaged.
        """
        try:
            found = self._collection.query(
                query_embeddings=vector[np.newaxis, :],
                n_results=count,
                where={"collection": collection} if collection else None,
                include=["distances"],
            )
        except (ChromaError, ValueError) as error:
            raise _unusable(NAME, error) from error
        distances = (found["distances"] or [[]])[0]
        rows = [(int(key), 1.0 - gap) for key, gap in zip(found["ids"][0], distances, strict=True)]
        return sorted(rows, key=_nearest_first)

    def is_healthy(self, count: int) -> bool:
        """Tell whether all `count` vectors are there and a sample of them finds itself."""
        try:
            return self._collection.count() == count and self._sample_finds_itself(count)
        except (ChromaError, ValueError, LogError):
            return False

    def _sample_finds_itself(self, count: int) -> bool:
        rows = [str(row) for row in range(0, count, max(1, count // SAMPLE))]
        kept = self._collection.get(ids=rows, include=["embeddings"])
        embeddings: Any = kept["embeddings"]
        return len(kept["ids"]) == len(rows) and all(
            self.search(np.asarray(vector, dtype=np.float32), 1)[0][1] > 0.999
            for vector in embeddings
        )


def _client(home: str) -> tuple[Client, str]:
    settings = ChromaSettings(anonymized_telemetry=False)
    if "://" not in home:
        Path(home).mkdir(mode=0o700, exist_ok=True)
        return _closable(chromadb.PersistentClient(home, settings=settings)), NAME
    url = urlsplit(home)
    secure = url.scheme == "https"
    client = chromadb.HttpClient(
        host=url.hostname or "127.0.0.1",
        port=url.port or (443 if secure else 8000),
        ssl=secure,
        settings=settings,
    )
    return _closable(client), url.path.strip("/") or NAME


def _closable(client: ClientAPI) -> Client:
    """Return a client as what it is: Chroma's declared type cannot be closed."""
    assert isinstance(client, Client)
    return client


def _nearest_first(row: tuple[int, float]) -> tuple[float, int]:
    """Order equal passages by row: processors differ in the last digits of a distance."""
    number, similarity = row
    return -round(similarity, 6), number


def _unusable(home: str, error: Exception) -> LogError:
    return LogError(
        f"The index at {home} cannot be used: {error}.",
        hint="Rebuild it: pm-copilot knowledge rebuild",
    )
