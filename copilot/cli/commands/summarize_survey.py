"""Summarize a survey export; see first, if wanted, what a model would be shown."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from copilot.cli.face import Face
from copilot.cli.skill_command import show_artifact
from copilot.errors import InputError
from copilot.skills import find_skill

if TYPE_CHECKING:
    from copilot.analysis.surveys.plan import SurveyPlan
    from copilot.domain.survey import SurveySummary
    from copilot.skills.summarize_survey import SummarizeSurvey, Summed

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("summarize-survey")
@click.argument("file")
@click.option("--schema", "schema_file", metavar="FILE.yaml", help="Types of the columns.")
@click.option("--question", multiple=True, metavar="COLUMN", help="Read this open question only.")
@click.option("--segment", multiple=True, metavar="COLUMN", help="Compare the groups of it.")
@click.option("--seed", type=int, default=1, show_default=True, help="Same seed, same figures.")
@click.option("--sample", type=int, metavar="N", help="Label so many answers of a question.")
@click.option("--codebook", metavar="FILE.json", help="Use these themes instead of finding some.")
@click.option("--labels", metavar="FILE.jsonl", help="A person's labels instead of a model's.")
@click.option("--population", metavar="FILE.yaml", help="Shares of groups among all users.")
@click.option("--name", "names", multiple=True, help="A name to mask beside those found.")
@click.option("--assignments", type=_FILE, help="Write the themes of every row here (JSONL).")
@click.option("--html", type=_FILE, help="Write the report as a page here.")
@click.option("--write-codebook", type=_FILE, help="Write the themes here, to be edited.")
@click.option("--write-schema", type=_FILE, help="Write the types found here, and stop.")
@click.option("--show-payload", is_flag=True, help="Show what a model would be shown, and stop.")
@click.option("--yes", is_flag=True, help="Approve that masked answers are sent.")
@click.pass_obj
def summarize_survey(face: Face, /, *, yes: bool, **given: Any) -> None:
    """Summarize a survey export: closed questions, themes with intervals, quotes, who is missing.

    Code computes every figure and masks personal data first; a model names themes and labels a
    sample. What it has read is kept, so that a run that was stopped goes on.
    """
    outputs = {name: given.pop(name) for name in ("assignments", "html", "write_codebook")}
    schema_out, show_payload = given.pop("write_schema"), given.pop("show_payload")
    _require_writable([*outputs.values(), schema_out])
    request: Any = find_skill("summarize_survey").parse(
        {name: value for name, value in given.items() if value not in (None, ())}
    )
    if schema_out:
        _write_schema(face, request, schema_out)
        return
    from copilot.skills.summarize_survey import planned_survey, summarized

    progress = _Stages(face)
    with _stopped(face, "nothing was sent, and nothing is kept"):
        plan = planned_survey(request, face.services, progress)
    if show_payload:
        _show_payload(face, plan)
        return
    _require_approval(face, plan, yes=yes)
    with _stopped(face, "what a model has read is kept, and is not asked again"):
        summed = asyncio.run(summarized(plan, face.services, progress))
    show_artifact(face, summed.artifact)
    _write(face, summed, **outputs)


class _Stages:
    """Shows how far each stage is, under its own name."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._stages: dict[str, Any] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell that `done` of `total` of a stage is behind us."""
        if stage not in self._stages:
            self._stages[stage] = self._face.progress(stage)
        self._stages[stage](done, total)


@contextmanager
def _stopped(face: Face, kept: str) -> Iterator[None]:
    """Tell somebody who stops a run what has become of it."""
    try:
        yield
    except KeyboardInterrupt:
        face.show(f"Stopped: {kept}. Run the same command again.")
        raise


def _require_writable(paths: Sequence[Path | None]) -> None:
    """Refuse before a long run what could not be written after it.

    Raises:
        InputError: A path is taken, or named twice; or its folder is missing or not to be
            written to.
    """
    from copilot.stores.surveys.written_files import require_free

    named: set[Path] = set()
    for path in filter(None, paths):
        require_free(path)
        if path.absolute() in named:
            raise InputError(f"{path} is named twice.", hint="Give each file a name of its own.")
        named.add(path.absolute())
        if not path.parent.is_dir():
            raise InputError(f"There is no folder {path.parent}.", hint=f"mkdir -p {path.parent}")
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise InputError(
                f"The folder {path.parent} cannot be written to.", hint="Name a file elsewhere."
            )


def _write_schema(face: Face, request: "SummarizeSurvey", path: Path) -> None:
    from copilot.stores.surveys.written_files import write_schema

    export = face.services.surveys.read(request.file, request.schema_file)
    write_schema(path, export.columns)
    face.say(f"Written: {path}. Correct it, then: --schema {path}")


def _show_payload(face: Face, plan: "SurveyPlan") -> None:
    questions, answers = plan.wordings(), plan.payload()
    lines = [*(f"Question: {one}" for one in questions), *(f"- {one}" for one in answers)]
    text = "\n".join(" ".join(one.split()) for one in lines)
    told = text if answers else "Nothing would be shown to a model."
    face.emit({"questions": questions, "answers": answers}, told)


def _require_approval(face: Face, plan: "SurveyPlan", *, yes: bool) -> None:
    """Ask before masked answers leave the machine."""
    from copilot.llm.sending import sending

    sent = sending(plan, face.services.model_choice)
    if sent and not face.approve(f"{sent.question} (See them: --show-payload)", yes=yes):
        raise InputError("Nothing was sent.", hint="Without a model: --model none")


def _write(
    face: Face,
    summed: "Summed",
    assignments: Path | None,
    html: Path | None,
    write_codebook: Path | None,
) -> None:
    from copilot.stores.survey_page import survey_page
    from copilot.stores.surveys import written_files

    artifact = summed.artifact
    if assignments:
        written_files.write_assignments(assignments, summed.assignments)
    if html:
        page = survey_page(
            cast("SurveySummary", artifact.body),
            artifact.provenance,
            title=artifact.title,
            warnings=artifact.warnings,
        )
        written_files.write_page(html, page)
    if write_codebook:
        written_files.write_codebook(write_codebook, summed.themes)
    for path in filter(None, (assignments, html, write_codebook)):
        face.say(f"Written: {path}")
