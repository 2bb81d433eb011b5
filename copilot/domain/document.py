"""Documents, the passages they are cut into, and citations of those passages."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

NoteKind = Literal[
    "framework",
    "regulation",
    "standard",
    "guide",
    "method",
    "metric",
    "career",
    "case",
    "template",
    "checklist",
]
"""What a shipped note is about; the folder says the trade, the kind says the form."""


class NoteHeader(BaseModel):
    """Front matter of a shipped note; every key is required and no other is allowed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    kind: NoteKind
    source: str
    url: str
    licence: str
    reviewed: date
    as_of: date
    tags: tuple[str, ...]


class Passage(BaseModel):
    """A stretch of a document that can be found, read alone and cited."""

    model_config = ConfigDict(frozen=True)

    id: str
    """`document-slug#heading-slug`, unique over the whole knowledge."""
    document: str
    """Path of the document, relative to its collection."""
    title: str
    """Title of the document and heading of the passage."""
    text: str
    source: str = ""
    """Who says so: work, author or body; for the user's documents the file."""
    url: str = ""
    clauses: tuple[str, ...] = ()
    """Clauses this passage explains, e.g. `EU AI Act Art. 5(1)(f)`."""
    related: tuple[str, ...] = ()
    """Slugs of notes to read next."""
    collection: str = "notes"
    as_of: date | None = None
    """The day for which the text is said to hold."""
    reviewed: date | None = None
    """The day on which a note was last held against its source."""
    superseded_by: tuple[str, ...] = ()
    """Ids of the decisions that took the place of the one it belongs to."""

    @property
    def indexed_text(self) -> str:
        """What is indexed of the passage: its title, clauses and text."""
        return "\n".join(part for part in (self.title, " ".join(self.clauses), self.text) if part)


class FoundPassage(BaseModel):
    """A passage with its score in one search; higher is nearer."""

    model_config = ConfigDict(frozen=True)

    passage: Passage
    score: float
    """Fused reciprocal-rank score, cosine or BM25 score, by search mode."""
    similarity: float | None = None
    """Cosine similarity to the query, -1 to 1; None when no embedder took part."""


class Citation(BaseModel):
    """A pointer from a statement to the passage that bears it."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    source: str = ""
    clause: str | None = None
    quote: str = ""
    """A verbatim part of the passage."""
    supports: str | None = None
    """The sentence that leans on it, where that is known."""
    as_of: date | None = None
    """The day for which the passage is said to hold."""
