"""What columns say about each other: one question asked several times, texts beside choices."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from copilot.analysis.surveys.columns.header_words import is_other, names_other
from copilot.analysis.surveys.columns.profile import Profile
from copilot.analysis.surveys.columns.stems import (
    asked,
    is_stem,
    question_of,
    splits,
    without_index,
)
from copilot.domain.survey_parts import Column

_CHOICES = frozenset({"single", "multi", "segment", "likert", "nps"})
OTHER = "Other"
"""The option that a text beside others stands for."""
_WORDED = frozenset({"open", "single"})


def seen_together(columns: Sequence[Column], looked_at: Sequence[Profile]) -> tuple[Column, ...]:
    """Return columns that know which question they share with others."""
    empty_options = _empty_options(columns)
    found = [empty_options.get(column.name, column) for column in columns]
    found = _asked_several_times(found, looked_at)
    return tuple(_beside_choices(found))


def _empty_options(columns: Sequence[Column]) -> dict[str, Column]:
    """Return options that nobody picked, which look like empty columns, by their names."""
    questions = Counter(column.question for column in columns if column.option)
    found = {}
    for column in columns:
        if column.type != "ignore" or column.why != "it is empty":
            continue
        for question, option in splits(column.name):
            if questions[question]:
                update = {"type": "multi", "question": question, "option": option}
                why = "an option that nobody picked"
                found[column.name] = column.model_copy(update=update | {"why": why})
    return found


def _asked_several_times(columns: Sequence[Column], looked_at: Sequence[Profile]) -> list[Column]:
    """Let neighbours that differ by a number alone share their question, and be open together."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, column in enumerate(columns):
        stem = without_index(column.name)
        if stem != column.name and not column.option and is_stem(stem):
            groups[stem].append(place)
    for place, column in enumerate(columns):
        if column.name in groups:
            groups[column.name].insert(0, place)
    result = list(columns)
    for stem, places in groups.items():
        for run in _runs(places):
            kinds = Counter(columns[place].type for place in run)
            if len(run) > 1 and kinds["open"] and _are_worded(run, columns, looked_at):
                for place in run:
                    result[place] = _open(columns[place], asked(stem))
    return result


def _runs(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and place - runs[-1][-1] == 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _are_worded(run: Sequence[int], columns: Sequence[Column], of: Sequence[Profile]) -> bool:
    return all(
        columns[place].type in _WORDED or not of[place].filled or of[place].distinct < 3
        for place in run
    )


def _open(column: Column, question: str) -> Column:
    sure = column.confidence if column.type == "open" else 0.7
    update = {"type": "open", "question": question, "confidence": sure, "options": ()}
    return column.model_copy(update={**update, "why": "one question, asked several times"})


def _beside_choices(columns: Sequence[Column]) -> list[Column]:
    """Give the text beside an option the name of its choice."""
    result = []
    for place, column in enumerate(columns):
        if column.type == "open" and not column.question and names_other(column.name):
            question = _choice_of(column, columns, place)
            update = {"question": question, "option": _other_of(question, columns)}
            result.append(column.model_copy(update=update) if question else column)
        else:
            result.append(column)
    return result


def _other_of(question: str, columns: Sequence[Column]) -> str:
    """Return the option that a text is of where each option has a column, and none is that one."""
    options = [one.option for one in columns if one.option and one.question == question]
    return OTHER if options and not any(map(is_other, options)) else ""


def _choice_of(column: Column, columns: Sequence[Column], place: int) -> str:
    """Return the question of the choice that a text belongs to: by name, else the one before."""
    ways = [question for question, _ in splits(column.name)]
    names = {question_of(one.name): one for one in columns if one.type in _CHOICES}
    questions = {one.question for one in columns if one.option}
    for way in ways:
        if way in questions or way in names:
            return way
    for before in reversed(columns[:place]):
        if before.type in _CHOICES:
            return before.question or question_of(before.name)
        if before.type not in {"ignore", "open"}:
            break
    return ways[0] if ways else ""
