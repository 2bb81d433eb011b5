"""Check user stories against 13 criteria of quality; no model."""

import re
import sys
from pathlib import Path
from typing import get_args

import click

from copilot.analysis.untrusted import one_line
from copilot.cli.face import Face
from copilot.domain.story_lint import (
    Accepted,
    Finding,
    LintChoices,
    LintedStory,
    LintReport,
    QualityCriterion,
    SetFinding,
    StoryLine,
)
from copilot.errors import InputError, NotFound
from copilot.stores.lint_choices import ChoicesFile
from copilot.stores.story_files import decoded, read_stories, stories_in
from copilot.stores.story_words import read_linter

_PLACE = re.compile(r"([a-z_.]+):(\d+)")
SHOWN = 90
"""Characters of a story that are shown above its findings."""


@click.command("lint-stories")
@click.argument("file", metavar="FILE|-")
@click.option("--accept", multiple=True, metavar="KEY|RULE:LINE", help="Take a finding as it is.")
@click.option("--mute", multiple=True, metavar="RULE", help="Switch a rule or a criterion off.")
@click.option("--unmute", multiple=True, metavar="RULE|KEY", help="Take either back.")
@click.option("--all", "every", is_flag=True, help="Show what is accepted or muted too.")
@click.pass_obj
def lint_stories(
    face: Face,
    file: str,
    accept: tuple[str, ...],
    mute: tuple[str, ...],
    unmute: tuple[str, ...],
    every: bool,
) -> None:
    """Check user stories against the 13 criteria of the Quality User Story framework.

    FILE holds one story a line, or is a .csv with a column "story", a .md or a .feature file.
    Findings are results: the exit code stays 0.
    """
    lines = _lines(file)
    linter = read_linter()
    kept = ChoicesFile(face.services.workspace)
    choices = kept.read()
    report = linter.report(lines, choices)
    if accept or mute or unmute:
        _check_rules(mute)
        taken = tuple(found for wanted in accept for found in _accepted(report, wanted))
        choices = kept.change(mute=mute, unmute=unmute, accept=taken)
        face.say(_told(choices, kept.path))
        report = linter.report(lines, choices)
    shown = report if every else report.open_only()
    face.emit(shown, as_text(shown))


def _lines(file: str) -> list[StoryLine]:
    if file == "-":
        data = sys.stdin.buffer.read()
        lines = stories_in(decoded(data, "The text"), name="The text")
    else:
        lines = read_stories(Path(file))
    if not lines:
        raise InputError(f"There are no stories in {file}.", hint="Write one story a line.")
    return lines


def _check_rules(names: tuple[str, ...]) -> None:
    """Check that rules to be muted can exist.

    Raises:
        NotFound: One belongs to no criterion.
    """
    known = get_args(QualityCriterion)
    for name in names:
        if name.split(".")[0] not in known:
            hint = f"Name a rule as it is shown, or one of: {', '.join(known)}"
            raise NotFound(f"No rule is called {name}.", hint=hint)


def _accepted(report: LintReport, wanted: str) -> list[Accepted]:
    """Return the findings of a key, or of a rule on a line.

    Raises:
        NotFound: There is none.
    """
    texts = {story.line: story.text for story in report.stories}
    place = _PLACE.fullmatch(wanted)
    found = [
        Accepted(key=finding.key, rule=finding.rule, story=one_line(texts[line]))
        for line, finding in _placed(report)
        if finding.key == wanted or (place and _is_at(finding, line, place[1], int(place[2])))
    ]
    if not found:
        hint = "Name a finding by its key, or as RULE:LINE, e.g. atomic.verbs:12"
        raise NotFound(f"There is no finding {wanted}.", hint=hint)
    return found


def _placed(report: LintReport) -> list[tuple[int, Finding | SetFinding]]:
    single = [(story.line, found) for story in report.stories for found in story.findings]
    return [*single, *((line, found) for found in report.set_findings for line in found.lines)]


def _is_at(finding: Finding | SetFinding, line: int, rule: str, wanted: int) -> bool:
    return line == wanted and rule in (finding.rule, finding.criterion)


def _told(choices: LintChoices, path: Path) -> str:
    muted = ", ".join(choices.muted) or "nothing"
    return f"Muted: {muted}. Accepted: {len(choices.accepted)}. Kept in {path}."


def as_text(report: LintReport) -> str:
    """Return a report for people: findings under their story, then the set, then counts."""
    told = [line for story in report.stories if story.findings for line in _story_lines(story)]
    of_set = [_set_line(finding) for finding in report.set_findings if finding.severity != "info"]
    hints = [_set_line(finding) for finding in report.set_findings if finding.severity == "info"]
    if of_set or hints:
        told += ["The set", *of_set, *_shortened(hints), ""]
    return "\n".join([*told, *_counts(report)])


def _story_lines(story: LintedStory) -> list[str]:
    head = f"{story.line}: {one_line(story.text, SHOWN)}"
    return [head, *(_finding_line(finding) for finding in story.findings), ""]


def _finding_line(finding: Finding) -> str:
    mark = "" if finding.standing == "open" else f" ({finding.standing})"
    name = f"{finding.severity:7} {finding.rule}{mark}"
    return f"  {name}: {one_line(finding.message)} {one_line(finding.fix)} [{finding.key}]"


def _set_line(finding: SetFinding) -> str:
    mark = "" if finding.standing == "open" else f" ({finding.standing})"
    return (
        f"  {finding.severity:7} {finding.rule}{mark}: {one_line(finding.message)} [{finding.key}]"
    )


def _shortened(lines: list[str], most: int = 12) -> list[str]:
    left = len(lines) - most
    return lines if left <= 0 else [*lines[:most], f"  … and {left} more hints: --json lists all."]


def _counts(report: LintReport) -> list[str]:
    summary = report.summary
    found = ", ".join(f"{count} {name}" for name, count in summary.findings.items())
    aside = [f"{summary.accepted} accepted"] if summary.accepted else []
    aside += [f"{summary.muted} muted"] if summary.muted else []
    tail = f" ({', '.join(aside)})" if aside else ""
    return [
        f"{summary.stories} stories, {summary.with_findings} with findings, "
        f"{summary.without_ends} without ends{tail}.",
        f"Findings: {found or 'none'}.",
    ]
