"""Templates of HTML pages: everything is escaped, and nothing a terminal would obey stays."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copilot.analysis.untrusted import clean

if TYPE_CHECKING:
    from jinja2 import Template


def page_template(
    path: Path, filters: Mapping[str, Callable[..., Any]] | None = None, **known: Any
) -> "Template":
    """Return the template of a page.

    Args:
        path: Of the template; a name it uses and nobody has told is an error.
        filters: What the page pipes values through, by name.
        known: Functions and words that the page calls by name.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(path.parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= filters or {}
    environment.globals |= known
    return environment.get_template(path.name)


def _harmless(value: Any) -> Any:
    """Return a value for output without control characters; what is escaped already stays."""
    return clean(value) if type(value) is str else value
