"""Where an artifact and its parts come from, in words."""

from collections.abc import Iterator

from copilot.domain.artifact import Artifact
from copilot.domain.document import Citation
from copilot.domain.requirement import Requirement
from copilot.domain.spec import Spec, borne_by
from copilot.domain.story import Stories

_WORDS = {
    "model": "by {}",
    "prompt": "prompt {}",
    "knowledge_version": "knowledge {}",
    "decision_log": "decision log at {}",
}
"""How each part of a provenance is told."""


def origin(artifact: Artifact) -> str:
    """Return in one line from which artifact something is, and how that came about."""
    name = artifact.id or artifact.kind.replace("_", "-")
    return f"{name}, {'; '.join(_made(artifact))}"


def source_texts(artifact: Artifact, *, quotes: bool = True) -> dict[str, str]:
    """Return what each source of an artifact says, by its id.

    Args:
        artifact: Whose sources.
        quotes: Whether citations come with the words that they quote.
    """
    body = artifact.body
    found = {one.id: cited(one, quote=quotes) for one in artifact.citations}
    if isinstance(body, (Stories, Spec)):
        found |= {one.id: one.text for one in body.statements}
        found |= {one.id: _required(one) for one in body.requirements}
    return found


def source_ids(artifact: Artifact) -> list[str]:
    """Return the ids of all sources that an artifact names, each once, in order."""
    body = artifact.body
    named: list[str] = []
    if isinstance(body, Stories):
        named += [source for story in body.stories for source in story.sources]
    if isinstance(body, Spec):
        named += [one for part in body.sections for row in part.statements for one in row.sources]
    if isinstance(body, (Stories, Spec)):
        named += [source for row in body.requirements for source in row.sources]
    return list(dict.fromkeys([*named, *(one.id for one in artifact.citations)]))


def cited(citation: Citation, *, quote: bool = True) -> str:
    """Return what bears a citation: title, clause, who says so, as of when, and the words."""
    clause = f" ({citation.clause})" if citation.clause else ""
    source = f". {citation.source}" if citation.source else ""
    day = f" (as of {citation.as_of})" if citation.as_of else ""
    words = " ".join(citation.quote.split()) if quote else ""
    return f"{citation.title}{clause}{source}{day}{f': “{words}”' if words else ''}"


def _required(requirement: Requirement) -> str:
    return f"{requirement.text} ({borne_by(requirement.basis, requirement.sources)})"


def _made(artifact: Artifact) -> Iterator[str]:
    made = artifact.provenance
    yield f"made {made.created:%Y-%m-%d}{' without a model' if made.mode == 'computed' else ''}"
    for key, words in _WORDS.items():
        if getattr(made, key):
            yield words.format(getattr(made, key))
