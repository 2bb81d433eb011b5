"""Stories as feature files, one a story, named by its id."""

from collections import Counter

from copilot.analysis.gherkin.feature_file import feature_text
from copilot.domain.artifact import Artifact
from copilot.domain.story import Stories
from copilot.errors import InputError
from copilot.stores.exports.export_file import ExportFile, file_name, text_file
from copilot.stores.exports.origins import origin

SUFFIX = ".feature"


def feature_files(artifact: Artifact) -> list[ExportFile]:
    """Return the files of an artifact.

    Raises:
        InputError: It has no stories.
    """
    body = artifact.body
    if not isinstance(body, Stories) or not body.stories:
        raise InputError(
            f"{artifact.id} has no stories.", hint="Export it as markdown, json or docx."
        )
    names = _names([story.id for story in body.stories])
    asked = {one.id: one.text for one in body.requirements}
    found = []
    for story, name in zip(body.stories, names, strict=True):
        told = [f"{one}: {asked[one]}" for one in story.sources if one in asked]
        notes = [f"From {origin(artifact)}", *told]
        found.append(text_file(f"{name}{SUFFIX}", feature_text(story, notes)))
    return found


def _names(ids: list[str]) -> list[str]:
    """Return a name for each file; no two are the same where capitals do not count."""
    seen = Counter[str]()
    names = []
    for one in ids:
        name = file_name(one)
        seen[name.lower()] += 1
        number = seen[name.lower()]
        names.append(name if number == 1 else f"{name}-{number}")
    return names
