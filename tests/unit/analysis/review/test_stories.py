"""Stories from the conditions of a review."""

import pytest

from copilot.analysis.drafting.title import TITLE_WORDS
from copilot.analysis.review.reviewer import Reviewer
from copilot.analysis.review.stories import ANYBODY, stories_of
from copilot.domain.review import Requirement, Review
from copilot.domain.story import Story
from tests.unit.reviewing import BANNED, CREDIT, DISEASE, SPELLING, reviewed


def story(review: Review, text: str, test: str = "At most N.", **more: str) -> Story:
    row = Requirement(text=text, test=test, aim="it is fair", **more)
    [made] = stories_of(review.model_copy(update={"requirements": (row,)}))
    return made


@pytest.fixture
def review(reviewer: Reviewer) -> Review:
    """Return a review."""
    return reviewed(reviewer, SPELLING)


def test_a_condition_becomes_a_story_with_its_test_as_criterion(review: Review) -> None:
    made = story(review, "Let people appeal, in time.", citation="a#b")
    assert (made.id, made.title, made.kind) == ("US-001", "Let people appeal", "responsible_ai")
    assert (made.i_want, made.so_that) == ("to let people appeal, in time", "it is fair")
    assert made.criteria[0].then == ["at most N"]
    assert made.sources == ["FR-001", "a#b"]


def test_the_release_is_refused_while_the_check_fails(review: Review) -> None:
    made = story(review, "Let people appeal.")
    assert [criterion.id for criterion in made.criteria] == ["AC-001.1", "AC-001.2"]
    assert made.criteria[1].then[0].startswith("the release is refused")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("As provider: keep logs.", "provider of the system"),
        ("As deployer: keep logs.", "deployer of the system"),
        ("Keep logs.", ANYBODY),
    ],
)
def test_the_role_of_a_duty_is_who_wants_it(review: Review, text: str, role: str) -> None:
    made = story(review, text)
    assert (made.as_a, made.title, made.i_want) == (role, "Keep logs", "to keep logs")


def test_figures_to_be_agreed_are_an_assumption(review: Review) -> None:
    assert story(review, "Do it.", "Within the agreed margin.").assumptions
    assert not story(review, "Do it.", "Within 5 percent.").assumptions


@pytest.mark.parametrize("description", [CREDIT, DISEASE])
def test_every_condition_of_a_real_review_becomes_one_story(
    reviewer: Reviewer, description: str
) -> None:
    review = reviewed(reviewer, description)
    made = stories_of(review)
    assert len(made) == len(review.requirements) > 0
    for one, row in zip(made, review.requirements, strict=True):
        assert 0 < len(one.title.split()) <= TITLE_WORDS
        assert one.criteria[0].then[0].lower() == row.test.rstrip(".").lower()


@pytest.mark.parametrize("description", [BANNED, SPELLING])
def test_without_conditions_there_are_no_stories(reviewer: Reviewer, description: str) -> None:
    assert stories_of(reviewed(reviewer, description)) == []
