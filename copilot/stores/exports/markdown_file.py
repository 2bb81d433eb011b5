"""An artifact as Markdown with front matter; sources are footnotes, and so is its origin."""

import yaml

from copilot.domain.artifact import Artifact
from copilot.domain.spec import Spec
from copilot.domain.story import Stories
from copilot.stores.exports.export_file import ExportFile, stem, text_file
from copilot.stores.exports.footnotes import Footnotes
from copilot.stores.exports.origins import origin, source_ids, source_texts
from copilot.stores.exports.written import flat, flattened

ORIGIN = "origin"
"""Label of the footnote that says how the artifact came about."""


def markdown_file(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact."""
    is_listed = isinstance(artifact.body, (Stories, Spec))
    found = flattened(artifact) if is_listed else artifact
    return [text_file(f"{stem(artifact)}.md", markdown_text(found))]


def markdown_text(artifact: Artifact) -> str:
    """Return an artifact as one Markdown document."""
    notes = Footnotes(source_texts(artifact))
    body = notes.marked(artifact.body.markdown())
    parts = [
        _front_matter(artifact),
        f"# {flat(artifact.title)}[^{ORIGIN}]",
        body,
        "\n".join(f"> Note: {flat(warning)}" for warning in artifact.warnings),
        _further(notes, source_ids(artifact)),
        "\n".join([*notes.lines(), f"[^{ORIGIN}]: {origin(artifact)}."]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(artifact: Artifact) -> str:
    made = artifact.provenance.model_dump(mode="json", exclude_none=True)
    plain = {
        "id": artifact.id,
        "kind": artifact.kind,
        "title": artifact.title,
        "provenance": made,
        "sources": source_ids(artifact),
    }
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{text}---"


def _further(notes: Footnotes, ids: list[str]) -> str:
    """Return the sources that no footnote tells, as a section; nothing where there are none."""
    left = [one for one in ids if one not in notes.labels]
    lines = [f"- {one}: {notes.texts[one]}" if notes.texts.get(one) else f"- {one}" for one in left]
    return "\n".join(["## Sources", "", *lines]) if lines else ""
