"""Public incidents like what may happen here."""

from collections.abc import Iterable, Mapping

from copilot.analysis.harms.patterns import HarmBook, Incident
from copilot.analysis.harms.ranking import is_mild
from copilot.domain.review import FIRST, Harm, Precedent

SHOWN, SHOWN_OF_LESSER = 4, 2
"""So many are shown, and beside a feature without a really grave harm."""
GRAVE = 9
NEAR = 0.6
"""Share of the best score that an incident needs to be shown beside it."""
DOMAIN, TYPE, LIKENESS = 3.0, 1.0, 4.0
"""Weights of a shared domain, of a shared kind of harm (the worst one; later ones count less) and
of the likeness of the texts, where a search gives it. A domain outweighs a kind: `hiring` tells
more about what may go wrong than `discrimination`."""


def precedents(
    book: HarmBook,
    harms: Iterable[Harm],
    domains: Mapping[str, float],
    incidents: Iterable[Incident],
    likeness: Mapping[str, float] | None = None,
) -> tuple[Precedent, ...]:
    """Return the incidents that share most with the harms found, the nearest first.

    A mild feature has none: a scandal beside a spell checker frightens and does not inform.

    Args:
        book: For the words that notes use for kinds of harm.
        harms: Ranked.
        domains: Where the feature is used, and how much each field weighs, 0 to 1.
        incidents: To choose from.
        likeness: Cosine of description and note by incident id, of those that are near; None
            where nothing was compared. Then an incident needs a shared domain and a shared kind
            of harm.
    """
    harms = list(harms)
    if is_mild(harms):
        return ()
    tags, is_grave = _tags(book, harms), any(harm.score >= GRAVE for harm in harms)
    alike = likeness or {}
    near = [
        (incident, _score(incident, tags, domains, alike.get(incident.id, 0.0)))
        for incident in incidents
        if tags.keys() & incident.tags
        and (
            incident.id in alike or (incident.tags & domains.keys() and _tells(is_grave, likeness))
        )
    ]
    shown = SHOWN if is_grave else SHOWN_OF_LESSER
    near.sort(key=lambda pair: (-pair[1], pair[0].id))
    return tuple(
        Precedent(id=incident.id, why=_why(incident, tags, domains))
        for incident, score in near[:shown]
        if score >= NEAR * near[0][1]
    )


def _tells(is_grave: bool, likeness: Mapping[str, float] | None) -> bool:
    """Tell whether a shared field is enough: beside a lesser feature only a like story is fair."""
    return is_grave or likeness is None


def _tags(book: HarmBook, harms: list[Harm]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for place, harm in enumerate(harms[:FIRST]):
        for tag in book.type(harm.type).tags:
            weights.setdefault(tag, TYPE / (1 + place / FIRST))
    return weights


def _score(
    incident: Incident, tags: Mapping[str, float], domains: Mapping[str, float], likeness: float
) -> float:
    shared = sum(weight for tag, weight in tags.items() if tag in incident.tags)
    field = max((domains.get(tag, 0.0) for tag in incident.tags), default=0.0)
    return shared + DOMAIN * field + LIKENESS * likeness


def _why(incident: Incident, tags: Mapping[str, float], domains: Mapping[str, float]) -> str:
    same = _listed(tag for tag in tags if tag in incident.tags)
    where = _listed(sorted(incident.tags & domains.keys()))
    place = f" in the same field ({where})" if where else " in another field"
    return f"“{incident.title}” tells of the same kind of harm ({same}){place}."


def _listed(tags: Iterable[str]) -> str:
    return ", ".join(tag.replace("-", " ") for tag in tags)
