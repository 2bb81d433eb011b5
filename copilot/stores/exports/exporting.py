"""Choose how an artifact is exported, and write it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copilot.domain.artifact import Artifact
from copilot.domain.spec import Spec
from copilot.domain.story import Stories
from copilot.errors import InputError
from copilot.stores.exports.azure_csv import azure_csv
from copilot.stores.exports.docx_file import docx_file
from copilot.stores.exports.export_file import ExportFile, Writer
from copilot.stores.exports.feature_files import feature_files
from copilot.stores.exports.github_json import github_json
from copilot.stores.exports.jira_csv import jira_csv
from copilot.stores.exports.json_file import json_file
from copilot.stores.exports.linear_csv import linear_csv
from copilot.stores.exports.markdown_file import markdown_file
from copilot.stores.exports.written import flattened, written


class Format(NamedTuple):
    """A way to export."""

    write: Writer
    needs: tuple[type, ...] = ()
    """Bodies it can be made of; none for all."""
    flat: bool = False
    """Whether it takes every text on one line."""
    is_text: bool = True


_ITEMS = (Stories, Spec)
FORMATS: Mapping[str, Format] = {
    "markdown": Format(markdown_file),
    "json": Format(json_file),
    "docx": Format(docx_file, is_text=False),
    "jira-csv": Format(jira_csv, _ITEMS, flat=True),
    "linear-csv": Format(linear_csv, _ITEMS, flat=True),
    "azure-csv": Format(azure_csv, _ITEMS, flat=True),
    "github-json": Format(github_json, _ITEMS, flat=True),
    "feature": Format(feature_files, (Stories,), flat=True),
}


def exported(artifact: Artifact, name: str) -> Sequence[ExportFile]:
    """Return the files of an artifact in a format; one, or one a story.

    Args:
        artifact: As the workspace keeps it.
        name: One of `FORMATS`.

    Raises:
        InputError: The artifact cannot be exported so.
    """
    chosen = FORMATS[name]
    if chosen.needs and not isinstance(artifact.body, chosen.needs):
        raise InputError(
            f"{artifact.id} is of the kind {artifact.kind}, which cannot be exported as {name}.",
            hint=f"It can be exported as {', '.join(formats_of(artifact))}.",
        )
    safe = written(artifact)
    return chosen.write(flattened(safe) if chosen.flat else safe)


def formats_of(artifact: Artifact) -> list[str]:
    """Return the formats in which an artifact can be exported."""
    return [
        name
        for name, one in FORMATS.items()
        if not one.needs or isinstance(artifact.body, one.needs)
    ]
