"""Review one idea, a portfolio of ideas, or show which facts can be stated."""

import asyncio
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copilot.cli.face import Face, read_text
from copilot.errors import InputError
from copilot.skills import find_skill

if TYPE_CHECKING:
    from copilot.domain.artifact import Artifact

_ANSWERS = click.Choice(["yes", "no", "skip"])


@click.command("review-ethics")
@click.argument("idea", required=False, metavar="TEXT|FILE|-")
@click.option(
    "--facts",
    "facts_file",
    type=click.Path(path_type=Path),
    help="YAML of what you know better, e.g. infers_emotions: no",
)
@click.option("--fact", "facts", multiple=True, metavar="NAME=yes|no", help="One such fact.")
@click.option("--region", metavar="CODES", help="Where it is used, e.g. eu,us-ca.")
@click.option(
    "--batch", type=click.Path(path_type=Path), help='Review lines {"id", "description"}, in order.'
)
@click.option("--ask", is_flag=True, help="Ask the lettered questions here, and review anew.")
@click.option("--list-facts", is_flag=True, help="List the facts that can be stated.")
@click.pass_obj
def review_ethics(
    face: Face,
    /,
    idea: str | None,
    batch: Path | None,
    *,
    ask: bool,
    list_facts: bool,
    **said: Any,
) -> None:
    """Review whether a feature should and may be built: law by rules, harms, conditions."""
    if list_facts:
        _list_facts(face)
        return
    if (idea is None) == (batch is None):
        raise InputError(
            "Give one idea, or a batch of them.", hint="pm-copilot review-ethics 'the idea'"
        )
    fields = _said(**said)
    if batch is not None:
        asyncio.run(_review_all(face, batch, fields))
        return
    artifact = asyncio.run(_review(face, {"idea": read_text(idea or ""), **fields}))
    if ask:
        artifact = _asked(face, artifact)
    face.emit(artifact, f"# {artifact.title}\n\n{artifact.markdown()}")
    face.say(f"Stories of its conditions: pm-copilot draft-story --from-review {artifact.id}")


def _said(
    facts_file: Path | None, facts: tuple[str, ...], region: str | None
) -> dict[str, list[str]]:
    """Return what a person knows better, as fields of the request."""
    from copilot.stores.facts_file import read_facts_file

    stated = [*(read_facts_file(facts_file) if facts_file else ()), *facts]
    return {"facts": stated, "region": region.split(",") if region else []}


async def _review(face: Face, fields: dict[str, Any]) -> "Artifact":
    skill = find_skill("review_ethics")
    return await skill.run(skill.parse(fields), face.services)


def _list_facts(face: Face) -> None:
    books = face.services.reviewer.books
    questions = {name: books.question(name) for name in sorted(books.names)}
    lines = [f"{name}\n    {question}" for name, question in questions.items()]
    face.emit({"facts": questions}, "\n".join(lines))


def _asked(face: Face, artifact: "Artifact") -> "Artifact":
    """Put the lettered questions to the person, one after the other, and review anew."""
    from copilot.analysis.review.asking import LETTERS
    from copilot.domain.feature import Fact
    from copilot.domain.review import Review
    from copilot.skills.review_ethics import revised

    asked: set[str] = set()
    while isinstance(artifact.body, Review):
        open_ones = [one for one in artifact.body.questions if one.fact not in asked]
        if not open_ones or len(asked) == len(LETTERS):
            break
        question = open_ones[0]
        asked.add(question.fact)
        answer = _answer(question.written())
        if answer != "skip":
            fact = Fact(name=question.fact, value=answer, reader="person")
            artifact = revised(artifact, [fact], face.services)
    return artifact


def _answer(question: str) -> str:
    """Return a person's answer; skip where the answers come from a file that has ended."""
    try:
        return str(click.prompt(question, type=_ANSWERS, default="skip", err=True))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        return "skip"


async def _review_all(face: Face, path: Path, fields: dict[str, Any]) -> None:
    """Review every line, in order; what an earlier run has done is not done again."""
    from copilot.cli.lines_file import read_lines

    ideas = read_lines(path, "description")
    counts = Counter(name for name, _ in ideas)
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        raise InputError(f"{path} has the id {twice[0]!r} twice.", hint="Give each its own id.")
    journal = _journal(face, path, fields)
    finished, progress = journal.finished()[: len(ideas)], face.progress("Reviewing")
    for entry in finished:
        _emit(face, entry)
    for done, (name, text) in enumerate(ideas[len(finished) :], start=len(finished)):
        progress(done, len(ideas))
        artifact = await _review(face, {"idea": text.strip() or "-", "keep": False, **fields})
        entry = {**artifact.model_dump(mode="json"), "id": name}
        journal.add(entry)
        _emit(face, entry)
    progress(len(ideas), max(len(ideas), 1))
    journal.close()


def _journal(face: Face, path: Path, fields: dict[str, Any]) -> Any:
    from copilot.stores.batch_journal import BatchJournal

    services = face.services
    choice, books = services.model_choice, services.reviewer.books
    about = [
        path.read_text(encoding="utf-8"),
        repr(sorted(fields.items())),
        choice.label if choice else "none",
        services.settings.embedder,
        services.prompts.get("read_facts").reference,
        services.knowledge.version,
        books.version,
        services.today,
    ]
    return BatchJournal(services.workspace.batches, about)


def _emit(face: Face, entry: dict[str, Any]) -> None:
    if face.json:
        face.emit_line(entry)
        return
    law = entry["body"]["eu_ai_act"]
    points = ", ".join(law["points"])
    face.emit(entry, f"{entry['id']}  {law['outcome']}  {points}".rstrip())
