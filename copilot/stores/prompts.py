"""Prompts, read from `prompts/<name>.md`."""

import re
from pathlib import Path

import yaml
from pydantic import ValidationError

from copilot.analysis.passages import split_front_matter
from copilot.domain.prompt import Prompt
from copilot.errors import ContentError

_ROLES = re.compile(r"^# (System|User)\s*$", re.MULTILINE)


class Prompts:
    """The folder of prompts.

    Args:
        folder: Where the Markdown files lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        """Return the names of all prompts, sorted."""
        return sorted(path.stem for path in self._folder.glob("*.md"))

    def get(self, name: str) -> Prompt:
        """Return a prompt, checked.

        Raises:
            ContentError: There is no such prompt, or its file breaks a rule.
        """
        path = self._folder / f"{name}.md"
        if not path.is_file():
            raise ContentError(
                f"There is no prompt {name!r}. Known prompts: {', '.join(self.names())}.",
                hint=f"Write {path}.",
            )
        prompt = _parse(path)
        _check(prompt, path)
        return prompt


def _parse(path: Path) -> Prompt:
    header, body = split_front_matter(path.read_text(encoding="utf-8"))
    parts = _ROLES.split(body)
    roles = {
        role.lower(): text.strip() for role, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    try:
        return Prompt.model_validate({**(yaml.safe_load(header) or {}), **roles})
    except (ValidationError, yaml.YAMLError, TypeError) as error:
        raise ContentError(
            f"Prompt {path.name} is malformed: {error}.",
            hint="Front matter needs name, version, purpose, variables; the body # System.",
        ) from error


def _check(prompt: Prompt, path: Path) -> None:
    if prompt.name != path.stem:
        raise ContentError(
            f"Prompt {path.name} calls itself {prompt.name!r}.", hint=f"Set name: {path.stem}."
        )
    difference = sorted(prompt.used_variables() ^ set(prompt.variables))
    if difference:
        raise ContentError(
            f"Prompt {path.name} declares and uses different variables: {difference}.",
            hint="Declare exactly the $names that the body uses.",
        )
