"""What is at stake."""

import pytest

from copilot.analysis.specs.stakes import GRAVE, MANY, judged
from copilot.domain.review import Corner, Harm, LegalOutcome, Outcome, Review, Triangle

MIDDLING = Corner(score=2, why="So.")


def reviewed(outcome: Outcome = "not_high_risk", *scores: tuple[int, int]) -> Review:
    """Return a review with an outcome and harms of some severity and likelihood."""
    harms = tuple(
        Harm(
            who="guests",
            direct=True,
            harm=f"Harm {severity * likelihood}.",
            type="x",
            severity=severity,
            likelihood=likelihood,
        )
        for severity, likelihood in scores
    )
    return Review(
        description="A lamp.",
        facts=(),
        eu_ai_act=LegalOutcome(outcome=outcome),
        harms=harms,
        triangle=Triangle(business_value=MIDDLING, ethics=MIDDLING, human_impact=MIDDLING),
        recommendation="proceed",
    )


@pytest.mark.parametrize("outcome", ["prohibited", "high_risk"])
def test_what_the_law_calls_grave_is_high_where_a_model_is_at_work(outcome: Outcome) -> None:
    assert judged(reviewed(outcome), 1, has_model=True).stakes == "high"
    assert judged(reviewed(outcome), 1, has_model=False).stakes == "medium"


def test_the_law_is_named_as_people_write_it() -> None:
    assert judged(reviewed("high_risk"), 1, has_model=True).why == "The EU AI Act: high-risk."


def test_a_grave_harm_of_a_model_is_high_and_the_gravest_is_told() -> None:
    found = judged(reviewed("unclear", (4, 1), (3, 3), (2, 4)), 1, has_model=True)
    assert found == ("high", "A grave harm is possible (9 of 16): guests Harm 9.")


def test_a_grave_harm_without_a_model_is_medium() -> None:
    assert judged(reviewed("unclear", (4, 2)), 1, has_model=False).stakes == "medium"


@pytest.mark.parametrize(
    ("many", "has_model", "stakes"),
    [(MANY - 1, False, "low"), (MANY, False, "medium"), (1, True, "medium"), (0, False, "low")],
)
def test_else_size_and_a_model_count(many: int, stakes: str, *, has_model: bool) -> None:
    assert judged(reviewed("unclear", (GRAVE - 4, 1)), many, has_model=has_model).stakes == stakes
