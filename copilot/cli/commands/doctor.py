"""Find out what stands in the way."""

import platform
import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
from pydantic import BaseModel

from copilot import __version__
from copilot.cli.face import Face
from copilot.errors import CopilotError
from copilot.services import Services

ENOUGH_BYTES = 2_000_000_000
PACKAGES = ("openai", "langchain", "chromadb", "pydantic", "textual", "tiktoken", "xllamacpp")


class Check(BaseModel):
    """One thing looked at; `next` is the command that mends it."""

    name: str
    ok: bool
    detail: str
    next: str = ""


@click.command()
@click.pass_obj
def doctor(face: Face) -> None:
    """Check model, index, versions and space, with the next command for each fault."""
    checks = [_checked(name, look, face.services) for name, look in _LOOKS.items()]
    value = {
        "ok": all(check.ok for check in checks),
        "version": __version__,
        "python": platform.python_version(),
        "packages": dict(_versions()),
        "checks": [check.model_dump() for check in checks],
    }
    face.emit(value, "\n".join(map(_line, checks)))


def _checked(
    name: str, look: Callable[[Services], tuple[bool, str, str]], services: Services
) -> Check:
    try:
        ok, detail, following = look(services)
    except CopilotError as error:
        ok, detail, following = False, error.message, error.hint
    return Check(name=name, ok=ok, detail=detail, next="" if ok else following)


def _line(check: Check) -> str:
    mark = "ok  " if check.ok else "FAIL"
    return f"{mark} {check.name}: {check.detail}" + (f"\n     → {check.next}" if check.next else "")


def _settings(services: Services) -> tuple[bool, str, str]:
    chosen = [name for name, source in services.resolved.sources.items() if source != "default"]
    return True, f"readable; not default: {', '.join(chosen) or 'none'}", ""


def _workspace(services: Services) -> tuple[bool, str, str]:
    root = services.workspace.root
    if not root.exists():
        return True, f"{root} is made at first use", ""
    private = root.stat().st_mode & 0o077 == 0
    return (
        private,
        f"{root} is {'private' if private else 'readable by others'}",
        f"chmod 700 {root}",
    )


def _model(services: Services) -> tuple[bool, str, str]:
    choice = services.model_choice
    if choice is None:
        return True, "none is set; answers are passages (pm-copilot setup)", ""
    if choice.provider == "embedded":
        path = services.places.models / f"{choice.name}.gguf"
        return path.is_file(), f"{choice.label} at {path}", f"pm-copilot models pull {choice.name}"
    return _server(services)


def _server(services: Services) -> tuple[bool, str, str]:
    from copilot.llm.endpoints import offered_models
    from copilot.llm.provider import OPENAI_COMPATIBLE, openai_base_url

    choice = services.model_choice
    assert choice is not None
    if choice.provider not in OPENAI_COMPATIBLE:
        return True, f"{choice.label} is not probed; try: pm-copilot models test", ""
    url = openai_base_url(choice)
    key = choice.key.get_secret_value() if choice.key else ""
    offered = offered_models(url, key, timeout=8.0)
    if not offered:
        return False, f"{choice.label}: {url} does not list models", "pm-copilot models test"
    known = choice.name in offered
    return known, f"{choice.label} at {url}, {len(offered)} models", f"use one of {offered[:3]}"


def _index(services: Services) -> tuple[bool, str, str]:
    healthy = services.search.is_healthy()
    if healthy or not services.workspace.index.exists():
        return True, "healthy" if healthy else "built at first use", ""
    return False, "does not fit the knowledge, or is damaged", "pm-copilot knowledge rebuild"


def _decisions(services: Services) -> tuple[bool, str, str]:
    if not services.knowledge.decided.exists:
        return True, "nothing is recorded yet", ""
    head = services.decisions.log.head()
    last = services.decisions.chain.witness.last()
    known = bool(head and last and head.commit == last.commit)
    count = head.count if head else 0
    seen = "as witnessed" if known else "not as last witnessed here"
    return known, f"{count} decisions, {seen}", "pm-copilot decisions verify"


def _space(services: Services) -> tuple[bool, str, str]:
    folder = next(
        part for part in (services.places.data, *services.places.data.parents) if part.exists()
    )
    free = shutil.disk_usage(folder).free
    return (
        free >= ENOUGH_BYTES,
        f"{free / 1e9:.1f} GB free at {folder}",
        f"Free some space on {_mount(folder)}",
    )


def _mount(folder: Path) -> Path:
    return next((part for part in (folder, *folder.parents) if part.is_mount()), folder)


def _versions() -> Iterator[tuple[str, str | None]]:
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, None


_LOOKS: dict[str, Callable[[Services], tuple[bool, str, str]]] = {
    "settings": _settings,
    "workspace": _workspace,
    "model": _model,
    "index": _index,
    "decisions": _decisions,
    "space": _space,
}
