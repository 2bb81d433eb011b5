"""Names of columns that belong together: a question, and an option or a number in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_BETWEEN = re.compile(r"\s+[-–—|/>]\s+|\s*:\s*|(?<=\?)\s+|(?<=[a-zA-Z0-9])[_./](?=\S)|\s*\|\s*")
_BRACKETS = re.compile(r"(?P<question>.+?)\s*[\[(](?P<option>[^\[\]]+)[\])]")
_CODED = re.compile(
    r"[A-Za-z]{1,4}\d{1,3}[_.]\d{1,3}[:.\s]\s*|[A-Za-z]\w{0,12}[\[(]\w{1,12}[\])][:.]?\s+(?=\S)"
)
_CHOICE = re.compile(
    r"\s*[-–:]\s*(?:selected (?:choice|answer|option)s?|choices?)\s*$", re.IGNORECASE
)
_INDEX = re.compile(
    r"\s*#\s*\d+|\s*\(\d+\)$|(?<=[A-Za-z0-9])[_.-]\d{1,2}(?=$|[_ :.])|(?<=[a-z]) \d{1,2}(?=$|:)"
)
_ORDINAL = re.compile(r"^(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)\s", re.IGNORECASE)
_NO_STEM = re.compile(
    r"(?:q|question|frage|item|column|col|field|text|v|var|answer|s)?\d*", re.IGNORECASE
)
_LABELLED = re.compile(r"[^:?]{0,40}:\s*(.{8,})", re.DOTALL)


def splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a name as a question and an option."""
    if found := _BRACKETS.fullmatch(name):
        yield found["question"].strip(), found["option"].strip()
    if found := _CODED.match(name):
        yield from splits(name[found.end() :])
    for place in _BETWEEN.finditer(name):
        question, option = name[: place.start()].strip(), name[place.end() :].strip()
        if question and option:
            yield _CHOICE.sub("", question), option
            # Some tools write the option before the question.
            if ":" in place[0] and len(question) < len(option):
                yield _CHOICE.sub("", option), question


def question_of(name: str) -> str:
    """Return a name without what a tool adds, such as `Selected Choice`."""
    return _CHOICE.sub("", name).strip()


def shared_stems(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the question and the option of each name whose question others share.

    Of several readings, the one that most names share is taken; of equals, the longest question.
    """
    ways = {name: list(splits(name)) for name in names}
    counts = Counter(question for found in ways.values() for question in {way[0] for way in found})
    stems = {}
    for name, found in ways.items():
        shared = [way for way in found if counts[way[0]] > 1]
        if shared:
            stems[name] = max(shared, key=lambda way: (counts[way[0]], len(way[0]), -len(way[1])))
    return stems


def without_index(name: str) -> str:
    """Return a name without the number that tells it from others of the same question."""
    return " ".join(_ORDINAL.sub("", _INDEX.sub("", name)).split())


def asked(stem: str) -> str:
    """Return the question in a name without index: what stands behind a label."""
    found = _LABELLED.fullmatch(stem)
    return (found[1] if found else stem).strip(" :-")


def is_stem(stem: str) -> bool:
    """Whether it is more than what any column may be called, such as `Question`."""
    return not _NO_STEM.fullmatch(stem) or bool(re.fullmatch(r"[A-Za-z]+\d+", stem))
