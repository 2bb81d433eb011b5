"""The embedded server's errors; tests/live measures it with real weights."""

from pathlib import Path

import pytest

from copilot.errors import SetupError
from copilot.llm.embedded import EmbeddedServers


def test_weights_that_are_missing_name_the_file_and_the_command(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"tiny\.gguf") as caught:
        EmbeddedServers().start(tmp_path / "tiny.gguf", 2048)
    assert caught.value.hint.endswith("pm-copilot models pull tiny")


def test_a_file_that_is_no_gguf_never_reaches_the_library(tmp_path: Path) -> None:
    weights = tmp_path / "tiny.gguf"
    weights.write_text("<html>404</html>", "utf-8")
    with pytest.raises(SetupError, match="not a GGUF file"):
        EmbeddedServers().start(weights, 2048)


def test_damaged_weights_are_told_and_nothing_is_written_by_the_library(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("xllamacpp")
    weights = tmp_path / "tiny.gguf"
    weights.write_bytes(b"GGUF\x03\x00\x00\x00" + bytes(range(256)) * 400)
    with pytest.raises(SetupError, match="cannot load it"):
        EmbeddedServers().start(weights, 2048)
    assert capfd.readouterr() == ("", "")
