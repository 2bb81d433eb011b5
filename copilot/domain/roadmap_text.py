"""A roadmap in words: horizons with reasons, what is not scored, and questions."""

from collections.abc import Mapping, Sequence

from copilot.domain.counting import counted
from copilot.domain.lettering import lettered
from copilot.domain.markdown import ROWS, bullets, inert, rest_told
from copilot.domain.roadmap_names import INPUT_WORDS, named
from copilot.domain.roadmap_parts import PlannedItem

KANO_ONLY = (
    "Kano tells what absence would hurt and what presence would please. It knows neither cost nor"
    " order, so nothing is ranked here and nothing placed in Now, Next or Later."
)


def summary(method: str, formula: str, items: Sequence[PlannedItem], draws: int, seed: int) -> str:
    """Return what was scored, and how."""
    live = [item for item in items if not item.done]
    scored = sum(item.score is not None for item in live)
    head = f"**{method}** = {formula}. {scored} of {counted(len(live), 'item')} scored"
    done = len(items) - len(live)
    ends = f", {counted(done, 'item')} left out as done." if done else "."
    how = f" Ranges: {draws:,} draws, seed {seed}." if draws else ""
    return head + ends + how


def horizon(title: str, items: Sequence[PlannedItem], names: Mapping[str, str]) -> str:
    """Return a horizon, each item with its reason, evidence, and what it waits for."""
    lines = [_standing(item, names) for item in items[:ROWS]]
    text = "\n".join(lines) if lines else "Nothing."
    return f"## {title}\n\n{text}{rest_told(len(items) - ROWS)}"


def _standing(item: PlannedItem, names: Mapping[str, str]) -> str:
    assert item.placement is not None
    after = [*(names.get(one, one) for one in item.depends_on), *item.waits_for]
    mark = " (validate first)" if item.placement.validate_first else ""
    said = (
        f"- **{named(item)}**{mark}: {inert(item.placement.reason)}",
        f"After: {inert(', '.join(after))}." if after else "",
        f"Kano: {item.kano.category}." if item.kano and item.kano.category else "",
        f"Date: {inert(item.deadline)}." if item.deadline else "",
        f"Evidence: {inert(item.evidence.rstrip('.'))}." if item.evidence else "Evidence: none.",
    )
    return " ".join(filter(None, said))


def not_scored(items: Sequence[PlannedItem], names: Mapping[str, str], *, is_kano: bool) -> str:
    """Return what lacks an input, with what it lacks; what all lack is said once."""
    if not items:
        return ""
    title = "No answers" if is_kano else "Not scored, and placed by no number"
    alike = len({tuple(item.missing) for item in items}) == 1 and len(items) > 1
    lead = f"Each lacks {_lacks(items[0])}; nothing was guessed.\n\n" if alike else ""
    lines = [_lacking(item, names, alike=alike) for item in items[:ROWS]]
    listed = "\n".join(f"- {line}" for line in lines)
    return f"## {title}\n\n{lead}{listed}{rest_told(len(items) - ROWS)}"


def _lacks(item: PlannedItem) -> str:
    words = [INPUT_WORDS.get(name, name) for name in item.missing]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _lacking(item: PlannedItem, names: Mapping[str, str], *, alike: bool) -> str:
    place, reasons = item.placement, "; ".join(item.unread.values())
    aside = f" ({reasons})" if reasons else ""
    after = [*(names.get(one, one) for one in item.depends_on), *item.waits_for]
    said = (
        "" if alike else f"no {_lacks(item)}{inert(aside)}",
        f"after {inert(', '.join(after))}" if after else "",
        f"stands in {place.horizon.capitalize()}: {inert(place.reason)}"
        if place and place.horizon
        else "",
    )
    told = ", ".join(filter(None, said))
    return f"**{named(item)}**" + (f": {told}" if told else "")


def unplaced(items: Sequence[PlannedItem]) -> str:
    """Return what has a score and yet no place."""
    lines = [
        f"**{named(item)}**: {inert(item.placement.reason)}"
        for item in items
        if item.placement and item.placement.horizon is None
    ]
    return bullets("No place yet", lines[:ROWS], is_plain=False)


def asked(questions: Sequence[str]) -> str:
    """Return the questions, each with a letter to answer by."""
    lines = lettered(map(inert, questions))
    return "## Questions\n\n" + "\n\n".join(lines) if lines else ""


def kept(name: str) -> str:
    """Return where the roadmap is kept."""
    return f"Kept as `{name}`." if name else ""
