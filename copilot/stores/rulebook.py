"""The rules of the ethics review: `knowledge/ethics/rules/*.yaml`, read and checked."""

from collections.abc import Container
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from copilot.analysis.triage.catalogue import Catalogue, LikenessBook
from copilot.analysis.triage.phrases import compiled, expanded
from copilot.analysis.triage.rules import Duty, Rule
from copilot.errors import ContentError
from copilot.stores.fast_yaml import load_yaml

_Noun = TypeVar("_Noun", bound=BaseModel)


class Rulebook:
    """Facts, rules and duties as they ship.

    Args:
        folder: `knowledge/ethics/rules/`.
        passages: Ids of the passages that can be cited; None checks none.
    """

    def __init__(self, folder: Path, passages: Container[str] | None = None) -> None:
        self._folder = folder
        self._passages = passages

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every fact that can be known.

        Raises:
            ContentError: A fact or phrase is malformed, or a name is there twice.
        """
        raw = self._raw("facts.yaml")
        catalogue = _made(Catalogue, {**raw, "version": str(raw.get("version", ""))}, "facts.yaml")
        _once([spec.name for spec in catalogue.facts], "facts.yaml")
        _check_phrases(catalogue)
        return catalogue

    @cached_property
    def likeness(self) -> LikenessBook:
        """Sentences that show facts to a reader with an embedder.

        Raises:
            ContentError: The file is malformed or names a fact that does not exist.
        """
        file = "likeness.yaml"
        raw = self._raw(file)
        book = _made(LikenessBook, {**raw, "version": str(raw.get("version", ""))}, file)
        unknown = sorted(set(book.facts) - self.catalogue.names())
        if unknown:
            raise _malformed(file, "facts", f"unknown fact {unknown[0]!r}")
        return book

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the EU AI Act, in the order in which they are tried.

        Raises:
            ContentError: A rule is malformed, or names a fact or passage that does not exist.
        """
        return self._checked("eu_ai_act.yaml", Rule)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The rules of other regimes and frameworks.

        Raises:
            ContentError: As for rules.
        """
        return self._checked("overlays.yaml", Duty)

    def _checked(self, file: str, noun: type[_Noun]) -> tuple[Any, ...]:
        raw = self._raw(file)
        entries = raw.get("rules")
        if not isinstance(entries, list):
            raise _malformed(file, "rules", "must be a list")
        version = {"version": str(raw.get("version", ""))}
        made = [
            _made(noun, {**version, **entry}, f"{file}, rule {entry.get('id', number)}")
            for number, entry in enumerate(entries, start=1)
        ]
        _once([entry.id for entry in made], file)  # type: ignore[attr-defined]
        for entry in made:
            self._check_names(entry, file)
        return tuple(made)

    def _check_names(self, entry: Any, file: str) -> None:
        unknown = sorted(entry.facts() - self.catalogue.names())
        if unknown:
            raise _malformed(f"{file}, rule {entry.id}", "when", f"unknown fact {unknown[0]!r}")
        if self._passages is not None and entry.note not in self._passages:
            raise _malformed(f"{file}, rule {entry.id}", "note", f"no passage {entry.note!r}")

    def _raw(self, file: str) -> dict[str, Any]:
        path = self._folder / file
        try:
            raw = load_yaml(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise _malformed(file, "file", f"is not in {self._folder}") from error
        except yaml.YAMLError as error:
            raise _malformed(file, "YAML", " ".join(str(error).split())) from error
        if not isinstance(raw, dict):
            raise _malformed(file, "file", "must be a mapping")
        return raw


def _made(noun: type[_Noun], raw: dict[str, Any], where: str) -> _Noun:
    try:
        return noun.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "entry"
        raise _malformed(where, key, first["msg"]) from error


def _once(names: list[str], file: str) -> None:
    twice = [name for number, name in enumerate(names) if name in names[:number]]
    if twice:
        raise _malformed(file, twice[0], "is there twice")


def _check_phrases(catalogue: Catalogue) -> None:
    try:
        terms = expanded(catalogue.terms)
    except ValueError as error:
        raise _malformed("facts.yaml", "terms", str(error)) from error
    for spec in catalogue.facts:
        for text in (*spec.shows, *spec.denies):
            try:
                compiled(text, terms)
            except ValueError as error:
                raise _malformed(f"facts.yaml, fact {spec.name}", "phrase", str(error)) from error


def _malformed(where: str, key: str, what: str) -> ContentError:
    return ContentError(
        f"Rulebook {where}: {key}: {what}.", hint="Mend the file under knowledge/ethics/rules/."
    )
