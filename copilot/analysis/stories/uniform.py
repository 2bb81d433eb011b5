"""Uniform: all stories of a set follow the same template (Lucassen et al. 2016).

The template is the one that most stories of the set have, whichever it is.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from copilot.analysis.stories.backlog import Backlog, Entry, named, told
from copilot.domain.story_lint import SetFinding, Severity

MAJORITY = 0.6
"""Share of the stories from which a way of writing is the set's own."""
LEAST = 4
"""Stories below which there is no majority to speak of."""
_FORMS = {
    "connextra": "As a …, I want …",
    "benefit_first": "In order to …, as a …, I want …",
    "job_story": "When …, I want …",
}


def uniform(backlog: Backlog) -> Iterator[SetFinding]:
    """Yield one finding for every way of writing that only a minority of the set has."""
    if len(backlog.entries) < LEAST:
        return
    yield from _deviating(backlog, "form", _form)
    usual = [entry for entry in backlog.entries if entry.reading.story.form == "connextra"]
    yield from _deviating(Backlog(usual), "wish", wish_of)
    with_ends = [entry for entry in backlog.entries if entry.ends]
    yield from _deviating(Backlog(with_ends), "reason", _reason)
    yield from _deviating(backlog, "ends", _has_ends, "info")


def wish_of(entry: Entry) -> str:
    """Return the verb of the wish: `want`, `need`, `can`, `would like`."""
    words = entry.reading.story.wish.replace("i'd", "i would").split()
    known = ("want", "need", "like", "love", "can", "must", "should", "wish", "am", "will")
    found = next((word for word in words if word in known), words[-1] if words else "")
    return f"I would {found}" if found in ("like", "love") and "would" in words else f"I {found}"


def _form(entry: Entry) -> str:
    return _FORMS.get(entry.reading.story.form, "…")


def _reason(entry: Entry) -> str:
    reason = entry.reading.story.reason
    return "so that" if reason == "so" else reason


def _has_ends(entry: Entry) -> str:
    return "with ends" if entry.ends else "without ends"


def _deviating(
    backlog: Backlog, rule: str, way: Callable[[Entry], str], severity: Severity = "warning"
) -> Iterator[SetFinding]:
    ways: dict[str, list[Entry]] = defaultdict(list)
    for entry in backlog.entries:
        ways[way(entry)].append(entry)
    if len(backlog.entries) < LEAST or len(ways) == 1:
        return
    usual, count = Counter({name: len(group) for name, group in ways.items()}).most_common(1)[0]
    if count < MAJORITY * len(backlog.entries) or usual == "without ends":
        return
    for name, group in ways.items():
        if name != usual:
            share = f"{count} of {len(backlog.entries)} stories"
            message = f"“{name}” on {named(group)}; {share} are written “{usual}”."
            yield told("uniform", rule, group, message, f"Write them “{usual}” too.", severity)
