"""One requirement more or less in a source changes coverage by just that."""

from collections.abc import Iterator

import pytest

from copilot.analysis.drafting.retracing import Retraced, retraced
from copilot.domain.story import Stories
from tests.unit.analysis.requirements.mutating import Mutation, mutations, named, stories_of
from tests.unit.analysis.requirements.sources import DOCUMENTS, READER

EACH = 25
"""Changes of each of the four sources: a hundred."""
STORIES = {key: stories_of(text) for key, text in DOCUMENTS.items()}


@pytest.mark.parametrize("key", DOCUMENTS)
def test_a_source_that_nobody_has_changed_is_covered(key: str) -> None:
    found = retraced(STORIES[key], READER.read(DOCUMENTS[key]))
    assert len(found.requirements) >= 10
    assert set(found.coverage.covered) == {one.id for one in found.requirements}
    assert (found.added, found.changed, found.removed, found.coverage.orphans) == ((), (), (), ())


def test_a_hundred_changes_are_seen_as_what_they_are() -> None:
    cases = mutations(EACH)
    wrong = [
        f"{one.name}: {why}" for key, one in cases if (why := "; ".join(faults(STORIES[key], one)))
    ]
    assert len({one.text for _, one in cases}) == 100
    assert wrong == []


def faults(stories: Stories, change: Mutation) -> Iterator[str]:
    """Yield what is not as it must be after a change."""
    found = retraced(stories, READER.read(change.text))
    before = {one.id: one.text for one in stories.requirements}
    gone = named(tuple(stories.requirements), change.deleted) if change.deleted else ""
    new = named(found.requirements, change.inserted) if change.inserted else ""
    if change.inserted and not new:
        yield "the new requirement was not read"
    if found.added != ((new,) if new else ()) or new in before:
        yield f"added {found.added}"
    if found.removed != ((gone,) if gone else ()):
        yield f"removed {found.removed}"
    yield from _of_coverage(found, stories, gone, new)
    if {one.id: one.text for one in found.requirements if one.id != new} != {
        name: text for name, text in before.items() if name != gone
    }:
        yield "other requirements have changed"


def _of_coverage(found: Retraced, stories: Stories, gone: str, new: str) -> Iterator[str]:
    orphans = tuple(one.id for one in stories.stories if gone in one.sources)
    if found.coverage.missing != ((new,) if new else ()):
        yield f"missing {found.coverage.missing}"
    if found.coverage.orphans != orphans:
        yield f"orphans {found.coverage.orphans} and not {orphans}"
