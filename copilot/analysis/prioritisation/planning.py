"""From a list to a roadmap: read, score, rank, place, ask."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.amounts import Amount, read_amount
from copilot.analysis.prioritisation.asking import questions
from copilot.analysis.prioritisation.cautions import cautions
from copilot.analysis.prioritisation.choosing import chosen
from copilot.analysis.prioritisation.estimating import estimated
from copilot.analysis.prioritisation.horizons import (
    Room,
    nothing_held,
    placed,
    room_for,
    rules_in_words,
    slots_of,
)
from copilot.analysis.prioritisation.kano import CITATIONS as KANO_CITATIONS
from copilot.analysis.prioritisation.kano_planning import kano_roadmap
from copilot.analysis.prioritisation.method import Method
from copilot.analysis.prioritisation.reading import read_list
from copilot.analysis.prioritisation.sensitivity import flips
from copilot.analysis.prioritisation.stability import Ranking, Slots, ordered, ranking
from copilot.domain.roadmap import Roadmap
from copilot.domain.roadmap_parts import Item, PlannedItem, Score
from copilot.errors import InputError

SEED = 1
MOST_FLIPS = 200
"""Neighbours whose flips are computed; nobody reads on."""
_RANKED = {
    "rank-sensitivity#steps": "Inputs are varied within their ranges, and it is counted how often"
    " the order changes.",
    "now-next-later#steps": "Now is limited to capacity; each item notes its evidence.",
}
_SURE = {
    "confidence-meter#summary": "Confidence depends on the kind of evidence behind an idea.",
}


class Wishes(NamedTuple):
    """What a person says beside the list."""

    framework: str = ""
    now: int | None = None
    capacity: float | None = None
    seed: int = SEED


class Plan(NamedTuple):
    """A roadmap, and the passages it rests on with the statement that leans on each."""

    roadmap: Roadmap
    rests_on: Mapping[str, str]


def planned(text: str, wishes: Wishes) -> Plan:
    """Return the roadmap of a list.

    Raises:
        InputError: The list cannot be read, or holds what no formula can take.
    """
    found = read_list(text)
    wishes = _with_settings(wishes, found.settings)
    method, told = chosen(found.rows, wishes.framework)
    if method is None:
        items = [row.item for row in found.rows]
        return Plan(kano_roadmap(items, [*found.remarks, *told]), KANO_CITATIONS)
    read = estimated(found.rows, method)
    remarks = [*told, *found.remarks, *read.remarks, *method.remarks(read.items)]
    roadmap = _roadmap(read.items, method, wishes, remarks)
    return Plan(roadmap, _rests_on(method) if roadmap.scored else method.citations)


def _with_settings(wishes: Wishes, settings: Mapping[str, str]) -> Wishes:
    """Return the wishes, completed by what the text around the list says."""
    read = read_amount(settings.get("capacity", ""))
    said = read.likely if isinstance(read, Amount) and read.likely > 0 else None
    capacity = wishes.capacity if wishes.capacity is not None else said
    named = wishes.framework or settings.get("framework", "")
    return wishes._replace(capacity=capacity, framework=named)


def _rests_on(method: Method) -> dict[str, str]:
    sure = _SURE if "confidence" in method.needed else {}
    return {**method.citations, **_RANKED, **sure}


def _roadmap(
    items: Sequence[Item], method: Method, wishes: Wishes, remarks: Sequence[str]
) -> Roadmap:
    live = [item for item in items if not item.done]
    whole = [item for item in live if all(name in item.inputs for name in method.needed)]
    room = room_for(len(whole), wishes.now, wishes.capacity, method)
    ranked = ordered(whole, method)
    slots = slots_of([_cost(item, method) for item in ranked], room)
    known = _ranking(ranked, method, slots, wishes.seed)
    lines = _planned(items, known, method)
    waiting = [_without_done(line, items) for line in lines if not line.done]
    places = placed(waiting, method, room)
    full = [line.model_copy(update={"placement": places.get(line.id)}) for line in lines]
    open_ = [line for line in full if not line.done]
    empty = ["Nothing stands in Now: see the reasons in Next."] if nothing_held(places) else []
    return Roadmap(
        framework=method.framework,
        method=method.title,
        formula=method.formula,
        items=full,
        leads=known.leads,
        flips=flips(ranked[:MOST_FLIPS], method),
        now_slots=slots.now,
        capacity=room.capacity,
        rules=rules_in_words(method, room, slots) if whole else [],
        cautions=[
            *empty,
            *cautions(open_, known, method),
            *_unused_capacity(wishes, room, method),
            *remarks,
        ],
        questions=questions(open_, method, room.capacity or wishes.now, slots.now),
        draws=known.draws,
        seed=wishes.seed,
    )


def _ranking(ranked: Sequence[Item], method: Method, slots: Slots, seed: int) -> Ranking:
    return ranking(ranked, method, slots, seed) if ranked else Ranking([], [], [], 0, [])


def _cost(item: Item, method: Method) -> float:
    return item.inputs[method.cost].likely if method.cost else 0.0


def _planned(items: Sequence[Item], known: Ranking, method: Method) -> list[PlannedItem]:
    """Return ranked items first, then those not scored, then those done."""
    ranked = [
        _line(item, method, score) for item, score in zip(known.items, known.scores, strict=True)
    ]
    there = {item.id for item in known.items}
    others = [_line(item, method) for item in items if item.id not in there]
    return [*ranked, *sorted(others, key=lambda line: line.done)]


def _line(item: Item, method: Method, score: Score | None = None) -> PlannedItem:
    missing = [] if item.done else [name for name in method.needed if name not in item.inputs]
    return PlannedItem(**dict(item), missing=missing, score=score)


def _without_done(line: PlannedItem, items: Sequence[Item]) -> PlannedItem:
    """Return an item that no longer waits for what is done."""
    done = {item.id for item in items if item.done}
    left = [one for one in line.depends_on if one not in done]
    return line.model_copy(update={"depends_on": left})


def _unused_capacity(wishes: Wishes, room: Room, method: Method) -> list[str]:
    if wishes.capacity is None or room.capacity is not None:
        return []
    return [f"{method.title} has no size of items, so the capacity was not used."]


def require_possible(wishes: Wishes) -> None:
    """Raise InputError where a wish cannot be met by any list."""
    if wishes.now is not None and wishes.now < 1:
        raise InputError("Now must hold at least one item.", hint="Give --now 1 or more.")
    if wishes.capacity is not None and not 0 < wishes.capacity < float("inf"):
        raise InputError("The capacity must be above 0.", hint="Give --capacity 6, say.")
    if wishes.seed < 0:
        raise InputError("The seed must not be below 0.", hint="Give --seed 1, say.")
