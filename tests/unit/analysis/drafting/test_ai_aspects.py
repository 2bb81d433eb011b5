"""What a feature needs beside its function where a model is at work."""

import pytest

from copilot.analysis.drafting.ai_aspects import ANY_USER, AiAspects
from copilot.stores.draft_books import read_ai_aspects

ASPECTS = read_ai_aspects()
SMALL = AiAspects.model_validate(
    {
        "signs": ["robot"],
        "hints": ["guess", "unsure"],
        "outputs": [{"name": "answer", "said": "answers?"}, {"name": "usage map", "said": "maps?"}],
        "default_output": "result",
        "affected": "pupils?|clients?",
        "aspects": [
            {
                "key": key,
                "kind": "data",
                "is_about_people": key == "contest",
                "covered_by": "thumbs",
                "requirement": "It tells a {output} to a {user}.",
                "cites": "a#b",
                "title": "A {output}",
                "as_a": "{user}",
                "i_want": "an {output} and a {output}",
                "so_that": "{affected} wins",
                "assumes": "a {output}",
                "criteria": [
                    {"given": ["a {output}"], "when": "a {user} asks", "then": ["a {output}"]},
                    {"given": [], "when": "nobody asks", "then": []},
                ],
            }
            for key in ("feedback", "contest")
        ],
    }
)


@pytest.mark.parametrize(
    "text",
    [
        "An AI writes the summary.",
        "The system predicts demand.",
        "A classifier sorts the letters.",
        "It is unsure at times and suggests a route.",
    ],
)
def test_a_model_at_work_is_noticed(text: str) -> None:
    assert ASPECTS.speaks_of_model(text)


@pytest.mark.parametrize(
    "text",
    ["Guests can book a lane.", "The mail says paid.", "Show the accuracy of the scale.", ""],
)
def test_a_feature_without_a_model_needs_nothing_beside(text: str) -> None:
    assert not ASPECTS.speaks_of_model(text)
    assert ASPECTS.concerned(text) == []


def test_two_different_hints_count_and_one_said_twice_does_not() -> None:
    assert SMALL.speaks_of_model("We guess and are unsure.")
    assert not SMALL.speaks_of_model("We guess and guess.")


def test_what_is_about_people_only_counts_where_somebody_is_judged() -> None:
    assert [one.aspect.key for one in SMALL.concerned("A robot answers.")] == ["feedback"]
    assert len(SMALL.concerned("A robot answers pupils.")) == 2


def test_places_are_filled_with_words_of_the_source_and_fitting_articles() -> None:
    filled = SMALL.concerned("A robot answers pupils; a teacher looks.")[0]
    story = filled.story(3, filled.requirement("FR-009"))
    assert (story.id, story.title, story.as_a) == ("US-003", "An answer", "teacher")
    assert (story.i_want, story.so_that) == ("an answer and an answer", "pupil wins")
    assert [one.id for one in story.criteria] == ["AC-003.1", "AC-003.2"]
    assert story.criteria[0].steps[1] == ("When", "a teacher asks")
    assert (story.sources, story.assumptions) == (["FR-009", "a#b"], ["an answer"])


def test_the_output_that_is_named_most_often_counts_and_a_is_said_as_it_sounds() -> None:
    filled = SMALL.concerned("A robot draws a map, a map, and answers a user.")[0]
    assert filled.requirement("FR-1").text == "It tells a usage map to a user."


def test_where_the_source_names_nothing_plain_words_stand_in() -> None:
    filled = SMALL.concerned("A robot works.")[0]
    assert filled.requirement("FR-1").text == f"It tells a result to a {ANY_USER}."


def test_those_whom_it_is_about_work_with_it_only_where_nobody_else_does() -> None:
    filled = SMALL.concerned("A robot tells pupils.")[0]
    assert filled.story(1, filled.requirement("FR-1")).as_a == "pupil"


def test_a_requirement_says_that_it_is_derived_and_from_what() -> None:
    found = SMALL.concerned("A robot works.")[0].requirement("FR-1")
    assert (found.id, found.basis, found.sources) == ("FR-1", "derived", ("a#b",))


def test_a_text_that_has_thought_of_it_is_recognised() -> None:
    filled = SMALL.concerned("A robot works.")[0]
    assert filled.is_spoken_of("Users give Thumbs.")
    assert not filled.is_spoken_of("A thumbscrew.")
    assert filled.asks == ""
