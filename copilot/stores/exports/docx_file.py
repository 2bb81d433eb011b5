"""An artifact as a Word document with real headings, lists and tables; sources stand at its end."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copilot.domain.artifact import Artifact
from copilot.domain.spec import Spec
from copilot.domain.story import Stories
from copilot.stores.exports.blocks import (
    BULLET,
    QUOTE,
    Block,
    Heading,
    Paragraph,
    Table,
    plain,
    section,
)
from copilot.stores.exports.export_file import ExportFile, stem
from copilot.stores.exports.markdown_blocks import markdown_blocks
from copilot.stores.exports.noun_blocks import spec_blocks, story_blocks
from copilot.stores.exports.origins import origin, source_ids, source_texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as DocxTable

LONGEST_PROPERTY = 255
"""Characters that Word keeps of a property of a document."""


def docx_file(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact."""
    from docx import Document as new_document

    document = new_document()
    _describe(document, artifact)
    document.add_heading(artifact.title, level=0)
    for block in document_blocks(artifact):
        _add(document, block)
    data = io.BytesIO()
    document.save(data)
    return [ExportFile(f"{stem(artifact)}.docx", data.getvalue())]


def document_blocks(artifact: Artifact) -> Iterator[Block]:
    """Yield everything below the title."""
    yield plain(origin(artifact), QUOTE)
    if isinstance(artifact.body, Stories):
        yield from story_blocks(artifact.body)
    elif isinstance(artifact.body, Spec):
        yield from spec_blocks(artifact.body)
    else:
        yield from markdown_blocks(artifact.body.markdown())
    texts = source_texts(artifact)
    told = (f"{one}: {texts[one]}" if texts.get(one) else one for one in source_ids(artifact))
    yield from section("Sources", told, BULLET)
    yield from section("Notes", artifact.warnings, BULLET)


def _describe(document: "Document", artifact: Artifact) -> None:
    """Write the properties, in place of those of the template."""
    properties = document.core_properties
    properties.title = artifact.title[:LONGEST_PROPERTY]
    properties.author = "PM copilot"
    properties.last_modified_by = "PM copilot"
    properties.comments = origin(artifact)[:LONGEST_PROPERTY]
    properties.identifier = (artifact.id or "")[:LONGEST_PROPERTY]
    properties.created = properties.modified = artifact.provenance.created.replace(tzinfo=None)


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading(level, text):
            document.add_heading(text, level=min(level, 9))
        case Table(rows):
            _add_table(document, rows)
        case Paragraph(runs, style):
            paragraph = document.add_paragraph(style=style or None)
            for run in runs:
                added = paragraph.add_run(run.text)
                added.bold, added.italic = run.bold or None, run.italic or None


def _add_table(document: "Document", rows: tuple[tuple[str, ...], ...]) -> None:
    width = max(map(len, rows))
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    _mark_head(table)


def _mark_head(table: "DocxTable") -> None:
    """Make the first row the head, which Word repeats on every page and readers read out."""
    from docx.oxml import OxmlElement

    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
