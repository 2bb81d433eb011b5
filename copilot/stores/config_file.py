"""Change one value of a config file and leave the rest as it was written."""

import json
import re
from pathlib import Path

from copilot.stores.private_files import write_private


def set_value(path: Path, name: str, value: str) -> None:
    """Set `name = "value"` at the top level of a TOML file, keeping comments and order."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    line = f"{name} = {json.dumps(value)}"
    wanted = re.compile(rf"\s*{re.escape(name)}\s*=")
    places = [index for index, text in enumerate(lines) if wanted.match(text)]
    if places:
        lines[places[0]] = line
    else:
        lines.append(line)
    write_private(path, "\n".join(lines) + "\n")
