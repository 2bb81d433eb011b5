"""Summarize a survey export; see first, if wanted, what a model would be shown."""

import asyncio
from collections.abc import Sequence
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
    _require_free([*outputs.values(), schema_out])
    request: Any = find_skill("summarize_survey").parse(
        {name: value for name, value in given.items() if value not in (None, ())}
    )
    if schema_out:
        _write_schema(face, request, schema_out)
        return
    from copilot.skills.summarize_survey import planned_survey, summarized

    progress = _Stages(face)
    plan = planned_survey(request, face.services, progress)
    if show_payload:
        _show_payload(face, plan.payload())
        return
    _require_approval(face, plan, yes=yes)
    try:
        summed = asyncio.run(summarized(plan, face.services, progress))
    except KeyboardInterrupt:
        face.show("Stopped. What a model has read is kept: run the same command to go on.")
        raise
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


def _require_free(paths: Sequence[Path | None]) -> None:
    """Refuse before a long run what could not be written after it."""
    from copilot.stores.surveys.surveys import require_free

    for path in filter(None, paths):
        require_free(path)


def _write_schema(face: Face, request: "SummarizeSurvey", path: Path) -> None:
    from copilot.stores.surveys.surveys import write_schema

    export = face.services.surveys.read(request.file, request.schema_file)
    write_schema(path, export.columns)
    face.say(f"Written: {path}. Correct it, then: --schema {path}")


def _show_payload(face: Face, payload: Sequence[str]) -> None:
    text = "\n".join(f"- {' '.join(one.split())}" for one in payload)
    face.emit({"answers": list(payload)}, text or "Nothing would be shown to a model.")


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
    from copilot.stores.surveys import surveys

    artifact = summed.artifact
    if assignments:
        surveys.write_assignments(assignments, summed.assignments)
    if html:
        page = survey_page(
            cast("SurveySummary", artifact.body),
            artifact.provenance,
            title=artifact.title,
            warnings=artifact.warnings,
        )
        surveys.write_page(html, page)
    if write_codebook:
        surveys.write_codebook(write_codebook, summed.themes)
    for path in filter(None, (assignments, html, write_codebook)):
        face.say(f"Written: {path}")
