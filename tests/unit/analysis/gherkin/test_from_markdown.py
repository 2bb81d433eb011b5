"""Acceptance criteria in Markdown."""

from copilot.analysis.gherkin.from_markdown import groups_in
from copilot.analysis.gherkin.lint import remarks
from copilot.stores.story_words import read_smells
from tests.unit.analysis.gherkin.test_feature_file import STORY

SMELLS = read_smells()


def test_a_story_as_markdown_gives_its_criteria_back() -> None:
    [group] = groups_in(STORY.markdown())
    [scenario] = group.scenarios
    assert (scenario.at, [step.text for step in scenario.steps]) == (
        "AC-001.1",
        ["an account", "an age", "it is hidden", "none"],
    )
    assert [step.kind for step in scenario.steps] == ["given", "given", "when", "then"]


def test_spans_show_where_the_words_stand() -> None:
    text = STORY.markdown()
    [scenario] = groups_in(text)[0].scenarios
    assert [text[slice(*step.span)] for step in scenario.steps] == [
        step.text for step in scenario.steps
    ]


def test_a_given_after_an_outcome_begins_the_next_criterion() -> None:
    steps = "- Given a\n- When b\n- Then c\n- Given d\n- When e\n- Then f\n"
    [group] = groups_in(f"## One\n\n{steps}")
    assert [len(scenario.steps) for scenario in group.scenarios] == [3, 3]


def test_a_fenced_block_with_scenarios_is_read() -> None:
    [group] = groups_in("```gherkin\nScenario: One\n  Given a\n  When b\n  Then c\n```\n")
    assert [scenario.name for scenario in group.scenarios] == ["One"]


def test_stories_are_held_to_the_rules_each_for_itself() -> None:
    bad = "## US-1\n\n- When a\n- Then it is refused\n\n## US-2\n\n- When a\n- Then b\n"
    first, second = groups_in(bad)
    assert [one.rule for one in remarks(first, SMELLS)] == []
    assert [one.rule for one in remarks(second, SMELLS)] == ["no_unhappy_path"]


def test_a_misspelt_step_of_a_list_is_found() -> None:
    [group] = groups_in("- Given a\n- *Whne* b\n- Then it is refused\n")
    assert [one.rule for one in remarks(group, SMELLS)] == ["swallowed_step", "no_when"]


def test_ordinary_documents_have_no_criteria() -> None:
    assert groups_in("# Title\n\nWords, and then more words.\n\n- when it rains\n") == []
