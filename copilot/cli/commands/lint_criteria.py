"""Check acceptance criteria that somebody has written; no model."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from copilot.analysis.gherkin.report import CriteriaReport, CriterionFinding
from copilot.analysis.gherkin.scenarios import Group
from copilot.analysis.untrusted import one_line
from copilot.cli.face import Face
from copilot.errors import InputError

_FEATURE = re.compile(r"^\s*(?:#\s*language\s*:|Feature:)", re.MULTILINE)
_HINT = "Give a .feature file, or Markdown with Given, When and Then in lists."


@click.command("lint-criteria")
@click.argument("file", metavar="FILE|-")
@click.pass_obj
def lint_criteria(face: Face, file: str) -> None:
    """Check acceptance criteria in Given/When/Then: whether each can be tested.

    FILE is a .feature file, or Markdown with the steps in lists; - reads either from standard
    input. Findings are results: the exit code stays 0.
    """
    from copilot.analysis.gherkin.report import criteria_report
    from copilot.stores.story_words import read_smells

    text = _text(file)
    report = criteria_report(text, _groups(text, file), read_smells())
    face.emit(report, as_text(report))


def _text(file: str) -> str:
    """Return what stands in a file, with one kind of line end.

    Raises:
        InputError: It cannot be read, or is no text.
    """
    from copilot.stores.story_files import decoded

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = decoded(data, _name(file))
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.", hint=_HINT) from error
    except InputError as error:
        raise InputError(error.message, hint=_HINT) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _groups(text: str, file: str) -> Sequence[Group]:
    """Return the scenarios in a text.

    Raises:
        InputError: It is a feature file that the parser refuses, or there are none.
    """
    from copilot.analysis.gherkin.from_feature import scenarios_in
    from copilot.analysis.gherkin.from_markdown import groups_in

    suffix = "" if file == "-" else Path(file).suffix.lower()
    is_markdown = suffix in {".md", ".markdown"}
    if suffix == ".feature" or (not is_markdown and _FEATURE.search(text)):
        return [scenarios_in(text, _name(file))]
    groups = groups_in(text)
    if not groups:
        raise InputError(f"There are no acceptance criteria in {_name(file)}.", hint=_HINT)
    return groups


def _name(file: str) -> str:
    return "The text" if file == "-" else file


def as_text(report: CriteriaReport) -> str:
    """Return a report for people: findings in the order of the file, then counts."""
    kinds = ", ".join(_counted(count, name) for name, count in sorted(report.summary.items()))
    counts = f"{_counted(report.scenarios, 'scenario')}, {kinds or 'no findings'}."
    return "\n".join([*map(_line, report.findings), counts])


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _line(finding: CriterionFinding) -> str:
    head = f"{finding.line}: {finding.severity:7} {finding.rule}"
    return f"{head}: {one_line(finding.message)} {one_line(finding.fix)}"
