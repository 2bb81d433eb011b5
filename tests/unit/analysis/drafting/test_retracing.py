"""Stories, held against their source as it is now."""

import json

from copilot.analysis.drafting.plan import planned
from copilot.analysis.drafting.retracing import Retraced, retraced
from copilot.domain.story import Stories
from copilot.stores.draft_books import read_ai_aspects
from tests.unit.analysis.requirements.mutating import stories_of
from tests.unit.analysis.requirements.sources import READER

TEXT = "- The gate must open for guests.\n- An AI model must suggest a lane.\n"


def drafted(text: str) -> Stories:
    """Return stories of a source, with those that a model at work needs."""
    stories, plan = stories_of(text), planned(READER.read(text), read_ai_aspects())
    derived = plan.derived_stories(len(stories.stories) + 1)
    return stories.model_copy(
        update={"stories": [*stories.stories, *derived], "requirements": plan.requirements}
    )


def after(text: str) -> Retraced:
    """Return what the stories of the source cover of a text."""
    return retraced(drafted(TEXT), READER.read(text))


def test_what_was_derived_is_not_looked_for_in_the_source() -> None:
    found = after(TEXT)
    assert (found.removed, found.added, found.changed) == ((), (), ())
    assert len(found.requirements) == len(drafted(TEXT).requirements) > 5
    assert found.coverage.orphans == found.coverage.missing == ()


def test_a_new_requirement_never_gets_the_id_of_a_derived_one() -> None:
    known = {one.id for one in drafted(TEXT).requirements}
    found = after(f"{TEXT}- Soup must be hot.\n")
    assert len(found.added) == 1
    assert known.isdisjoint(found.added)
    assert found.coverage.missing == found.added
    names = [one.id for one in found.requirements]
    assert len(set(names)) == len(names)


def test_a_requirement_that_has_changed_is_named_and_its_new_words_count() -> None:
    found = after(TEXT.replace("for guests", "for guests within 9 minutes"))
    assert found.changed == ("FR-001",)
    assert found.texts["FR-001"] == "The gate must open for guests within 9 minutes."
    assert found.coverage.missing == ("FR-001",)


def test_it_can_be_told_as_data() -> None:
    body = after(TEXT.replace("- The gate must open for guests.\n", "")).as_body()
    assert body["removed"] == ["FR-001"]
    assert body["coverage"]["orphans"] == ["US-001"]
    assert json.loads(json.dumps(body)) == body
