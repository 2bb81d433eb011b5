"""Write a decision record as Markdown: front matter, then the sections of MADR 4 and ours."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from copilot.domain.decision import Decision, Header, Option

BLANK = "____________________"
"""What a person still has to fill in."""


def record_text(decision: Decision) -> str:
    """Return the whole record, exactly as it is kept."""
    return f"{front_matter(decision.header)}\n{decision.text.strip()}\n"


def front_matter(header: Header) -> str:
    """Return the header between its `---` lines."""
    return front_matter_of(header_fields(header))


def header_fields(header: Header) -> dict[str, Any]:
    """Return the fields of a header that say something, in the order in which they are read."""
    fields = header.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"id": header.id, "status": header.status, "date": header.date, **fields}


def front_matter_of(fields: Mapping[str, Any]) -> str:
    """Return fields between `---` lines; a name or a value in JSON is one in YAML."""
    said = {name: value for name, value in fields.items() if value is not None}
    lines = (f"{_plain(name)}: {_plain(value)}" for name, value in said.items())
    return "\n".join(("---", *lines, "---", ""))


def body(decision: Decision, more: str = "") -> str:
    """Return the Markdown below the front matter; what is empty and needed is left blank.

    Args:
        decision: What the sections say; its own text counts for nothing.
        more: What stands under More Information.
    """
    options, chosen = decision.options, decision.chosen or BLANK
    outcome = f"Chosen option: {chosen}, because {decision.because or BLANK}"
    listed = _bulleted(option.name for option in options)
    parts = (
        f"# {decision.title or BLANK}",
        _section("Context and Problem Statement", decision.context or BLANK),
        _section("Decision Drivers", _bulleted(decision.drivers)),
        _section("Considered Options", listed or f"- {BLANK}"),
        _section("Decision Outcome", f"{outcome.rstrip('.')}."),
        _section("Consequences", _bulleted(decision.consequences), "###"),
        _section("Confirmation", decision.confirmation, "###"),
        _section("Pros and Cons of the Options", "\n\n".join(filter(None, map(_weighed, options)))),
        _section("What Would Change It", decision.would_change),
        _section("Dissent", decision.dissent),
        _section("More Information", more),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def template(day: date) -> str:
    """Return an empty record that shows every field, for a person to fill in."""
    return _TEMPLATE.format(day=day.isoformat(), blank=BLANK)


def _section(heading: str, text: str, level: str = "##") -> str:
    return f"{level} {heading}\n\n{text}" if text else ""


def _weighed(option: Option) -> str:
    sides = (("Good", option.pros), ("Neutral", option.neutral), ("Bad", option.cons))
    lines = [f"{side}, because {why}" for side, reasons in sides for why in reasons]
    return f"### {option.name}\n\n{_bulleted(lines)}" if lines else ""


def _bulleted(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _plain(value: Any) -> str:
    """Return a value for front matter: words as they are where YAML reads them so."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and _BARE.fullmatch(value) and value.lower() not in _YAML_WORDS:
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


_BARE = re.compile(r"[A-Za-z][A-Za-z0-9-]*|\d{4}-\d\d-\d\d")
_YAML_WORDS = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}
_TEMPLATE = """\
---
status: accepted
date: {day}
decision-makers: []        # who decided (DACI: approver)
driver:                    # who drove it to a decision
consulted: []              # whose advice was asked (DACI: contributors)
informed: []
reversibility: two-way     # one-way: hard to take back
confidence:                # percent: how likely is it to hold?
metric:                    # by what will it be told?
review-by:                 # YYYY-MM-DD
evidence: []               # ids of passages, reviews, surveys, decisions
---
# {blank}

## Context and Problem Statement

{blank}

## Considered Options

- {blank}
- Do nothing

## Decision Outcome

Chosen option: {blank}, because {blank}.

### Consequences

- Good, because {blank}
- Bad, because {blank}

## What Would Change It

{blank}

## Dissent

{blank}
"""
