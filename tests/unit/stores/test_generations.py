"""Generations of the index."""

from pathlib import Path

import pytest

from copilot.errors import LogError
from copilot.stores.generations import Generation, Generations, Manifest
from tests.doubles import passage

MANIFEST = Manifest(embedder="none", dimension=0, corpus="abc", count=2)


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    """Return an empty folder of generations."""
    return Generations(tmp_path / "index")


def published(generations: Generations) -> Generation:
    generation = generations.start(MANIFEST)
    generation.write_passages([passage("one"), passage("two")])
    generations.publish(generation)
    return generation


def test_nobody_sees_a_generation_before_it_is_published(generations: Generations) -> None:
    generations.start(MANIFEST)
    assert generations.current() is None


def test_a_published_generation_is_the_current_one_and_reads_back(
    generations: Generations,
) -> None:
    published(generations)
    current = generations.current()
    assert current is not None
    assert current.manifest == MANIFEST
    assert current.passage(1).text == "two"


def test_the_generation_before_is_kept_for_those_who_still_read_it(
    generations: Generations,
) -> None:
    first, second, third = (published(generations) for _ in range(3))
    assert not first.folder.exists()
    assert second.passage(0).text == "one"
    current = generations.current()
    assert current is not None
    assert current.folder == third.folder


@pytest.mark.parametrize("content", ["", "{", '{"count": 1}', "\x00"])
def test_a_damaged_manifest_counts_as_no_index(generations: Generations, content: str) -> None:
    generation = published(generations)
    (generation.folder / "manifest.json").write_text(content)
    assert generations.current() is None


@pytest.mark.parametrize("name", ["gone", "", "\ufffd"])
def test_a_name_that_leads_nowhere_counts_as_no_index(generations: Generations, name: str) -> None:
    published(generations)
    (generations.folder / "current").write_text(name)
    assert generations.current() is None


def test_a_name_of_broken_bytes_counts_as_no_index(generations: Generations) -> None:
    published(generations)
    (generations.folder / "current").write_bytes(b"\xff\xfe\x00")
    assert generations.current() is None


def test_a_discarded_generation_leaves_nothing_and_tells_the_cause(
    generations: Generations,
) -> None:
    generation = generations.start(MANIFEST)
    with pytest.raises(LogError, match="cannot be written"):
        generations.discard(generation, PermissionError(13, "Permission denied"))
    assert not generation.folder.exists()
