"""Place items in Now, Next and Later, each with the reason.

The rules are those that `rules_in_words` tells the reader.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from copilot.analysis.prioritisation.bundles import pulls
from copilot.analysis.prioritisation.dependencies import cycles, needed_by
from copilot.analysis.prioritisation.method import Method, listed
from copilot.analysis.prioritisation.reasons import Reasons
from copilot.analysis.prioritisation.stability import Slots
from copilot.domain.roadmap_parts import Horizon, Placement, PlannedItem

FULL = "full"
HORIZONS: tuple[Horizon, ...] = ("now", "next", "later")
_BUNDLES = (
    " What it needs is taken with the score of both together (the sum of what they bring ÷ the sum"
    " of what they take) where that is higher than its own."
)
MOST_NOW = 5
"""Items in Now where nobody has said how many the team can work on."""


class Room(NamedTuple):
    """How much fits into Now, and again into Next."""

    slots: int | None = None
    """Items; None where capacity decides."""
    capacity: float | None = None
    """In the unit of the framework's cost, such as person-months."""


def room_for(count: int, now: int | None, capacity: float | None, method: Method) -> Room:
    """Return the room of a horizon: what was said, else a third of the items, five at most."""
    usable = capacity if method.cost else None
    if now is None and usable is not None:
        return Room(capacity=usable)
    return Room(now or max(1, min(MOST_NOW, math.ceil(count / 3))), usable)


def slots_of(costs: Sequence[float], room: Room) -> Slots:
    """Return how many of the first ranks fit into Now and Next if scores alone decided."""
    now = _fitting(costs, room)
    return Slots(now, _fitting(costs[now:], room))


def _fitting(costs: Sequence[float], room: Room) -> int:
    used, count = 0.0, 0
    for cost in costs[: room.slots]:
        used += cost
        if room.capacity is not None and used > room.capacity:
            break
        count += 1
    return max(1, count)


def placed(items: Sequence[PlannedItem], method: Method, room: Room) -> dict[str, Placement]:
    """Return where each item stands; those in no horizon have the reason for that.

    Args:
        items: Those not done: ranked ones from the highest score down, then those not scored.
        method: The framework.
        room: How much fits into a horizon.
    """
    return _Placing(items, method, room).all()


