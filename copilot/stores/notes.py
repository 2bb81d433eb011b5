"""The notes that ship with the project: `knowledge/<folder>/<slug>.md`, and their clauses."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import yaml
from pydantic import ValidationError

from copilot.analysis.passages import cut, split_clauses, split_front_matter, split_related
from copilot.domain.document import NoteHeader, Passage
from copilot.errors import ContentError
from copilot.stores.fast_yaml import load_yaml

COLLECTION = "notes"


class Notes:
    """The shipped notes, read in place.

    Args:
        folder: `knowledge/`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def paths(self) -> dict[str, Path]:
        """Slug and file of every note."""
        return {path.stem: path for path in sorted(self.folder.glob("*/*.md"))}

    def header(self, slug: str) -> NoteHeader:
        """Return the front matter of a note."""
        return _parse(self.paths[slug])[0]

    def passages(self, slug: str) -> list[Passage]:
        """Return the passages of one note, in order."""
        path = self.paths[slug]
        header, body = _parse(path)
        return [
            Passage(
                id=f"{slug}#{section.anchor}",
                document=path.relative_to(self.folder).as_posix(),
                title=f"{header.title}: {section.heading}" if section.heading else header.title,
                text=text,
                source=header.source,
                url=header.url,
                clauses=clauses,
                related=related,
                collection=COLLECTION,
                as_of=header.as_of,
                reviewed=header.reviewed,
            )
            for section in cut(body)
            for clauses, rest in [split_clauses(section.text)]
            for related, text in [split_related(rest)]
            if text
        ]

    def all_passages(self) -> Iterator[Passage]:
        """Yield every passage of every note."""
        for slug in self.paths:
            yield from self.passages(slug)

    def clause_index(self) -> dict[str, str]:
        """Return every clause and the id of the passage that explains it.

        This is the only list of clauses that may be cited.
        """
        return {clause: passage.id for passage in self.all_passages() for clause in passage.clauses}


def _parse(path: Path) -> tuple[NoteHeader, str]:
    header, body = split_front_matter(path.read_text(encoding="utf-8"))
    try:
        return NoteHeader.model_validate(load_yaml(header)), body
    except (ValidationError, yaml.YAMLError) as error:
        raise ContentError(
            f"Note {path.name} does not load: {_first_line(error)}.",
            hint="Front matter needs title, kind, source, url, licence, reviewed, as_of, tags.",
        ) from error


def _first_line(error: ValidationError | yaml.YAMLError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'front matter'}: {first['msg']}"
    return str(error).splitlines()[0]
