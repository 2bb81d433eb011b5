"""Say where files live and which settings are in force."""

from typing import Any

import click

from copilot.cli.face import Face


@click.command()
@click.option("--settings", "with_settings", is_flag=True, help="Settings with the source of each.")
@click.pass_obj
def where(face: Face, with_settings: bool) -> None:
    """Show where files live; with --settings, every setting and where it comes from."""
    services = face.services
    if with_settings:
        settings, sources = services.resolved
        rows: dict[str, Any] = {
            name: {"value": value, "source": sources[name]}
            for name, value in settings.model_dump(mode="json").items()
        }
        lines = [f"{name} = {row['value']}  ({row['source']})" for name, row in rows.items()]
        face.emit({"settings": rows}, "\n".join(lines))
        return
    places = services.places
    paths = {
        "workspace": services.workspace.root,
        "documents": services.workspace.documents,
        "decisions": services.workspace.decisions,
        "sessions": services.workspace.sessions_file,
        "workspace_config": services.workspace.config_file,
        "user_config": places.config_file,
        "models": places.models,
        "state": places.state,
        "witnesses": places.witnesses,
    }
    lines = [
        f"{name:17} {path}{'' if path.exists() else '  (not there yet)'}"
        for name, path in paths.items()
    ]
    face.emit({name: str(path) for name, path in paths.items()}, "\n".join(lines))
