"""Decisions: recorded like commits, superseded and never edited, verified by anyone."""

import click

from copilot.cli.decisions import guarding, looking, moving, recording, sharing


@click.group()
def decisions() -> None:
    """Record decisions like commits: log, show, add, supersede, verify, share, export."""


for module in (looking, recording, guarding, sharing, moving):
    for command in module.COMMANDS:
        decisions.add_command(command)
