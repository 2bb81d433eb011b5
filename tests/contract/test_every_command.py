"""What every command owes."""

from collections.abc import Iterator

import click
import pytest

from copilot.cli.main import copilot
from tests.unit.cli.running import pm


def commands(group: click.Group = copilot, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield path and command of all, with subcommands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")


COMMANDS = dict(commands())
every_command = pytest.mark.parametrize("path", COMMANDS)


@every_command
def test_its_help_begins_with_a_sentence(path: str) -> None:
    text = (COMMANDS[path].help or "").split("\n\n")[0]
    assert text[0].isupper()
    assert text.rstrip().endswith(".")


@every_command
def test_every_option_has_a_help_text(path: str) -> None:
    options = [param for param in COMMANDS[path].params if isinstance(param, click.Option)]
    assert [one.opts for one in options if not one.help and one.opts != ["-k"]] == []


@every_command
def test_it_takes_the_global_options(path: str) -> None:
    taken = {name for param in COMMANDS[path].params for name in param.opts}
    assert {"--json", "--workspace", "--model", "--base-url", "--quiet"} <= taken


@every_command
def test_it_shows_its_help(path: str) -> None:
    outcome = pm(*path.split(), "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"Usage: pm-copilot {path}")


@pytest.mark.parametrize("name", [path for path in COMMANDS if " " not in path])
def test_it_is_listed_with_a_summary(name: str) -> None:
    lines = [line.split(None, 1) for line in pm("--help").out.splitlines()]
    [listed] = [line for line in lines if line and line[0] == name]
    assert len(listed[1]) > 10
