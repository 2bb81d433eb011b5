"""What only people can say about a specification."""

from copilot.analysis.drafting.asking import MOST
from copilot.analysis.review.reviewer import Reviewer
from copilot.analysis.specs.asking import spec_questions
from copilot.analysis.specs.composing import Proposal, composed
from tests.unit.analysis.specs.test_composing import TEXT, material


def test_open_questions_silent_sections_and_the_model_are_asked_about(reviewer: Reviewer) -> None:
    given = material(reviewer)
    found = spec_questions(given, composed(given))
    assert found[0] == "The source leaves open: S6 “Who pays?”. What is the answer?"
    assert found[1].startswith("The source does not say: evidence, users and non-users, goals")
    assert found[1].endswith("What is it?")
    assert found[2].startswith("Which metric says")


def test_what_is_proposed_is_to_be_confirmed_by_its_id(reviewer: Reviewer) -> None:
    given = material(reviewer)._replace(proposals=[Proposal("users", "Guests of the pool.")])
    found = spec_questions(given, composed(given))
    assert found[1].endswith("Proposed, to be confirmed or struck out: users-1.")


def test_doubled_ids_come_first_and_there_are_five_at_most(reviewer: Reviewer) -> None:
    text = f"- FR-3: The bell must ring.\n{TEXT}\nThe board promised a renewal of the pool.\n"
    given = material(reviewer, text=text)
    found = spec_questions(given, composed(given))
    assert len(found) == MOST
    assert found[0].startswith("The id FR-3 stands more than once.")


def test_a_plain_feature_that_says_all_leaves_nothing_open(reviewer: Reviewer) -> None:
    text = (
        "## Problem\nGuests complain.\n\n## Users\nGuests of the pool.\n\n"
        "## Requirements\n- The lamp must glow.\n\n## Non-goals\n- Food.\n"
    )
    given = material(reviewer, "low", text)
    assert [one for one in spec_questions(given, composed(given)) if "ethics" not in one] == []
