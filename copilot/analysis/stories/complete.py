"""Complete: a set leaves no step out (Lucassen et al. 2016).

As the paper formalises it: what is read, changed or deleted must be made by some story (a void
dependency). Where the making comes later in the file than the first use, the order is told as a
dependency (independent).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from copilot.analysis.stories.backlog import Backlog, Entry, named, told
from copilot.domain.story_lint import SetFinding

_Uses = Mapping[str, list[Entry]]


class _Lives(NamedTuple):
    """The stories of each item, by what they do to it."""

    made: _Uses
    changed: _Uses
    read: _Uses


def complete(backlog: Backlog) -> Iterator[SetFinding]:
    """Yield one finding for every item that is used and that no story makes."""
    lives = _lives(backlog)
    for noun in sorted({*lives.changed, *lives.read} - lives.made.keys()):
        users = [*lives.changed.get(noun, ()), *lives.read.get(noun, ())]
        what = "changed or deleted" if noun in lives.changed else "read"
        message = f"“{noun}” is {what} on {named(users)}, and no story makes it."
        fix = f"Add the story that makes it, if {noun} does not come from elsewhere."
        yield told("complete", what.split()[0], users, message, fix, "info")


def made_too_late(backlog: Backlog) -> Iterator[SetFinding]:
    """Yield one finding for every item that is changed before the story that makes it."""
    lives = _lives(backlog)
    for noun, changed in lives.changed.items():
        made = lives.made.get(noun)
        if made and min(entry.line for entry in made) > min(entry.line for entry in changed):
            pair = [min(changed, key=lambda entry: entry.line), min(made, key=lambda e: e.line)]
            message = f"Line {pair[0].line} changes what line {pair[1].line} makes (“{noun}”)."
            yield told("independent", "order", pair, message, "Put the making first.", "info")


def _lives(backlog: Backlog) -> _Lives:
    made: dict[str, list[Entry]] = defaultdict(list)
    changed: dict[str, list[Entry]] = defaultdict(list)
    read: dict[str, list[Entry]] = defaultdict(list)
    for entry in backlog.entries:
        deed, words = entry.deed, entry.reading.words
        for item in deed.items if deed else ():
            assert deed is not None
            verbs = {*deed.verbs}
            for kind, known in (
                (made, words.makes),
                (changed, words.changes | words.deletes),
                (read, words.reads),
            ):
                if verbs & known:
                    kind[item].append(entry)
    return _Lives(made, changed, read)
