"""Read the acceptance criteria of a drafted story as scenarios."""

from collections.abc import Iterator

from copilot.analysis.gherkin.scenarios import Group, Scenario, Step, StepKind
from copilot.analysis.stories.smells import Smells
from copilot.domain.story import Criterion, Story

BETWEEN = ". "


def criterion_text(criterion: Criterion) -> str:
    """Return the steps of a criterion as one text, in which spans of findings count."""
    return BETWEEN.join(text for _, text in criterion.steps)


def scenarios_of(story: Story, smells: Smells) -> Group:
    """Return the criteria of a story as scenarios.

    Args:
        story: The story.
        smells: Tell for which roles controls of a screen are the subject itself.
    """
    on_screens = smells.patterns["screen_roles"].search(story.as_a)
    return Group(
        scenarios=tuple(map(_scenario, story.criteria)),
        speaks_of_screens=bool(on_screens),
        has_names=False,
    )


def _scenario(criterion: Criterion) -> Scenario:
    steps = tuple(step for step in _steps(criterion) if step.text.strip())
    return Scenario(criterion.id, (0, len(criterion_text(criterion))), steps, at=criterion.id)


def _steps(criterion: Criterion) -> Iterator[Step]:
    start = 0
    parts: tuple[tuple[StepKind, list[str]], ...] = (
        ("given", criterion.given),
        ("when", [criterion.when]),
        ("then", criterion.then),
    )
    for kind, texts in parts:
        for place, text in enumerate(texts):
            yield Step(kind, text, start, is_further=place > 0)
            start += len(text) + len(BETWEEN)
