"""Whether scenario outlines use their examples."""

import re
from collections.abc import Iterator

from copilot.analysis.gherkin.scenarios import Group, Remark, Scenario
from copilot.domain.story_lint import Severity

_PLACE = re.compile(r"<([^<>]+)>")


def uses_its_examples(group: Group) -> Iterator[Remark]:
    """Yield outlines without examples, columns that no step uses, and places without a column."""
    for scenario in group.scenarios:
        if scenario.outline is None:
            continue
        if not scenario.outline.rows:
            yield _remark(
                scenario, "no_examples", "has no examples, so it is never run", "Add rows."
            )
            continue
        used = places(scenario)
        for name in sorted(scenario.outline.columns - used):
            what = f"has a column “{name}” that no step uses"
            yield _remark(scenario, "unused_column", what, f"Use <{name}> in a step, or drop it.")
        for name in sorted(used - scenario.outline.columns):
            what = f"uses <{name}>, and no column has that name"
            yield _remark(scenario, "unknown_column", what, "Add the column, or mend the name.")


def places(scenario: Scenario) -> set[str]:
    """Return the names in angle brackets of the name and the steps of a scenario."""
    texts = (scenario.name, *(step.text for step in scenario.steps))
    return {name for text in texts for name in _PLACE.findall(text)}


def _remark(scenario: Scenario, rule: str, what: str, fix: str) -> Remark:
    severity: Severity = "warning" if rule == "unused_column" else "error"
    message = f"“{scenario.name}” {what}."
    return Remark(rule, severity, scenario.span, message, fix, scenario.at)
