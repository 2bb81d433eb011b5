"""The one list of slash commands; completion, `/help` and the palette are drawn from it."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class SlashCommand(NamedTuple):
    """A command typed as `/name`, with a rest of the line where it takes one."""

    name: str
    summary: str
    action: str = ""
    """Action of the chat screen; empty for a skill."""
    skill: str = ""
    """Name of the skill it runs; empty for a built-in."""
    when_busy: bool = True
    """May it run while a reply is being written?"""

    @property
    def takes_text(self) -> bool:
        """Whether the rest of the line is meant for it."""
        return bool(self.skill)


class Typed(NamedTuple):
    """A slash command as it was typed."""

    name: str
    rest: str


BUILT_IN = (
    SlashCommand("help", "Keys and commands", "help"),
    SlashCommand("new", "Start a new session", "new_session", when_busy=False),
    SlashCommand("sessions", "Find and resume a session", "sessions", when_busy=False),
    SlashCommand("model", "Choose the model", "model", when_busy=False),
    SlashCommand("theme", "Switch between dark and light", "app.toggle_theme"),
    SlashCommand("copy", "Copy the last reply", "copy_reply"),
    SlashCommand("export", "Write this session to a Markdown file", "export", when_busy=False),
    SlashCommand("review", "Open the last ethics review", "review"),
    SlashCommand("decisions", "Open the decision log", "decision_log"),
    SlashCommand("drafts", "Open kept stories and specifications", "drafts"),
    SlashCommand("surveys", "Open kept survey summaries", "surveys"),
    SlashCommand("citations", "Go to the sources of this session", "citations"),
    SlashCommand("quit", "Leave PM copilot", "app.quit"),
)

_COMMAND = re.compile(r"/([a-z][a-z0-9_-]*)(?:\s+(.*))?\s*\Z", re.DOTALL | re.IGNORECASE)
_PREFIX = re.compile(r"/([a-z0-9_-]*)\Z", re.IGNORECASE)


def every_command(skills: Mapping[str, str]) -> tuple[SlashCommand, ...]:
    """Return the skills' commands, then the built-in ones.

    Args:
        skills: One sentence per skill name.
    """
    return (
        *(
            SlashCommand(skill.replace("_", "-"), summary, skill=skill, when_busy=False)
            for skill, summary in sorted(skills.items())
        ),
        *BUILT_IN,
    )


def typed_command(text: str) -> Typed | None:
    """Return the command in the text, None where it is an ordinary message.

    A path such as `/etc/hosts` is an ordinary message.
    """
    found = _COMMAND.match(text.strip())
    return Typed(found[1].lower(), (found[2] or "").strip()) if found else None


def completions(text: str, commands: Iterable[SlashCommand]) -> list[SlashCommand]:
    """Return the commands a half-typed one may become, nearest first."""
    found = _PREFIX.match(text)
    if not found:
        return []
    part = found[1].lower().replace("_", "-")
    starting = [command for command in commands if command.name.startswith(part)]
    within = [command for command in commands if part in command.name]
    starting.sort(key=lambda command: command.name != part)
    return [*starting, *(command for command in within if command not in starting)]


def find_command(name: str, commands: Iterable[SlashCommand]) -> SlashCommand | None:
    """Return the command of that name; hyphens and underscores are the same."""
    wanted = name.replace("_", "-")
    return next((command for command in commands if command.name == wanted), None)
