"""Hold stories against their source as it is now."""

from typing import Any, NamedTuple

from copilot.analysis.requirements.coverage import coverage
from copilot.analysis.requirements.reading import Source
from copilot.analysis.requirements.tracing import traced
from copilot.domain.requirement import Coverage, Requirement
from copilot.domain.story import Stories


class Retraced(NamedTuple):
    """What stories cover of a source as it is now."""

    requirements: tuple[Requirement, ...]
    coverage: Coverage
    added: tuple[str, ...]
    changed: tuple[str, ...]
    """Requirements whose words are others now; their stories may say what no longer holds."""
    removed: tuple[str, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The words of each requirement."""
        return {one.id: one.text for one in self.requirements}

    def as_body(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "requirements": [one.model_dump(mode="json") for one in self.requirements],
            "coverage": self.coverage.model_dump(mode="json"),
            "added": list(self.added),
            "changed": list(self.changed),
            "removed": list(self.removed),
        }


def retraced(stories: Stories, source: Source) -> Retraced:
    """Return what of a source the stories cover; requirements keep the ids they had.

    What was derived from a rule and not read off the source is not looked for in it.
    """
    read = [one for one in stories.requirements if one.basis == "cited"]
    derived = [one for one in stories.requirements if one.basis != "cited"]
    found = traced(read, source.requirements, [one.id for one in derived])
    known = (*found.requirements, *derived)
    return Retraced(
        known,
        coverage(known, stories.stories, source.statements),
        found.added,
        found.changed,
        found.removed,
    )
