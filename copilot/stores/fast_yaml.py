"""YAML by the parser in C where it is there: the shipped files are many."""

from typing import Any

import yaml

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(text: str) -> Any:
    """Return what a YAML text holds, plain values only.

    Raises:
        yaml.YAMLError: The text is malformed.
    """
    return yaml.load(text, _Loader)  # noqa: S506 - a safe one
