"""What a command has in hand: services, and the one way to print a result or a remark."""

import json
import re
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from copilot.domain.pace import remaining
from copilot.errors import InputError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from copilot.services import Services

DATA = frozenset({".csv", ".tsv", ".json", ".yaml", ".yml"})
"""Files given as they are: made a Markdown table, rows with too many cells would lose some."""
LONGEST_PATH = 1_000
_LIKE_A_PATH = re.compile(
    r"(?:\.{0,2}/|~)\S*|\S+\.(?:md|markdown|txt|docx?|pdf|html?|csv|tsv|json|ya?ml|feature)", re.I
)
_OBEYED = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


class Face:
    """The command line as commands see it: results to stdout, everything else to stderr.

    Args:
        options: Global options as given: workspace, model, base_url, json, quiet, no_color.
    """

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        self._services: Services | None = None

    @property
    def json(self) -> bool:
        """Whether stdout is to be one JSON document."""
        return bool(self._options.get("json"))

    @property
    def quiet(self) -> bool:
        """Whether remarks are unwanted."""
        return bool(self._options.get("quiet"))

    @property
    def services(self) -> "Services":
        """The services, opened with the global options."""
        if self._services is None:
            from copilot.services import Services
            from copilot.settings import harden_environment

            harden_environment()
            named = self._options.get("workspace")
            flags = {name: self._options.get(name) for name in ("model", "base_url")}
            self._services = Services(flags, Path(named) if named else None)
        return self._services

    @property
    def has_person(self) -> bool:
        """Whether somebody is there to be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def emit(self, value: "BaseModel | dict[str, Any]", text: str) -> None:
        """Print the result: the value with `--json`, else the text, made safe to show."""
        if self.json:
            click.echo(_as_json(value))
            return
        from copilot.analysis.untrusted import clean

        click.echo(clean(text))

    def emit_line(self, value: "BaseModel | dict[str, Any]") -> None:
        """Print one line of JSON, at once."""
        click.echo(_as_json(value))
        sys.stdout.flush()

    def say(self, text: str) -> None:
        """Print a remark on stderr, unless remarks are unwanted."""
        if not self.quiet:
            self.show(text)

    def show(self, text: str) -> None:
        """Print on stderr what a person has to see before they answer."""
        from copilot.analysis.untrusted import clean

        click.echo(clean(text), err=True)

    def progress(self, what: str) -> "Progress":
        """Return a callback (done, total) that shows progress on stderr."""
        return Progress(self, what)

    def approve(self, question: str, *, yes: bool) -> bool:
        """Ask a person before something is written; `--yes` answers for them.

        Raises:
            InputError: There is no terminal to ask on and no `--yes`.
        """
        if yes:
            return True
        if not self.has_person:
            raise InputError(f"This needs approval: {question}", hint="Approve it by adding --yes")
        return click.confirm(question, err=True)


class Progress:
    """Shows how far a long step is: a line that renews itself, or a line in ten steps.

    Args:
        face: Where remarks go.
        what: What is under way.
    """

    def __init__(self, face: Face, what: str) -> None:
        self._face = face
        self._what = what
        self._told = -1
        self._began = monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` is behind us, and how long the rest will take.

        A total of 0 says that nobody knows how much there is.
        """
        live = sys.stderr.isatty()
        step = 1 if live else 10
        percent = 100 * done // max(total, 1) // step * step
        if percent == self._told or self._face.quiet:
            return
        self._told = percent
        left = remaining(monotonic() - self._began, done, total)
        far = f" {percent} %{left}" if total else " …"
        click.echo(f"{self._what}{far}", err=True, nl=not live or done >= total)
        if live and done < total:
            click.echo("\r", err=True, nl=False)


def _as_json(value: "BaseModel | dict[str, Any]") -> str:
    """Return JSON with letters as they are, and escapes for what a terminal would obey."""
    plain = value if isinstance(value, dict) else value.model_dump(mode="json")
    text = json.dumps(plain, ensure_ascii=False)
    return _OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], text)


def read_text(given: str) -> str:
    """Return the text meant by TEXT, FILE or `-` for standard input.

    Raises:
        InputError: There is nothing in it, or the file cannot be read.
    """
    text = sys.stdin.read() if given == "-" else _file_or_text(given)
    if not text.strip():
        raise InputError("The text is empty.", hint="Give text, a file's path, or - for stdin.")
    return text.strip()


def _is_file(given: str) -> bool:
    """Return whether a path is meant rather than a text.

    Raises:
        InputError: A path is meant, and no file is there.
    """
    if not given.strip() or "\n" in given or len(given) > LONGEST_PATH:
        return False
    try:
        path = Path(given)
        if path.is_file():
            return True
        is_folder = path.is_dir()
    except (OSError, ValueError):  # a name that no system can have
        return False
    if is_folder:
        raise InputError(f"{given} is a folder.", hint="Name a file in it, or give the text.")
    if _LIKE_A_PATH.fullmatch(given):
        raise InputError(
            f"There is no file {given}.", hint="Check the name: ls; or give the text itself."
        )
    return False


def _file_or_text(given: str) -> str:
    if not _is_file(given):
        return given
    from copilot.stores.converter import to_markdown

    path = Path(given)
    try:
        return _as_written(path) if path.suffix.lower() in DATA else to_markdown(path)
    except InputError as error:
        raise InputError(
            f"{given} is not read: {error.message}.", hint="Give text or a .md file."
        ) from error


def _as_written(path: Path) -> str:
    from copilot.stores.story_files import decoded

    try:
        return decoded(path.read_bytes(), "it")
    except InputError as error:
        raise InputError(error.message.rstrip(".")) from error
