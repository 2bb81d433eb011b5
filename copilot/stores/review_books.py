"""Everything a review is computed from, read from `knowledge/`."""

import hashlib
from pathlib import Path

from copilot.analysis.review.books import ReviewBooks
from copilot.stores.harm_book import read_harm_book, read_incidents, read_signals
from copilot.stores.notes import Notes
from copilot.stores.rulebook import Rulebook


def read_review_books(notes: Notes) -> ReviewBooks:
    """Return the rules, the harm book and the incidents that ship with the notes.

    Raises:
        ContentError: A file is malformed, or names something that no other file has.
    """
    ethics = notes.folder / "ethics"
    passages = {passage.id: passage for passage in notes.all_passages()}
    rules = Rulebook(ethics / "rules", passages)
    harms = read_harm_book(ethics / "harms")
    return ReviewBooks(
        catalogue=rules.catalogue,
        rules=rules.rules,
        duties=rules.duties,
        likeness=rules.likeness,
        harms=harms,
        signals=read_signals(ethics / "harms", harms),
        incidents=tuple(read_incidents(notes, harms)),
        passages=passages,
        version=f"{rules.catalogue.version}+{_digest(ethics)}",
    )


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*/*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
