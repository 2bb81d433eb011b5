"""The harm book, read from `knowledge/ethics/harms/*.yaml` and checked."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from pydantic import ValidationError

from copilot.analysis.harms.patterns import SUBJECTS, HarmBook, Incident
from copilot.analysis.harms.when import Condition, names
from copilot.analysis.triage.catalogue import Catalogue
from copilot.errors import ContentError
from copilot.stores.fast_yaml import load_yaml
from copilot.stores.notes import Notes

FILES = ("facts", "derived", "taxonomy", "people", "mitigations", "patterns", "duties", "questions")
INCIDENTS, CASES = "incidents", "cases"
_PHRASES = {"people", "worst_off", "decider", "stake"}


def read_harm_book(folder: Path) -> HarmBook:
    """Return the book.

    Args:
        folder: `knowledge/ethics/harms/`.

    Raises:
        ContentError: A file is missing or malformed, or names something that no other file has.
    """
    parts = {name: _load(folder / f"{name}.yaml") for name in FILES}
    rows = {"facts": parts.pop("facts"), "questions": parts.pop("questions")}
    for part in parts.values():
        rows |= part
    try:
        book = HarmBook.model_validate(rows)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise _wrong(f"{place}: {first['msg']}") from error
    for complaint in _complaints(book):
        raise _wrong(complaint)
    return book


def read_signals(folder: Path, book: HarmBook) -> Catalogue:
    """Return the phrases that show facts of the book, for a signal reader.

    Raises:
        ContentError: The file is malformed, or shows a fact that the book does not have.
    """
    raw = _load(folder / "signals.yaml")
    try:
        signals = Catalogue.model_validate(raw | {"version": str(raw.get("version", ""))})
    except ValidationError as error:
        raise _wrong(f"signals.yaml: {error.errors()[0]['msg']}") from error
    for name in sorted(signals.names() - book.facts.keys()):
        raise _wrong(f"signals.yaml shows {name}, which facts.yaml does not have")
    return signals


def read_incidents(notes: Notes, book: HarmBook) -> list[Incident]:
    """Return the incidents and cases among the notes, with their tags in the book's words."""
    return [
        _incident(notes, slug, book)
        for slug, path in notes.paths.items()
        if path.parent.name in {INCIDENTS, CASES}
    ]


def _incident(notes: Notes, slug: str, book: HarmBook) -> Incident:
    header, told = notes.header(slug), notes.passages(slug)[0]
    return Incident(
        id=told.id,
        title=header.title,
        tags=frozenset(book.aliases.get(tag, tag) for tag in header.tags),
        text=told.indexed_text,
    )


def conditions_of(book: HarmBook) -> Iterator[tuple[str, Condition]]:
    """Yield every condition of the book, with the place where it stands."""
    for group in book.groups:
        yield f"group {group.key}", group.when
    for pattern in book.patterns:
        yield f"pattern {pattern.key}", pattern.when
        if pattern.unless is not None:
            yield f"pattern {pattern.key}", pattern.unless
        yield from ((f"pattern {pattern.key}", shift.when) for shift in pattern.shifts)
    for duty in book.duties:
        for condition in (duty.applies.facts, duty.applies.unless):
            if condition is not None:
                yield f"duty {duty.key}", condition
    for row in (*book.questions.when, *book.questions.not_assessed):
        if row.when is not None:
            yield f"question {row.text!r}", row.when


def _load(path: Path) -> dict[str, Any]:
    try:
        rows = load_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _wrong(f"{path.name} cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise _wrong(f"{path.name}: {str(error).splitlines()[0]}") from error
    if not isinstance(rows, dict):
        raise _wrong(f"{path.name} holds no mapping")
    return rows


def _complaints(book: HarmBook) -> Iterator[str]:
    for place, condition in conditions_of(book):
        for name in sorted(names(condition) - book.facts.keys()):
            yield f"{place} looks at {name}, which facts.yaml does not have"
    for file, keys in (("derived", book.derived.keys()), ("questions", book.questions.unknown)):
        for name in sorted(set(keys) - book.facts.keys()):
            yield f"{file}.yaml has {name}, which facts.yaml does not have"
    groups = {group.key for group in book.groups}
    types = {kind.key for kind in book.types}
    for pattern in book.patterns:
        if pattern.type not in types:
            yield f"pattern {pattern.key} is of type {pattern.type}, which the taxonomy lacks"
        for key in set(pattern.mitigations) - book.mitigations.keys():
            yield f"pattern {pattern.key} names mitigation {key}, which is not there"
        if pattern.groups != SUBJECTS:
            for key in set(pattern.groups) - groups:
                yield f"pattern {pattern.key} is for group {key}, which is not there"
        for key in _placeholders(pattern.who + pattern.harm) - _PHRASES:
            yield f"pattern {pattern.key} has an unknown placeholder {{{key}}}"


def _placeholders(template: str) -> set[str]:
    return {key for _, key, _, _ in Formatter().parse(template) if key is not None}


def _wrong(what: str) -> ContentError:
    return ContentError(
        f"The harm book is wrong: {what}.", hint="Mend the file in knowledge/ethics/harms/."
    )