class _Placing:
    """Fills one horizon after another."""

    def __init__(self, items: Sequence[PlannedItem], method: Method, room: Room) -> None:
        self.items = {item.id: item for item in items}
        self.method = method
        self.room = room
        rings = cycles(items)
        self.ring_of = {one: ring for ring in rings for one in ring}
        mandatory = [item.id for item in items if item.mandatory]
        self.needed = needed_by(mandatory, self.items)
        self.musts = {*mandatory, *self.needed} - set(self.ring_of)
        self.places: dict[str, Placement] = {}
        self.pulls = pulls([item for item in items if self._may_pull(item)], self.items, method)
        self.reasons = Reasons(self.items, method, self._slots())

    def _slots(self) -> int:
        costs = [self._cost(item) for item in self.items.values() if item.score]
        return slots_of(costs, self.room).now

    def all(self) -> dict[str, Placement]:
        """Return every placement, in the order of the horizons."""
        left = [item for item in self.items.values() if self._can_be_placed(item)]
        for horizon in HORIZONS:
            left = self._fill(horizon, left)
        for item in self.items.values():
            if item.id not in self.places:
                self.places[item.id] = Placement(horizon=None, reason=self._no_place(item))
        return self.places

    def _may_pull(self, item: PlannedItem) -> bool:
        is_open = item.waits_for or self._placeless(item) or self._is_doubtful(item)
        return bool(item.score and item.depends_on and not is_open and item.id not in self.ring_of)

    def _can_be_placed(self, item: PlannedItem) -> bool:
        return item.id not in self.ring_of and (item.score is not None or item.id in self.musts)

    def _no_place(self, item: PlannedItem) -> str:
        ring = self.ring_of.get(item.id)
        if ring:
            names = [self.items[one].name for one in ring]
            return f"In a ring of dependencies: {listed(names, 6)} wait for each other."
        return f"Not scored: no {listed([*item.missing], 6)}."

    def _fill(self, horizon: Horizon, left: Sequence[PlannedItem]) -> list[PlannedItem]:
        """Place what fits into a horizon, in order of its key, and return what does not."""
        used, count = 0.0, 0
        waiting, heap = self._waiting(left)
        over: list[PlannedItem] = []
        queue = [(self._key(item), at) for at, item in enumerate(left) if at in heap]
        heapq.heapify(queue)
        while queue:
            item = left[heapq.heappop(queue)[1]]
            cost = self._cost(item)
            fault = "" if horizon == "later" else self._fault(item, horizon, used, count)
            if fault:
                told = self.reasons.full(item, horizon) if fault == FULL else fault
                if told:
                    self.reasons.note(item.id, told)
                over.append(item)
                continue
            used, count = used + cost, count + 1
            self._place(item, horizon)
            for at in waiting.pop(item.id, ()):
                if not self._unplaced(left[at]):
                    heapq.heappush(queue, (self._key(left[at]), at))
        self._note_waiting(left, over)
        return [item for item in left if item.id not in self.places]

    def _waiting(self, left: Sequence[PlannedItem]) -> tuple[dict[str, list[int]], set[int]]:
        """Return who waits for what, and the positions of those that wait for nothing."""
        waiting: dict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(left):
            for other in self._unplaced(item):
                waiting[other].append(at)
        held = {at for positions in waiting.values() for at in positions}
        return waiting, set(range(len(left))) - held

    def _unplaced(self, item: PlannedItem) -> list[str]:
        """Return what has to come first, will have a place, and has none yet."""
        return [
            one
            for one in item.depends_on
            if one in self.items and one not in self.places and self._can_be_placed(self.items[one])
        ]

    def _placeless(self, item: PlannedItem) -> list[str]:
        """Return what has to come first and will have no place at all."""
        known = (one for one in item.depends_on if one in self.items)
        return [one for one in known if not self._can_be_placed(self.items[one])]

    def _key(self, item: PlannedItem) -> tuple[bool, float]:
        """Return the order of filling: mandatory work first, then the score, alone or pulled."""
        alone = item.score.value if item.score else 0.0
        pull = self.pulls.get(item.id)
        return item.id not in self.musts, -max(alone, pull.score if pull else 0.0)

    def _fault(self, item: PlannedItem, horizon: Horizon, used: float, count: int) -> str:
        """Return why an item does not stand in this horizon; empty where it does."""
        if item.id in self.musts:
            return ""
        if horizon == "now" and self._is_doubtful(item):
            return self.reasons.doubtful(item)
        if horizon == "now" and (item.waits_for or self._placeless(item)):
            return self.reasons.waits_outside(item, self._placeless(item))
        cost, room = self._cost(item), self.room
        if room.capacity is not None and used + cost > room.capacity:
            return self.reasons.too_large(cost, room.capacity, used, horizon)
        return FULL if room.slots is not None and count >= room.slots else ""

    def _is_doubtful(self, item: PlannedItem) -> bool:
        known = item.inputs.get("confidence")
        return known is not None and known.likely < self.method.doubtful

    def _note_waiting(self, left: Sequence[PlannedItem], over: Sequence[PlannedItem]) -> None:
        told = {item.id for item in over}
        for item in left:
            if item.id not in self.places and item.id not in told:
                self.reasons.waits(item, self._unplaced(item))

    def _place(self, item: PlannedItem, horizon: Horizon) -> None:
        doubtful = self._is_doubtful(item) and item.id not in self.musts
        if item.id in self.musts:
            reason = self.reasons.mandatory(item, self.needed.get(item.id))
        else:
            reason = self.reasons.of(item, horizon, self.pulls.get(item.id))
        self.places[item.id] = Placement(horizon=horizon, reason=reason, validate_first=doubtful)

    def _cost(self, item: PlannedItem) -> float:
        known = item.inputs.get(self.method.cost) if self.method.cost else None
        return known.likely if known else 0.0


def rules_in_words(method: Method, room: Room, slots: Slots) -> list[str]:
    """Return the rules of the placement, as this list met them."""
    first = "1 item" if slots.now == 1 else f"{slots.now} items"
    if room.capacity is not None:
        most = f"; at most {room.slots} items" if room.slots else ""
        size = (
            f"Now holds what fits into a capacity of {room.capacity:g} of {_cost_word(method)}"
            f"{most}; Next as much again; Later the rest. By score alone {first} would fit."
        )
    else:
        size = f"Now holds {first}, Next as many, Later the rest."
    rules = [
        size,
        "Items are taken by score at their likely values; draws say how firm a place is and move"
        " nothing.",
        "No item stands before one it depends on." + (_BUNDLES if method.divisor else ""),
    ]
    if method.doubtful:
        scale = (
            f"{method.doubtful:g} %"
            if method.framework == "rice"
            else "5 of 10 (a line of our own; ICE has none)"
        )
        rules.append(f"A confidence under {scale} keeps an item out of Now: validate first.")
    rules.append(
        "What waits for something without a place, or outside the list, stands in Next at the"
        " earliest. Mandatory work, and what it needs, stands in Now whatever its score."
    )
    return rules


def _cost_word(method: Method) -> str:
    return method.cost.replace("_", " ")


def nothing_held(places: Mapping[str, Placement]) -> bool:
    """Tell whether Now is empty, although something has a place."""
    horizons = {place.horizon for place in places.values()}
    return bool(horizons - {None}) and "now" not in horizons
