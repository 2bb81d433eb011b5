"""Read a decision out of Markdown: MADR 2 to 4, Nygard's form, and our own."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from copilot.analysis.decisions.header import read_header, said_status
from copilot.analysis.decisions.sections import Sections, items, without_markup
from copilot.domain.decision import Decision, Option

_CHOSEN = re.compile(
    r"chosen option:?\s*(?P<name>\"[^\"\n]+\"|“[^”\n]+”|.+?)"
    r"(?:\s*,?\s*\bbecause\b:?\s*(?P<because>.+?))?\s*(?:\n\s*\n|\Z)",
    re.I | re.S,
)
_BECAUSE = re.compile(r"\A(?P<name>.+?)[\s,]+\bbecause\b\s*(?P<because>.+)\Z", re.I | re.S)
_ARGUMENT = re.compile(
    r"\A(?P<side>good|bad|neutral)\b[,:]?\s*(?:because\b)?\s*(?P<why>.+)\Z", re.I
)
_BLANK = re.compile(
    r"_{4,}|\A\s*\{(?!\s*personal\b)[^}]*\}\s*\Z"
    r"|\A\W*(?:tbd|todo|tba|to be (?:decided|determined|done))\b"
    r"|\A\W*(?:we (?:have|are) )?(?:not (?:yet )?decided|undecided)\b",
    re.I,
)
"""What is left blank, a placeholder of MADR's template, or says that nothing is decided."""
_BLANK_LINE = re.compile(r"_{4,}")
LEAST_OPTIONS = 2
DO_NOTHING = re.compile(
    r"\bdo(?:ing)? nothing\b|\bstatus quo\b|\bno change\b|\A(?:keep|leave|continue)\b.*"
    r"\b(?:as (?:it|they|things|is|are|now|today|before)|current|existing)\b",
    re.I,
)


class Draft(NamedTuple):
    """A record that was read and is not yet recorded."""

    decision: Decision
    missing: tuple[str, ...]
    """What it must have and does not, one sentence each."""
    advice: tuple[str, ...]
    """What a reader will miss."""


def read_decision(front: Mapping[str, Any], body: str, today: date) -> Decision:
    """Return the decision of a record, as far as it can be read.

    Args:
        front: What its front matter holds.
        body: The Markdown below.
        today: Its day where the record names none.

    Raises:
        InputError: A field of the front matter is wrong; the message names it.
    """
    found = Sections(body)
    header = read_header(front, found, today)
    chosen, because = _choice(found.text("outcome"))
    return Decision(
        header=header,
        said_status=said_status(front, found),
        title=without_markup(found.title or str(front.get("title", ""))),
        context=found.text("context"),
        drivers=found.items("drivers"),
        options=_options(found),
        chosen=chosen,
        because=because,
        consequences=found.items("consequences") or _paragraph(found.text("consequences")),
        confirmation=found.text("confirmation"),
        would_change=found.text("would_change"),
        dissent=found.text("dissent"),
        text=body.strip() + "\n",
    )


def checked(decision: Decision) -> Draft:
    """Return the decision with what it lacks.

    What only the log itself writes into a header (id, origin, hashes) is taken out.
    """
    own: dict[str, Any] = {"id": None, "imported": None, "personal": {}}
    decision = decision.model_copy(update={"header": decision.header.model_copy(update=own)})
    names = [option.name for option in decision.options]
    missing = [
        *(_untitled(decision)),
        *(_closed(decision)),
        *(_undecided(decision)),
        *(_without_options(names)),
    ]
    return Draft(decision, tuple(missing), tuple(_advice(decision, names)))


def _untitled(decision: Decision) -> list[str]:
    if decision.title and not _BLANK.search(decision.title):
        return []
    return ["It has no title: begin with a line `# Title`."]


def _closed(decision: Decision) -> list[str]:
    """Say that a record cannot be superseded by its own word."""
    if "supersed" not in decision.said_status:
        return []
    return ["Its status says that it is superseded; only a later record says so. Leave it out."]


def _undecided(decision: Decision) -> list[str]:
    if decision.chosen and not _BLANK.search(decision.chosen):
        return []
    return [
        "It does not say what is decided: under `## Decision Outcome`, write"
        " `Chosen option: …, because …`."
    ]


def _without_options(names: list[str]) -> list[str]:
    if len(names) >= LEAST_OPTIONS:
        return []
    has = "only one option" if names else "no options"
    return [
        f"It has {has}: under `## Considered Options`, list two or more, `Do nothing` too."
        " (Old records come in as they are: pm-copilot decisions import FOLDER.)"
    ]


def _advice(decision: Decision, names: list[str]) -> list[str]:
    header = decision.header
    known = [_compared(name) for name in names]
    chosen = _compared(decision.chosen)
    unlisted = known and chosen and not any(name in chosen or chosen in name for name in known)
    checks = (
        (unlisted, "What was chosen is not among the options by name."),
        (not decision.because, "It does not say why: add `because …`."),
        (
            names and not any(map(DO_NOTHING.search, names)),
            "Doing nothing is not among the options.",
        ),
        (_BLANK_LINE.search(decision.text), "Some blanks (____) are not filled in yet."),
        (not header.decision_makers, "It does not say who decided: `decision-makers`."),
        (header.confidence is None, "It does not say how sure you are: `confidence`, in percent."),
        (header.reversibility is None, "Can it be taken back? `reversibility: one-way|two-way`."),
        (header.review_by is None, "Nobody will look at it again: `review-by: YYYY-MM-DD`."),
    )
    return [text for applies, text in checks if applies]


def _choice(outcome: str) -> tuple[str, str]:
    """Return (what is decided, why)."""
    text = re.sub(r"<!--.*?-->", "", outcome, flags=re.S).strip()
    found = _CHOSEN.search(text) or _BECAUSE.match(text.split("\n\n")[0])
    if not found:
        return _named(text.split("\n\n")[0]), ""
    because = " ".join((found["because"] or "").split()).rstrip(".")
    return _named(found["name"]), "" if _BLANK.search(because) else because


def _named(text: str) -> str:
    return without_markup(" ".join(text.split()).rstrip(",")).rstrip('"”,. ')


def _options(found: Sections) -> tuple[Option, ...]:
    names = [_option_name(item) for item in found.items("options")] or list(found.weighed)
    return tuple(_weighed(name, found.weighed) for name in names if not _BLANK.search(name))


def _option_name(item: str) -> str:
    bold = re.match(r"\*\*(.+?)\*\*", item)
    return without_markup(bold[1] if bold else item).rstrip(".")


def _weighed(name: str, weighed: Mapping[str, str]) -> Option:
    sides: dict[str, list[str]] = {"good": [], "bad": [], "neutral": []}
    text = next((text for key, text in weighed.items() if _compared(key) == _compared(name)), "")
    for item in items(text):
        if argument := _ARGUMENT.match(item):
            sides[argument["side"].lower()].append(argument["why"])
    return Option(
        name=name,
        pros=tuple(sides["good"]),
        cons=tuple(sides["bad"]),
        neutral=tuple(sides["neutral"]),
    )


def _paragraph(text: str) -> tuple[str, ...]:
    return (" ".join(text.split()),) if text.strip() else ()


def _compared(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()
