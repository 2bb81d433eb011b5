"""Choose a model, and keep its key in the keyring."""

import sys

import click

from copilot.cli.face import Face
from copilot.errors import InputError


@click.command()
@click.option("--key-stdin", is_flag=True, help="Read an OpenAI key from standard input.")
@click.option("--use", metavar="PROVIDER:NAME", help="Use this model from now on, or none.")
@click.option("--server", metavar="URL", help="Use this OpenAI-compatible server from now on.")
@click.option("--forget-key", is_flag=True, help="Remove the key from the keyring.")
@click.pass_obj
def setup(
    face: Face, key_stdin: bool, use: str | None, server: str | None, forget_key: bool
) -> None:
    """Choose a model and store its key in the keyring; asks where no option is given."""
    services = face.services
    if forget_key:
        from copilot.llm.keys import forget_key as forget

        forget()
    if key_stdin:
        services.store_key(sys.stdin.readline().strip())
    if server:
        from copilot.llm.endpoints import check_base_url

        services.save_setting("base_url", check_base_url(server))
    if use:
        from copilot.llm.choice import NONE, split_model

        services.save_setting("model", use if use == NONE else ":".join(split_model(use)))
    if not (key_stdin or use or server or forget_key):
        _ask(face)
    services.forget_model()
    choice = services.model_choice
    text = f"Model: {choice.label} ({choice.why})." if choice else "No model: answers are passages."
    face.emit({"model": choice.label if choice else None}, text)


def _ask(face: Face) -> None:
    if not sys.stdin.isatty():
        raise InputError(
            "Setup asks questions, and there is no terminal.",
            hint="Use its flags: pm-copilot setup --help",
        )
    ways = {"1": _ask_key, "2": _ask_ollama, "3": _pull_embedded, "4": _go_without}
    click.echo(
        "1  paste an OpenAI key\n2  use a model of Ollama on this machine\n"
        "3  pull the embedded model (about 1.1 GB, free, works offline)\n4  go on without a model",
        err=True,
    )
    ways[click.prompt("Which", type=click.Choice(list(ways)), err=True)](face)


def _ask_key(face: Face) -> None:
    face.services.store_key(click.prompt("Key", hide_input=True, err=True))


def _ask_ollama(face: Face) -> None:
    offered = face.services.ollama_models()
    if not offered:
        raise InputError(
            f"No Ollama server answers at {face.services.settings.ollama_url}.",
            hint="Start it (ollama serve), then run pm-copilot setup again",
        )
    name = click.prompt("Model", type=click.Choice(offered), default=offered[0], err=True)
    face.services.save_setting("model", f"ollama:{name}")


def _pull_embedded(face: Face) -> None:
    entry = next(entry for entry in face.services.catalogue() if entry.default)
    face.services.pull_model(entry.name, face.progress(f"Pulling {entry.name}"))
    face.services.save_setting("model", f"embedded:{entry.name}")


def _go_without(face: Face) -> None:
    face.services.save_setting("model", "none")
