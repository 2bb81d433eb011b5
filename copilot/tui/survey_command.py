"""The command that summarizes a survey again."""

import shlex
from pathlib import Path

from copilot.analysis.untrusted import one_line


def command(file: str, option: str, path: Path, question: str = "") -> str:
    """Return the command that summarizes a survey again with a file that a person wrote.

    Args:
        file: The survey's own file.
        option: Such as `--codebook`.
        path: Of what was written.
        question: The open question it is for; empty for all.
    """
    words = ["pm-copilot", "summarize-survey", one_line(file)]
    words += ["--question", one_line(question, 2_000)] if question else []
    return shlex.join([*words, option, str(path)])
