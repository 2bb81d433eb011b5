"""Show what placeholders of a kept survey stand for, from this machine's own copy."""

import click

from copilot.cli.face import Face, read_text


@click.command("reveal")
@click.argument("survey", metavar="ID")
@click.argument("text", metavar="[TEXT|FILE|-]", required=False)
@click.pass_obj
def reveal(face: Face, survey: str, text: str | None) -> None:
    """Show what each placeholder of the summary ID stands for, or a text with values put back.

    Personal data is printed: look who sees the screen. Nothing is sent or kept.
    """
    from copilot.analysis.privacy.placeholders import reveal as revealed

    vault = face.services.surveys.vault(survey)
    if text is None:
        lines = [f"{placeholder:14} {value}" for placeholder, value in vault.values.items()]
        face.emit({"id": survey, "placeholders": vault.values}, "\n".join(lines))
        return
    whole = revealed(read_text(text), vault)
    face.emit({"id": survey, "text": whole}, whole)
