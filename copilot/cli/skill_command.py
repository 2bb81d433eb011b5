"""Make a subcommand of a skill: its request's fields become arguments and options."""

import asyncio
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import click
from pydantic.fields import FieldInfo

from copilot.cli.face import Face, read_text
from copilot.skill import Skill
from copilot.skills import find_skill

if TYPE_CHECKING:
    from copilot.domain.artifact import Artifact


def skill_command(name: str) -> click.Command:
    """Return the subcommand of the skill of this name."""
    skill = find_skill(name)
    fields = skill.request.model_fields

    @click.pass_obj
    def callback(face: Face, /, **given: Any) -> None:
        run_skill(face, skill, given)

    params: list[click.Parameter] = [
        _argument(field) if field == skill.first_field else _option(field, info)
        for field, info in fields.items()
    ]
    if skill.approval:
        params.append(click.Option(["--yes"], is_flag=True, help="Approve what it asks about."))
    return click.Command(skill.command, params=params, callback=callback, help=skill.description)


def run_skill(face: Face, skill: Skill, given: dict[str, Any]) -> None:
    """Run a skill on what was given on the command line, and print its artifact."""
    yes = bool(given.pop("yes", False))
    fields = {name: value for name, value in given.items() if value not in (None, ())}
    fields[skill.first_field] = read_text(fields[skill.first_field])
    question = skill.approval(face.services) if skill.approval else ""
    if question and not face.approve(question, yes=yes):
        face.say(f"{skill.command} was not run.")
        return
    request = skill.parse(fields)
    artifact = asyncio.run(_awaited(skill, request, face))
    show_artifact(face, artifact)


def show_artifact(face: Face, artifact: "Artifact") -> None:
    """Print an artifact, and say under which id it is kept."""
    face.emit(artifact, f"# {artifact.title}\n\n{artifact.markdown()}")
    if artifact.id:
        face.say(f"Kept as {artifact.id}. Export it: pm-copilot export {artifact.id} --help")


async def _awaited(skill: Skill, request: Any, face: Face) -> Any:
    return await skill.run(request, face.services)


def _argument(field: str) -> click.Parameter:
    return click.Argument([field], metavar="TEXT|FILE|-")


def _option(field: str, info: FieldInfo) -> click.Parameter:
    kind, many = _plain_type(info.annotation)
    name = field.replace("_", "-")
    if kind is bool:
        text = (info.description or "").capitalize() + "."
        return click.Option([f"--{name}/--no-{name}", field], default=info.default, help=text)
    return click.Option(
        [f"--{name}", field],
        type=kind,
        multiple=many,
        required=info.is_required(),
        help=(info.description or "").capitalize() + ".",
    )


def _plain_type(annotation: Any) -> tuple[Any, bool]:
    """Return (type for click, whether it may be given several times)."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) in (list, tuple):
        return get_args(annotation)[0], True
    return annotation, False
