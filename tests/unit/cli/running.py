"""Run the command line in this process, as a person would."""

import json
from typing import Any, NamedTuple

from click.testing import CliRunner

from copilot.cli.main import run


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


def pm(*arguments: str, stdin: str = "") -> Outcome:
    """Run `pm-copilot` with arguments."""
    with CliRunner().isolation(stdin) as (out, err, _):
        try:
            run(list(arguments))
            code = 0
        except SystemExit as left:
            code = int(left.code or 0)
        return Outcome(code, out.getvalue().decode(), err.getvalue().decode())
