"""Stories for Linear's importer of its own CSV files.

It reads by the names of columns, takes one `'` away before + - = @, splits labels at a comma and
a blank, and passes over what has a date under Archived.
"""

from copilot.domain.artifact import Artifact
from copilot.stores.exports.csv_cells import csv_bytes
from copilot.stores.exports.export_file import ExportFile, stem
from copilot.stores.exports.ticket_text import markdown_text
from copilot.stores.exports.tickets import Ticket, tickets_of

COLUMNS = (
    "Id",
    "Team",
    "Title",
    "Description",
    "Status",
    "Estimate",
    "Priority",
    "Project",
    "Creator",
    "Assignee",
    "Labels",
    "Cycle Number",
    "Cycle Name",
    "Cycle Start",
    "Cycle End",
    "Created",
    "Updated",
    "Started",
    "Completed",
    "Canceled",
    "Archived",
)
UNRANKED = "No priority"
"""The word of five that says nothing; a story has no priority of its own."""


def linear_csv(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact."""
    rows = [_row(ticket) for ticket in tickets_of(artifact)]
    return [ExportFile(f"{stem(artifact)}-linear.csv", csv_bytes(COLUMNS, rows))]


def _row(ticket: Ticket) -> list[str]:
    cells = {
        "Id": ticket.id,
        "Title": ticket.title,
        "Description": markdown_text(ticket),
        "Estimate": "" if ticket.estimate is None else str(ticket.estimate),
        "Priority": UNRANKED,
        "Labels": ", ".join(label.replace(",", " ") for label in ticket.labels),
    }
    return [cells.get(column, "") for column in COLUMNS]
