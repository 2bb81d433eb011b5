"""Draft a specification from what somebody has written; every statement says on what it rests."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from copilot.analysis.drafting.asking import asides
from copilot.analysis.drafting.title import title_of
from copilot.analysis.grounding import cite
from copilot.analysis.specs.asking import spec_questions
from copilot.analysis.specs.composing import Material, composed, silent
from copilot.analysis.specs.stakes import judged
from copilot.analysis.untrusted import clean, one_line
from copilot.domain.artifact import SPEC, Artifact
from copilot.domain.document import Citation
from copilot.domain.spec import Spec
from copilot.errors import InputError, NotFound
from copilot.skill import skill

if TYPE_CHECKING:
    from copilot.analysis.requirements.reading import Source
    from copilot.llm.spec_writer import Supplement
    from copilot.services import Services

TITLE_LENGTH = 80
_WITHOUT = ("No model is set: where the source is silent, nothing is proposed.",)


class DraftSpec(BaseModel):
    """A source to make a specification of."""

    source: str = Field(
        description="what is known of the feature: an idea, notes, a brief, in full", min_length=3
    )
    keep: SkipJsonSchema[bool] = Field(
        True, description="keep the specification in the workspace, under an id"
    )


@skill(
    prompts=("draft_spec", "write_consequences"),
    examples=(
        "PRD for a feature that lets tenants book the laundry room",
        "write up the spec: parcels can be left with a neighbour",
        "make a product requirements document of these meeting notes",
    ),
)
async def draft_spec(request: DraftSpec, services: "Services") -> Artifact:
    """Draft a specification (PRD) from an idea, notes or a brief, as long as the stakes ask for.

    Someone wants a spec, PRD, product requirements document or one-pager for a whole feature.

    Every statement is cited from the source, derived by rules, or marked as assumed. A model only
    proposes where the source is silent; what it invents is left out.
    """
    text = clean(request.source)
    source = services.source_reader.read(text)
    if not source.requirements:
        raise InputError(
            "The text asks for nothing, so there is nothing to specify.",
            hint="Say what somebody should be able to do: pm-copilot draft-spec 'the idea'",
        )
    material = _material(text, source, services)
    added = await _supplement(material, text, services)
    if added is not None:
        material = material._replace(proposals=added.proposals, consequences=added.consequences)
    spec = composed(material)
    spec = spec.model_copy(update={"questions": spec_questions(material, spec)})
    artifact = Artifact(
        kind=SPEC,
        title=_title(text, spec),
        body=spec,
        citations=tuple(_citations(spec, services)),
        warnings=(*source.remarks, *asides(source), *(added.warnings if added else _WITHOUT)),
        provenance=services.provenance(
            services.prompts.get("draft_spec").reference if added else None,
            added.usage if added else None,
        ),
    )
    return services.artifacts.keep(artifact) if request.keep else artifact


def _material(text: str, source: "Source", services: "Services") -> Material:
    from copilot.analysis.review.reviewer import Idea

    review = services.reviewer.review(Idea(text), date.fromisoformat(services.today))
    aspects = services.ai_aspects.concerned(source.asked_for)
    stakes = judged(review, len(source.requirements), has_model=bool(aspects))
    return Material(source, stakes, review, aspects)


async def _supplement(material: Material, text: str, services: "Services") -> "Supplement | None":
    if services.chat_model is None:
        return None
    from copilot.llm.spec_writer import SpecWriter

    get = services.prompts.get
    asked = get("draft_spec"), get("write_consequences")
    writer = SpecWriter(services.chat_model, *asked, text, material.source.statements)
    return await writer.supplement(silent(material), material.source.requirements)


def _citations(spec: Spec, services: "Services") -> Iterable[Citation]:
    """Yield one citation for each passage on which a statement or a requirement rests."""
    rows = [(one.text, one.sources) for section in spec.sections for one in section.statements]
    rows += [(one.text, one.sources) for one in spec.requirements]
    cited = {name: text for text, sources in reversed(rows) for name in sources if "#" in name}
    for name, text in cited.items():
        try:
            yield cite(services.knowledge.passage(name), text)
        except NotFound:  # other notes than the shipped ones are in use
            continue


def _title(text: str, spec: Spec) -> str:
    return f"Spec: {one_line(title_of(text, spec.statements), TITLE_LENGTH)}"
