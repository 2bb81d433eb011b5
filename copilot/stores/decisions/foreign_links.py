"""Which record took the place of which, as records kept elsewhere say it of themselves."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from copilot.analysis.decisions.sections import Sections
from copilot.analysis.passages import split_front_matter
from copilot.analysis.untrusted import clean
from copilot.stores.fast_yaml import load_yaml

_CLAUSE = re.compile(
    r"\bsuper[sc]ede(?P<by>d[\s-]+by|s?)\b(?P<rest>.*?)(?=\bsuper[sc]ede|$)", re.I | re.M
)
"""The verb, and what follows it up to the next one or to the end of the line."""
_FIELD = re.compile(
    r"^\s*(?:[-*+]\s+)?[*_]*(?:status|super[sc]edes|super[sc]eded[ -]by)[*_]*\s*:.*$", re.I | re.M
)
_LINK = re.compile(r"\[[^\]\n]*\]\(\s*([^()\s]+)[^()]*\)")
_DATE = re.compile(
    r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
    r"|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.I,
)
_FIGURE = r"0*(\d{1,5})(?![-./]?\d)"
_NUMBER = re.compile(
    rf"\A[\s:*_]*{_FIGURE}|(?<![\w-])adr[\s_-]*{_FIGURE}|\[0*(\d{{1,5}})\.\s|(?<!\w)\#{_FIGURE}",
    re.I,
)
"""Right after the verb, or as `ADR-n`, `[n. …` or `#n`."""
_FILE_NUMBER = re.compile(r"\A(?:adr-?)?0*(\d{1,5})\b", re.I)
_COMMA = re.compile(r",(?![^\[]*\])")


class Links(NamedTuple):
    """Names of the files that a record points to."""

    superseded_by: tuple[str, ...]
    supersedes: tuple[str, ...]


def links(text: str, own: str, names: Mapping[str, bool]) -> Links:
    """Return what a record says of its place among others.

    Only where it speaks of its status does it count: what the prose supersedes is no record.

    Args:
        text: The whole record.
        own: Its name.
        names: The files that may be meant, by their paths below one folder, and whether each is
            still there.
    """
    newer: dict[str, None] = {}
    older: dict[str, None] = {}
    for clause in _CLAUSE.finditer("\n".join(_statements(text))):
        meant = dict.fromkeys(_meant(clause["rest"], own, names))
        (newer if clause["by"].lower().startswith("d") else older).update(meant)
    return Links(*(tuple(name for name in found if name != own) for found in (newer, older)))


def _statements(text: str) -> Iterator[str]:
    """Yield the lines of a record that tell its status."""
    header, body = split_front_matter(clean(text).lstrip())
    front = load_yaml(header) if header.strip() else None
    for key, value in (front or {}).items():
        name = str(key).lower().replace("_", "-")
        if name == "status":
            yield " ".join(str(value).split())
        elif re.fullmatch(r"super[sc]edes|super[sc]eded-by", name):
            yield from (f"{name.replace('-', ' ')} {one}" for one in _listed(value))
    sections = Sections(body)
    yield from _FIELD.findall(sections.preamble)
    yield sections.text("status")


def _listed(value: object) -> list[str]:
    parts = value if isinstance(value, list) else _COMMA.split(str(value or ""))
    return [" ".join(str(part).split()) for part in parts]


def _meant(rest: str, own: str, names: Mapping[str, bool]) -> Iterator[str]:
    for target in _LINK.findall(rest):
        yield from _at(unquote(target), own, names)
    plain = _DATE.sub("…", _LINK.sub("…", rest))  # a mark, so that nothing moves next to the verb
    for found in _NUMBER.findall(plain):
        yield from _numbered(int("".join(found)), own, names)


def _at(target: str, own: str, names: Mapping[str, bool]) -> list[str]:
    """Return the file that a link leads to; a link to elsewhere leads to none."""
    path = target.partition("#")[0]
    if not path or "://" in path:
        return []
    if path.startswith("/"):
        return [name for name in names if path.endswith(f"/{name}")][:1]
    place = normpath(join(dirname(own), path))
    return [name for name in names if name in (place, f"{place}.md")]


def _numbered(number: int, own: str, names: Mapping[str, bool]) -> list[str]:
    """Return the file with a number, the nearest that is still there; where several are, none."""
    ranks: dict[tuple[bool, bool], list[str]] = {}
    for name, there in names.items():
        if _number(name) == number:
            rank = (not there, dirname(name) != dirname(own))
            ranks.setdefault(rank, []).append(name)
    meant = ranks[min(ranks)] if ranks else []
    return meant if len(meant) == 1 else []


def _number(name: str) -> int | None:
    found = _FILE_NUMBER.match(name.rpartition("/")[2])
    return int(found[1]) if found else None
