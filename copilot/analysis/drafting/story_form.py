"""A story as a text that a person edits, and what was edited as a story again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, NoReturn

from copilot.analysis.drafting.form_criteria import read_criterion
from copilot.analysis.drafting.form_lines import FormLine, form_lines, refused, values_of
from copilot.analysis.drafting.form_values import as_kept, flat, kept_in_list
from copilot.domain.story import Criterion, Story

NEW_CRITERION = "A new criterion begins with the line: Criterion"
_ASSUMPTIONS = "Assumptions"
_NOTE = f"""\
# {{id}}: its id, sources and kind stay. Lines that begin with # are left out.
# {NEW_CRITERION}
"""
_FIELDS = {"title": "Title", "as_a": "As a", "i_want": "I want", "so_that": "So that"}
_MAY_BE_EMPTY = ("so_that",)


def story_form(story: Story) -> str:
    """Return a story as lines to edit, which `read_story_form` reads back exactly."""
    blocks = (
        [_NOTE.format(id=flat(story.id)).rstrip()],
        [_line(f"{label}:", getattr(story, name)) for name, label in _FIELDS.items()],
        *(
            [_line("Criterion", one.id), *(_line(keyword, text) for keyword, text in one.steps)]
            for one in story.criteria
        ),
        [_ASSUMPTIONS, *(_line("-", text) for text in story.assumptions)],
    )
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def read_story_form(text: str, story: Story) -> Story:
    """Return the story as the edited text says it; what was not touched stays to the letter.

    Args:
        text: What came back from the editor.
        story: As it was before; ids, sources and all that the form does not show stay its own.

    Raises:
        InputError: A line cannot be read, or is missing; the message names the line.
    """
    parts = _parts(form_lines(text))
    read: dict[str, object] = {
        **_fields(parts.fields, story),
        "criteria": _criteria(parts.criteria, story),
        "assumptions": kept_in_list(values_of(parts.assumptions), story.assumptions),
    }
    return story.model_copy(update=read)


def next_criterion(story: Story, added: Iterable[Criterion] = ()) -> str:
    """Return the id of a further criterion: one more than the highest number of the story.

    Args:
        story: As it was before.
        added: Criteria that were added to it since.
    """
    numbered = [
        (stem, int(number))
        for stem, number in (_parted(one.id) for one in (*story.criteria, *added))
        if number
    ]
    stem = numbered[0][0] if numbered else f"AC-{_parted(story.id)[1] or 1}."
    return f"{stem}{max((number for own, number in numbered if own == stem), default=0) + 1}"


class _Parts(NamedTuple):
    fields: list[FormLine]
    criteria: list[list[FormLine]]
    """Each with the line that names it."""
    assumptions: list[FormLine]


def _parted(name: str) -> tuple[str, str]:
    stem = name.rstrip("0123456789")
    return stem, name[len(stem) :]


def _line(label: str, value: str) -> str:
    return f"{label} {flat(value)}".rstrip()


def _parts(lines: Iterable[FormLine]) -> _Parts:
    parts = _Parts([], [], [])
    place = parts.fields
    for line in lines:
        if line.label == "criterion":
            place = [line]
            parts.criteria.append(place)
        elif line.label == "assumptions":
            place = parts.assumptions
        elif place is not _place(line, parts):
            _misplaced(line)
        else:
            place.append(line)
    return parts


def _place(line: FormLine, parts: _Parts) -> list[FormLine] | None:
    """Return where a line has to stand."""
    if line.label in _FIELDS:
        return parts.fields
    if line.label == "item":
        return parts.assumptions
    return parts.criteria[-1] if parts.criteria else None


def _misplaced(line: FormLine) -> NoReturn:
    if line.label in _FIELDS:
        refused(line.number, "the story itself stands above its criteria")
    if line.label == "item":
        refused(line.number, f"a line with a dash stands below the line “{_ASSUMPTIONS}”")
    refused(line.number, "a step stands below the line of its criterion", NEW_CRITERION)


def _fields(lines: Sequence[FormLine], story: Story) -> Mapping[str, str]:
    said: dict[str, FormLine] = {}
    for line in lines:
        if line.label in said:
            refused(line.number, f"line {said[line.label].number} says the same already")
        said[line.label] = line
    return {name: _field(name, said.get(name), story) for name in _FIELDS}


def _field(name: str, line: FormLine | None, story: Story) -> str:
    before: str = getattr(story, name)
    value = line.value if line else ""
    if not value and flat(before) and name not in _MAY_BE_EMPTY:
        if line:
            refused(line.number, f"“{_FIELDS[name]}” says nothing")
        refused(0, f"there is no line “{_FIELDS[name]}”", f"It was: {_line('', before).strip()}")
    return as_kept(value, before)


def _criteria(groups: Iterable[Sequence[FormLine]], story: Story) -> list[Criterion]:
    left = list(story.criteria)
    read: list[Criterion] = []
    added: list[Criterion] = []
    for head, *steps in groups:
        before = _before(head, left, story)
        criterion = read_criterion(head, steps, before)
        if before is None:
            criterion = criterion.model_copy(update={"id": next_criterion(story, added)})
            added.append(criterion)
        read.append(criterion)
    return read


def _before(head: FormLine, left: list[Criterion], story: Story) -> Criterion | None:
    """Take the criterion that a line names out of those left; None where it begins a new one."""
    for at, criterion in enumerate(left):
        if flat(criterion.id) == head.value:
            return left.pop(at)
    if not head.value:
        return None
    stood = any(flat(one.id) == head.value for one in story.criteria)
    what = "stands here a second time" if stood else "is no criterion of this story"
    return refused(head.number, f"{head.value} {what}", NEW_CRITERION)
