"""How items of a roadmap and their inputs are called."""

from copilot.domain.markdown import inert
from copilot.domain.roadmap_parts import Item

INPUT_WORDS = {
    "time_criticality": "time criticality",
    "risk_reduction": "risk reduction",
    "job_size": "job size",
    "cost_of_delay": "cost of delay",
}


def named(item: Item) -> str:
    """Return the name, behind the id where the list has ids of its own."""
    return inert(item.name if item.id == str(item.row) else f"{item.id} {item.name}")
