"""Text of a decision record: YAML front matter and Markdown, read and written."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite
from typing import Any

import yaml
from pydantic import ValidationError

from copilot.analysis.decisions.message import said_title
from copilot.analysis.decisions.reading import read_decision
from copilot.analysis.decisions.sections import Sections, without_markup
from copilot.analysis.passages import split_front_matter
from copilot.analysis.untrusted import clean
from copilot.domain.decision import Decision, Header, Outcome
from copilot.domain.decision_text import front_matter_of, header_fields, record_text
from copilot.errors import DamagedLog, InputError
from copilot.stores.fast_yaml import load_yaml

LONGEST = 200_000
"""Characters of a record; a decision that takes more is a document."""
EARLIEST, LATEST = date(1970, 1, 1), date(2200, 12, 31)
DEEPEST = 20
"""Lists and mappings within each other in front matter."""
MOST_VALUES = 10_000
"""Values in front matter, each counted as often as it is referred to."""
_SHALLOW = 1_000
"""Characters in which nothing can be nested so deep that reading it does harm."""
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIGURE_BITS = 64
_SURROGATE = re.compile("[\ud800-\udfff]")
_FIELD = re.compile(r"([a-z][a-z0-9-]*): (.+)")
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9-]*|\d{4}-\d\d-\d\d")
_HINT = "Between the `---` lines write `name: value`. See: pm-copilot decisions template"


def parse_record(text: str, today: date) -> Decision:
    """Return the decision that a record's text holds.

    Args:
        text: The whole record; anything that a terminal would obey is taken out.
        today: Its day where it names none.

    Raises:
        InputError: It is too long, the front matter is no YAML, or a field of it is wrong.
    """
    if len(text) > LONGEST:
        raise InputError(
            f"The record has {len(text):,} characters; {LONGEST:,} is the limit.",
            hint="Keep what is long elsewhere, and name it in the record.",
        )
    header, body = split_front_matter(clean(text).lstrip())
    found = read_decision(_mapping(header), body, today)
    _refuse_far_days(found.header)
    return found


def as_kept(decision: Decision) -> Decision:
    """Return a decision as whoever reads its record will find it.

    Raises:
        InputError: The record would not read, or its front matter would say something else.
    """
    try:
        text = record_text(decision)
        text.encode()
    except ValueError as error:
        raise InputError(
            "The record holds characters or figures that cannot be written.", hint=_HINT
        ) from error
    again = parse_record(text, decision.header.date)
    meant, found = _said(decision.header), _said(again.header)
    odd = [name for name in {**meant, **found} if meant.get(name) != found.get(name)]
    if odd:
        raise InputError(
            f"The front matter of the record would not read back as it is: {odd[0][:60]!r}.",
            hint="Write that field in plain words, or leave it out.",
        )
    return again


def titled(decision: Decision) -> str:
    """Return the text of a record with its title, which may have stood in the front matter."""
    if not decision.title or Sections(decision.text).title:
        return decision.text
    return f"# {decision.title}\n\n{decision.text}"


def unreadable(content: bytes) -> str | None:
    """Return why a record of the log does not read; None where it does.

    What is written here is known by its form, since YAML takes long and logs are long.
    """
    text = content.decode("utf-8", errors="replace")
    try:
        if len(text) <= LONGEST:
            _refuse_far_days(Header.model_validate(_plain_fields(split_front_matter(text)[0])))
            return None
    except (ValueError, InputError):
        pass
    try:
        parse_record(text, EARLIEST)
    except InputError as error:
        return error.message
    return None


def is_titled(content: bytes, title: str) -> bool:
    """Return whether a record of the log has the title that its commit message says."""
    text = content.decode("utf-8", errors="replace")
    body = split_front_matter(text)[1].lstrip()
    first = body.partition("\n")[0]
    if first.startswith("# ") and said_title(without_markup(first[2:])) == title:
        return True
    known = without_markup(Sections(clean(body[:LONGEST])).title)
    return not known or said_title(known) == title


def outcome_text(outcome: Outcome) -> str:
    """Return an outcome as it is kept."""
    fields = outcome.model_dump(mode="json", exclude={"note"})
    return f"{front_matter_of(fields)}\n{outcome.note.strip()}\n"


def parse_outcome(text: str) -> Outcome:
    """Return the outcome that a text of the log holds.

    Raises:
        DamagedLog: It holds none.
    """
    header, body = split_front_matter(text)
    try:
        return Outcome.model_validate({**_mapping(header), "note": body.strip()})
    except (InputError, ValidationError) as error:
        raise DamagedLog("An outcome in the decision log does not read.") from error


def _said(header: Header) -> dict[str, Any]:
    return {name: value for name, value in header_fields(header).items() if value is not None}


def _refuse_far_days(header: Header) -> None:
    if not EARLIEST <= header.date <= LATEST:
        raise InputError(
            f"The record's date, {header.date}, lies outside of {EARLIEST.year} to {LATEST.year}.",
            hint="Write it as YYYY-MM-DD.",
        )
    if header.review_by and header.review_by < EARLIEST:  # a far day is a way to say never
        raise InputError(
            f"The record's review-by, {header.review_by}, lies before {EARLIEST.year}.",
            hint="Write it as YYYY-MM-DD.",
        )


def _plain_fields(header: str) -> dict[str, Any]:
    """Return the fields of front matter in the form in which they are written here.

    Raises:
        ValueError: They have another form.
    """
    found = {}
    for line in header.split("\n"):
        field = _FIELD.fullmatch(line)
        if not field or field[1] == "deciders" or sum(map(field[2].count, "[{")) > DEEPEST:
            raise ValueError(line)
        found[field[1]] = field[2] if _BARE.fullmatch(field[2]) else json.loads(field[2])
    return found


def _mapping(header: str) -> dict[str, Any]:
    try:
        _refuse_deep(header)
        found = load_yaml(header) if header.strip() else {}
    except (yaml.YAMLError, ValueError) as error:
        what = " ".join(str(error).split())
        raise InputError(
            f"The front matter of the record is no YAML: {what}.", hint=_HINT
        ) from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise InputError("The front matter of the record has no fields.", hint=_HINT)
    _refuse_odd_values(found)
    return found


def _refuse_deep(header: str) -> None:
    """Refuse nesting before it is read: deep enough it takes the parser in C down, and us."""
    depth = 0
    for event in yaml.parse(header, _PARSER) if len(header) > _SHALLOW else ():
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _odd(f"has more than {DEEPEST} lists within each other")


def _refuse_odd_values(fields: dict[str, Any]) -> None:
    """Refuse what YAML has and a record cannot hold, before anybody follows it without end."""
    count = 0
    waiting: list[tuple[Any, tuple[int, ...]]] = [(fields, ())]
    while waiting:
        value, above = waiting.pop()
        count += 1
        if id(value) in above:
            raise _odd("refers to itself")
        if len(above) > DEEPEST:
            raise _odd(f"has more than {DEEPEST} lists within each other")
        if count > MOST_VALUES:
            raise _odd(f"has more than {MOST_VALUES:,} values")
        if isinstance(value, list | dict):
            waiting += [(part, (*above, id(value))) for part in _parts(value)]
        elif not _is_plain(value):
            raise _odd("holds something that is neither words nor figures nor a day")


def _is_plain(value: object) -> bool:
    if isinstance(value, int):
        return value.bit_length() <= _FIGURE_BITS
    if isinstance(value, str):
        return not _SURROGATE.search(value)
    if isinstance(value, float):
        return isfinite(value)
    return value is None or isinstance(value, date)


def _parts(value: Mapping[Any, Any] | list[Any]) -> Iterable[Any]:
    return (*value, *value.values()) if isinstance(value, Mapping) else value


def _odd(what: str) -> InputError:
    return InputError(f"The front matter of the record {what}.", hint=_HINT)
