"""An artifact as JSON: the envelope of every skill, with nothing left out."""

import json

from copilot.domain.artifact import Artifact
from copilot.stores.exports.export_file import ExportFile, stem, text_file


def json_file(artifact: Artifact) -> list[ExportFile]:
    """Return the file of an artifact."""
    text = json.dumps(artifact.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return [text_file(f"{stem(artifact)}.json", text + "\n")]
