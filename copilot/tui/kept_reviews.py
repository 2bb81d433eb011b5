"""Reviews that the workspace keeps: found again, and exported."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.untrusted import clean
from copilot.domain import review_text
from copilot.domain.artifact import REVIEW, Artifact
from copilot.domain.conversation import Message
from copilot.domain.decision_draft import decision_draft
from copilot.domain.decision_log import sealed
from copilot.domain.review import Review, review_of
from copilot.errors import CopilotError
from copilot.tui.export import write_export

if TYPE_CHECKING:
    from copilot.services import Services

PREFIX = f"{REVIEW.replace('_', '-')}-"
"""How ids of reviews begin."""
TRIED = 50
"""Newest reviews among which a session's own is looked for."""


class OpenReview(NamedTuple):
    """A review and what its facts mean."""

    artifact: Artifact
    meanings: Mapping[str, str]
    """A question or a description of every fact that a person may state."""

    @property
    def review(self) -> Review:
        """The content of the artifact."""
        return review_of(self.artifact)


def last_review(
    services: "Services", reviewed: str | None, told: Sequence[Message]
) -> OpenReview | None:
    """Return the review to go on with; None where the workspace keeps none.

    Args:
        services: Where reviews are kept.
        reviewed: Id of the review made last; it has to be there.
        told: Messages of a past session, which remember a review by its words only.
    """
    found = services.artifacts.review(reviewed) if reviewed else _found(services, told)
    return OpenReview(found, _meanings(services)) if found else None


def export_review(folder: Path, artifact: Artifact, day: date) -> list[Path]:
    """Write the review as Markdown and as JSON, and a draft of the decision, to new files."""
    name = artifact.id or artifact.title
    whole = f"# {artifact.title}\n\n{artifact.markdown()}\n"
    text = sealed(whole, artifact.provenance.decision_log)
    data = json.dumps(artifact.model_dump(mode="json"), ensure_ascii=False, indent=1)
    written = (
        (name, text, ".md"),
        (name, f"{data}\n", ".json"),
        (f"decision-draft-{name}", decision_draft(artifact, day), ".md"),
    )
    return [write_export(folder, stem, clean(text), suffix) for stem, text, suffix in written]


def _found(services: "Services", told: Sequence[Message]) -> Artifact | None:
    kept = list(_readable(services))
    for idea in _ideas(told):
        for artifact in kept:
            if idea == clean(review_text.idea(review_of(artifact).description)):
                return artifact
    return kept[0] if kept else None


def _readable(services: "Services") -> Iterable[Artifact]:
    names = [name for name in services.artifacts.names() if name.startswith(PREFIX)]
    for name in names[:TRIED]:
        try:
            yield services.artifacts.review(name)
        except CopilotError:  # the next one may be whole
            continue


def _ideas(told: Sequence[Message]) -> list[str]:
    """Return the ideas reviewed in a session, the last one first, as reviews quote them."""
    reviews = [message.text for message in told if message.tool == REVIEW]
    return [text.partition("\n")[0] for text in reversed(reviews)]


def _meanings(services: "Services") -> dict[str, str]:
    books = services.reviewer.books
    asked = {name: spec.question for name, spec in books.specs.items()}
    return {**books.harms.facts, **asked}
