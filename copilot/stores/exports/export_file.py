"""What an export consists of."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from copilot.domain.artifact import Artifact

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class ExportFile(NamedTuple):
    """One file, by the name that it has in a folder."""

    name: str
    data: bytes


Writer = Callable[[Artifact], Sequence[ExportFile]]
"""Writes an artifact whose texts are safe."""


def stem(artifact: Artifact) -> str:
    """Return the name of an artifact's file, which can lead to no other folder."""
    return file_name(artifact.id or artifact.kind)


def file_name(name: str) -> str:
    """Return a name as every system takes it for a file."""
    return _UNSAFE.sub("-", name).strip(".-") or "export"


def text_file(name: str, text: str) -> ExportFile:
    """Return a file of text in UTF-8."""
    return ExportFile(name, text.encode("utf-8"))
