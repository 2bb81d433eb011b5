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
@click.option(
    "--from-survey",
    metavar="ID",
    help="Write the themes of this survey summary as stories; needs no model.",
)
@click.pass_obj
def draft_story(
    face: Face,
    idea: str | None,
    persona: str | None,
    count: int | None,
    from_review: str | None,
    from_survey: str | None,
) -> None:
    """Draft user stories from an idea or a spec, from the conditions of an ethics review, or
    from the themes of a survey.

    Every requirement of the text gets an id; what no story holds to is listed as missing. The
    stories are kept in the workspace: export them with pm-copilot export ID.
    """
    if sum(one is not None for one in (idea, from_review, from_survey)) != 1:
        raise InputError(
            "Give an idea, or the id of a review or a survey.",
            hint="pm-copilot draft-story 'the idea'",
        )
    if idea is not None:
        run_skill(
            face, find_skill("draft_story"), {"idea": idea, "persona": persona, "count": count}
        )
        return
    from copilot.skills.draft_story import stories_from_review, stories_from_survey

    if from_review is not None:
        show_artifact(face, stories_from_review(from_review, face.services))
    elif from_survey is not None:
        show_artifact(face, stories_from_survey(from_survey, face.services))
