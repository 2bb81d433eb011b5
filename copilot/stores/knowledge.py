"""Everything that can be cited, as one: shipped notes, the user's documents, what was decided."""

import hashlib
from collections.abc import Iterator, Sequence

from copilot.domain.document import Passage
from copilot.errors import NotFound
from copilot.stores.decided import Decided
from copilot.stores.documents import Documents
from copilot.stores.notes import Notes

Written = tuple[list[int], str]
"""Times of files, and what changes with the decision log."""


class Knowledge:
    """The text of record, from which every index can be rebuilt.

    Args:
        notes: The shipped notes.
        documents: The user's documents.
        decided: The decision log.
    """

    def __init__(self, notes: Notes, documents: Documents, decided: Decided) -> None:
        self.notes = notes
        self.documents = documents
        self.decided = decided
        self._known: tuple[Written, str] | None = None

    def all_passages(self) -> Iterator[Passage]:
        """Yield every passage."""
        yield from self.notes.all_passages()
        yield from self.documents.all_passages()
        yield from self.decided.all_passages()

    def passage(self, wanted: str) -> Passage:
        """Return one passage by its id.

        Raises:
            NotFound: Nothing has that id; the message names near ones.
        """
        document = wanted.split("#")[0]
        passages = self._of_document(document)
        for passage in passages:
            if passage.id == wanted:
                return passage
        if passages and "#" not in wanted:
            return passages[0]
        known = ", ".join(passage.id for passage in passages[:8])
        raise NotFound(
            f"No passage has the id {wanted!r}."
            + (f" Its document has: {known}." if known else ""),
            hint=f"Find it with: pm-copilot knowledge search {document!r}",
        )

    def with_those_in_force(self, passages: Sequence[Passage]) -> list[Passage]:
        """Return passages with what holds today ahead of what it has superseded."""
        found: dict[str, Passage] = {}
        for passage in passages:
            for lead in self.decided.in_force(passage.document) if passage.superseded_by else ():
                found.setdefault(lead.id, lead)
            found.setdefault(passage.id, passage)
        return list(found.values())

    def fingerprint(self) -> str:
        """Return the hash of every note, document and decision; it changes when any of them does.

        Reading them all takes longer than a search, so it is read anew only after a write.
        """
        stamp = self._written()
        if self._known is None or self._known[0] != stamp:
            self._known = (stamp, self._read_fingerprint())
        return self._known[1]

    def _written(self) -> Written:
        """Return when each note, and each folder of documents, was last written to.

        A folder's time tells of its documents, since they are only ever renamed into it.
        """
        folders = [self.documents.folder, *self.documents.folder.glob("*/")]
        paths = [*self.notes.paths.values(), *(path for path in folders if path.exists())]
        return [path.stat().st_mtime_ns for path in paths], self.decided.stamp()

    def _read_fingerprint(self) -> str:
        digest = hashlib.sha256()
        for path in self.notes.paths.values():
            digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        for collection, record in self.documents.records():
            digest.update(f"{collection}\0{record.slug}\0{record.sha256}\0".encode())
        digest.update(self.decided.stamp().encode())
        return digest.hexdigest()

    @property
    def version(self) -> str:
        """The fingerprint, short enough to print."""
        return self.fingerprint()[:12]

    def _of_document(self, slug: str) -> list[Passage]:
        if slug in self.notes.paths:
            return self.notes.passages(slug)
        found = self.documents.find(slug)
        return self.documents.passages(*found) if found else self.decided.passages(slug)
