"""A prompt: a named, versioned text with declared variables."""

import hashlib
from collections.abc import Mapping
from string import Template
from typing import Literal

from pydantic import BaseModel, ConfigDict

from copilot.errors import ContentError

Role = Literal["system", "user"]


class Prompt(BaseModel):
    """A prompt as it stands in its file: front matter, system part and user part."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    version: int
    purpose: str
    variables: dict[str, str]
    """Name of each `$variable` and what it holds."""
    system: str
    user: str = ""

    @property
    def reference(self) -> str:
        """`name@version`, as artifacts carry it."""
        return f"{self.name}@{self.version}"

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the body, so that a change without a new version shows."""
        return hashlib.sha256(f"{self.system}\0{self.user}".encode()).hexdigest()

    def used_variables(self) -> set[str]:
        """Return the variables the body really uses."""
        return {
            name for body in (self.system, self.user) for name in Template(body).get_identifiers()
        }

    def fill(self, **values: str) -> list[tuple[Role, str]]:
        """Return the messages with every variable filled in.

        Raises:
            ContentError: The values are not exactly the declared variables.
        """
        self._check(values)
        messages: list[tuple[Role, str]] = [("system", Template(self.system).substitute(values))]
        if self.user:
            messages.append(("user", Template(self.user).substitute(values)))
        return messages

    def _check(self, values: Mapping[str, str]) -> None:
        difference = sorted(set(values) ^ set(self.variables))
        if difference:
            raise ContentError(
                f"Prompt {self.name!r} wants {sorted(self.variables)}, "
                f"and these differ: {difference}.",
                hint=f"Compare the call with prompts/{self.name}.md.",
            )
