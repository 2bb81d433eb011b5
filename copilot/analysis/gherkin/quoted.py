"""Blot out what a step only quotes, so that names and values are not read as claims."""

import re

_QUOTED = re.compile(
    r"“[^”\n]*”|‘[^’\n]*’(?!\w)|\"[^\"\n]*\"|(?<!\w)'[^'\n]*'(?!\w)|`[^`\n]*`|«[^»\n]*»|<[^<>\n]+>"
)


def unquoted(text: str) -> str:
    """Return the text, character for character, with quotations and placeholders as blanks."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)
