"""Stories for Jira Cloud's import of CSV files.

The header has no punctuation; a column is repeated for each label. This import makes no parents.
"""

import re

from copilot.domain.artifact import Artifact
from copilot.stores.exports.csv_cells import csv_bytes
from copilot.stores.exports.export_file import ExportFile, stem
from copilot.stores.exports.ticket_text import plain_text
from copilot.stores.exports.tickets import Ticket, tickets_of

ISSUE_TYPE = "Story"


def jira_csv(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact."""
    tickets = tickets_of(artifact)
    width = max(len(ticket.labels) for ticket in tickets)
    estimated = any(ticket.estimate is not None for ticket in tickets)
    header = ["Summary", "Issue Type", "Description", *["Labels"] * width]
    header += ["Story Points"] if estimated else []
    rows = [_row(ticket, width, estimated=estimated) for ticket in tickets]
    return [ExportFile(f"{stem(artifact)}-jira.csv", csv_bytes(header, rows))]


def _row(ticket: Ticket, width: int, *, estimated: bool) -> list[str]:
    labels = [re.sub(r"\s+", "-", label) for label in ticket.labels]
    padded = [*labels, *[""] * (width - len(labels))]
    points = ["" if ticket.estimate is None else str(ticket.estimate)] if estimated else []
    return [ticket.title, ISSUE_TYPE, plain_text(ticket), *padded, *points]
