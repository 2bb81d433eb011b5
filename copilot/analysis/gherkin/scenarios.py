"""Scenarios as rules read them, whether they come from a story, a feature file or Markdown."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from copilot.domain.story_lint import Severity

StepKind = Literal["given", "when", "then"]


class Step(NamedTuple):
    """One step, without its keyword."""

    kind: StepKind
    text: str
    start: int
    """Where its words begin in the text that was read."""
    is_further: bool = False
    """Whether it goes on from the step before, as `And` and `But` do."""

    @property
    def span(self) -> tuple[int, int]:
        """Where its words stand."""
        return self.start, self.start + len(self.text)


class Aside(NamedTuple):
    """A line of a description, which no tool runs."""

    text: str
    start: int
    of_scenario: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.start + len(self.text)


class Outline(NamedTuple):
    """The tables of examples of a scenario outline."""

    columns: frozenset[str]
    rows: int


class Scenario(NamedTuple):
    """One scenario, or one acceptance criterion."""

    name: str
    span: tuple[int, int]
    """Where its name stands."""
    steps: tuple[Step, ...]
    at: str = ""
    """Id of the acceptance criterion, where it has one."""
    tags: frozenset[str] = frozenset()
    """With those that it has from its feature and its rule."""
    asides: tuple[Aside, ...] = ()
    outline: Outline | None = None

    def of_kind(self, kind: StepKind) -> list[Step]:
        """Return its steps of a kind."""
        return [step for step in self.steps if step.kind == kind]


class Group(NamedTuple):
    """The scenarios of one story, and what is said beside them."""

    scenarios: tuple[Scenario, ...]
    asides: tuple[Aside, ...] = ()
    is_english: bool = True
    speaks_of_screens: bool = False
    """Whether controls of a screen are the subject itself, as for users of screen readers."""
    has_names: bool = True
    """Whether scenarios have names and tags; criteria of a story have ids."""


class Remark(NamedTuple):
    """What a rule has to say, and where."""

    rule: str
    severity: Severity
    span: tuple[int, int]
    message: str
    fix: str
    at: str = ""


Rule = Callable[[Group], Iterator[Remark]]
"""Holds one rule to the scenarios of a story."""
