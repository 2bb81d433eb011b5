"""Read the files of a suite; whatever is wrong is told with file and line."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from pydantic import ValidationError

from copilot.errors import InputError
from copilot.evals.case import EvalCase
from copilot.evals.scoring import find_scorer
from copilot.evals.suite_file import SuiteFile


def read_about(path: Path) -> SuiteFile:
    """Return what `suite.yaml` says.

    Raises:
        InputError: It breaks a rule; the message names file and line.
    """
    text = _text_of(path)
    try:
        about = SuiteFile.model_validate(yaml.safe_load(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise malformed(path, line, error.problem or "not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else "the file"
        raise malformed(path, _line_of(text, key), f"{key}: {first['msg']}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise malformed(path, 1, " ".join(str(error).split())) from error
    for used in about.scorers:
        try:
            find_scorer(used.name, used.parameters)
        except InputError as error:
            place = _line_of(text, used.name)
            raise malformed(path, place, error.message, error.hint) from error
    return about


def read_cases(path: Path, check: Callable[[EvalCase], None]) -> Iterator[EvalCase]:
    """Yield the cases of a file, in order.

    Args:
        path: `cases.jsonl`.
        check: Raises InputError where a case does not suit its suite.

    Raises:
        InputError: A line breaks a rule; the message names file and line.
    """
    lines: dict[str, int] = {}
    for number, line in enumerate(_text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        case = _case(path, number, line)
        if case.id in lines:
            raise malformed(path, number, f"id {case.id!r} stands in line {lines[case.id]} too")
        lines[case.id] = number
        try:
            check(case)
        except InputError as error:
            raise malformed(path, number, error.message) from error
        yield case
    if not lines:
        raise malformed(path, 1, "there is no case")


def _case(path: Path, number: int, line: str) -> EvalCase:
    try:
        return EvalCase.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise malformed(path, number, f"{error.msg} at column {error.colno}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "case"
        raise malformed(path, number, f"{key}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise malformed(path, number, f"not to be read as JSON: {error}") from error


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise malformed(path, 1, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise malformed(path, line, "not UTF-8") from error


def _line_of(text: str, word: str) -> int:
    """Return the first line that begins with the word, 1 where none does."""
    begins = re.compile(rf"[\s\-{{\[\"']*{re.escape(word)}\b")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if begins.match(line)), 1)


def malformed(path: Path, line: int, what: str, hint: str = "") -> InputError:
    """Return the error for a line that breaks a rule."""
    form = "The form of suites is in docs/evals.md"
    return InputError(f"{path}:{line}: {what.rstrip('.')}.", hint=hint or form)
