"""Text of a decision record: YAML front matter and Markdown, read and written."""

from datetime import date
from typing import Any

import yaml
from pydantic import ValidationError

from copilot.analysis.decisions.reading import read_decision
from copilot.analysis.passages import split_front_matter
from copilot.analysis.untrusted import clean
from copilot.domain.decision import Decision, Outcome
from copilot.domain.decision_text import front_matter_of
from copilot.errors import DamagedLog, InputError
from copilot.stores.fast_yaml import load_yaml


def parse_record(text: str, today: date) -> Decision:
    """Return the decision that a record's text holds.

    Args:
        text: The whole record; anything that a terminal would obey is taken out.
        today: Its day where it names none.

    Raises:
        InputError: The front matter is no YAML, or a field of it is wrong.
    """
    header, body = split_front_matter(clean(text).lstrip())
    return read_decision(_mapping(header), body, today)


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


def _mapping(header: str) -> dict[str, Any]:
    hint = "Between the `---` lines write `name: value`. See: pm-copilot decisions template"
    try:
        found = load_yaml(header) if header.strip() else {}
    except (yaml.YAMLError, ValueError) as error:
        what = " ".join(str(error).split())
        raise InputError(
            f"The front matter of the record is no YAML: {what}.", hint=hint
        ) from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise InputError("The front matter of the record has no fields.", hint=hint)
    return found
