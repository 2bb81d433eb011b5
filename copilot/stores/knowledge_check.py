"""Check the text of record: every note loads, nothing is overdue, the index fits."""

from datetime import date

from pydantic import BaseModel

from copilot.errors import CopilotError
from copilot.stores.knowledge import Knowledge
from copilot.stores.search import Search

REVIEW_DAYS = 365


class KnowledgeReport(BaseModel):
    """What a check found."""

    notes: int
    documents: int
    passages: int
    clauses: int
    index_healthy: bool
    problems: list[str]
    """One sentence each, with the next command where there is one."""


def check_knowledge(knowledge: Knowledge, search: Search, today: date) -> KnowledgeReport:
    """Return counts and problems of the whole knowledge."""
    problems, passages, clauses = [], 0, 0
    for slug in knowledge.notes.paths:
        try:
            header, found = knowledge.notes.header(slug), knowledge.notes.passages(slug)
        except CopilotError as error:
            problems.append(f"{error.message} {error.hint}")
            continue
        passages += len(found)
        clauses += sum(len(passage.clauses) for passage in found)
        if (today - header.reviewed).days > REVIEW_DAYS:
            problems.append(f"Note {slug} was last reviewed on {header.reviewed}.")
    documents = list(knowledge.documents.records())
    passages += sum(len(knowledge.documents.passages(*entry)) for entry in documents)
    healthy = search.is_healthy()
    if not healthy:
        problems.append("The index does not fit the knowledge: pm-copilot knowledge rebuild")
    return KnowledgeReport(
        notes=len(knowledge.notes.paths),
        documents=len(documents),
        passages=passages,
        clauses=clauses,
        index_healthy=healthy,
        problems=problems,
    )
