"""Documents and notes: add, find, show, check."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copilot.cli.face import Face
from copilot.cli.lines_file import read_lines
from copilot.domain.document import FoundPassage, Passage
from copilot.errors import InputError

if TYPE_CHECKING:
    from copilot.analysis.decisions.touched import Touched
    from copilot.stores.documents import AddReport


@click.group()
def knowledge() -> None:
    """Add documents, search them with the shipped notes, and open passages by id."""


@knowledge.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--collection", default="documents", show_default=True, help="Where to keep them.")
@click.pass_obj
def add(face: Face, paths: tuple[Path, ...], collection: str) -> None:
    """Add files or folders (.md .txt .html .pdf .docx .csv), recursively."""
    services = face.services
    with services.workspace.writing():
        report = services.knowledge.documents.add(paths, collection, services.clock())
    if report.added or report.changed:
        services.search.refreshed(face.progress("Indexing"))
    groups = {"added": report.added, "changed": report.changed, "unchanged": report.unchanged}
    lines = [f"{name}: {document}" for name, group in groups.items() for document in group[:50]]
    lines += [f"skipped: {skipped.path}: {skipped.why}" for skipped in report.skipped]
    found = _touched(face, report)
    lines += [f"touches {one.decision} {one.title!r}: {one.why} ({one.document})" for one in found]
    counts = ", ".join(f"{len(group)} {name}" for name, group in groups.items())
    value = {**report.model_dump(mode="json"), "touched": [one.model_dump() for one in found]}
    face.emit(value, "\n".join([*lines, f"{counts}, {len(report.skipped)} skipped."]))


@knowledge.command()
@click.argument("query", required=False)
@click.option("-k", "count", default=10, show_default=True, type=click.IntRange(1, 100))
@click.option("--mode", type=click.Choice(["hybrid", "dense", "lexical"]), help="How to search.")
@click.option("--collection", help="Only this collection; `notes` are the shipped ones.")
@click.option("--diverse", is_flag=True, help="Prefer passages that differ from each other.")
@click.option("--queries", type=click.Path(path_type=Path), help='Lines {"id", "text"}.')
@click.pass_obj
def search(face: Face, /, query: str | None, queries: Path | None, **how: Any) -> None:
    """Find the passages nearest to a question."""
    if queries:
        for line_id, text in read_lines(queries, "text"):
            face.emit_line({"id": line_id, **_result(face, text, how)})
        return
    if not query:
        raise InputError("There is no query.", hint="pm-copilot knowledge search 'what to find'")
    result = _result(face, query, how)
    lines = [
        f"{hit['score']:.4f}  {hit['id']}\n        {hit['title']}" for hit in result["results"]
    ]
    face.emit(result, "\n".join(lines) or "Nothing was found.")


@knowledge.command("list")
@click.option("--clauses", is_flag=True, help="List the clauses that may be cited.")
@click.pass_obj
def list_(face: Face, clauses: bool) -> None:
    """List documents and notes, or every clause that may be cited."""
    store = face.services.knowledge
    if clauses:
        index = store.notes.clause_index()
        face.emit({"clauses": index}, "\n".join(f"{name}  {key}" for name, key in index.items()))
        return
    own = [(name, record) for name, record in store.documents.records()]
    value = {
        "documents": [
            {"collection": name, **record.model_dump(mode="json")} for name, record in own
        ],
        "notes": list(store.notes.paths),
    }
    lines = [f"{name}/{record.slug}  {record.title}  ({record.document})" for name, record in own]
    lines += [f"notes/{slug}" for slug in store.notes.paths]
    face.emit(value, "\n".join([*lines, f"{len(own)} documents, {len(store.notes.paths)} notes."]))


@knowledge.command()
@click.argument("passage", metavar="ID")
@click.pass_obj
def show(face: Face, passage: str) -> None:
    """Show one passage by its id."""
    found = face.services.knowledge.passage(passage)
    face.emit(found, _as_text(found))


@knowledge.command()
@click.argument("document", metavar="ID")
@click.option("--yes", is_flag=True, help="Approve the removal.")
@click.pass_obj
def remove(face: Face, document: str, yes: bool) -> None:
    """Remove a document of yours; the original file is left alone."""
    if not face.approve(f"Remove {document} from the knowledge?", yes=yes):
        face.say("Nothing was removed.")
        return
    services = face.services
    with services.workspace.writing():
        record = services.knowledge.documents.remove(document)
    services.search.refreshed(face.progress("Indexing"))
    face.emit({"removed": record.slug}, f"Removed {record.slug}; {record.origin} is left alone.")


@knowledge.command()
@click.pass_obj
def rebuild(face: Face) -> None:
    """Build the index anew from the text of record."""
    manifest = face.services.search.rebuild(face.progress("Indexing"))
    face.emit(manifest, f"{manifest.count} passages are indexed.")


@knowledge.command()
@click.pass_obj
def check(face: Face) -> None:
    """Check that every note and document loads, and that the index fits them."""
    from copilot.stores.knowledge_check import check_knowledge

    services = face.services
    report = check_knowledge(services.knowledge, services.search, services.clock().date())
    lines = [
        f"{report.notes} notes, {report.documents} documents, "
        f"{report.passages} passages, {report.clauses} clauses."
    ]
    lines += report.problems or ["No problems were found."]
    face.emit(report, "\n".join(lines))


def _touched(face: Face, report: "AddReport") -> "list[Touched]":
    """Return the decisions in force that new or changed documents touch."""
    knowledge = face.services.knowledge
    if not knowledge.decided.exists:
        return []
    from copilot.analysis.decisions.touched import Update, touched

    new = {*report.added, *report.changed}
    updates = [
        Update(record.document, record.slug, knowledge.documents.text(collection, record))
        for collection, record in knowledge.documents.records()
        if collection == report.collection and record.document in new
    ]
    clauses: dict[str, list[str]] = {}
    for clause, passage in knowledge.notes.clause_index().items():
        clauses.setdefault(passage, []).append(clause)
    decisions = [
        decision
        for standing, decision in face.services.decisions.log.decisions()
        if not standing.superseded_by
    ]
    return touched(updates, decisions, clauses)


def _result(face: Face, query: str, how: dict[str, Any]) -> dict[str, Any]:
    finder = face.services.search
    found = finder.find(query, **how)
    for notice in finder.take_notices():
        face.say(notice)
    mode = how.get("mode") or finder.modes[0]
    return {"query": query, "mode": mode, "results": list(map(_as_result, found))}


def _as_result(hit: FoundPassage) -> dict[str, Any]:
    passage = hit.passage
    return {
        "id": passage.id,
        "document": passage.document,
        "score": hit.score,
        "similarity": hit.similarity,
        "title": passage.title,
        "text": passage.text,
        "collection": passage.collection,
        "clauses": list(passage.clauses),
    }


def _as_text(passage: Passage) -> str:
    about = [passage.title, *(f"Clause: {clause}" for clause in passage.clauses)]
    about += [f"Source: {passage.source}"] if passage.source else []
    about += [passage.url] if passage.url else []
    about += [f"As of: {passage.as_of}"] if passage.as_of else []
    return "\n".join([*about, "", passage.text])
