"""A decision record drafted from an ethics review, for a person to decide, complete and sign."""

from collections.abc import Iterable
from datetime import date

from copilot.domain import review_text
from copilot.domain.artifact import Artifact
from copilot.domain.decision import Header
from copilot.domain.decision_text import BLANK, front_matter
from copilot.domain.document import Citation
from copilot.domain.review import Harm, Review, review_of

NOTABLE = 6
"""Score after mitigation from which somebody has to accept a harm by name."""
TITLE_LENGTH = 80
_LOST = f"The review does not assess it. What would be lost: {BLANK}"


def decision_draft(artifact: Artifact, day: date) -> str:
    """Return a decision record in Markdown that has everything but the decision.

    Args:
        artifact: An ethics review.
        day: The day on which it is drafted.

    Raises:
        InputError: The artifact is no ethics review.
    """
    review = review_of(artifact)
    sections = (
        f"{front_matter(_header(artifact, review, day))}\n# {_subject(review)}",
        _section(
            "Context and Problem Statement",
            review_text.idea(review.description) or "The idea is not described.",
        ),
        _section("Considered Options", _options(review)),
        _section("Decision Outcome", _proposed(review)),
        review_text.checklist(review.conditions) or _section("Conditions", "None."),
        _section("Harms Accepted", _accepted(review.harms)),
        _section("Dissent", f"Who disagrees, and why: {BLANK}"),
        review_text.corners(review.triangle),
        _section("What Would Change It", BLANK),
        _section("Sources", _bulleted(map(_source, artifact.citations)) or "None."),
    )
    return "\n\n".join(sections) + "\n"


def _header(artifact: Artifact, review: Review, day: date) -> Header:
    evidence = [artifact.id or "", *(citation.id for citation in artifact.citations)]
    said = {"rules-version": review.rules_version, "triangle": review.triangle}
    return Header.model_validate({"date": day, "evidence": [*filter(None, evidence)], **said})


def _subject(review: Review) -> str:
    """Return the beginning of the idea on one line."""
    words = " ".join(review.description.split())
    return words if len(words) <= TITLE_LENGTH else f"{words[: TITLE_LENGTH - 1].rstrip()}…"


def _options(review: Review) -> str:
    before = max((harm.score for harm in review.harms), default=0)
    after = max((harm.residual_score for harm in review.harms), default=0)
    banned = review.eu_ai_act.outcome == "prohibited"
    closed = " Not open while the use is prohibited." if banned else ""
    outcome = review_text.outcome_in_words(review.eu_ai_act)
    return "\n".join(
        (
            f"1. **Build as described.** EU AI Act: {outcome}. {_worst(before)}{closed}",
            f"2. **Build with the conditions below.** {_worst(after)}{closed}",
            f"3. **A way without AI**, such as a rule, a form or one more person. {_LOST}",
            f"4. **Do nothing.** {_LOST}",
        )
    )


def _worst(score: int) -> str:
    return f"The worst harm scores {score} of 16." if score else "No harm was found."


def _proposed(review: Review) -> str:
    verdict = review_text.verdict(review.eu_ai_act, review.recommendation, review.why)
    return (
        f"Chosen option: {BLANK}, because {BLANK}.\n\n"
        f"The rules propose, and do not decide: {verdict}"
    )


def _accepted(harms: Iterable[Harm]) -> str:
    notable = [harm for harm in harms if harm.residual_score >= NOTABLE]
    if not notable:
        return f"No harm keeps a score of {NOTABLE} or more after the conditions."
    lead = f"Whoever signs accepts these, which keep a score of {NOTABLE} or more of 16:"
    return f"{lead}\n\n{_bulleted(map(_harm, notable))}"


def _harm(harm: Harm) -> str:
    kind, scores = harm.type.replace("_", " "), f"{harm.score} → {harm.residual_score}"
    who = harm.who[:1].upper() + harm.who[1:]
    return f"**{who}** {harm.harm} ({kind}, {scores}). Accepted because: {BLANK}"


def _source(citation: Citation) -> str:
    clause = f" ({citation.clause})" if citation.clause else ""
    return f"[{citation.id}] {citation.title}{clause}. {citation.source}".rstrip()


def _section(heading: str, text: str) -> str:
    return f"## {heading}\n\n{text}"


def _bulleted(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
