"""The catalogue of facts: what can be asked of a feature, and the words that show it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FactGroup = Literal[
    "actor",
    "affected",
    "purpose",
    "decision",
    "data",
    "technique",
    "human step",
    "product",
    "role",
    "region",
]


class Likeness(BaseModel):
    """Sentences of our own that say a thing, and near misses that do not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: tuple[str, ...] = Field(min_length=1)
    misses: tuple[str, ...] = Field(min_length=1)


class LikenessBook(BaseModel):
    """Likeness of all facts that have one, by name of the fact."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    threshold: float = Field(gt=0, lt=1)
    """Cosine similarity to a saying sentence from which a sentence counts."""
    margin: float = Field(ge=0, lt=1)
    """How much nearer it must be to a saying sentence than to any near miss."""
    facts: dict[str, Likeness]

    def sentences(self) -> list[str]:
        """Return every sentence of the book."""
        return [text for like in self.facts.values() for text in (*like.says, *like.misses)]


class FactSpec(BaseModel):
    """One fact that can be known of a feature."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    group: FactGroup
    question: str
    """What a product manager is asked, answered by yes, no or I do not know."""
    shows: tuple[str, ...] = ()
    """Phrases that show it, as `signals` reads them; denied ones show the opposite."""
    denies: tuple[str, ...] = ()
    """Phrases that show the opposite, whatever else is said."""
    states: tuple[str, ...] = ()
    """Phrases that state it outright: no denial in another sentence outweighs them."""
    yields_to: tuple[str, ...] = ()
    """Facts that, stated outright, show that this one is not all there is."""
    deniable: bool = True
    """Whether a denied phrase shows the opposite; else it shows nothing."""
    topic: bool = False
    """Whether it is what the text is about; then denial counts for nothing ("grades no exam")."""


class Catalogue(BaseModel):
    """All facts, and the word lists their phrases share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    terms: dict[str, str] = {}
    """Regular expressions that phrases name in braces; a term may name earlier ones."""
    facts: tuple[FactSpec, ...]
    basics: tuple[str, ...] = ()
    """Facts asked first of an idea that says next to nothing."""
    regions: dict[str, str | None] = {}
    """The fact of each region a person may name; None where the rules need none."""

    def names(self) -> frozenset[str]:
        """Return the names of all facts."""
        return frozenset(spec.name for spec in self.facts)

    def spec(self, name: str) -> FactSpec:
        """Return a fact of the catalogue.

        Raises:
            KeyError: There is none of this name.
        """
        found = {spec.name: spec for spec in self.facts}
        return found[name]
