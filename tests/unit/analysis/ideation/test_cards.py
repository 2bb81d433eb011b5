"""Questions for people."""

from copilot.analysis.ideation.cards import cards
from copilot.analysis.ideation.lenses import LENSES


def test_every_lens_makes_a_question_of_the_problem() -> None:
    made = cards("Guests wait too long", LENSES)
    assert len({card.question for card in made}) == len(LENSES)
    assert all("“Guests wait too long”" in card.question for card in made)
    assert all(card.question.endswith("?") for card in made)
