"""Stories for GitHub: bodies for its REST API, and commands for `gh`, which import nothing else."""

import json
import shlex

from copilot.domain.artifact import Artifact
from copilot.stores.exports.export_file import ExportFile, stem, text_file
from copilot.stores.exports.ticket_text import markdown_text
from copilot.stores.exports.tickets import Ticket, tickets_of


def github_json(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact.

    `issues` are bodies of POST /repos/{owner}/{repo}/issues. `commands` are lines for a POSIX
    shell: first those that make the labels, which have to exist, then one an issue.
    """
    tickets = tickets_of(artifact)
    labels = list(dict.fromkeys(label for ticket in tickets for label in ticket.labels))
    content = {
        "issues": [_issue(ticket) for ticket in tickets],
        "commands": [*map(_making, labels), *map(_creating, tickets)],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return [text_file(f"{stem(artifact)}-github.json", text)]


def _issue(ticket: Ticket) -> dict[str, object]:
    return {"title": ticket.title, "body": markdown_text(ticket), "labels": list(ticket.labels)}


def _making(label: str) -> str:
    return f"{shlex.join(['gh', 'label', 'create', label])} || true"


def _creating(ticket: Ticket) -> str:
    labels = [f"--label={label}" for label in ticket.labels]
    body = f"--body={markdown_text(ticket)}"
    return shlex.join(["gh", "issue", "create", f"--title={ticket.title}", body, *labels])
