"""Whether scenarios of one story test different things."""

from collections.abc import Iterator

from copilot.analysis.gherkin.scenarios import Group, Remark, Scenario, StepKind
from copilot.analysis.requirements.content import numbers, stems


def tests_different_things(group: Group) -> Iterator[Remark]:
    """Yield scenarios whose event and outcome an earlier one has, and outcomes that contradict.

    The same event from the same state cannot have two outcomes; the same event and outcome from
    another state is one scenario too many, or says that the state does not matter.
    """
    if not group.is_english:
        return
    for at, scenario in enumerate(group.scenarios):
        for earlier in group.scenarios[:at]:
            remark = _compared(scenario, earlier)
            if remark:
                yield remark
                break


def _compared(scenario: Scenario, earlier: Scenario) -> Remark | None:
    is_same = {kind: _said(scenario, kind) == _said(earlier, kind) for kind in _KINDS}
    span = scenario.steps[0].span if scenario.steps else scenario.span
    if not scenario.steps or not is_same["when"] or scenario.outline or earlier.outline:
        return None
    if is_same["then"]:
        told = f"It tests what {earlier.at or earlier.name} tests."
        return Remark("repeated", "warning", span, told, "Test another case.", scenario.at)
    if is_same["given"]:
        told = f"From the same state, the same event has another outcome in {_name(earlier)}."
        return Remark("contradiction", "warning", span, told, "Say what differs.", scenario.at)
    return None


_KINDS: tuple[StepKind, ...] = ("given", "when", "then")


def _said(scenario: Scenario, kind: StepKind) -> tuple[frozenset[str], frozenset[str], bool]:
    text = " ".join(step.text for step in scenario.of_kind(kind))
    words = text.lower().split()
    return stems(text), numbers(text), bool({"not", "no", "never"} & {*words})


def _name(scenario: Scenario) -> str:
    return scenario.at or f"“{scenario.name}”"
