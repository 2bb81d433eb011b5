"""Data that is shipped beside code as YAML: read, and checked against its noun."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from copilot.errors import ContentError
from copilot.stores.fast_yaml import load_yaml

_Noun = TypeVar("_Noun", bound=BaseModel)


def read_checked(kind: type[_Noun], path: Path) -> _Noun:
    """Return what a file holds.

    Raises:
        ContentError: It is missing or malformed.
    """
    try:
        raw: Any = load_yaml(path.read_text(encoding="utf-8"))
        return kind.model_validate(raw)
    except OSError as error:
        raise wrong(path, f"it cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise wrong(path, str(error).splitlines()[0]) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise wrong(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def wrong(path: Path, what: str) -> ContentError:
    """Return the error of a shipped file that is not as it should be."""
    return ContentError(f"{path.name} is wrong: {what}.", hint=f"Mend the file in {path.parent}.")
