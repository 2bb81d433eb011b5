"""Recordings on disk: one readable JSON file a case."""

import json
from pathlib import Path

from pydantic import ValidationError

from copilot.analysis.secret_shapes import secret_in
from copilot.domain.recording import SCHEMA_VERSION, Recording
from copilot.errors import NotFound, RecordingError
from copilot.stores.private_files import write_shared

_HINT = "Record it anew: pm-copilot evals record SUITE"


def read_recording(path: Path) -> Recording:
    """Return a recording, checked.

    Raises:
        NotFound: There is none.
        RecordingError: It is truncated, of another schema version, or breaks a rule; the message
            names file and line.
    """
    try:
        text = path.read_text("utf-8")
        content = json.loads(text)
    except FileNotFoundError as error:
        raise NotFound(f"There is no recording {path}.", hint=_HINT) from error
    except json.JSONDecodeError as error:
        raise _broken(path, error.lineno, f"truncated or not JSON: {error.msg}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(path, 1, f"cannot be read: {error}") from error
    version = content.get("schema_version") if isinstance(content, dict) else None
    if version != SCHEMA_VERSION:
        told = f"schema version {version}, and this PM copilot reads {SCHEMA_VERSION}"
        raise _broken(path, _line_of(text, '"schema_version"'), told)
    try:
        return Recording.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        names = [part for part in first["loc"] if isinstance(part, str)]
        places = [part for part in first["loc"] if isinstance(part, int)]
        line = _line_of(text, f'"{names[-1]}"' if names else "{", sum(places[:1]))
        where = ".".join(map(str, first["loc"]))
        raise _broken(path, line, f"{where}: {first['msg']}") from error


def known_recording(path: Path) -> Recording | None:
    """Return a recording, None where it is missing or cannot be read."""
    try:
        return read_recording(path)
    except (NotFound, RecordingError):
        return None


def write_recording(path: Path, recording: Recording) -> None:
    """Write a recording whole, keys sorted, so that changes read well in a diff.

    Raises:
        RecordingError: It holds what looks like a key.
    """
    plain = recording.model_dump(mode="json", exclude_defaults=True)
    content = {"schema_version": recording.schema_version, **plain}
    text = json.dumps(content, ensure_ascii=True, indent=1, sort_keys=True) + "\n"
    said = "\n".join(call.reply.text for call in recording.calls)
    kind = secret_in(f"{text}\n{said}".encode())
    if kind:
        raise RecordingError(
            f"The recording of case {recording.case} is not written: it holds what looks like "
            f"a secret ({kind}).",
            hint=f"Take it out of what case {path.stem} reads, then record it again.",
        )
    write_shared(path, text)


def read_recordings(place: Path) -> list[Recording]:
    """Return the recordings of a file or a folder.

    Raises:
        NotFound: There is none.
        RecordingError: One of them cannot be read.
    """
    inside = place / "recordings" if (place / "suite.yaml").is_file() else place
    paths = sorted(inside.glob("**/*.json")) if inside.is_dir() else [inside]
    if not paths:
        raise NotFound(f"There is no recording in {place}.", hint=_HINT)
    return [read_recording(path) for path in paths]


def _line_of(text: str, word: str, skipped: int = 0) -> int:
    """Return the line of a word, or of a later one where so many are skipped."""
    before = text.split(word)[: skipped + 1]
    return word.join(before).count("\n") + 1 if word in text else 1


def _broken(path: Path, line: int, what: str) -> RecordingError:
    return RecordingError(f"{path}:{line}: {what}.", hint=_HINT)
