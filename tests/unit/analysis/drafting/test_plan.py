"""Which stories are to be written."""

import pytest

from copilot.analysis.drafting.plan import planned
from copilot.stores.draft_books import read_ai_aspects, read_source_reader

READER, ASPECTS = read_source_reader(), read_ai_aspects()
PLAIN = READER.read("- The gate must open.\n- The lamp must glow.\n- The bell must ring.")
LEARNED = READER.read(
    "- FR-1: An AI model must suggest a lane to each guest.\n- FR-3: The bell must ring."
)


def test_without_a_model_each_requirement_is_a_story_and_nothing_is_added() -> None:
    plan = planned(PLAIN, ASPECTS)
    assert plan.to_write == PLAIN.requirements
    assert (plan.needed, plan.derived_stories(4)) == ((), [])
    assert plan.requirements == list(PLAIN.requirements)


def test_with_a_model_what_it_needs_is_added_under_ids_that_nobody_has() -> None:
    plan = planned(LEARNED, ASPECTS)
    names = [one.id for one in plan.requirements]
    assert names[:4] == ["FR-1", "FR-3", "FR-002", "FR-004"]
    assert len(set(names)) == len(names) == len(plan.needed) + 2 > 6
    stories = plan.derived_stories(3)
    assert [one.id for one in stories] == [f"US-{at:03}" for at in range(3, 3 + len(stories))]
    assert [one.sources[0] for one in stories] == names[2:]
    assert {one.kind for one in stories} == {"responsible_ai", "data", "monitoring"}


def test_what_the_source_has_thought_of_is_not_added() -> None:
    source = READER.read("An AI must suggest a lane. Guests must be able to give feedback on it.")
    keys = [one.aspect.key for one, _ in planned(source, ASPECTS).needed]
    assert "feedback" not in keys
    assert "monitoring" in keys


def test_what_is_only_worth_a_line_of_a_specification_is_no_story() -> None:
    assert all(one.aspect.in_stories for one, _ in planned(LEARNED, ASPECTS).needed)


@pytest.mark.parametrize(("most", "written", "added"), [(0, 0, 0), (1, 1, 0), (2, 2, 0), (4, 2, 2)])
def test_those_of_the_source_come_first_where_there_may_be_few(
    most: int, written: int, added: int
) -> None:
    plan = planned(LEARNED, ASPECTS, most)
    assert (len(plan.to_write), len(plan.needed)) == (written, added)
    assert len(plan.source.requirements) == 2
