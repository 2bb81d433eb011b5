"""Draft stories from an idea or a spec, or write the conditions of a review as stories."""

import click

from copilot.cli.face import Face
from copilot.cli.skill_command import run_skill, show_artifact
from copilot.errors import InputError
from copilot.skills import find_skill


@click.command("draft-story")
@click.argument("idea", required=False, metavar="TEXT|FILE|-")
@click.option("--persona", help="Who it is for.")
@click.option("--count", type=click.IntRange(1), help="How many stories at most.")
@click.option(
    "--from-review",
    metavar="ID",
    help="Write the conditions of this ethics review as stories; needs no model.",
)
@click.pass_obj
def draft_story(
    face: Face,
    idea: str | None,
    persona: str | None,
    count: int | None,
    from_review: str | None,
) -> None:
    """Draft user stories from an idea or a spec, or from the conditions of an ethics review.

    Every requirement of the text gets an id; what no story holds to is listed as missing. The
    stories are kept in the workspace: export them with pm-copilot export ID.
    """
    if (idea is None) == (from_review is None):
        raise InputError(
            "Give an idea, or the id of a review.", hint="pm-copilot draft-story 'the idea'"
        )
    if from_review is None:
        run_skill(
            face, find_skill("draft_story"), {"idea": idea, "persona": persona, "count": count}
        )
        return
    from copilot.skills.draft_story import stories_from_review

    show_artifact(face, stories_from_review(from_review, face.services))
