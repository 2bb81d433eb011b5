"""Stories for Azure Boards' import of CSV files.

A level of the tree is a column: the artifact is a Feature under Title 1, its stories stand below
it under Title 2. Rich text is HTML. New items are given no id and no state.
"""

import re

from copilot.domain.artifact import Artifact
from copilot.stores.exports.csv_cells import csv_bytes
from copilot.stores.exports.export_file import ExportFile, stem
from copilot.stores.exports.origins import origin
from copilot.stores.exports.ticket_text import html_criteria, html_text
from copilot.stores.exports.tickets import LONGEST_TITLE, Ticket, TicketPart, tickets_of

HEADER = ("Work Item Type", "Title 1", "Title 2", "Description", "Acceptance Criteria", "Tags")
POINTS = "Story Points"
PARENT, CHILD = "Feature", "User Story"
_NO_TAG = re.compile(r"[;,]")


def azure_csv(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact."""
    tickets = tickets_of(artifact)
    estimated = any(ticket.estimate is not None for ticket in tickets)
    rows = [_parent(artifact), *map(_row, tickets)]
    points = [None, *(ticket.estimate for ticket in tickets)]
    header = list(HEADER)
    if estimated:
        header.append(POINTS)
        for row, estimate in zip(rows, points, strict=True):
            row.append("" if estimate is None else str(estimate))
    return [ExportFile(f"{stem(artifact)}-azure.csv", csv_bytes(header, rows))]


def _parent(artifact: Artifact) -> list[str]:
    told = html_text([TicketPart("From", (origin(artifact),))])
    title = artifact.title[:LONGEST_TITLE].strip() or artifact.id or artifact.kind
    return [PARENT, title, "", told, "", ""]


def _row(ticket: Ticket) -> list[str]:
    told = html_text((*ticket.says, *ticket.rests_on))
    tags = "; ".join(_NO_TAG.sub(" ", label) for label in ticket.labels)
    return [CHILD, "", ticket.title, told, html_criteria(ticket.criteria), tags]
