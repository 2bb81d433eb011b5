"""Write the log out: a MADR folder, JSON, and a page that shows it over time."""

import json
from pathlib import Path
from typing import Any

from copilot.analysis.untrusted import clean
from copilot.domain.decision_log import LogHead
from copilot.domain.decision_text import front_matter_of, header_fields
from copilot.errors import InputError
from copilot.stores.decisions.earlier_export import LISTING, PAGE, make_room
from copilot.stores.decisions.log import DecisionLog
from copilot.stores.decisions.timeline import Numbered, timeline
from copilot.stores.private_files import write_shared


def export_log(log: DecisionLog, folder: Path) -> list[Path]:
    """Write every decision as MADR, all of them as JSON, and a timeline; return the files.

    Personal text stays behind: only its marks are written. An earlier export is renewed.

    Raises:
        InputError: Nothing is recorded, or the folder holds something else.
        LogError: The folder cannot be written to.
    """
    head = log.head()
    if head is None:
        raise InputError(
            "Nothing is recorded yet, so there is nothing to export.",
            hint="Record a decision: pm-copilot decisions add FILE",
        )
    numbered = [
        Numbered(number, *recorded)
        for number, recorded in enumerate([*log.all_recorded()][::-1], start=1)
    ]
    names = {one.decision.id: one.name for one in numbered}
    texts = {f"{one.name}.md": _madr(one, names) for one in numbered}
    texts[LISTING] = _as_json(head, numbered)
    texts[PAGE] = timeline(head, numbered)
    make_room(folder, texts)
    # The listing comes first: by it a folder is known as ours, even if the rest is not written.
    for name in sorted(texts, key=lambda name: name != LISTING):
        write_shared(folder / name, clean(texts[name]))
    return [folder / name for name in texts]


def _madr(one: Numbered, names: dict[str, str]) -> str:
    fields = header_fields(one.decision.header)
    newer = [f"[{names[name]}]({names[name]}.md)" for name in one.standing.superseded_by]
    if newer:
        fields["status"] = f"superseded by {', '.join(newer)}"
    fields["commit"] = one.standing.entry.commit
    return f"{front_matter_of(fields)}\n{one.decision.text.strip()}\n"


def _as_json(head: LogHead, numbered: list[Numbered]) -> str:
    value: dict[str, Any] = {
        "checkpoint": head.checkpoint,
        "count": head.count,
        "head": head.commit,
        "decisions": [
            {
                **one.decision.model_dump(mode="json", by_alias=True),
                "status": one.standing.status,
                "superseded_by": list(one.standing.superseded_by),
                "outcomes": [outcome.held for outcome in one.standing.outcomes],
                "author": one.standing.entry.author,
                "commit": one.standing.entry.commit,
                "file": f"{one.name}.md",
            }
            for one in numbered
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
