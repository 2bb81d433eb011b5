"""Feature files, read with the parser of Cucumber."""

from copilot.analysis.gherkin.from_feature import scenarios_in

FULL = """\
@US-001
Feature: Seats
  As a guest, I want to choose a seat.

  Background:
    Given a hall

  @AC-001.1
  Scenario: One
    Told in words.
    When a seat is chosen
    And it is paid
    Then it is held

  Rule: Only the living
    Scenario Outline: Two
      When <who> chooses
      Then it is refused
      Examples:
        | who | why |
        | a   | b   |
"""


def test_spans_show_where_the_words_of_a_step_stand() -> None:
    for scenario in scenarios_in(FULL).scenarios:
        assert all(FULL[slice(*step.span)] == step.text for step in scenario.steps)
        assert FULL[slice(*scenario.span)] == scenario.name


def test_steps_of_the_background_and_tags_of_the_feature_belong_to_each_scenario() -> None:
    one, two = scenarios_in(FULL).scenarios
    assert [step.text for step in one.of_kind("given")] == ["a hall"]
    assert [step.text for step in two.of_kind("given")] == ["a hall"]
    assert one.tags == {"@US-001", "@AC-001.1"}
    assert two.tags == {"@US-001"}
    assert one.at == "AC-001.1"


def test_what_follows_an_event_with_and_is_an_event() -> None:
    assert [step.text for step in scenarios_in(FULL).scenarios[0].of_kind("when")] == [
        "a seat is chosen",
        "it is paid",
    ]


def test_descriptions_are_known_with_their_places() -> None:
    group = scenarios_in(FULL)
    [told] = group.scenarios[0].asides
    assert (told.text, FULL[slice(*told.span)]) == ("Told in words.", "Told in words.")
    assert [one.text for one in group.asides] == ["As a guest, I want to choose a seat."]


def test_an_outline_is_known_by_its_columns_and_rows() -> None:
    outline = scenarios_in(FULL).scenarios[1].outline
    assert outline is not None
    assert sorted(outline.columns) == ["who", "why"]
    assert outline.rows == 1


def test_another_language_is_read_and_its_words_are_not_judged() -> None:
    group = scenarios_in("# language: fr\nFonctionnalité: a\n  Scénario: b\n    Quand c\n")
    assert [step.kind for step in group.scenarios[0].steps] == ["when"]
    assert not group.is_english
