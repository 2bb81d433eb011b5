"""How a set of ideas reads."""

from copilot.domain.idea import Ideas, LeftOut, LensCard, ProductIdea, Spread
from copilot.domain.review_parts import Corner, Triangle

SCORES = Triangle(
    business_value=Corner(score=2, why="Not stated: the description names no benefit."),
    ethics=Corner(score=4, why="Nothing was found."),
    human_impact=Corner(score=3, why="Something remains."),
)
IDEA = ProductIdea(
    id="I1",
    lens="Without AI",
    title="A host in the lobby",
    idea="One person greets those who wait.",
    must_be_true="Somebody is free.",
    cheapest_test="Try it tonight.",
    triangle=SCORES,
    verdict="High-risk under the EU AI Act (as described).",
    remarks=("Names that stand in no source: Ritz.",),
)
SPREAD = Spread(
    written=2,
    kept=1,
    per_lens={"Without AI": 1, "Remove a step": 0},
    mean_distance=0.5,
    nearest=0.4,
)


def test_an_idea_shows_its_verdict_first_and_then_what_it_rests_on() -> None:
    text = Ideas(problem="Guests wait", ideas=(IDEA,), spread=SPREAD).markdown()
    order = [
        "## I1",
        "High-risk",
        "Lens:",
        "Must be true:",
        "Cheapest test:",
        "Triangle",
        "Remark:",
    ]
    assert [text.index(word) for word in order] == sorted(text.index(word) for word in order)
    assert "business value 2 (not stated), ethics 4, human impact 3" in text


def test_what_was_left_out_is_named_with_its_likeness() -> None:
    gone = LeftOut(lens="Remove a step", idea="Greet guests.", why="is near I1", likeness=0.7)
    text = Ideas(problem="Guests wait", left_out=(gone,)).markdown()
    assert "- Greet guests. *(Remove a step; is near I1, likeness 0.70)*" in text


def test_the_spread_says_what_it_does_not_mean() -> None:
    text = Ideas(problem="Guests wait", ideas=(IDEA,), spread=SPREAD).markdown()
    assert "1 of 2 ideas kept; 50% repeated" in text
    assert "Kept by lens: Without AI 1, Remove a step 0." in text
    assert "nonsense is very spread out" in text


def test_one_idea_has_no_distance_to_show() -> None:
    alone = SPREAD.model_copy(update={"mean_distance": None, "nearest": None})
    assert "Mean distance" not in Ideas(problem="Guests wait", spread=alone).markdown()


def test_questions_are_for_all_lenses_without_a_model_and_for_idle_ones_with_one() -> None:
    card = LensCard(lens="Remove a step", question="Which step could vanish?")
    bare = Ideas(problem="Guests wait", cards=(card,)).markdown()
    asked = Ideas(problem="Guests wait", cards=(card,), spread=SPREAD).markdown()
    assert "Everyone writes two answers" in bare
    assert "the model gave no idea that stands" in asked


def test_a_verdict_on_the_problem_stands_before_the_ideas() -> None:
    told = "The problem as it is told: no."
    text = Ideas(problem="Watch guests", problem_verdict=told, ideas=(IDEA,)).markdown()
    assert text.index(told) < text.index("## I1")


def test_it_ends_with_how_to_go_on() -> None:
    text = Ideas(problem="Guests wait", ideas=(IDEA,), kept_as="brainstorm-1").markdown()
    commands = ("review-ethics", "draft-story", "plan-roadmap")
    assert all(f"pm-copilot {command}" in text for command in commands)
    assert text.endswith("Kept as brainstorm-1.")
