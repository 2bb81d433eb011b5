"""Write a story as a feature file, from which every step can be read again.

The syntax is that of Gherkin as Cucumber parses it. A step stays on its line behind its keyword,
and the story begins each line of the description with words of its own; so no text of a story can
become a keyword, a table, a docstring, a tag or a comment.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from copilot.domain.story import Criterion, Story

LONGEST_NAME = 100
"""Characters of an outcome that the name of a scenario shows."""
_LANGUAGE = re.compile(r"^language\s*:", re.IGNORECASE)
"""A comment that begins so would be an order to the parser."""
_NO_TAG = re.compile(r"[\s@#,]+")


def feature_text(story: Story, notes: Sequence[str] = ()) -> str:
    """Return the text of a .feature file.

    Args:
        story: The story.
        notes: What comments at its head say, such as where it comes from.
    """
    names = _names(story.criteria)
    parts = [
        "\n".join([*_comments(notes), *_comments(_details(story))]),
        "\n".join([_tags(story.id, story.kind), f"Feature: {flat(story.title)}", *_told(story)]),
        *("\n".join(_scenario(one, name)) for one, name in zip(story.criteria, names, strict=True)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def flat(text: str) -> str:
    """Return a text on one line, as it comes back from a feature file."""
    return " ".join(text.split())


def told_steps(criterion: Criterion) -> list[tuple[str, str]]:
    """Return the steps of a criterion that say something, each behind its keyword."""
    said = criterion.model_copy(
        update={
            "given": [text for text in criterion.given if text.strip()],
            "then": [text for text in criterion.then if text.strip()],
        }
    )
    return [(keyword, flat(text)) for keyword, text in said.steps if text.strip()]


def tag(name: str) -> str:
    """Return an id as a tag, which has no blanks."""
    return "@" + _NO_TAG.sub("-", name.strip())


def _told(story: Story) -> Iterator[str]:
    as_a, _, rest = flat(story.text).partition(", I want ")
    wish, _, ends = rest.partition(", so that ")
    yield f"  {as_a},"
    yield f"  I want {wish}{',' if ends else ''}"
    if ends:
        yield f"  so that {ends}"


def _details(story: Story) -> Iterator[str]:
    if story.sources:
        yield f"Sources of {story.id}: {', '.join(story.sources)}"
    if story.depends_on:
        yield f"Comes after: {', '.join(story.depends_on)}"
    if story.estimate is not None:
        yield f"Estimate: {story.estimate}"
    yield from (f"Assumed: {one}" for one in story.assumptions)


def _comments(lines: Iterable[str]) -> list[str]:
    return [f"# {_LANGUAGE.sub('language', flat(line))}" for line in lines if line.strip()]


def _scenario(criterion: Criterion, name: str) -> Iterator[str]:
    if criterion.id.strip():
        yield f"  {_tags(criterion.id)}"
    yield f"  Scenario: {name}"
    yield from (f"    {keyword} {text}" for keyword, text in told_steps(criterion))


def _names(criteria: Sequence[Criterion]) -> list[str]:
    """Return a name for each, made of its id and its outcome; no two are the same."""
    seen = Counter[str]()
    names = []
    for criterion in criteria:
        name = _name(criterion)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _name(criterion: Criterion) -> str:
    outcome = flat(next((one for one in criterion.then if one.strip()), criterion.when))
    short = outcome if len(outcome) <= LONGEST_NAME else outcome[: LONGEST_NAME - 1] + "…"
    return f"{criterion.id} {short}".strip()


def _tags(*names: str) -> str:
    return " ".join(tag(name) for name in names if name.strip())
