"""Global options, accepted before and after any subcommand."""

from pathlib import Path
from typing import Any

import click

from copilot.cli.face import Face

_STATE = "copilot.cli.options"


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    given = context.meta.setdefault(_STATE, {})
    if value not in (None, False):
        given[parameter.name] = value
    context.obj = context.find_root().obj = Face(given)


def _options() -> list[click.Option]:
    shared: dict[str, Any] = {"expose_value": False, "callback": _remember, "is_eager": True}
    folder = click.Path(file_okay=False, path_type=Path)
    return [
        click.Option(
            ["--workspace"], type=folder, help="Use the workspace in this folder.", **shared
        ),
        click.Option(["--model"], metavar="PROVIDER:NAME", help="Model to use, or none.", **shared),
        click.Option(["--base-url"], metavar="URL", help="An OpenAI-compatible server.", **shared),
        click.Option(["--json"], is_flag=True, help="Print one JSON document.", **shared),
        click.Option(["--quiet"], is_flag=True, help="Print results and errors only.", **shared),
        click.Option(["--no-color"], is_flag=True, help="Print without colours.", **shared),
    ]


def with_global_options(command: click.Command) -> click.Command:
    """Add the global options to a command and to all its subcommands."""
    own = {name for parameter in command.params for name in parameter.opts}
    command.params += [option for option in _options() if option.opts[0] not in own]
    if isinstance(command, click.Group):
        for sub in command.commands.values():
            with_global_options(sub)
    return command
