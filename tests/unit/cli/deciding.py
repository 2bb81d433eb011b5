"""Records, and recording them from the command line."""

from pathlib import Path
from typing import Any

from tests.unit.cli.running import Outcome, pm

RECORD = """\
---
decision-makers: [Ada, Ben]
reversibility: two-way
confidence: 70
metric: overrides a week
review-by: 2027-03-01
evidence: [nist-measure#bias]
---
# {title}

## Context and Problem Statement

Older patients get scores that are too low. EU AI Act Art. 14 asks for oversight.

## Considered Options

* Ship as it is
* {chosen}
* Do nothing

## Decision Outcome

Chosen option: "{chosen}", because a nurse sees what the model does not.
"""


def record(folder: Path, title: str = "Nurses override", chosen: str = "Override") -> str:
    """Write a record to a file and return its path."""
    path = folder / f"{title.replace(' ', '-').lower()}.md"
    path.write_text(RECORD.format(title=title, chosen=chosen), "utf-8")
    return str(path)


def decided(folder: Path, title: str = "Nurses override", *more: str) -> str:
    """Record a decision and return its id."""
    return str(done("decisions", "add", record(folder, title), "--yes", *more)["id"])


def done(*words: str) -> Any:
    """Run a command that succeeds and return its JSON."""
    outcome = pm(*words, "--json")
    assert outcome.code == 0, outcome.err
    return outcome.json


def refused(*words: str, stdin: str = "") -> Outcome:
    """Run a command that is refused."""
    outcome = pm(*words, stdin=stdin)
    assert outcome.code in (2, 5), outcome
    assert "→" in outcome.err
    return outcome
