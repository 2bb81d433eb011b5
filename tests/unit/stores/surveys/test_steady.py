from pathlib import Path

import pytest

from copilot.errors import InputError
from copilot.stores.surveys.steady import steady


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("Plan\nFree\n")

    with pytest.raises(InputError, match="changed while it was read"), steady(path):
        path.write_text("Plan\nFree\nPro\n")


def test_a_file_that_is_gone_afterwards_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("Plan\nFree\n")

    with pytest.raises(InputError, match="changed while it was read"), steady(path):
        path.unlink()


def test_a_file_that_stays_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("Plan\nFree\n")

    with steady(path):
        assert path.read_text()
