"""Change one requirement of a source, as a person who edits it does."""

import re
from random import Random
from typing import NamedTuple

from copilot.domain.requirement import Requirement
from copilot.domain.story import Stories
from tests.unit.analysis.requirements.sources import DOCUMENTS, NEW_ACTS, READER

_MARK = re.compile(r"(\s*(?:[-*]|(\d+)\.)\s+)(?:REQ-\d+: )?")


TWO_IN_ONE = " and a lamp must "
"""Marks the sentence of two requirements, which is not deleted or added to."""


class Mutation(NamedTuple):
    """A source after one change."""

    name: str
    text: str
    deleted: str = ""
    """Words of the requirement that is gone."""
    inserted: str = ""
    """Words of the requirement that is new."""


def mutations(each: int, seed: int = 20) -> list[tuple[str, Mutation]]:
    """Return different changes of each source, deletions before insertions, with its key."""
    random = Random(seed)
    return [(key, one) for key in DOCUMENTS for one in _of_source(key, each, random)]


def _of_source(key: str, each: int, random: Random) -> list[Mutation]:
    text = DOCUMENTS[key]
    statements = READER.read(text).of_kind("requirement")
    alone = [one.text for one in statements if TWO_IN_ONE not in one.text]
    deletions = [
        Mutation(f"{key}: without “{one}”", _without(text, one), deleted=one) for one in alone
    ]
    pairs = random.sample([(one, act) for one in alone for act in NEW_ACTS], each)
    insertions = [
        Mutation(f"{key}: “{act}” behind “{one}”", _behind(text, one, act), inserted=act)
        for one, act in pairs
    ]
    few = random.sample(deletions, min(each // 2, len(deletions)))
    return (few + insertions)[:each]


def _as_wrapped(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _without(text: str, words: str) -> str:
    line = _line_of(text, words)
    if line:
        return text.replace(f"{line}\n", "", 1)
    return _as_wrapped(words).sub("", text, count=1).replace("  ", " ")


def _behind(text: str, words: str, act: str) -> str:
    line = _line_of(text, words)
    if not line:
        found = _as_wrapped(words).search(text)
        assert found
        return f"{text[: found.end()]} The museum app must {act}.{text[found.end() :]}"
    mark = _MARK.match(line)
    assert mark
    name = "REQ-077: " if "REQ-" in line else ""
    said = act if line[mark.end()].islower() else f"The new app must {act}."
    return text.replace(line, f"{line}\n{mark[1]}{name}{said}", 1)


def _line_of(text: str, words: str) -> str:
    """Return the line of an item that says just this; nothing in prose."""
    ends = (line for line in text.splitlines() if _MARK.match(line) and line.endswith(words))
    return next(ends, "")


def stories_of(text: str) -> Stories:
    """Return a story by rule for each requirement of a source."""
    from copilot.analysis.drafting.by_rule import story_by_rule
    from copilot.stores.story_words import read_words

    source, words = READER.read(text), read_words()
    stories = [story_by_rule(one, at, words) for at, one in enumerate(source.requirements, 1)]
    return Stories(
        stories=stories,
        statements=list(source.statements),
        requirements=list(source.requirements),
    )


def named(requirements: tuple[Requirement, ...], words: str) -> str:
    """Return the id of the requirement that ends in words; nothing where none does."""
    return next((one.id for one in requirements if words in one.text), "")
