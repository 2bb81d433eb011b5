"""Fail where a file of the project holds a key, or a lock names a package index.

Looks for the shapes that keys have, not for random text: a finding is a finding.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from copilot.analysis.secret_shapes import SHAPES

ROOT = Path(__file__).parents[1]
INDEX = re.compile(rb"^\s*(?:-i\b|--(?:extra-)?index-url|--find-links|--trusted-host|.*https?://)")
LOCKS = ("requirements.txt", "requirements-dev.txt")


def main() -> None:
    """Print every finding and the count of files, and leave with 1 where there is a finding."""
    files = list(_files())
    findings = [finding for path in files for finding in _findings(path)]
    for finding in findings:
        print(finding, file=sys.stderr)
    print(f"Secrets: {len(files)} files read, {len(findings)} findings.")
    sys.exit(bool(findings))


def _files() -> Iterator[Path]:
    """Yield what git tracks or would track."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name.decode() for name in listed.stdout.split(b"\0") if name)
    return (path for path in paths if path.is_file())


def _findings(path: Path) -> Iterator[str]:
    name = path.relative_to(ROOT).as_posix()
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        for kind, shape in SHAPES.items():
            if shape.search(line):
                yield f"{name}:{number}: {kind}"
        if name in LOCKS and INDEX.search(line):
            yield f"{name}:{number}: a lock holds names and hashes only"


if __name__ == "__main__":
    main()
