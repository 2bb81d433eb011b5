"""Stories from a kept review, without a model."""

import pytest

from copilot.domain.artifact import Artifact
from copilot.domain.review import Review
from copilot.domain.story import Stories
from copilot.errors import InputError, NotFound
from copilot.skills.draft_story import stories_from_review
from copilot.skills.review_ethics import ReviewEthics, review_ethics
from tests.unit.reviewing import BANNED, CREDIT, SPELLING, ReviewServices


async def kept(services: ReviewServices, idea: str) -> Artifact:
    artifact = await review_ethics.run(ReviewEthics(idea=idea), services)
    assert isinstance(artifact, Artifact)
    return artifact


async def test_each_condition_becomes_a_story_with_its_test_and_sources(
    bare: ReviewServices,
) -> None:
    reviewed = await kept(bare, CREDIT)
    artifact = stories_from_review(reviewed.id or "", bare)
    assert isinstance(reviewed.body, Review)
    assert isinstance(artifact.body, Stories)
    rows, stories = reviewed.body.requirements, artifact.body.stories
    assert [story.so_that for story in stories] == [row.aim for row in rows]
    assert [story.criteria[0].then[0].lower() for story in stories] == [
        row.test.rstrip(".").lower() for row in rows
    ]
    assert {one.id for one in artifact.citations} == {row.citation for row in rows if row.citation}


async def test_it_says_where_the_stories_come_from_and_no_model_took_part(
    bare: ReviewServices,
) -> None:
    name = (await kept(bare, CREDIT)).id or ""
    artifact = stories_from_review(name, bare)
    assert (artifact.title, artifact.provenance.mode) == (f"Stories from {name}", "computed")
    assert artifact.markdown().startswith("## US-001 ")


@pytest.mark.parametrize("idea", [BANNED, SPELLING])
async def test_where_there_are_no_conditions_there_is_nothing_to_write(
    bare: ReviewServices, idea: str
) -> None:
    name = (await kept(bare, idea)).id or ""
    with pytest.raises(InputError, match="has no conditions") as caught:
        stories_from_review(name, bare)
    assert "pm-copilot draft-story" in caught.value.hint


async def test_an_artifact_of_another_kind_is_refused(bare: ReviewServices) -> None:
    stories = stories_from_review((await kept(bare, CREDIT)).id or "", bare)
    name = bare.artifacts.keep(stories).id or ""
    with pytest.raises(InputError, match=f"{name} is no ethics review"):
        stories_from_review(name, bare)


async def test_an_unknown_id_names_what_is_kept(bare: ReviewServices) -> None:
    name = (await kept(bare, SPELLING)).id
    with pytest.raises(NotFound) as caught:
        stories_from_review("review-ethics-20200101-000000", bare)
    assert caught.value.hint == f"Kept here: {name}"
