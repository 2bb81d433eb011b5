"""Start a workspace."""

from pathlib import Path

import click

from copilot.cli.face import Face


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.pass_obj
def init(face: Face, folder: Path) -> None:
    """Start a workspace in a folder, for its own documents, sessions and settings."""
    from copilot.stores.workspace import init_workspace

    root = init_workspace(folder.resolve()).root
    face.emit(
        {"workspace": str(root)},
        f"Workspace {root} is ready.\nAdd documents: pm-copilot knowledge add PATH",
    )
