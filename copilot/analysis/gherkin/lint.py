"""The lint of acceptance criteria: of a drafted story, a feature file or Markdown."""

from collections.abc import Iterator

from copilot.analysis.gherkin.bounds import bounds
from copilot.analysis.gherkin.from_story import scenarios_of
from copilot.analysis.gherkin.mechanics import mechanics
from copilot.analysis.gherkin.observable import can_be_observed
from copilot.analysis.gherkin.outlines import uses_its_examples
from copilot.analysis.gherkin.repeated import tests_different_things
from copilot.analysis.gherkin.scenarios import Group, Remark, Rule
from copilot.analysis.gherkin.structure import (
    has_event_and_outcome,
    has_one_event,
    has_own_names,
    keeps_keywords_apart,
    names_its_story,
)
from copilot.analysis.gherkin.swallowed import runs_every_step
from copilot.analysis.gherkin.unhappy import tests_trouble
from copilot.analysis.stories.smells import Smells
from copilot.domain.story import Story, StoryFinding

RULES: tuple[Rule, ...] = (
    tests_trouble,
    runs_every_step,
    has_event_and_outcome,
    has_one_event,
    keeps_keywords_apart,
    has_own_names,
    names_its_story,
    uses_its_examples,
    can_be_observed,
    tests_different_things,
)
"""The rules that need no phrases."""


def criteria_findings(story: Story, smells: Smells) -> list[StoryFinding]:
    """Return what is found in the acceptance criteria of a drafted story.

    Spans count in the steps of a criterion joined as `criterion_text` joins them.

    Args:
        story: The story.
        smells: What a step should not say, from `copilot.stores.story_words.read_smells()`.
    """
    found = remarks(scenarios_of(story, smells), smells)
    return [_finding(remark) for remark in found]


def remarks(group: Group, smells: Smells) -> list[Remark]:
    """Return what every rule has to say on the scenarios of a story."""
    found = [remark for rule in _rules(smells) for remark in rule(group)]
    empty = {(one.at, one.span) for one in found if one.rule == "not_observable"}
    return [one for one in found if one.rule != "no_bound" or not _is_within(one, empty)]


def _is_within(remark: Remark, said: set[tuple[str, tuple[int, int]]]) -> bool:
    """Whether words that a remark is about have been remarked on already."""
    start, end = remark.span
    return any(at == remark.at and span[0] <= start and end <= span[1] for at, span in said)


def _rules(smells: Smells) -> Iterator[Rule]:
    yield from (*RULES, mechanics(smells), bounds(smells))


def _finding(remark: Remark) -> StoryFinding:
    return StoryFinding(
        criterion="testable",
        rule=f"testable.{remark.rule}",
        severity=remark.severity,
        span=remark.span,
        message=remark.message,
        fix=remark.fix,
        at=remark.at,
    )
