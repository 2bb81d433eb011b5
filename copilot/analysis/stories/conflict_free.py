"""Conflict-free: a story is not inconsistent with any other (Lucassen et al. 2016).

Two kinds can be told without a model: one role may do a thing to any item and only to some, and
one role both wants an act on an item and wants it never to happen.
"""

from collections import defaultdict
from collections.abc import Iterator

from copilot.analysis.stories.backlog import Backlog, Entry, named, told
from copilot.domain.story_lint import SetFinding

_Key = tuple[str, str, str]


def conflict_free(backlog: Backlog) -> Iterator[SetFinding]:
    """Yield one finding for every pair of stories of one role that contradict each other."""
    by_deed: dict[_Key, list[Entry]] = defaultdict(list)
    for entry in backlog.entries:
        for key in _keys(entry):
            by_deed[key].append(entry)
    for (_, verb, name), group in by_deed.items():
        yield from _scopes(group, verb, name)
        yield from _polarity(group, verb, name)


def _keys(entry: Entry) -> Iterator[_Key]:
    if entry.deed:
        for verb in entry.deed.verbs:
            for item in entry.deed.items:
                act = entry.reading.words.first_of_same.get(verb, verb)
                yield entry.role, act, item


def _scopes(group: list[Entry], verb: str, name: str) -> Iterator[SetFinding]:
    wide = [entry for entry in group if entry.deed and entry.deed.scope == "any"]
    narrow = [entry for entry in group if entry.deed and entry.deed.scope == "only"]
    if wide and narrow:
        pair = [wide[0], narrow[0]]
        message = f"One role may {verb} any {name} and only some, on {named(pair)}."
        yield told("conflict_free", "scope", pair, message, "Decide which one holds.")


def _polarity(group: list[Entry], verb: str, name: str) -> Iterator[SetFinding]:
    never = [entry for entry in group if entry.reading.story.negated]
    wanted = [entry for entry in group if not entry.reading.story.negated]
    pairs = [(one, other) for one in never for other in wanted if one.words == other.words]
    if pairs:
        pair = list(pairs[0])
        message = f"To {verb} {name} is wanted and is not wanted, on {named(pair)}."
        yield told("conflict_free", "polarity", pair, message, "Decide which one holds.")
