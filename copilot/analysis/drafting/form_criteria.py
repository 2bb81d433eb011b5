"""One acceptance criterion of a story's form."""

from collections.abc import Sequence

from copilot.analysis.drafting.form_lines import FormLine, refused
from copilot.analysis.drafting.form_values import as_kept, flat, kept_in_list
from copilot.domain.story import Criterion

_ORDER = ("given", "when", "then")
_EMPTY = Criterion(given=[], when="", then=[])


def read_criterion(
    head: FormLine, steps: Sequence[FormLine], before: Criterion | None
) -> Criterion:
    """Return a criterion as its lines say it.

    Args:
        head: The line that names it.
        steps: Its further lines.
        before: As it was; None for a new one. What it lacked it may go on lacking.

    Raises:
        InputError: A step stands where it cannot, or is missing.
    """
    said = _by_keyword(steps)
    old = before or _EMPTY
    given, then = (kept_in_list(said[name], getattr(old, name)) for name in ("given", "then"))
    when = as_kept("".join(said["when"]), old.when)
    if not when.strip() and (before is None or flat(old.when)):
        refused(head.number, "the criterion that begins here has no “When”")
    if not then and (before is None or old.then):
        refused(head.number, "the criterion that begins here has no “Then”")
    return old.model_copy(update={"given": given, "when": when, "then": then})


def _by_keyword(steps: Sequence[FormLine]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {name: [] for name in _ORDER}
    at = 0
    for step in steps:
        place = at if step.label == "and" else _ORDER.index(step.label)
        keyword = _ORDER[place]
        if step.label == "and" and not said[keyword]:
            refused(step.number, "“And” goes on from no step")
        if place < at:
            refused(step.number, f"“{keyword.title()}” stands too late in its criterion")
        if keyword == "when" and said["when"]:
            refused(step.number, "a criterion has one “When”", "Write another criterion for it.")
        at = place
        said[keyword].append(step.value)
    return said
