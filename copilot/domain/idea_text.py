"""How ideas read as Markdown."""

from collections.abc import Iterator, Mapping, Sequence

from copilot.domain.idea_parts import LeftOut, LensCard, ProductIdea, Spread
from copilot.domain.review_parts import Corner, Triangle


def idea(one: ProductIdea) -> str:
    """Return one idea with its lens, assumption, test and scores."""
    return "\n\n".join([f"## {one.id} {one.title}", one.idea, "\n".join(_points(one))])


def cards(given: Sequence[LensCard], *, by_model: bool) -> str:
    """Return the questions for people: all of them, or those a model has left open."""
    if not given:
        return ""
    head = f"## Questions for people\n\n{_LEFT_OPEN if by_model else _ALONE}"
    return "\n\n".join([head, "\n".join(f"- **{one.lens}.** {one.question}" for one in given)])


def left_out(removed: Sequence[LeftOut]) -> str:
    """Return what was taken out and why, so that a person can take it back."""
    if not removed:
        return ""
    lines = [f"- {one.idea} *({one.lens}; {_because(one)})*" for one in removed]
    return "\n".join(["## Left out", "", *lines])


def spread(measured: Spread) -> str:
    """Return the spread and what the figure means and does not."""
    lines = [_counts(measured), _lenses(measured.per_lens)]
    if measured.mean_distance is not None:
        lines += [_distance(measured, measured.mean_distance), _CAUTION]
    return "\n\n".join(["## Spread", *filter(None, lines)])


def next_steps(has_ideas: bool, kept_as: str) -> str:
    """Return how a person goes on."""
    if not has_ideas:
        return "## How to go on\n\nTake the answers to `pm-copilot review-ethics 'the answer'`."
    kept = f"\n\nKept as {kept_as}." if kept_as else ""
    return _NEXT + kept


_LEFT_OPEN = "By these lenses the model gave no idea that stands; people may find one."
_ALONE = (
    "Everyone writes two answers to each alone, before anybody speaks; then merge what would be "
    "built in the same way."
)
_CAUTION = (
    "The distance measures wording as well as meaning and says nothing of worth: nonsense is very "
    "spread out. Compare it only with sets of the same size."
)
_NEXT = """\
## How to go on

The order is that of the lenses and no rank; which ideas go on is for people to say. Scores are
computed from the idea's one sentence: a 4 means that the rules found nothing in it, not that it is
good.

- Is it right to build? `pm-copilot review-ethics 'the idea'`
- A story of it: `pm-copilot draft-story 'the idea'`
- Several beside each other: `pm-copilot plan-roadmap 'the ideas'`"""


def _points(one: ProductIdea) -> Iterator[str]:
    if one.verdict:
        yield f"- **{one.verdict}**"
    yield f"- Lens: {one.lens}"
    yield f"- Must be true: {one.must_be_true}"
    yield f"- Cheapest test: {one.cheapest_test}"
    if one.triangle:
        yield f"- {_triangle(one.triangle)}"
    for remark in one.remarks:
        yield f"- Remark: {remark}"


def _triangle(scores: Triangle) -> str:
    corners = (
        ("business value", scores.business_value),
        ("ethics", scores.ethics),
        ("human impact", scores.human_impact),
    )
    return "Triangle of truth, 1 to 4: " + ", ".join(_corner(*corner) for corner in corners)


def _corner(name: str, corner: Corner) -> str:
    unstated = " (not stated)" if corner.why.startswith("Not stated") else ""
    return f"{name} {corner.score}{unstated}"


def _because(one: LeftOut) -> str:
    return one.why if one.likeness is None else f"{one.why}, likeness {one.likeness:.2f}"


def _counts(measured: Spread) -> str:
    return (
        f"{measured.kept} of {measured.written} ideas kept; {measured.removed_share:.0%} repeated "
        "an earlier idea or the problem."
    )


def _lenses(per_lens: Mapping[str, int]) -> str:
    listed = ", ".join(f"{lens} {count}" for lens, count in per_lens.items())
    return f"Kept by lens: {listed}." if listed else ""


def _distance(measured: Spread, mean: float) -> str:
    by = "meaning" if measured.by == "meaning" else "words in common"
    nearest = f", the nearest two {measured.nearest:.2f}" if measured.nearest is not None else ""
    return f"Mean distance of two ideas, by {by}: {mean:.2f}{nearest} (0 is the same)."
