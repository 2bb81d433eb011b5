"""Read items from bullets, lines or sentences; amounts only where they stand beside a name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.columns import column_of
from copilot.analysis.sentences import sentences
from copilot.errors import InputError

MOST_SENTENCES = 60
"""More lines or sentences, without a single bullet, are an essay or a program."""
LONGEST = 2_000
"""Characters of an item that are looked at."""
_BULLET = re.compile(r"^\s*(?:[-*+•–]|\d{1,4}[.)]|[a-z]\))\s+(?:\[[ xX]\]\s+)?(.+)$")
_DONE = re.compile(r"^\s*(?:[-*+])\s+\[[xX]\]\s")
_SETTING = re.compile(r"^\W*capacity\b", re.I)
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|={3,}|-{3,}|>)")
_NUMBER = r"[~≈<>$€£]?\s*\d[\d.,'’kKM%]*(?:\s\d{3}\b)*"
_AMOUNT = rf"{_NUMBER}(?:\s*(?:-|–|—|\.\.|/|to|±)\s*{_NUMBER}){{0,2}}%?(?:\s%)?"
_INLINE = re.compile(
    r"\b(reach|impact|confidence|effort|ease|value|business value|user value|time criticality|"
    r"urgency|risk reduction|opportunity enablement|job size|cost of delay|duration)"
    rf"\s*(?:is|of|=|:|at)?\s*({_AMOUNT})(?=\W|$)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,;(–—-]*\b(?:depends on|blocked by|requires|(?:only\s+)?after)\s*:?\s+([^;.()]+)\)?",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^[^:\n]{0,120}\b(?:rank|prioriti[sz]e|score|roadmap|order|sort|first|next|plan|sequence)\b"
    r"[^:\n]{0,80}:\s*",
    re.IGNORECASE,
)
_BARE_ORDER = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+)?(?:"
    r"(?:rank|prioriti[sz]e|score|sort|order|sequence)\s+"
    r"|(?:make|create|draw|build|plan|give me)\s[\w/, -]{0,40}?roadmap\s+(?:of|for|from|with)\s+"
    r"|(?:what|which)\b[^,:;?]{0,60}\bfirst\b[\s,:–-]*"
    r"|(?:should|shall)\s+(?:we|i)\s+(?:build|do|start|ship|make)\s+(?:first\s+|with\s+)*)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:first|by\s+(?:rice|wsjf|ice|kano))[\s.?!]*$", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:(?:this|these|those|my|our|the|all)\s+(?:of\s+)?(?:\w+\s+){0,3}"
    r"(?:backlog|list|ideas|features|items|stories|initiatives|things|table|csv|roadmap)\b.*"
    r"|(?:it|them|this|these|those)?)[\s.?!]*",
    re.IGNORECASE,
)
"""What only points to a list that does not stand here."""
_FILE = re.compile(r"\S{1,200}\.(?:csv|tsv|md|markdown|txt|json|ya?ml|xlsx?|docx|ods)", re.I)
_JOINS = re.compile(r"\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)


class Read(NamedTuple):
    """Rows found in prose, and what was taken for context."""

    rows: list[dict[str, str]]
    around: str = ""
    passed_over: int = 0
    """Lines beside a list that were taken for context."""


def read_prose(text: str) -> Read:
    """Return the items of a text that holds no table.

    Raises:
        InputError: It is an essay and no list.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if any(map(_BULLET.match, lines)):
        return _bullets(lines)
    plain = [line for line in lines if not _SETTING.match(line)]
    around = "\n".join(line for line in lines if _SETTING.match(line))
    if len(plain) > 1:
        return _lines(plain, around)
    return _one_line(plain[0] if plain else "", around)


def _bullets(lines: Sequence[str]) -> Read:
    items: list[str] = []
    others: list[str] = []
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet:
            items.append(("✓" if _DONE.match(line) else "") + bullet[1])
        elif items and line[:1].isspace() and not _HEADING.match(line):
            items[-1] += " " + line.strip()
        else:
            others.append(line)
    context = [line for line in others if not (_SETTING.match(line) or _HEADING.match(line))]
    return Read([_row(item) for item in items], "\n".join(others), len(context))


def _lines(lines: Sequence[str], around: str) -> Read:
    leads = [line for line in lines[:1] if line.rstrip().endswith((":", "?")) or _is_order(line)]
    rest = [line for line in lines[len(leads) :] if not _HEADING.match(line)]
    if len(rest) > MOST_SENTENCES:
        raise _essay(len(rest))
    return Read([_row(line) for line in rest], "\n".join([*leads, around]))


def _is_order(line: str) -> bool:
    return bool(_BARE_ORDER.match(line)) and len(line.split()) < 8 and not _JOINS.search(line)


def _one_line(text: str, around: str) -> Read:
    text = " ".join(text.split())
    if _FILE.fullmatch(text):
        raise InputError(f"There is no file {text}.", hint="Give a file's path, or a list.")
    lead = _ORDER.match(text) or _BARE_ORDER.match(text)
    rest = text[lead.end() :] if lead else text
    bare = _TAIL.sub("", rest) if lead else rest
    if lead and _POINTING.fullmatch(bare):
        raise InputError("The text names no items.", hint="Give the list too, one item a line.")
    if lead and not _INLINE.search(bare):
        parts = _JOINS.split(bare.strip(" .?!"))
    else:
        parts = re.split(r"\s*;\s+", bare) if ";" in bare else sentences(bare)
    if len(parts) > MOST_SENTENCES:
        raise _essay(len(parts))
    told = f"{text[: len(text) - len(rest)]}{rest[len(bare) :]}\n{around}"
    return Read([_row(part) for part in parts if part.strip()], told)


def _row(text: str) -> dict[str, str]:
    """Return a line as a row: its name, and the amounts and dependencies told in it."""
    row = {"status": "done"} if text.startswith("✓") else {}
    rest = " ".join(text[:LONGEST].removeprefix("✓").split())
    after = _AFTER.search(rest)
    if after:
        row["depends_on"] = after[1].strip(" .")
        rest = rest[: after.start()] + " " + rest[after.end() :]
    found = list(_INLINE.finditer(rest))
    for match in found:
        row.setdefault(column_of(match[1]) or match[1], match[2].strip(" ,."))
    name = rest[: found[0].start()] if found and rest[: found[0].start()].strip(" -–(:") else rest
    bare = re.sub(r"\*\*|__|`", "", name)
    return {"item": re.sub(r"^[\s(:,;–—-]+|[\s(:,;–—-]+$|(?<=\w)[.?!]\s*$", "", bare), **row}


def _essay(parts: int) -> InputError:
    return InputError(
        f"The text has {parts} lines or sentences and no bullets, so it is no list of items.",
        hint="Begin each item with a dash, or give a table.",
    )


def settings_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield what the text around the items says of capacity and framework."""
    capacity = re.search(
        r"\bcapacity[ \t]{0,3}(?:is|of|=|:)?[ \t]{0,3}(\d[\d.,]{0,15})", text, re.IGNORECASE
    )
    if capacity:
        yield "capacity", capacity[1].rstrip(".,")
    named = {name.lower() for name in re.findall(r"\b(?:RICE|WSJF|ICE|Kano)\b", text)}
    if len(named) == 1:
        yield "framework", named.pop()
