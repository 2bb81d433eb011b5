"""What would change the order of a roadmap, pair by pair, in words."""

from collections.abc import Mapping, Sequence

from copilot.domain.figures import percent
from copilot.domain.markdown import bullets, inert
from copilot.domain.roadmap_names import INPUT_WORDS
from copilot.domain.roadmap_parts import Flip, Lead, PlannedItem

LOOKED_AT = 12
"""First ranks among which the closest pairs are looked for."""
PAIRS = 5
"""Pairs of neighbours that are shown."""
_MISJUDGED = (("effort", "job_size", "duration", "ease"), ("reach", "cost_of_delay", "value"))


def pairs(
    items: Sequence[PlannedItem], leads: Sequence[Lead], flips: Sequence[Flip], slots: int
) -> str:
    """Return the pairs that matter: the first, that at the edge of Now, and the closest."""
    names = {item.id: item.name for item in items}
    shown = _shown_pairs(leads, slots)
    lines = [
        _pair(leads[at], names, [flip for flip in flips if _is_of(flip, leads[at])]) for at in shown
    ]
    return bullets("What would change the order", lines, is_plain=False)


def _is_of(flip: Flip, lead: Lead) -> bool:
    return (flip.first, flip.second) == (lead.first, lead.second)


def _shown_pairs(leads: Sequence[Lead], slots: int) -> list[int]:
    everything = range(min(len(leads), max(LOOKED_AT, 2 * slots)))
    closest = sorted(everything, key=lambda at: (leads[at].share or 0, leads[at].factor or 0))
    wanted = dict.fromkeys(at for at in (slots - 1, 0, *closest) if at in everything)
    return sorted(list(wanted)[:PAIRS])


def _pair(lead: Lead, names: Mapping[str, str], flips: Sequence[Flip]) -> str:
    first, second = inert(names[lead.first]), inert(names[lead.second])
    if lead.factor == 1.0:
        head = f"**{first}** and **{second}** have the same score"
    else:
        share = f" in {percent(lead.share)} of draws" if lead.share is not None else ""
        factor = f" (score × {lead.factor:.2f})" if lead.factor else ""
        head = f"**{first}** before **{second}**{share}{factor}"
    nearest = sorted((flip for flip in flips if flip.flips_at != flip.likely), key=_order)
    inside = [flip for flip in nearest if flip.within_range]
    parts = [_turn(flip, names) for flip in _one_an_input(inside or nearest)[:2]]
    if not parts:
        return f"{head}."
    lead_in = "within a stated range it turns if" if inside else "it turns if"
    return f"{head}; {lead_in} {', or '.join(parts)}."


def _one_an_input(flips: Sequence[Flip]) -> list[Flip]:
    """Return the first flip of each input, since two of one input say the same."""
    first = {flip.input: flip for flip in reversed(flips)}
    return [flip for flip in flips if first[flip.input] is flip]


def _order(flip: Flip) -> tuple[float, int]:
    """Return the least change first; of equal ones, what people misjudge most."""
    is_first = [flip.input in names for names in _MISJUDGED]
    return round(_change(flip), 6), is_first.index(True) if any(is_first) else len(is_first)


def _change(flip: Flip) -> float:
    """Return by what factor the input would have to change."""
    ends = sorted((abs(flip.likely), abs(flip.flips_at)))
    return ends[1] / ends[0] if ends[0] else float("inf")


def _turn(flip: Flip, names: Mapping[str, str]) -> str:
    way = "rises to" if flip.flips_at > flip.likely else "falls to"
    word = INPUT_WORDS.get(flip.input, flip.input)
    value, before = _exact(flip.flips_at), _exact(flip.likely)
    return f"{word} of {inert(names[flip.item])} {way} {value} (likely {before})"


def _exact(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
