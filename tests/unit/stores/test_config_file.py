"""Changing one value of a config file."""

import stat
import tomllib
from pathlib import Path

import pytest

from copilot.stores.config_file import set_value


def test_a_missing_file_is_created_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "config" / "config.toml"
    set_value(path, "model", "none")
    assert path.read_text() == 'model = "none"\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_rest_stays_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\nmodel_calls = 3\n  model="old"\n# end\n')
    set_value(path, "model", "openai:new")
    assert path.read_text() == '# mine\nmodel_calls = 3\nmodel = "openai:new"\n# end\n'


@pytest.mark.parametrize("value", ['a "quoted" \\ value', "ü\u2028", "tab\there"])
def test_any_value_reads_back(tmp_path: Path, value: str) -> None:
    path = tmp_path / "config.toml"
    set_value(path, "theme", value)
    assert tomllib.loads(path.read_text("utf-8")) == {"theme": value}
