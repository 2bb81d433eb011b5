"""Export a kept artifact as a document, for a tracker, or as feature files; no model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from copilot.cli.face import Face
from copilot.errors import InputError
from copilot.stores.exports.exporting import FORMATS, exported
from copilot.stores.exports.places import Placed, is_there, placed

if TYPE_CHECKING:
    from copilot.stores.exports.export_file import ExportFile


@click.command("export")
@click.argument("name", metavar="ID")
@click.option(
    "--format", "form", required=True, type=click.Choice(list(FORMATS)), help="What to write."
)
@click.option("--out", required=True, metavar="PATH|-", help="File, folder, or - for stdout.")
@click.option("--yes", is_flag=True, help="Approve that files are replaced.")
@click.pass_obj
def export(face: Face, name: str, form: str, out: str, yes: bool) -> None:
    """Export a kept artifact: a review, stories or a specification.

    A folder gets a file named after the artifact; several feature files always go to a folder.
    """
    files = exported(face.services.artifacts.opened(name), form)
    if out == "-":
        click.echo(_one_text(face, files, form), nl=False)
        return
    places = placed(files, out)
    there = [str(path) for path, _ in places if is_there(path)]
    if there and not face.approve(f"Replace {', '.join(there)}?", yes=yes):
        face.say("Nothing was written.")
        return
    _write(places)
    paths = [str(path) for path, _ in places]
    face.emit({"id": name, "format": form, "files": paths}, "\n".join(paths))


def _one_text(face: Face, files: "Sequence[ExportFile]", form: str) -> bytes:
    """Return what goes to standard output.

    Raises:
        InputError: It is no text, or more than one file, or the JSON is asked for besides.
    """
    if not FORMATS[form].is_text:
        raise InputError(f"A {form} file is no text for stdout.", hint=f"Name a file: a.{form}")
    if len(files) > 1:
        raise InputError(f"There are {len(files)} files to write.", hint="Name a folder.")
    if face.json and not form.endswith("json"):
        raise InputError("Stdout cannot take both --json and the export.", hint="Name a file.")
    return files[0].data


def _write(places: Placed) -> None:
    from copilot.stores.private_files import write_shared

    for path, data in places:
        write_shared(path, data)
