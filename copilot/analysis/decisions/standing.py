"""Hold what a model has found in a text against that text: only words that stand there count."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from copilot.analysis.decisions.signs import (
    gives_reason,
    is_name,
    may_change,
    may_dissent,
    may_name_deciders,
    names_deciders,
)
from copilot.analysis.decisions.speech import clauses, is_to_a_model
from copilot.analysis.decisions.telling import Told, bare, cut_choice, distinct
from copilot.analysis.triage.denial import denies, is_lifted

_TURNED = re.compile(
    r"\b(?:not|never|no|against|stop(?:ped|s)?|drop(?:ped|s)?|reject(?:ed|s)?|cancel(?:led|s)?"
    r"|instead of|rather than|over|avoid|n[o']t) (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)
"""What just before some words turns them into their opposite."""
_OPEN = re.compile(r"\b(?:whether|the question|should we)\b", re.IGNORECASE)
"""What just asks, and decides nothing yet."""
_LEAD = re.compile(
    r"\A(?:because(?: of)?|since|due to|instead of|rather than"
    r"|(?:the )?reasons?(?: (?:is|was|being))?(?: that)?:?)\s+",
    re.IGNORECASE,
)


_EMPTY = re.compile(r"\A(?:none|no|nothing|empty|unknown|n/?a|not (?:stated|given|said))?\Z", re.I)
"""How a model writes that a part is empty."""


class Standing(NamedTuple):
    """What a model has found, once every part was looked up in the text."""

    told: Told
    dropped: tuple[str, ...]
    """Names of parts of which some words do not stand in the text."""


def standing(found: Told, text: str) -> Standing:
    """Return the parts in the text's own words, without those that do not stand there."""
    dropped: list[str] = []

    def kept(name: str, *parts: str) -> list[str]:
        given = [bare(part) for part in parts if not _EMPTY.match(bare(part))]
        looked_up = [own_words(_LEAD.sub("", part), text) for part in given]
        dropped.extend([name] if "" in looked_up else [])
        return [words for words in looked_up if words]

    told = Told(
        chosen=_single(kept("decision", found.chosen)),
        because=_single(kept("reason", found.because)),
        options=_phrases(kept("other ways", *found.options)),
        consequences=_phrases(kept("consequences", *found.consequences)),
        would_change=_single(kept("what would change it", found.would_change)),
        dissent=_single(kept("dissent", found.dissent)),
        deciders=tuple(kept("who decided", *found.deciders)),
    )
    return Standing(told, tuple(dropped))


def own_words(words: str, text: str) -> str:
    """Return the words as the text has them, whatever their case and space; empty if it has not."""
    pattern = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words.split())
    whole = rf"(?<!\w)(?<!\d[.,]){pattern}(?!\w)(?![.,]\d)"
    found = re.search(whole, text, re.I) if pattern else None
    return " ".join(found[0].split()) if found else ""


def merged(model: Told, rules: Told, text: str) -> Told:
    """Return both readings as one: mostly the rules' words, and the model's where they have none.

    The model's count where their clause can bear them: a reason needs a word such as `because`.
    What the text denies is taken with its whole clause, so that no word turns into its opposite.
    """
    said = [part for part in clauses(text) if not is_to_a_model(part)]
    chosen = _chosen(_told(model.chosen, said), rules, said)
    because = rules.because or (model.because if _is_reason(model.because, said) else "")
    dissent = rules.dissent or _whole(model.dissent, said, may_dissent)
    return Told(
        chosen=chosen,
        because=because,
        options=distinct([*rules.options, *(_told(way, said) for way in model.options)], chosen),
        consequences=_outcomes(model, (chosen, dissent), said) or rules.consequences,
        would_change=rules.would_change or _whole(model.would_change, said, may_change),
        dissent=dissent,
        deciders=_people(rules.deciders, model.deciders, (chosen, because, dissent), said),
    )


def _phrases(parts: Sequence[str]) -> tuple[str, ...]:
    """Return parts of more than one word, since one alone stands in nearly every text."""
    return tuple(part for part in parts if " " in part)


def _single(parts: Sequence[str]) -> str:
    return next(iter(parts), "")


def _chosen(model: str, rules: Told, said: Sequence[str]) -> str:
    """Return the rules' words where deciding is spoken of, the model's where it is not.

    A model that stops early has lost a condition, so the rules' words are taken to their end; what
    comes after `whether` was only the question.
    """
    clause = _clause_of(model, said) if model else ""
    is_open = _OPEN.search(clause[: max(clause.find(model), 0)])
    upright = "" if is_open else cut_choice(_upright(model, said))
    stops_early = rules.chosen.lower().startswith(upright.lower())
    return rules.chosen if rules.is_plain or stops_early else upright


def _outcomes(model: Told, taken: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """Return consequences with their clauses, so that `about` and `may` stay; none said already."""
    others = (*taken, model.because, model.would_change, *model.options)
    clauses_of = (_clause_of(part, said) for part in model.consequences)
    found = [part for part in clauses_of if not (names_deciders(part) or may_dissent(part))]
    return tuple(
        dict.fromkeys(
            part for part in found if part and not any(_meet(part, other) for other in others)
        )
    )


def supposed_reason(model: Told, told: Told) -> str:
    """Return the model's reason where the text does not call it one, so that a person is asked."""
    repeats = any(_meet(model.because, words) for words in told.spans)
    return "" if told.because or repeats else model.because


def _is_reason(words: str, said: Sequence[str]) -> bool:
    clause = _clause_of(words, said)
    return bool(words) and gives_reason(words, clause) and _upright(words, said) == words


def _meet(one: str, other: str) -> bool:
    return bool(one and other) and (one.lower() in other.lower() or other.lower() in one.lower())


def _upright(words: str, said: Sequence[str]) -> str:
    """Return the words, with their whole clause where something in it denies them."""
    clause = _clause_of(words, said)
    start = clause.find(words)
    if start < 0 or not words:
        return words
    turned = _TURNED.search(clause[:start]) or is_lifted(clause, start, start + len(words))
    return clause if turned and not denies(words) else words


def _whole(words: str, said: Sequence[str], bears: Callable[[str], bool]) -> str:
    """Return the clause with the words, where it can bear them."""
    clause = _clause_of(words, said) if words else ""
    return clause if bears(clause) else ""


def _told(words: str, said: Sequence[str]) -> str:
    """Return words that stand in a clause, or reach over some."""
    return words if words in " ".join(" ".join(said).split()) else ""


def _clause_of(words: str, said: Sequence[str]) -> str:
    flat = (" ".join(part.split()) for part in said)
    return next((part for part in flat if words in part), "")


def _people(
    known: Sequence[str], found: Sequence[str], parts: Sequence[str], said: Sequence[str]
) -> tuple[str, ...]:
    """Return who decided; a model's names only from where deciding and nothing else is told."""
    told = " ".join(" ".join(part.split()) for part in said if may_name_deciders(part))
    for part in parts:
        told = told.replace(part, " ") if part else told
    single = [part for name in found for part in re.split(r",? and |, | & ", name)]
    names = [*known, *(name for name in single if is_name(name) and name in told)]
    shortest = [name for name in names if not any(one != name and one in name for one in names)]
    return tuple(dict.fromkeys(shortest))
