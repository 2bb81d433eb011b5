"""Pulling weights from a hub."""

import stat
from pathlib import Path

import pytest

from copilot.errors import DiskFull, ModelUnreachable, SetupError
from copilot.llm.catalogue import CatalogueEntry
from copilot.llm.downloads import is_pulled, pull, read_record
from tests.unit.llm.loopback_hub import Hub, serving
from tests.unit.llm.weights_entries import CONTENT, HUB, MISSING, entry_from

Steps = list[tuple[int, int]]


def pulled(entry: CatalogueEntry, folder: Path, url: str, steps: Steps | None = None) -> Path:
    seen: Steps = [] if steps is None else steps
    return pull(
        entry, folder, hub_url=url, progress=lambda there, total: seen.append((there, total))
    )


def test_weights_arrive_through_a_redirect_and_are_private(tmp_path: Path) -> None:
    steps: Steps = []
    with serving(Hub(CONTENT)) as hub:
        weights = pulled(entry_from(HUB), tmp_path / "models", hub.url, steps)
    assert weights.read_bytes() == CONTENT
    assert stat.S_IMODE(weights.stat().st_mode) == 0o600
    assert stat.S_IMODE(weights.parent.stat().st_mode) == 0o700
    assert steps[0] == (0, len(CONTENT))
    assert steps[-1] == (len(CONTENT), len(CONTENT))
    assert sorted(path.name for path in weights.parent.iterdir()) == ["tiny.gguf", "tiny.json"]


def test_what_is_there_and_checked_is_not_fetched_again(tmp_path: Path) -> None:
    with serving(Hub(CONTENT)) as hub:
        pulled(entry_from(HUB), tmp_path, hub.url)
    steps: Steps = []
    pulled(entry_from(HUB), tmp_path, "http://127.0.0.1:9", steps)
    assert steps == []


def test_a_cut_connection_is_taken_up_where_it_broke(tmp_path: Path) -> None:
    with serving(Hub(CONTENT, cuts=2)) as hub:
        weights = pulled(entry_from(HUB), tmp_path, hub.url)
    assert weights.read_bytes() == CONTENT
    assert hub.ranges[0] is None
    assert len(hub.ranges) == 3
    assert all(asked for asked in hub.ranges[1:])


def test_an_interrupted_pull_is_taken_up_by_the_next_one(tmp_path: Path) -> None:
    def interrupt(there: int, total: int) -> None:
        if there > 0:
            raise KeyboardInterrupt

    with serving(Hub(CONTENT)) as hub:
        with pytest.raises(KeyboardInterrupt):
            pull(entry_from(HUB), tmp_path, hub_url=hub.url, progress=interrupt)
        kept = (tmp_path / "tiny.gguf.part").stat().st_size
        weights = pulled(entry_from(HUB), tmp_path, hub.url)
    assert hub.ranges == [None, f"bytes={kept}-"]
    assert weights.read_bytes() == CONTENT


def test_a_whole_part_file_needs_no_more_bytes(tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(CONTENT)
    with serving(Hub(CONTENT)) as hub:
        assert pulled(entry_from(HUB), tmp_path, hub.url).read_bytes() == CONTENT


def test_a_file_that_changed_on_the_hub_is_fetched_from_its_start(tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(b"GGUF of yesterday")
    (tmp_path / "tiny.gguf.part.etag").write_text('"old"', "utf-8")
    with serving(Hub(CONTENT)) as hub:
        weights = pulled(entry_from(HUB, known=False), tmp_path, hub.url)
    assert weights.read_bytes() == CONTENT


def test_without_a_known_hash_the_first_one_is_recorded_and_said_so(tmp_path: Path) -> None:
    entry = entry_from(HUB, known=False)
    with serving(Hub(CONTENT)) as hub:
        record = read_record(pulled(entry, tmp_path, hub.url))
    assert record is not None
    assert record.checked == "on first use"
    assert record.sha256 == entry_from(HUB).sha256
    assert is_pulled(entry, tmp_path)


def test_a_wrong_hash_is_refused_and_a_second_pull_starts_clean(tmp_path: Path) -> None:
    entry = entry_from(HUB)
    with (
        serving(Hub(CONTENT[::-1])) as hub,
        pytest.raises(SetupError, match=rf"{entry.sha256} expected, \w{{64}} found"),
    ):
        pulled(entry, tmp_path, hub.url)
    assert list(tmp_path.iterdir()) == []
    with serving(Hub(CONTENT)) as hub:
        assert pulled(entry, tmp_path, hub.url).read_bytes() == CONTENT


def test_a_file_larger_than_announced_is_refused_before_it_is_fetched(tmp_path: Path) -> None:
    with serving(Hub(CONTENT + b"more")) as hub, pytest.raises(SetupError, match="expected"):
        pulled(entry_from(HUB), tmp_path, hub.url)
    assert list(tmp_path.iterdir()) == []


def test_weights_that_were_damaged_on_the_disk_are_removed(tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf").write_bytes(b"GGUF but not it")
    with pytest.raises(SetupError, match="found in place is not the expected file"):
        pulled(entry_from(HUB), tmp_path, "http://127.0.0.1:9")
    assert list(tmp_path.iterdir()) == []


def test_weights_put_there_by_hand_are_checked_and_kept(tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf").write_bytes(CONTENT)
    pulled(entry_from(HUB), tmp_path, "http://127.0.0.1:9")
    assert is_pulled(entry_from(HUB), tmp_path)


def test_a_missing_file_names_its_address_and_the_answer(tmp_path: Path) -> None:
    with (
        serving(Hub(CONTENT)) as hub,
        pytest.raises(ModelUnreachable, match=r"missing-GGUF/resolve/main/tiny\.gguf answers 404"),
    ):
        pulled(entry_from(MISSING), tmp_path, hub.url)


def test_the_next_source_is_tried_and_all_causes_are_named(tmp_path: Path) -> None:
    with serving(Hub(CONTENT)) as hub:
        pulled(entry_from(MISSING, HUB), tmp_path / "second", hub.url)
    with pytest.raises(ModelUnreachable, match=r"hub tests/missing-GGUF: .*hub tests/tiny-GGUF: "):
        pulled(entry_from(MISSING, HUB), tmp_path, "http://127.0.0.1:9")


@pytest.mark.parametrize("url", ["http://hub.example", "ftp://127.0.0.1"])
def test_weights_are_fetched_over_https_or_from_this_machine_only(tmp_path: Path, url: str) -> None:
    with pytest.raises((SetupError, ModelUnreachable)):
        pulled(entry_from(HUB), tmp_path, url)


def test_a_redirect_may_not_leave_https(tmp_path: Path) -> None:
    with (
        serving(Hub(CONTENT, redirect="http://elsewhere.example{path}")) as hub,
        pytest.raises(SetupError, match=r"elsewhere\.example.* is not https"),
    ):
        pulled(entry_from(HUB), tmp_path, hub.url)


def test_a_disk_without_room_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    entry = entry_from(HUB).model_copy(update={"bytes": 10**18})
    with pytest.raises(DiskFull, match=r"GB free; .* are needed"):
        pulled(entry, tmp_path, "http://127.0.0.1:9")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_disk_that_fills_up_on_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").symlink_to("/dev/full")
    with serving(Hub(CONTENT)) as hub, pytest.raises(DiskFull, match="No space is left"):
        pulled(entry_from(HUB), tmp_path, hub.url)
