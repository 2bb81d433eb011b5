"""Tell what was done to a history, from what it was seen to hold and what it holds now."""

from collections.abc import Iterator, Sequence

from copilot.domain.decision_log import GRAVEST, VERDICT_OF, Problem, Seen, Verdict

Records = dict[str, str]
"""Object by id, in order."""


def differences(seen: Sequence[Seen], found: Sequence[Seen]) -> list[Problem]:
    """Return what happened to a history whose newest commit seen is gone.

    Only the commits that both do not share are compared, by the records they hold.

    Args:
        seen: What the witness has, in the order of arrival.
        found: What the log holds now, the oldest first.
    """
    known, here = {one.commit for one in seen}, {one.commit for one in found}
    before = _records([one for one in seen if one.commit not in here])
    after = _records([one for one in found if one.commit not in known])
    alike = [name for name, blob in before.items() if after.get(name) == blob]
    if not known & here and not alike:
        return [_whole("rewritten", before, after)]
    if not before.keys() & after.keys():
        return [_whole("forked", before, after)]
    return [*_told(before, after)] or _beside_records(seen, found, before)


def verdict_of(problems: Sequence[Problem], anchored: bool) -> Verdict:
    """Return the one verdict of all that was found."""
    found: set[Verdict] = {VERDICT_OF[problem.kind] for problem in problems}
    found.add("ok" if anchored else "ok_unanchored")
    return next(verdict for verdict in GRAVEST if verdict in found)


def _told(before: Records, after: Records) -> Iterator[Problem]:
    for name in before.keys() - after.keys():
        yield Problem(decision=name, kind="deleted", what=f"{name} was taken out of the history.")
    for name in after.keys() - before.keys():
        yield Problem(decision=name, kind="inserted", what=f"{name} was put into the history.")
    shared = [name for name in before if name in after]
    moved = [name for name in after if name in before]
    for name in shared:
        if before[name] != after[name]:
            yield Problem(decision=name, kind="edited", what=f"The text of {name} was changed.")
    if shared != moved:
        first = next(one for one, other in zip(shared, moved, strict=True) if one != other)
        yield Problem(decision=first, kind="reordered", what=f"From {first} on, the order differs.")


def _beside_records(seen: Sequence[Seen], found: Sequence[Seen], before: Records) -> list[Problem]:
    """Return what changed where all records are as they were: commits that record nothing."""
    if len(found) > len(seen):
        return [Problem(kind="inserted", what="A commit was put into the history.")]
    if len(found) < len(seen):
        what = "A commit was taken out of the history: a signature, or a merge."
        return [Problem(kind="deleted", what=what)]
    first = next(iter(before), None)
    what = f"Author, time or message of {first or 'a commit'} or of what follows it changed."
    return [Problem(decision=first, kind="edited", what=what)]


def _whole(kind: str, before: Records, after: Records) -> Problem:
    first = next(iter(before), None)
    what = {
        "rewritten": "The whole history was written anew: nothing is left of what was recorded.",
        "forked": (
            f"The history forks: instead of {', '.join(before) or 'what was recorded'}"
            f" it holds {', '.join(after) or 'nothing'}."
        ),
    }[kind]
    return Problem.model_validate({"decision": first, "kind": kind, "what": what})


def _records(commits: Sequence[Seen]) -> Records:
    return {one.record: one.blob for one in commits if one.record}
