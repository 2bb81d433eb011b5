"""Which file a person means who names an export."""

from pathlib import Path

from copilot.analysis.surveys.naming import SUFFIXES, named_export
from copilot.errors import InputError


def named_file(said: str) -> Path:
    """Return the export that a message names, which may be nothing but its path.

    What is found depends on what is there now, so this is asked once a run.

    Raises:
        InputError: It names none.
    """
    if said.lower().endswith(SUFFIXES) and Path(said).expanduser().is_file():
        return Path(said).expanduser()
    found = named_export(said)
    if found is None:
        raise InputError(
            "No survey is named.", hint="Name an export: pm-copilot summarize-survey FILE.csv"
        )
    return Path(found).expanduser()
