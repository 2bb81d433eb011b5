"""Artifacts a workspace keeps, so that a later command can go on from them."""

import json
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from copilot.domain.artifact import REVIEW, SPEC, STORIES, Artifact, Body
from copilot.domain.idea import IDEAS, Ideas
from copilot.domain.review import Review
from copilot.domain.roadmap import PLAN, Roadmap
from copilot.domain.spec import Spec
from copilot.domain.story import Stories
from copilot.domain.survey import SURVEY, SurveySummary
from copilot.errors import InputError, NotFound
from copilot.stores.private_files import write_private

_ID = re.compile(r"[a-z0-9-]{1,80}")
_MARK_BYTES = 3
_BODIES: Mapping[str, type[Body]] = {
    REVIEW: Review,
    STORIES: Stories,
    SPEC: Spec,
    IDEAS: Ideas,
    PLAN: Roadmap,
    SURVEY: SurveySummary,
}
"""What the body of a kept artifact is, by its kind."""


class Artifacts:
    """A folder of artifacts, one JSON file each.

    Args:
        folder: Where they are kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, artifact: Artifact) -> Artifact:
        """Keep an artifact and return it with its id, e.g. `review-ethics-20261123-1a2b3c`.

        One that has an id already takes the place of its earlier version. A body that shows under
        which id it is kept (`kept_as`) is told.

        Raises:
            DiskFull: No space is left.
            LogError: The folder cannot be written to.
        """
        kept = artifact if artifact.id else _named(artifact, _new_id(artifact))
        text = json.dumps(kept.model_dump(mode="json"), ensure_ascii=False, indent=1)
        write_private(self.folder / f"{kept.id}.json", text + "\n")
        return kept

    def read(self, name: str) -> dict[str, Any]:
        """Return an artifact as it was kept.

        Raises:
            NotFound: Nothing is kept under that id, or its file is damaged.
        """
        path = self.folder / f"{name}.json"
        if not _ID.fullmatch(name) or not path.is_file():
            raise self._unknown(name, "There is no artifact")
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise self._unknown(name, "The file is damaged of artifact") from error
        if not isinstance(found, dict):
            raise self._unknown(name, "The file is damaged of artifact")
        return found

    def review(self, name: str) -> Artifact:
        """Return an ethics review, its body typed.

        Raises:
            NotFound: Nothing is kept under that id, or its file is damaged.
            InputError: It is no review.
        """
        raw = self.read(name)
        if raw.get("kind") != REVIEW:
            raise InputError(
                f"{name} is no ethics review.", hint="Make one: pm-copilot review-ethics 'the idea'"
            )
        return typed_review(raw)

    def opened(self, name: str) -> Artifact:
        """Return a review, stories, a specification, ideas or a roadmap, the body typed.

        Raises:
            NotFound: Nothing is kept under that id, or its file is damaged.
            InputError: It is of another kind.
        """
        raw = self.read(name)
        kind = str(raw.get("kind"))
        if kind not in _BODIES:
            raise InputError(
                f"{name} is of the kind {kind}, which cannot be opened here.",
                hint=f"Name one of: {', '.join(_BODIES)}.",
            )
        return _typed(raw, _BODIES[kind])

    def names(self) -> list[str]:
        """Return the ids of what is kept, the newest first."""
        paths = sorted(self.folder.glob("*.json"), key=lambda path: -path.stat().st_mtime_ns)
        return [path.stem for path in paths]

    def _unknown(self, name: str, what: str) -> NotFound:
        known = ", ".join(self.names()[:5]) or "none yet"
        return NotFound(f"{what} {name!r}.", hint=f"Kept here: {known}")


def typed_review(raw: Mapping[str, Any]) -> Artifact:
    """Return a kept ethics review, its body typed.

    Raises:
        NotFound: It is damaged.
    """
    return _typed(raw, Review)


def _typed(raw: Mapping[str, Any], body: type[Body]) -> Artifact:
    try:
        return Artifact.model_validate({**raw, "body": body.model_validate(raw["body"])})
    except (KeyError, ValidationError) as error:
        kind = str(raw.get("kind")).replace("_", "-")
        raise NotFound(
            f"The artifact {raw.get('id')} is damaged.", hint=f"Make it anew: pm-copilot {kind}"
        ) from error


def _named(artifact: Artifact, name: str) -> Artifact:
    body = artifact.body
    if "kept_as" in type(body).model_fields:
        body = body.model_copy(update={"kept_as": name})
    return artifact.model_copy(update={"id": name, "body": body})


def _new_id(artifact: Artifact) -> str:
    kind, day = artifact.kind.replace("_", "-"), f"{artifact.provenance.created:%Y%m%d}"
    return f"{kind}-{day}-{secrets.token_hex(_MARK_BYTES)}"
