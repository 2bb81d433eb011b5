"""Criteria that test the same thing twice, or contradict each other."""

from copilot.analysis.gherkin.lint import criteria_findings
from copilot.domain.story import Criterion, Story
from copilot.stores.story_words import read_smells

SMELLS = read_smells()
FIRST = Criterion(id="AC-001.1", given=["a full basket"], when="it is paid", then=["it is sent"])


def rules(second: Criterion) -> set[str]:
    story = Story(
        id="US-001", title="T", as_a="buyer", i_want="to pay", so_that="", criteria=[FIRST, second]
    )
    return {one.rule for one in criteria_findings(story, SMELLS) if one.at == "AC-001.2"}


def test_the_same_event_and_outcome_from_another_state_is_a_repetition() -> None:
    again = FIRST.model_copy(update={"id": "AC-001.2", "given": ["an open basket"]})
    assert "testable.repeated" in rules(again)


def test_another_outcome_from_the_same_state_is_a_contradiction() -> None:
    other = FIRST.model_copy(update={"id": "AC-001.2", "then": ["it is not sent"]})
    assert "testable.contradiction" in rules(other)


def test_another_number_or_another_event_is_another_case() -> None:
    for change in ({"when": "it is left for 3 days"}, {"given": ["none"], "then": ["it waits"]}):
        rest = rules(FIRST.model_copy(update={"id": "AC-001.2", **change}))
        assert not {"testable.repeated", "testable.contradiction"} & rest
