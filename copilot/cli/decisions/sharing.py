"""Share the log with others."""

import click

from copilot.cli.face import Face
from copilot.domain.counting import counted

_asked = click.option("--yes", is_flag=True, help="Approve it, where nobody can be asked.")


@click.group()
def remote() -> None:
    """Share the log: add a place for it, push to it, pull from it."""


@remote.command()
@click.argument("places", nargs=-1, required=True, metavar="[NAME] PATH_OR_URL")
@_asked
@click.pass_obj
def add(face: Face, places: tuple[str, ...], yes: bool) -> None:
    """Remember a place; it is called origin where it has no name."""
    del yes  # the command itself says what it writes
    if len(places) > 2:
        raise click.UsageError("Give a name and a place, or a place alone.")
    name, place = places if len(places) == 2 else ("origin", places[0])
    remotes = face.services.decisions.remotes
    remotes.add(name, place)
    face.emit({"name": name, "url": remotes.known()[name]}, f"{name} is {remotes.known()[name]}.")


@remote.command("list")
@click.pass_obj
def list_(face: Face) -> None:
    """List the places that are known."""
    known = face.services.decisions.remotes.known()
    lines = [f"{name}  {url}" for name, url in known.items()]
    face.emit({"remotes": known}, "\n".join(lines) or "No remote is known.")


@remote.command()
@click.argument("name", default="origin")
@_asked
@click.pass_obj
def push(face: Face, name: str, yes: bool) -> None:
    """Send what is recorded here; personal text stays, and nothing there is overwritten."""
    remotes = face.services.decisions.remotes
    if not face.approve(f"Send the decision log to {remotes.url(name)}?", yes=yes):
        face.say("Nothing was sent.")
        return
    pushed = remotes.push(name)
    value = {"sent": pushed.sent, **pushed.head.model_dump()}
    face.emit(
        value,
        f"Sent {counted(pushed.sent, 'entry', 'entries')}; {name} has"
        f" {counted(pushed.head.count, 'decision')}.",
    )


@remote.command()
@click.argument("name", default="origin")
@_asked
@click.pass_obj
def pull(face: Face, name: str, yes: bool) -> None:
    """Take in what others have recorded, and join it with what is recorded here."""
    del yes  # what is taken in was recorded, and approved, by others
    pulled = face.services.decisions.remotes.pull(name)
    head = pulled.head
    value = {
        "new": [entry.record or entry.commit for entry in pulled.new],
        "merged": pulled.merged,
        "contested": list(pulled.contested),
        "count": head.count if head else 0,
        "head": head.commit if head else None,
    }
    for one in pulled.contested:
        rivals = ", ".join(face.services.decisions.log.in_force(one))
        face.say(
            f"{one} was superseded by each of you: {rivals}. Decide with one record that names"
            f" them all (`supersedes: [{rivals}]`): pm-copilot decisions add FILE"
        )
    lines = [f"{entry.record or 'merge'}  {entry.title}" for entry in pulled.new]
    face.emit(value, "\n".join(lines) or "Nothing is new.")


COMMANDS = (remote,)
