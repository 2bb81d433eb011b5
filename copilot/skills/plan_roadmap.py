"""Plan a roadmap: scores, ranks and places are computed; no model takes part."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.analysis.grounding import cite
from copilot.domain.artifact import Artifact
from copilot.domain.document import Citation
from copilot.domain.roadmap import PLAN
from copilot.errors import NotFound
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.services import Services


class PlanRoadmap(BaseModel):
    """A list to rank."""

    text: str = Field(
        description="the whole list of items, as a table or one a line, with every figure given",
        min_length=1,
    )
    framework: str | None = Field(
        None, description="rice, wsjf, ice or kano, only where one is asked for by name"
    )
    capacity: SkipJsonSchema[float | None] = Field(
        None, description="how much effort or job size the team can take on at once"
    )
    now: SkipJsonSchema[int | None] = Field(None, description="how many items at most stand in now")
    seed: SkipJsonSchema[int] = Field(1, description="where the drawing within ranges starts")
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the roadmap in the workspace, under an id"
    )


@skill(
    examples=(
        "what should we build first: offline mode, SSO or CSV export?",
        "rank this backlog by RICE",
        "make a now/next/later roadmap of these twelve ideas",
    ),
)
async def plan_roadmap(request: PlanRoadmap, services: "Services") -> Artifact:
    """Rank and prioritise a list of features into a Now/Next/Later roadmap, with computed scores.

    Someone has several items and wants to know what to build first: rank, prioritise, score, order
    or sort a backlog, by RICE, WSJF, ICE or Kano, or plan a roadmap of it.

    Nothing is guessed: an item without its inputs is listed, not scored, and asked about.
    """
    from copilot.analysis.prioritisation.planning import Wishes, planned, require_possible

    wishes = Wishes(request.framework or "", request.now, request.capacity, request.seed)
    require_possible(wishes)
    plan = await asyncio.to_thread(planned, request.text, wishes)
    items = len(plan.roadmap.items)
    citations, missing = _cited(plan.rests_on, services)
    artifact = Artifact(
        kind=PLAN,
        title=f"Roadmap of {items:,} {'item' if items == 1 else 'items'} by {plan.roadmap.method}",
        body=plan.roadmap,
        citations=citations,
        warnings=missing,
        provenance=services.provenance(),
    )
    return services.artifacts.keep(artifact) if request.keep else artifact


def _cited(
    rests_on: Mapping[str, str], services: "Services"
) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """Return the citations, and a warning on each note that is not here."""
    found, missing = [], []
    for name, statement in rests_on.items():
        try:
            passage = services.knowledge.passage(name)
        except NotFound:
            missing.append(name)
            continue
        found.append(cite(passage, statement).model_copy(update={"supports": statement}))
    told = (f"Notes it rests on are not here: {', '.join(missing)}.",) if missing else ()
    return tuple(found), told
