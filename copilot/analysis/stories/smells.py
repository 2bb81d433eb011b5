"""What a story should not say: phrases as data, ready to look for."""

import re
from functools import cached_property

from pydantic import BaseModel, ConfigDict


class Smells(BaseModel):
    """Phrases by what is wrong with them; each is a regular expression in small letters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: tuple[str, ...]
    """Names of things, of which a word alone would smell."""
    vague: tuple[str, ...]
    loopholes: tuple[str, ...]
    at_need: tuple[str, ...]
    """Conditions that the role itself judges."""
    open_ends: tuple[str, ...]
    vague_things: tuple[str, ...]
    vague_acts: tuple[str, ...]
    widgets: tuple[str, ...]
    gestures: tuple[str, ...]
    technologies: tuple[str, ...]
    hows: tuple[str, ...]
    """`{technologies}` stands for all of these."""
    technical_roles: tuple[str, ...]
    """To whom technology is the subject itself."""
    screen_roles: tuple[str, ...]
    """To whom the controls of a screen are."""
    no_feature: tuple[str, ...]
    empty_ends: tuple[str, ...]
    ends_as_feature: tuple[str, ...]
    entry_steps: tuple[str, ...]
    """Means that nobody wants for their own sake."""
    next_features: tuple[str, ...]
    """Ends that are the feature itself behind such a means."""
    unbounded: tuple[str, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    leans: tuple[str, ...]
    """What says that another story comes first."""

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """The phrases of each kind as one expression."""
        known = {"{technologies}": "|".join(self.technologies)}
        return {name: _compiled(getattr(self, name), known) for name in type(self).model_fields}


def _compiled(phrases: tuple[str, ...], known: dict[str, str]) -> re.Pattern[str]:
    whole = "|".join(phrases)
    for name, meaning in known.items():
        whole = whole.replace(name, meaning)
    return re.compile(rf"(?<![\w-])(?:{whole})(?!\w|-\w)", re.IGNORECASE)
