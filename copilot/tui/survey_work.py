"""What a person does to a survey summary on its screen, and has not written anywhere yet."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from copilot.analysis.surveys.columns.schema import ColumnChoice, Schema, with_schema
from copilot.domain.survey_parts import Column, ColumnType
from copilot.domain.survey_themes import CodebookTheme, OpenQuestion, Theme
from copilot.errors import InputError


class CodeBook(NamedTuple):
    """The themes of a question as they are edited, with every earlier state."""

    themes: tuple[CodebookTheme, ...]
    before: tuple[tuple[CodebookTheme, ...], ...] = ()

    def theme(self, key: str) -> CodebookTheme | None:
        """Return a theme by its key."""
        return next((one for one in self.themes if one.key == key), None)

    def edited(self, theme: CodebookTheme) -> "CodeBook":
        """Return the book with a theme in the place of the one with its key."""
        return self._then([theme if one.key == theme.key else one for one in self.themes])

    def merged(self, key: str, other: str) -> "CodeBook":
        """Return the book with another theme taken into the one of a key, which keeps its name."""
        kept, gone = self.theme(key), self.theme(other)
        if kept is None or gone is None or kept is gone:
            return self
        both = {
            field: _joined(getattr(kept, field), getattr(gone, field))
            for field in ("definition", "include", "exclude")
        }
        stance = kept.stance if kept.stance == gone.stance else ""
        told = kept.model_copy(update={**both, "stance": stance})
        rest = [told if one is kept else one for one in self.themes if one is not gone]
        return self._then(rest)

    def dropped(self, key: str) -> "CodeBook":
        """Return the book without a theme.

        Raises:
            InputError: It is the last one.
        """
        rest = [one for one in self.themes if one.key != key]
        if not rest:
            raise InputError("A code book needs a theme.", hint="Edit this one instead: e.")
        return self._then(rest)

    def undone(self) -> "CodeBook":
        """Return the book as it was before the last change."""
        return CodeBook(self.before[-1], self.before[:-1]) if self.before else self

    def _then(self, themes: Sequence[CodebookTheme]) -> "CodeBook":
        now = tuple(themes)
        return self if now == self.themes else CodeBook(now, (*self.before, self.themes))


class SurveyWork:
    """Edited code books, changed types and checked labels of one summary."""

    def __init__(self) -> None:
        self._books: dict[str, CodeBook] = {}
        self._signed: dict[str, tuple[tuple[CodebookTheme, ...], Path]] = {}
        self.types: dict[str, ColumnType] = {}
        """Types that a person has given, by column."""
        self._written: tuple[dict[str, ColumnType], Path | None] = {}, None
        self._verdicts: dict[str, dict[int, bool | None]] = {}

    def book(self, question: OpenQuestion) -> CodeBook:
        """Return the code book of a question as it stands."""
        return self._books.get(question.column) or CodeBook(tuple(map(_coded, question.themes)))

    def edit(self, question: OpenQuestion, book: CodeBook) -> None:
        """Hold a code book; one without changes is let go."""
        if book.before:
            self._books[question.column] = book
        else:
            self._books.pop(question.column, None)

    def columns(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Return the columns with the types that a person has given."""
        said = {name: ColumnChoice(type=kind) for name, kind in self.types.items()}
        return with_schema(columns, Schema(columns=said))

    def retype(self, column: Column, kind: ColumnType) -> None:
        """Give a column a type; its own one takes that back."""
        self.types.pop(column.name, None)
        if kind != column.type:
            self.types[column.name] = kind

    def verdicts(self, question: OpenQuestion) -> dict[int, bool | None]:
        """Return what a person says of the drawn labels, by place; None where it was skipped."""
        if question.column not in self._verdicts:
            self._verdicts[question.column] = {
                place: one.upheld
                for place, one in enumerate(question.checkable)
                if one.upheld is not None
            }
        return self._verdicts[question.column]

    def given(self, question: OpenQuestion) -> dict[int, bool]:
        """Return the verdicts that count."""
        found = self.verdicts(question).items()
        return {place: one for place, one in found if one is not None}

    def has_unkept_check(self, question: OpenQuestion) -> bool:
        """Whether verdicts have been given that are not kept in the summary."""
        kept = {at: one.upheld for at, one in enumerate(question.checkable)}
        return any(kept.get(at) != upheld for at, upheld in self.given(question).items())

    def sign_off(self, question: OpenQuestion, path: Path) -> None:
        """Remember where the code book of a question was written as it stands."""
        self._signed[question.column] = self.book(question).themes, path

    def schema_written(self, path: Path) -> None:
        """Remember where the types were written as they stand."""
        self._written = dict(self.types), path

    def signed_book(self, question: OpenQuestion) -> Path | None:
        """Return where the code book of a question is written as it stands; None for nowhere."""
        themes, path = self._signed.get(question.column, ((), None))
        return path if themes == self.book(question).themes else None

    @property
    def written_schema(self) -> Path | None:
        """Where the types are written as they stand; None for nowhere."""
        types, path = self._written
        return path if types == self.types else None

    def is_edited(self, question: OpenQuestion) -> bool:
        """Whether the code book of a question has changes that are written nowhere."""
        return question.column in self._books and self.signed_book(question) is None

    @property
    def has_unwritten_types(self) -> bool:
        """Whether types have been given that are written nowhere."""
        return self.types != self._written[0]

    def waits(self, questions: Sequence[OpenQuestion]) -> bool:
        """Whether anything has been done that is written nowhere."""
        return self.has_unwritten_types or any(
            self.is_edited(one) or self.has_unkept_check(one) for one in questions
        )


def _coded(theme: Theme) -> CodebookTheme:
    """Return a measured theme as an entry of the code book."""
    return CodebookTheme(
        key=theme.key,
        name=theme.name,
        definition=theme.definition,
        include=theme.include,
        exclude=theme.exclude,
        stance=max(theme.stance, key=lambda one: theme.stance[one], default=""),
    )


def _joined(first: str, second: str) -> str:
    parts = [one.strip() for one in (first, second) if one.strip()]
    return " ".join(dict.fromkeys(parts))
