"""The words a story linter knows: as they are written down, and in the form rules look them up."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from copilot.analysis.stories.inflection import verb_bases

_UNDOING = ("un", "de", "dis", "un-", "de-")
"""Prefixes of verbs that take an act back ("freeze or unfreeze")."""


def _split(raw: object) -> object:
    return frozenset(raw.split()) if isinstance(raw, str) else raw


WordSet = Annotated[frozenset[str], BeforeValidator(_split)]


def _grouped(raw: object) -> object:
    if not isinstance(raw, list):
        return raw
    return tuple(tuple(part.strip() for part in row.split(",")) for row in raw)


Groups = Annotated[tuple[tuple[str, ...], ...], BeforeValidator(_grouped)]


def _particles(raw: object) -> object:
    if not isinstance(raw, str):
        return raw
    pairs = (entry.split(":") for entry in raw.split())
    return {verb: frozenset(particles.split("|")) for verb, particles in pairs}


Particles = Annotated[Mapping[str, frozenset[str]], BeforeValidator(_particles)]


class Words(BaseModel):
    """Classes of words; each is a line of words in small letters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: WordSet
    """Hardly ever nouns."""
    verbs_and_adjectives: WordSet
    """Verbs where an object follows, else adjectives."""
    verbs_and_nouns: WordSet
    """Second of two joined words, more often verbs."""
    nouns_and_verbs: WordSet
    """Second of two joined words, more often nouns."""
    phrasal: Particles
    """Verbs that a particle behind them shows to be verbs."""
    determiners: WordSet
    pronouns: WordSet
    subjects: WordSet
    prepositions: WordSet
    particles: WordSet
    subordinators: WordSet
    modals: WordSet
    adverbs: WordSet
    connectives: WordSet
    acts: WordSet
    """Nouns of acts."""
    transparent: WordSet
    """Verbs that pass the wish on to one behind them."""
    name_heads: WordSet
    """Nouns that make two verbs before them part of a name."""
    one_act: Groups
    either_or: Groups
    same_act: Groups
    asks: WordSet
    """What one gives a product to get an answer."""
    answers: WordSet
    """How the answer comes."""
    handles: WordSet
    """What one does to a thing of one's work, which one judges or has at hand."""
    makes: WordSet
    reads: WordSet
    changes: WordSet
    deletes: WordSet

    @cached_property
    def any_verbs(self) -> frozenset[str]:
        """Everything that may be a verb in its base form."""
        nouns = self.verbs_and_nouns | self.nouns_and_verbs
        return self.verbs | self.verbs_and_adjectives | nouns

    @cached_property
    def closed(self) -> frozenset[str]:
        """Words of grammar, which are never a verb that carries a wish."""
        return (
            (self.determiners | self.pronouns | self.subjects | self.prepositions)
            | (self.subordinators | self.modals | self.adverbs | self.connectives)
        ) - {"people", "users", "one"}

    @cached_property
    def first_of_same(self) -> Mapping[str, str]:
        """The first word of the group of each word that has one."""
        pairs = ((word, group[0]) for group in reversed(self.same_act) for word in group)
        return dict(pairs)

    def base(self, word: str) -> str:
        """Return the base form of a verb in any form; the word itself where it is none."""
        return next((base for base in verb_bases(word) if base in self.any_verbs), word)

    def is_verb_form(self, word: str) -> bool:
        """Tell whether a word can be a verb in some form."""
        return any(base in self.any_verbs for base in verb_bases(word))

    def act(self, verb: str) -> str:
        """Return one word for verbs of the same act."""
        base = self.base(verb)
        return self.first_of_same.get(base, base)

    def are_one_act(self, first: str, second: str) -> bool:
        """Tell whether two verbs joined by *and* or *or* say one thing."""
        bases = {self.base(first), self.base(second)}
        return len(bases) == 1 or _share(self.one_act, bases) or _share(self.same_act, bases)

    def are_one_name(self, first: str, second: str) -> bool:
        """Tell whether two joined words are a fixed pair ("touch and go")."""
        return _share(self.one_act, {self.base(first), self.base(second)})

    def are_one_switch(self, first: str, second: str) -> bool:
        """Tell whether two verbs are the two ways of one switch."""
        bases = sorted((self.base(first), self.base(second)), key=len)
        undone = any(bases[1] == prefix + bases[0] for prefix in _UNDOING)
        return undone or _share(self.either_or, set(bases))


def _share(groups: Iterable[tuple[str, ...]], words: set[str]) -> bool:
    return any(words <= set(group) for group in groups)
