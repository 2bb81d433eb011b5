"""Unique: no two stories of a set say the same (Lucassen et al. 2016).

Told apart as there: the same story, the same means for another role or other ends, and means that
differ by a word or two.
"""

from collections import defaultdict
from collections.abc import Iterator

from copilot.analysis.stories.alike import alike
from copilot.analysis.stories.backlog import Backlog, Entry, named, told
from copilot.domain.story_lint import SetFinding

NEAR = 0.8
"""Jaccard similarity of the words of content from which two means are near duplicates."""
_LEAST_WORDS = 3
"""Words of content below which one word more or less is another story."""


def unique(backlog: Backlog) -> Iterator[SetFinding]:
    """Yield one finding for every group of stories that say the same."""
    by_means: dict[str, list[Entry]] = defaultdict(list)
    for entry in backlog.entries:
        if entry.means:
            by_means[entry.means].append(entry)
    for group in by_means.values():
        if len(group) > 1:
            yield from _same_means(group)
    yield from _near([group[0] for group in by_means.values()])
    yield from _means_and_ends(backlog, by_means)


def _same_means(group: list[Entry]) -> Iterator[SetFinding]:
    by_role: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in group:
        by_role[entry.role, entry.ends].append(entry)
    for same in by_role.values():
        if len(same) > 1:
            message = f"The same story stands on {named(same)}."
            yield told("unique", "same", same, message, "Keep one of them.", "error")
    firsts = [same[0] for same in by_role.values()]
    if len(firsts) < 2:
        return
    roles = {entry.role for entry in firsts}
    what = "for several roles" if len(roles) > 1 else "with other ends"
    rule = "other_role" if len(roles) > 1 else "other_ends"
    message = f"The same is wanted {what} on {named(firsts)}."
    yield told("unique", rule, firsts, message, "Join them, or say what differs.")


def _near(firsts: list[Entry]) -> Iterator[SetFinding]:
    kept = [entry for entry in firsts if len(entry.words) >= _LEAST_WORDS]
    pairs = list(alike([entry.words for entry in kept], NEAR))
    for places in _joined(pairs):
        group = [kept[place] for place in places]
        message = f"Nearly the same is wanted on {named(group)}."
        yield told("unique", "near", group, message, "Join them, or say what differs.")


def _joined(pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that pairs form, each in order."""
    leader: dict[int, int] = {}

    def lead(place: int) -> int:
        while leader.get(place, place) != place:
            place = leader[place]
        return place

    for first, second in pairs:
        one, other = sorted((lead(first), lead(second)))
        leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for place in sorted({place for pair in pairs for place in pair}):
        groups[lead(place)].append(place)
    return list(groups.values())


def _means_and_ends(backlog: Backlog, by_means: dict[str, list[Entry]]) -> Iterator[SetFinding]:
    """Yield stories whose ends are what another one wants."""
    for entry in backlog.entries:
        words = entry.ends.split()
        wanted = " ".join(words[2:] if words[:2] in (["i", "can"], ["we", "can"]) else words)
        others = [other for other in by_means.get(wanted, ()) if other is not entry]
        if wanted and others:
            message = f"What line {entry.line} gives as ends is wanted on {named(others)}."
            fix = "Order them, or give the ends behind both."
            yield told("unique", "ends_are_means", [entry, others[0]], message, fix, "info")
