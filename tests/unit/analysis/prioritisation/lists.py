"""Short ways to write lists and to look at what comes of them."""

from copilot.analysis.prioritisation.planning import Wishes, planned
from copilot.domain.roadmap import Roadmap
from copilot.domain.roadmap_parts import Estimate, Horizon, Item, PlannedItem

RICE_HEAD = "item,reach,impact,confidence,effort"


def point(value: float) -> Estimate:
    return Estimate(low=value, likely=value, high=value)


def span(low: float, high: float) -> Estimate:
    return Estimate(low=low, likely=(low + high) / 2, high=high, shape="range")


def triangle(low: float, likely: float, high: float) -> Estimate:
    return Estimate(low=low, likely=likely, high=high, shape="three-point")


def rice_item(
    name: str,
    reach: Estimate | float,
    effort: Estimate | float = 1.0,
    confidence: float = 100.0,
    after: tuple[str, ...] = (),
) -> Item:
    """Return an item of impact 1, so that its score is reach × confidence ÷ effort."""
    given = {"reach": reach, "impact": 1.0, "confidence": confidence, "effort": effort}
    inputs = {
        key: value if isinstance(value, Estimate) else point(value) for key, value in given.items()
    }
    return Item(id=name, name=name, row=1, inputs=inputs, depends_on=list(after))


def plan(text: str, **wishes: object) -> Roadmap:
    """Return the roadmap of a text."""
    return planned(text, Wishes(**wishes)).roadmap  # type: ignore[arg-type]


def item(roadmap: Roadmap, name: str) -> PlannedItem:
    """Return an item by its name."""
    return next(one for one in roadmap.items if one.name == name)


def place(roadmap: Roadmap, name: str) -> Horizon | None:
    """Return the horizon of an item."""
    placement = item(roadmap, name).placement
    return placement.horizon if placement else None


def value(roadmap: Roadmap, name: str) -> float:
    """Return the score of an item."""
    score = item(roadmap, name).score
    assert score is not None
    return score.value


def reason(roadmap: Roadmap, name: str) -> str:
    """Return why an item stands where it does."""
    placement = item(roadmap, name).placement
    assert placement is not None
    return placement.reason
