import pytest

from copilot.analysis.surveys.quality.asking import asked_for


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What would you improve about it?", "improvement"),
        ("what_could_be_better", "improvement"),
        ("What do you like least about the app?", "improvement"),
        ("What, if anything, stops you from inviting your team?", "improvement"),
        ("Is there anything else we should improve?", "improvement"),
        ("Was können wir verbessern?", "improvement"),
        ("¿Qué podemos mejorar?", "improvement"),
        ("What do you like most?", "liking"),
        ("What works well for you?", "liking"),
        ("Was gefällt Ihnen am besten?", "liking"),
        ("Qu'est-ce qui vous plaît ?", "liking"),
        ("Is there anything else you would like to add?", "anything_else"),
        ("Any other comments or suggestions?", "anything_else"),
        ("Comments", "anything_else"),
        ("Why did you give this score?", "other"),
        ("What do you like and dislike about it?", "other"),
        ("Which role do you have?", "other"),
    ],
)
def test_a_question_tells_by_its_wording_what_it_asks_for(question: str, wanted: str) -> None:
    assert asked_for(question).wanted == wanted


def test_a_question_that_begins_with_a_verb_can_be_answered_by_no() -> None:
    assert asked_for("Q5. Do you use plugins?").is_yes_no
    assert not asked_for("What do you use?").is_yes_no
    assert not asked_for("Was können wir verbessern?").is_yes_no


def test_a_question_for_a_number_takes_digits_and_one_for_a_site_takes_links() -> None:
    assert asked_for("How many people are in your team?").takes_numbers
    assert asked_for("Link to your portfolio").takes_links
    assert not asked_for("What do you need?").takes_numbers
    assert not asked_for("What needs does it address?").takes_links
