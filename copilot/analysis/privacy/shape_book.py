"""The rules for what shows by its shape or by words around it, as they are shipped."""

import re
from functools import cached_property
from typing import NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator

from copilot.analysis.privacy.checks import CHECKS
from copilot.analysis.privacy.finding import Kind

_PART = re.compile(r"(?<!\(\?P)<(\w+)>")
_DEEPEST = 5
"""How far parts may be made of parts."""


class Rule(BaseModel):
    """One rule: what it finds is the group `value` of its expression, or all of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    said: str
    any_case: bool = False
    needs: str = ""
    """Name of the probe without which it cannot find anything."""
    words: str = ""
    """One of these has to be in the text, where there are any."""
    check: str = ""
    """Name of what a value has to pass, in `checks.py`."""


class Tried(NamedTuple):
    """A rule with its expression."""

    rule: Rule
    pattern: re.Pattern[str]
    words: frozenset[str]


class ShapeBook(BaseModel):
    """Rules, and the parts that their expressions share."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parts: dict[str, str]
    probes: dict[str, str]
    scripts: dict[str, str]
    """Probes that no text in ASCII passes."""
    shaped: tuple[Rule, ...]
    cued: tuple[Rule, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for rule in (*self.shaped, *self.cued):
            if rule.check and rule.check not in CHECKS:
                raise ValueError(f"there is no check “{rule.check}”")
            try:
                self._tried(rule)
            except (re.error, KeyError) as error:
                raise ValueError(f"“{rule.said}” is no regular expression: {error}") from error
        return self

    @cached_property
    def tried(self) -> dict[str, tuple[Tried, ...]]:
        """Every rule as it is tried, by the probe it needs; those that need none by ""."""
        rules = [self._tried(rule) for rule in (*self.shaped, *self.cued)]
        needed = dict.fromkeys(one.rule.needs for one in rules)
        return {name: tuple(one for one in rules if one.rule.needs == name) for name in needed}

    def passed(self, text: str) -> list[str]:
        """Return the names of the probes that a text passes, and "" for none at all."""
        passed = [name for name, probe in self._probes.items() if probe.search(text)]
        if not text.isascii():
            passed += [name for name, probe in self._scripts.items() if probe.search(text)]
        return ["", *passed]

    @cached_property
    def _probes(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(said) for name, said in self.probes.items()}

    @cached_property
    def _scripts(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(said) for name, said in self.scripts.items()}

    def _tried(self, rule: Rule) -> Tried:
        if rule.needs and rule.needs not in {*self.probes, *self.scripts}:
            raise ValueError(f"there is no probe “{rule.needs}”")
        return Tried(rule, self._pattern(rule), frozenset(rule.words.split()))

    def _pattern(self, rule: Rule) -> re.Pattern[str]:
        said = rule.said
        for _ in range(_DEEPEST):
            said = _PART.sub(lambda part: self.parts[part[1]], said)
        return re.compile(said, re.IGNORECASE if rule.any_case else re.NOFLAG)
