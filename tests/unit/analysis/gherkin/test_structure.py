"""Rules about the build of scenarios, on feature files."""

import pytest

from copilot.analysis.gherkin.from_feature import scenarios_in
from copilot.analysis.gherkin.lint import remarks
from copilot.analysis.gherkin.swallowed import meant_keyword
from copilot.stores.story_words import read_smells

SMELLS = read_smells()
SOUND = """\
@US-001
Feature: Seats
  As a guest, I want to choose a seat, so that I know where I sit.

  Scenario: A free seat
    Given a free seat
    When the guest chooses it
    Then it is held for ten minutes

  Scenario: A seat that is taken
    Given a seat that is taken
    When the guest chooses it
    Then the choice is refused
"""


def rules_of(text: str) -> list[str]:
    """Return the rules that have something to say."""
    return [one.rule for one in remarks(scenarios_in(text), SMELLS)]


def test_sound_criteria_have_no_findings() -> None:
    assert rules_of(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("    When the guest chooses it\n    Then the", "    Then the", "no_when"),
        ("    Then the choice is refused\n", "", "no_then"),
        ("choice is refused\n", "choice is refused\n    When again\n", "several_whens"),
        (
            "guest chooses it\n    Then the",
            "guest chooses it and then pays\n    Then the",
            "several_whens",
        ),
        ("A seat that is taken\n", "a free  seat\n", "same_name"),
        ("Scenario: A free seat", "Scenario:", "no_name"),
        ("@US-001\n", "", "no_story_tag"),
        ("@US-001\n", "@slow\n", "no_story_tag"),
        ("Given a free", "Given given a free", "doubled_keyword"),
        ("Scenario: A free seat\n", "Scenario: A free seat\n    Giv a seat\n", "swallowed_step"),
        ("Scenario: A free seat\n", "Scenario: A free seat\n    given a seat\n", "swallowed_step"),
        ("Scenario: A free seat\n", "Scenario: A free seat\n    Given: a seat\n", "swallowed_step"),
        (
            "so that I know where I sit.\n",
            "so that I know where I sit.\n  Giv a trap\n",
            "swallowed_step",
        ),
    ],
)
def test_one_fault_gives_its_finding(old: str, new: str, rule: str) -> None:
    assert old in SOUND
    assert rule in rules_of(SOUND.replace(old, new))


@pytest.mark.parametrize(
    "line",
    ["Scnario: Late", "Scenario Late", "Scenario outline: Late", "Feature: Two", "Backgroud: x"],
)
def test_a_heading_that_is_read_as_description_is_found(line: str) -> None:
    told = SOUND.replace("so that I know where I sit.\n", f"so that I sit.\n\n  {line}\n")
    [found] = remarks(scenarios_in(told), SMELLS)
    assert found.rule == "swallowed_heading"
    assert told[slice(*found.span)] == line


def test_criteria_that_all_go_well_lack_an_unhappy_path() -> None:
    happy = SOUND.replace("is refused", "is held").replace("that is taken", "in row two")
    assert rules_of(happy) == ["no_unhappy_path"]


def test_a_feature_without_scenarios_has_no_criteria() -> None:
    assert rules_of("@US-001\nFeature: Seats\n") == ["no_criteria"]


def test_a_scenario_without_steps_is_told_once() -> None:
    empty = SOUND + "\n  Scenario: Later\n"
    assert rules_of(empty) == ["no_steps"]


def test_a_further_event_is_only_a_hint() -> None:
    further = SOUND.replace("chooses it\n    Then the", "chooses it\n    And pays\n    Then the")
    [found] = remarks(scenarios_in(further), SMELLS)
    assert (found.rule, found.severity) == ("several_whens", "info")


@pytest.mark.parametrize(
    "prose",
    [
        "Then there are seats that nobody may choose.",
        "Given the new law, this matters to every theatre.",
        "Give every guest a choice",
        "The seats are numbered",
        "When the hall is full, I want to be told, so that I need not wait",
        "They are kept for a day",
        "Scenario planning is no part of this.",
        "Sources: FR-001, FR-002",
        "Assumed: there is a hall",
        "Ruler: 30 cm",
        "Features: two",
    ],
)
def test_prose_in_the_description_of_a_feature_is_no_step(prose: str) -> None:
    told = SOUND.replace("so that I know where I sit.\n", f"so that I sit.\n\n  {prose}\n")
    assert rules_of(told) == []


@pytest.mark.parametrize(
    ("word", "keyword"),
    [
        ("Giv", "Given"),
        ("gven", "Given"),
        ("Gievn", "Given"),
        ("Whne", "When"),
        ("Whem", "When"),
        ("Tehn", "Then"),
        ("Thenn", "Then"),
        ("GIVEN", "Given"),
        ("and", "And"),
        ("The", None),
        ("Them", None),
        ("While", None),
        ("Even", None),
        ("As", None),
        ("I", None),
    ],
)
def test_a_slip_is_known_from_an_ordinary_word(word: str, keyword: str | None) -> None:
    assert meant_keyword(word) == keyword


OUTLINE = """\
@US-001
Feature: Seats
  Scenario Outline: Not sold to <who>
    When <who> chooses
    Then it is refused

    Examples:
      | who   |
      | child |
"""


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("", "", []),
        ("| who   |\n      | child |", "| who   | age |\n      | child | 7   |", ["unused_column"]),
        ("is refused", "is refused to <whom>", ["unknown_column"]),
        ("      | child |\n", "", ["no_examples"]),
        ("\n    Examples:\n      | who   |\n      | child |\n", "", ["no_examples"]),
    ],
)
def test_an_outline_uses_what_its_examples_give(old: str, new: str, rules: list[str]) -> None:
    assert old in OUTLINE
    assert rules_of(OUTLINE.replace(old, new)) == rules
