"""Parse feature files as Cucumber does, and tell what it refuses in words."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from copilot.analysis.gherkin.swallowed import meant_keyword
from copilot.errors import InputError

if TYPE_CHECKING:
    from gherkin.errors import CompositeParserException, ParserException

_GOT = re.compile(r"got '(.*)'", re.DOTALL)
_PLACE = re.compile(r"^\(\d+:\d+\): ")
SHOWN = 3
"""Mistakes of a file that are told at once."""


class Pickle(NamedTuple):
    """A scenario as it is run: outlines expanded, steps of the background first."""

    name: str
    tags: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    """The type (Context, Action, Outcome) and the words of each."""


def parsed(text: str, name: str) -> Any:
    """Return the document of a feature file, as the parser's tree.

    Raises:
        InputError: The parser refuses it, with the line and what is wrong there.
    """
    from gherkin import Parser
    from gherkin.errors import CompositeParserException, ParserException

    try:
        document: Any = Parser().parse(text)
    except CompositeParserException as error:
        raise _refused(error.errors, text, name) from error
    except ParserException as error:
        raise _refused([error], text, name) from error
    if not document.get("feature"):
        hint = "Begin it with a line such as “Feature: what it is about”."
        raise InputError(f"{name} has no Feature.", hint=hint)
    return document


def _refused(
    errors: "Iterable[CompositeParserException | ParserException]", text: str, name: str
) -> InputError:
    told = [_mistake(error, text) for error in errors]
    more = f"; and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return InputError(
        f"{name} is no feature file: {'; '.join(told[:SHOWN])}{more}.",
        hint="A step begins with Given, When, Then, And or But, below a “Scenario:”.",
    )


def _mistake(error: Any, text: str) -> str:
    line = error.location["line"]
    got = _GOT.search(str(error))
    if got and got[1].strip():
        words = " ".join(got[1].split())
        short = words if len(words) <= 80 else f"{words[:79]}…"
        meant = meant_keyword(words.split()[0].rstrip(":,"))
        guess = f" (is {meant} meant?)" if meant and not words.startswith(f"{meant} ") else ""
        return f"line {line}: “{short}” cannot stand there{guess}"
    if "unexpected end of file" in str(error):
        return f"line {min(line, text.count(chr(10)) + 1)}: the file ends too early"
    return f"line {line}: {_PLACE.sub('', str(error)).rstrip('.').lower()}"


def pickles_of(text: str, name: str = "The text") -> list[Pickle]:
    """Return what a test runner would run of a feature file.

    Raises:
        InputError: The parser refuses it.
    """
    from gherkin.pickles.compiler import Compiler

    document: Any = {**parsed(text, name), "uri": name}
    compiled: list[Any] = Compiler().compile(document)
    return [
        Pickle(
            pickle["name"],
            tuple(tag["name"] for tag in pickle["tags"]),
            tuple((step["type"], step["text"]) for step in pickle["steps"]),
        )
        for pickle in compiled
    ]
