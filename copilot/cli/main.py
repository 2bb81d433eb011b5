"""The entry point: find the command, run it, and tell a person what went wrong."""

import sys
from importlib import import_module
from pathlib import Path

import click

from copilot import __version__
from copilot.cli.face import Face
from copilot.cli.options import with_global_options
from copilot.discovery import module_summaries
from copilot.errors import CopilotError

_COMMANDS = str(Path(__file__).parent / "commands" / "__init__.py")
_SKILLS = str(Path(__file__).parents[1] / "skills" / "__init__.py")


class FoundCommands(click.Group):
    """A group whose commands and skills are found by file, and imported when they run.

    A skill whose command needs more than its request has a command file of its name.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        """Return every command's name, sorted."""
        return sorted(self._summaries())

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return one command; None where there is none of that name."""
        module = name.replace("-", "_")
        if module in module_summaries(_COMMANDS):
            found = getattr(import_module(f"copilot.cli.commands.{module}"), module)
            return with_global_options(found)
        if module in module_summaries(_SKILLS):
            from copilot.cli.skill_command import skill_command

            return with_global_options(skill_command(module))
        return None

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of all commands without importing one."""
        commands, skills = module_summaries(_COMMANDS), module_summaries(_SKILLS)
        own = {name: text for name, text in commands.items() if name not in skills}
        for title, found in (("Commands", own), ("Skills", skills)):
            with formatter.section(title):
                formatter.write_dl([(_dashed(name), text) for name, text in found.items()])

    def _summaries(self) -> set[str]:
        names = (*module_summaries(_COMMANDS), *module_summaries(_SKILLS))
        return {_dashed(name) for name in names}


def _dashed(name: str) -> str:
    return name.replace("_", "-")


@click.group(
    "pm-copilot",
    cls=FoundCommands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="pm-copilot %(version)s")
@click.option("--last", is_flag=True, help="Open the terminal UI with the last session.")
@click.option("--session", metavar="ID", help="Open the terminal UI with this session.")
@click.pass_context
def copilot(context: click.Context, last: bool, session: str | None) -> None:
    """PM copilot helps AI product managers decide what to build, and shows its workings.

    Without a command it opens the terminal UI.
    """
    if context.invoked_subcommand is None:
        from copilot.cli.terminal_ui import open_terminal_ui

        open_terminal_ui(context.ensure_object(Face), last=last, session=session)


with_global_options(copilot)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with the right exit code."""
    try:
        code = copilot.main(arguments, prog_name="pm-copilot", standalone_mode=False)
    except CopilotError as error:
        _tell(error.message, error.hint)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last wall: a bug becomes two sentences and a file
        _tell(*_kept_for_report(error))
        sys.exit(1)
    if isinstance(code, int):
        sys.exit(code)


def _tell(message: str, hint: str) -> None:
    from copilot.analysis.untrusted import clean

    click.echo(clean(message), err=True)
    if hint:
        click.echo(clean(f"→ {hint}"), err=True)


def _kept_for_report(error: Exception) -> tuple[str, str]:
    import traceback

    from copilot.settings import Places
    from copilot.stores.private_files import write_private

    path = Places.of_user().state / "last-bug.txt"
    message = f"This is a bug in PM copilot: {type(error).__name__}: {error}"
    try:
        write_private(path, "".join(traceback.format_exception(error)))
    except CopilotError as unkept:
        return message, unkept.message
    return message, f"What is needed to mend it is in {path}; look it over before you share it."
