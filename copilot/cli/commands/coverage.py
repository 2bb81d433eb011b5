"""Hold kept stories or a kept spec against a source that may have changed since; no model."""

import click

from copilot.cli.face import Face, read_text
from copilot.domain.artifact import Artifact
from copilot.domain.requirement import Coverage
from copilot.domain.story import Stories
from copilot.errors import InputError


@click.command("coverage")
@click.argument("artifact", metavar="ID")
@click.argument("source", metavar="TEXT|FILE|-")
@click.pass_obj
def coverage(face: Face, artifact: str, source: str) -> None:
    """Show which requirements of a source the kept stories ID cover, and what has changed.

    Requirements keep the ids they had when the stories were drafted. Missing ones are a result:
    the exit code stays 0.
    """
    from copilot.analysis.drafting.retracing import Retraced, retraced

    stories = _stories(face.services.artifacts.opened(artifact))
    found: Retraced = retraced(stories, face.services.source_reader.read(read_text(source)))
    face.emit(found.as_body(), _text(found.coverage, found.changed, found.texts))


def _stories(artifact: Artifact) -> Stories:
    if not isinstance(artifact.body, Stories):
        raise InputError(
            f"{artifact.id} holds no stories.", hint="Make some: pm-copilot draft-story FILE"
        )
    return artifact.body


def _text(coverage: Coverage, changed: tuple[str, ...], texts: dict[str, str]) -> str:
    whole = len(coverage.covered) + len(coverage.missing)
    lines = [f"{len(coverage.covered)} of {whole} requirements covered."]
    lines += [f"missing  {name}: {texts.get(name, '')}" for name in coverage.missing]
    lines += [f"changed  {name}: {texts.get(name, '')}" for name in changed]
    lines += [
        f"orphan   {name}: rests on nothing that the source still says" for name in coverage.orphans
    ]
    return "\n".join(lines)
