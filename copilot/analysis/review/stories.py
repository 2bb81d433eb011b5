"""Stories from the conditions of a review, each with its test as a criterion; no model."""

import re

from copilot.analysis.drafting.title import short_title
from copilot.domain import requirement
from copilot.domain.review import Requirement, Review
from copilot.domain.story import Criterion, Story

ROLES = {"As provider": "provider of the system", "As deployer": "deployer of the system"}
ANYBODY = "product manager who answers for this feature"
_ROLE = re.compile(r"^(As \w+): *")


def stories_of(review: Review) -> list[Story]:
    """Return one story a condition, in the order of the review."""
    return [_story(row, number) for number, row in enumerate(review.requirements, start=1)]


def requirements_of(review: Review, name: str) -> list[requirement.Requirement]:
    """Return the conditions of a review as requirements, derived by its rules.

    Args:
        review: The review.
        name: Under which it is kept.
    """
    return [
        requirement.Requirement(
            id=f"FR-{number:03}",
            text=row.text,
            basis="derived",
            sources=(row.citation or name,),
            consequences=(row.test,),
        )
        for number, row in enumerate(review.requirements, start=1)
    ]


def _story(row: Requirement, number: int) -> Story:
    role = _ROLE.match(row.text)
    text = _ROLE.sub("", row.text).rstrip(".")
    return Story(
        id=f"US-{number:03}",
        title=short_title(text),
        as_a=ROLES.get(role[1], ANYBODY) if role else ANYBODY,
        i_want=f"to {_uncapitalised(text)}",
        so_that=row.aim,
        kind="responsible_ai",
        criteria=_criteria(row, number),
        sources=[f"FR-{number:03}", *([row.citation] if row.citation else [])],
        assumptions=["The team agrees the figures of the test beforehand."]
        if "agreed" in row.test
        else [],
    )


def _criteria(row: Requirement, number: int) -> list[Criterion]:
    return [
        Criterion(
            id=f"AC-{number:03}.1",
            given=["the feature is as it is to be released"],
            when="the check is run",
            then=[_uncapitalised(row.test.rstrip("."))],
        ),
        Criterion(
            id=f"AC-{number:03}.2",
            given=["the check has failed, or nobody has run it"],
            when="somebody asks for the release",
            then=["the release is refused, and the reason is kept with name and date"],
        ),
    ]


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
