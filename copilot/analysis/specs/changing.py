"""Apply a change request to a specification, line by line; what contradicts it is asked."""

import re
from difflib import unified_diff
from typing import NamedTuple

from copilot.analysis.decisions.speech import clauses
from copilot.analysis.requirements.reading import SourceReader
from copilot.analysis.specs.change_words import ids_in
from copilot.analysis.specs.line_editing import Edit, applied
from copilot.analysis.specs.rewording import Said
from copilot.analysis.specs.spec_book import SpecBook
from copilot.analysis.untrusted import clean, one_line

_LIST_MARK = re.compile(r"\A\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Changed(NamedTuple):
    """A specification after a change request."""

    updated: str
    edits: tuple[Edit, ...]
    questions: tuple[str, ...]
    """What has to be answered before the rest can be changed."""
    remarks: tuple[str, ...] = ()

    def patch(self, before: str, name: str) -> str:
        """Return the change as a unified diff, which `patch` and `git apply` can read."""
        old, new = _LINE.findall(before), _LINE.findall(self.updated)
        lines = unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


class Changer:
    """Applies change requests.

    Args:
        reader: Reads the specification and the request.
    """

    def __init__(self, reader: SourceReader) -> None:
        self._reader = reader

    def changed(self, spec: str, request: str) -> Changed:
        """Return the specification with what the request asks for; every other line stays.

        Args:
            spec: The specification, in Markdown.
            request: What is to change, in prose; one sentence or item each.
        """
        book = SpecBook(spec, self._reader.read(spec))
        edits: dict[str, Edit] = {}
        said: list[Said] = []
        for wish in _wishes(request):
            for outcome in self._aside(wish) or book.answer(wish):
                if isinstance(outcome, Said):
                    said.append(outcome)
                elif outcome.name in edits:
                    said.append(Said(f"{outcome.name} is to change twice: “{wish}”. Which holds?"))
                else:
                    edits[outcome.name] = outcome
        return Changed(
            applied(spec, [*edits.values()]),
            tuple(edits.values()),
            tuple(one.text for one in said if one.is_question),
            tuple(one.text for one in said if not one.is_question),
        )

    def _aside(self, wish: str) -> list[Said]:
        """Return a remark on what asks for no change: a greeting, a question, an opening line."""
        if ids_in(wish.upper()):
            return []
        kinds = {one.kind for one in self._reader.read(wish).statements}
        if not wish.endswith(":") and not kinds <= {"aside", "question"}:
            return []
        return [Said(f"Not taken for a change: “{one_line(wish)}”.", is_question=False)]


def _wishes(request: str) -> list[str]:
    """Return what is asked for, a sentence or an item each."""
    lines = (_LIST_MARK.sub("", line) for line in clean(request).splitlines())
    return [wish for line in lines for wish in clauses(line)]
