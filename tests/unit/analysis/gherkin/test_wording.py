"""Rules about the words of steps, on criteria of stories."""

import pytest

from copilot.analysis.gherkin.from_story import criterion_text
from copilot.analysis.gherkin.lint import criteria_findings
from copilot.domain.story import Criterion, Story, StoryFinding
from copilot.stores.story_words import read_smells

SMELLS = read_smells()


def story(when: str = "the guest pays", then: str = "a receipt is sent", **fields: str) -> Story:
    """Return a story with a sound criterion and one of these words."""
    told = {"as_a": "guest", "i_want": "to pay", "so_that": "I own it"} | fields
    sound = Criterion(
        id="AC-001.1", given=["an expired card"], when="the guest pays", then=["it is refused"]
    )
    own = Criterion(id="AC-001.2", given=["a card"], when=when, then=["one", then])
    return Story(id="US-001", title="Pay", criteria=[sound, own], **told)


def found(given: Story) -> list[StoryFinding]:
    """Return what is found in the criteria of a story."""
    return criteria_findings(given, SMELLS)


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("the payment works correctly", "works correctly"),
        ("the import behaves as expected", "behaves as expected"),
        ("the request is handled", "is handled"),
        ("errors are handled gracefully", "gracefully"),
        ("the data is displayed properly", "displayed properly"),
        ("the result is good", "is good"),
        ("it works", "it works"),
        ("the user understands the score", "user understands"),
        ("the customer is happy", "customer is happy"),
        ("the cache is updated", "cache is updated"),
        ("a row is inserted into the orders table", "row is inserted into the orders table"),
        ("the API is called", "API is called"),
    ],
)
def test_an_outcome_that_nobody_can_see_is_found(then: str, words: str) -> None:
    [finding] = found(story(then=then))
    assert finding.rule == "testable.not_observable"
    assert (finding.at, finding.severity) == ("AC-001.2", "warning")
    text = criterion_text(story(then=then).criteria[1])
    assert text[slice(*finding.span)] == words


@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("the page loads quickly", "quickly"),
        ("the page loads fast", "fast"),
        ("a fast response is given", "fast"),
        ("the message is user-friendly", "user-friendly"),
        ("the list updates soon", "soon"),
        ("the answer comes in a reasonable time", "reasonable"),
        ("the answer is clear and helpful", "helpful"),
        ("the user gets a quick answer", "quick"),
    ],
)
def test_a_vague_word_without_a_bound_is_found(then: str, words: str) -> None:
    [finding] = found(story(then=then))
    assert finding.rule == "testable.no_bound"
    assert criterion_text(story(then=then).criteria[1])[slice(*finding.span)] == words


def test_a_vague_word_in_the_event_is_only_a_hint() -> None:
    [finding] = found(story(when="the guest pays quickly"))
    assert (finding.rule, finding.severity) == ("testable.no_bound", "info")


@pytest.mark.parametrize(
    "when",
    [
        'the guest clicks on "Pay"',
        "the guest selects a country from the drop-down",
        "the guest enters the number in the card field",
        "the guest presses Enter",
        "the guest taps on the cart icon",
        "the guest scrolls down",
    ],
)
def test_how_a_screen_is_worked_is_found(when: str) -> None:
    assert [one.rule for one in found(story(when=when))] == ["testable.screen_mechanics"]


@pytest.mark.parametrize(
    "then",
    [
        "the answer comes quickly, within 2 seconds",
        "the reply comes faster than before",
        "the fast lane is offered",
        "the quick reply is offered",
        "the easy mode is offered",
        "the best offer is listed first",
        "Quick View shows three pictures",
        "the message “Works correctly” is shown",
        'the label "fast" is shown',
        "the number of clicks is shown",
        "the click-through rate is shown",
        "the invoice is handled by accounting",
        "the customer is informed by e-mail",
        "the nurse knows from the colour that the sample is late",
        "the reasonable adjustments form is sent",
        "the button cell is replaced",
        "the app works offline",
        "the customer is told why the size is correct",
        "the guest selects a room from the list of free rooms",
        "the picture is 300 pixels wide",
        "the log names the reason and the person",
        "the ticket goes to a person as soon as the guest asks for one",
    ],
)
def test_what_only_looks_like_a_fault_is_left_alone(then: str) -> None:
    assert found(story(then=then)) == []


def test_a_loophole_and_an_open_end_are_found() -> None:
    assert [one.rule for one in found(story(then="a copy is sent if possible"))] == [
        "testable.loophole"
    ]
    assert [one.rule for one in found(story(then="name, street etc. are shown"))] == [
        "testable.open_end"
    ]


def test_a_step_that_begins_with_its_keyword_again_is_found() -> None:
    assert [one.rule for one in found(story(then="Then a receipt is sent"))] == [
        "testable.doubled_keyword"
    ]
    assert found(story(when="given the choice, the guest pays")) == []
    assert found(story(then="when ten minutes are over, a receipt is sent")) == []


def test_controls_are_the_subject_to_who_reads_by_screen_reader() -> None:
    then = "the button is read out with its name"
    assert [one.rule for one in found(story(then=then))] == ["testable.screen_mechanics"]
    assert found(story(then=then, as_a="screen-reader user")) == []


def test_a_criterion_without_an_event_or_an_outcome_is_an_error() -> None:
    bare = Criterion(id="AC-001.1", given=["nothing"], when=" ", then=[])
    findings = found(story().model_copy(update={"criteria": [bare]}))
    assert [(one.rule, one.severity, one.at) for one in findings] == [
        ("testable.no_when", "error", "AC-001.1"),
        ("testable.no_then", "error", "AC-001.1"),
    ]


def test_a_story_without_criteria_is_an_error_of_the_story() -> None:
    [finding] = found(story().model_copy(update={"criteria": []}))
    assert (finding.rule, finding.at) == ("testable.no_criteria", "")


def test_every_finding_says_what_to_do() -> None:
    findings = found(story(when="he clicks and then waits", then="it works quickly etc."))
    assert len(findings) >= 3
    assert all(one.message and one.fix and one.criterion == "testable" for one in findings)
