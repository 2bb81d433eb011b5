"""Hold stories against their source as it is now."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from copilot.analysis.requirements.content import numbers
from copilot.analysis.requirements.coverage import coverage
from copilot.analysis.requirements.polarity import is_turned
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
    turned = _turned(read, found.requirements, found.changed)
    return Retraced(
        known,
        _without(turned, coverage(known, stories.stories, source.statements)),
        found.added,
        found.changed,
        found.removed,
    )


def _turned(
    before: Sequence[Requirement], now: Sequence[Requirement], changed: Sequence[str]
) -> set[str]:
    """Return the ids whose new words deny, limit or bound otherwise than the old ones."""
    old = {one.id: one.text for one in before}
    return {
        one.id
        for one in now
        if one.id in changed
        and (is_turned(old[one.id], one.text) or numbers(old[one.id]) != numbers(one.text))
    }


def _without(turned: set[str], found: Coverage) -> Coverage:
    """Return coverage in which what was turned round is missing: its stories say the old."""
    lost = tuple(name for name in found.covered if name in turned)
    return found.model_copy(
        update={
            "covered": tuple(name for name in found.covered if name not in turned),
            "missing": (*found.missing, *lost),
        }
    )
