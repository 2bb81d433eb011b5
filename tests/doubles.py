"""Small stand-ins: three notes, an embedder that counts words, services over both."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from keyring.backend import KeyringBackend
from numpy.typing import NDArray

from copilot.domain.document import Passage
from copilot.services import Services
from copilot.stores.decided import Decided
from copilot.stores.documents import Documents
from copilot.stores.knowledge import Knowledge
from copilot.stores.notes import Notes

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HEADER = """\
---
title: {title}
kind: {kind}
source: A source
url: https://example.org/
licence: own words, MIT
reviewed: 2026-11-22
as_of: 2026-08-02
tags: [test]
---
"""
NOTES = {
    "law/emotion-law.md": HEADER.format(title="Emotion law", kind="regulation")
    + "Reading emotions from faces at work is banned since February 2025.\n\n"
    "## The ban\nClause: EU AI Act Art. 5(1)(f)\n\n"
    "Inferring emotions of employees at the workplace is prohibited. "
    "Medical and safety reasons are the only exceptions. Related: tiny-rice.\n",
    "frameworks/tiny-rice.md": HEADER.format(title="RICE scoring", kind="framework")
    + "RICE ranks features by reach, impact, confidence and effort.\n\n"
    "## Formula\nThe score is reach times impact times confidence, divided by effort.\n",
    "research/drift.md": HEADER.format(title="Model drift", kind="method")
    + "Drift means that a model gets worse because the world has changed.\n\n"
    "## What to watch\nCompare input distributions every week, and retrain after an alarm.\n",
}


def write_notes(folder: Path) -> Path:
    """Write the three tiny notes below a folder and return it."""
    for name, text in NOTES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def passage(text: str = "Some text.", **fields: Any) -> Passage:
    """Return a passage of which only the text, or what is given, matters."""
    return Passage(
        **{"id": "note#part", "document": "note.md", "title": "Note"} | fields, text=text
    )


def knowledge_of(notes: Path, workspace: Path) -> Knowledge:
    """Return the knowledge of a notes folder and a workspace."""
    shipped = Notes(notes)
    documents = Documents(workspace / "documents", frozenset(shipped.paths))
    return Knowledge(shipped, documents, Decided(workspace / "decisions"))


class SmallServices(Services):
    """Services over other notes, searched by words, on a fixed day.

    Args:
        notes: The folder of notes.
        workspace: The workspace's folder.
        given: What `Services` takes beside.
    """

    def __init__(self, notes: Path, workspace: Path, **given: Any) -> None:
        flags = {"embedder": "none", **given.pop("flags", {})}
        super().__init__(flags, workspace, clock=lambda: NOW, **given)
        self._notes = notes

    @cached_property
    def knowledge(self) -> Knowledge:
        """The other notes and the user's documents."""
        return knowledge_of(self._notes, self.workspace.root)


class WordEmbedder:
    """Vectors that count words; texts with common words are near each other."""

    name = "words-64"
    dimension = 64

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text."""
        self.embedded += texts
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> NDArray[np.float32]:
        vector = np.full(self.dimension, 1e-3, dtype=np.float32)
        for word in text.lower().split():
            vector[hashlib.sha256(word.strip(".,?").encode()).digest()[0] % self.dimension] += 1
        return vector / np.float32(np.linalg.norm(vector))


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets with the test."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Drop a password."""
        self.kept.pop((service, username), None)
