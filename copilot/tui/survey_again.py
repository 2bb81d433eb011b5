"""What a survey is summarized with once more, and the question before it is."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, ClassVar, Literal, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content

from copilot.analysis.untrusted import one_line
from copilot.domain.counting import counted
from copilot.tui.question_sheet import Choice, QuestionSheet

Way = Literal["same", "book", "anew", "all", "no"]
_NO: Choice[Way] = Choice("no", "n", "No")


class Again(NamedTuple):
    """What is known before a survey is summarized once more."""

    fields: Mapping[str, Any]
    """The request of before, with the file as it is now."""
    types: Sequence[str]
    """Columns that a person has given a type."""
    question: str
    """The open question whose code book is used; empty where no question has one."""
    themes: int
    """Themes of that code book."""
    is_edited: bool
    """Whether it has been changed since it was measured."""
    others: int
    """Other open questions of the survey, which a code book is not for."""
    reader: str
    """Label of the model; empty where there is none."""
    is_changed: bool = False
    """Whether the export is another one than before."""
    left_out: int = 0
    """Open questions of the export that the request does not name, where it names some."""

    @property
    def is_read(self) -> bool:
        """Whether somebody labels answers: a model, or a person who has."""
        return bool(self.reader or self.fields.get("labels"))

    @property
    def choices(self) -> tuple[Choice[Way], ...]:
        """How it can be done."""
        if not (self.question and self.is_read):
            return Choice("same", "y", "Yes"), _NO
        first = Choice[Way]("same", "y", "Yes, with the same code book")
        if not self.has_same_book:
            first = Choice[Way]("book", "y", f"Yes, with its {counted(self.themes, 'theme')}")
        anew = Choice[Way]("anew", "f", "Yes, and find the themes anew")
        more = counted(self.left_out, "more open question")
        whole = (Choice[Way]("all", "a", f"Yes, anew, and with {more}"),) if self.left_out else ()
        return (first, anew, *whole, _NO) if self.reader else (first, _NO)

    @property
    def has_same_book(self) -> bool:
        """Whether the code book is the file that was given before."""
        return bool(self.fields.get("codebook")) and not self.is_edited

    def lines(self) -> list[str]:
        """Return what is used, a line each."""
        fields = self.fields
        columns = "as they were found"
        if self.types:
            columns = f"{counted(len(self.types), 'type')} by you: {', '.join(self.types)}"
        elif fields.get("schema_file"):
            columns = f"as {_name(fields['schema_file'])} says"
        by = f"{self.reader}; you are asked before anything leaves this machine"
        by = by if self.reader else "nobody, since no model is set: clusters instead of themes"
        by = f"you: {_name(fields['labels'])}" if fields.get("labels") else by
        said = {
            "File": _name(fields["file"]),
            "Folder": str(PurePath(fields["file"]).parent),
            "Columns": columns,
            "Question": ", ".join(fields.get("question") or ()) or "all open ones",
            "Groups": ", ".join(fields.get("segment") or ()),
            "Read by": by,
            "Sample": f"{fields['sample']:,} answers" if fields.get("sample") else "",
            "Weighted": f"to {_name(fields['population'])}" if fields.get("population") else "",
            "Masked": ", ".join(fields.get("names") or ()),
        }
        lines = [f"{label:<8} {one_line(text, 400)}" for label, text in said.items() if text]
        if self.choices[0].answer == "book" and self.others:
            only = f"With its themes, only “{self.question}” is read: a code book is for one."
            lines += ["", one_line(only, 400)]
        return [*lines, "", "This summary stays as it is."]

    def told(self, way: Way) -> dict[str, Any]:
        """Return the fields of the request, the files that are yet to be written not among them."""
        if way in ("anew", "all"):
            wider: dict[str, Any] = {"question": []} if way == "all" else {}
            return {**self.fields, "codebook": None, "labels": None, **wider}
        only = {"question": [self.question]} if way == "book" and self.others else {}
        return {**self.fields, **only}


class AgainDialog(QuestionSheet[Way]):
    """Shows what a survey is summarized with, and asks whether it shall be.

    Args:
        again: What is known.
    """

    HELP = "What the survey is summarized with. Nothing is read until you answer."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "key('y')", "Yes", id="again.yes", tooltip="Summarize it"),
        Binding("f", "key('f')", "Anew", id="again.anew", tooltip="Find the themes anew"),
        Binding("a", "key('a')", "All", id="again.all", tooltip="Find them in all questions"),
        Binding("n,escape", "key('n')", "No", id="again.no", tooltip="Leave it"),
    ]

    def __init__(self, again: Again) -> None:
        name = _name(again.fields["file"])
        changed = f"{name} is not as it was when this summary was made: rows may be others."
        remark = changed if again.is_changed else ""
        asked = Content(f"Summarize {name} again?")
        super().__init__(asked, "\n".join(again.lines()), again.choices, remark)

    def action_key(self, key: str) -> None:
        """Answer by the key of a choice that is offered."""
        if found := next((one for one in self._choices if one.key == key), None):
            self.action_answer(found.answer)


def _name(path: object) -> str:
    return one_line(PurePath(str(path)).name, 200)
