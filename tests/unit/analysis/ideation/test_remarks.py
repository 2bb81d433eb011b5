"""What is remarked on the words of an idea."""

from copilot.analysis.ideation.lenses import LENSES
from copilot.analysis.ideation.remarks import as_source, borrowed, circular, remarks

BY_KEY = {lens.key: lens for lens in LENSES}
SOURCES = [as_source("Guests of the Seaview hotel wait 30 minutes, also with the AI kiosk")]


def found(claim: str, proposal: str = "Try it.", lens: str = "eliminate") -> str:
    return " ".join(remarks(claim, proposal, BY_KEY[lens], SOURCES))


def test_figures_of_claim_and_test_are_told_apart() -> None:
    told = found("It saves 42% of 30 minutes.", "Ask 25 guests.")
    assert "stand in no source: 42." in told
    assert "nobody has set: 25." in told


def test_a_name_that_nobody_gave_is_told() -> None:
    assert "Names that stand in no source: Ritz." in found("Do as the Ritz does at Seaview.")


def test_an_idea_that_brings_in_what_its_lens_shuns_is_told() -> None:
    assert "it speaks of chatbot" in found("Let a chatbot greet guests.", lens="no_ai")
    assert found("Let a chatbot greet guests.") == ""


def test_what_the_problem_has_already_may_be_named_by_any_lens() -> None:
    assert found("Switch the AI kiosk off at noon.", lens="no_ai") == ""


def test_an_assumption_that_says_the_idea_again_is_told() -> None:
    idea = "Send guests a reminder message before they arrive."
    assert circular("Guests get a reminder message before they arrive.", idea, None)
    assert circular("Most guests know when they will come.", idea, None) == ()


def test_a_test_that_ends_as_an_example_does_is_told() -> None:
    assert borrowed("A nurse reads one; end it if as many nurses ask for the way as before.")
    assert borrowed("The desk tries it on Saturday; end it if the queue is as long.") == ()
