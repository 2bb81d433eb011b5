"""Whether scenarios can be run as tests: an event, an outcome, one behaviour each."""

import re
from collections import Counter
from collections.abc import Iterator

from copilot.analysis.gherkin.scenarios import Group, Remark, Scenario

_SEVERAL = re.compile(r"(?:\band then\b|;\s*then\b|\n\s*(?:and\b|when\b))", re.I)
_KEYWORD = re.compile(r"(given|when|then|and|but)\b[:,]? ", re.I)
_STORY_TAG = re.compile(r"@?[A-Za-z][A-Za-z0-9]*-\d+")


def has_event_and_outcome(group: Group) -> Iterator[Remark]:
    """Yield what is missing of a scenario."""
    for scenario in group.scenarios:
        if not scenario.steps:
            yield _missing(scenario, "no_steps", "has no steps", "Write Given, When and Then.")
            continue
        if not scenario.of_kind("when"):
            yield _missing(scenario, "no_when", "has no When", "Say which event is tested.")
        if not scenario.of_kind("then"):
            yield _missing(scenario, "no_then", "has no Then", "Say what can be seen afterwards.")


def has_one_event(group: Group) -> Iterator[Remark]:
    """Yield scenarios that test several events at once."""
    for scenario in group.scenarios:
        events = scenario.of_kind("when")
        again = [step for step in events if not step.is_further][1:]
        joined = [step for step in events if _SEVERAL.search(step.text)]
        further = [step for step in events if step.is_further]
        if found := again or joined or further:
            yield Remark(
                "several_whens",
                "info" if found is further else "warning",
                found[0].span,
                f"{_named(scenario)} has more than one event.",
                "Split it, or make what comes first a Given.",
                scenario.at,
            )


def keeps_keywords_apart(group: Group) -> Iterator[Remark]:
    """Yield steps whose words begin with a keyword once more."""
    for scenario in group.scenarios:
        for step in scenario.steps:
            twice = _KEYWORD.match(step.text) if group.is_english else None
            own = {"and", "but", step.kind} if step.is_further else {step.kind}
            if twice and twice[1].lower() in own:
                span = (step.start, step.start + len(twice[1]))
                message = f"The step begins with “{twice[1]}” a second time."
                yield Remark("doubled_keyword", "warning", span, message, "Drop it.", scenario.at)


def has_own_names(group: Group) -> Iterator[Remark]:
    """Yield scenarios whose name another one has too, or who have none."""
    if not group.has_names:
        return
    seen = Counter[str]()
    for scenario in group.scenarios:
        name = " ".join(scenario.name.lower().split())
        seen[name] += 1
        if not name:
            message, fix = "The scenario has no name.", "Name the behaviour that it shows."
            yield Remark("no_name", "warning", scenario.span, message, fix, scenario.at)
        elif seen[name] == 2:
            message = f"More than one scenario is called “{scenario.name}”."
            fix = "Name what sets them apart."
            yield Remark("same_name", "warning", scenario.span, message, fix, scenario.at)


def names_its_story(group: Group) -> Iterator[Remark]:
    """Yield scenarios that no tag leads back to a story from."""
    if not group.has_names:
        return
    for scenario in group.scenarios:
        if not any(_STORY_TAG.match(tag) for tag in scenario.tags):
            message = f"{_named(scenario)} has no tag with the id of its story."
            fix = "Tag the feature or the scenario, e.g. @US-001."
            yield Remark("no_story_tag", "warning", scenario.span, message, fix, scenario.at)


def _missing(scenario: Scenario, rule: str, what: str, fix: str) -> Remark:
    message = f"{_named(scenario)} {what}."
    return Remark(rule, "error", scenario.span, message, fix, scenario.at)


def _named(scenario: Scenario) -> str:
    name = " ".join(scenario.name.split()) or scenario.at
    return f"“{name}”" if name else "The scenario"
