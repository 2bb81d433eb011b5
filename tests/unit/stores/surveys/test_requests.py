"""What was asked for each summary, as the workspace keeps it."""

from pathlib import Path

import pytest

from copilot.stores.surveys.requests import SurveyRequests, state_of
from copilot.stores.workspace import Workspace


@pytest.fixture
def requests(tmp_path: Path) -> SurveyRequests:
    return SurveyRequests(Workspace(tmp_path / "w"))


def test_paths_are_kept_in_full_for_their_owner_alone(
    requests: SurveyRequests, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = {"file": "/data/my a.csv", "codebook": "book.json", "labels": None, "segment": ["Plan"]}
    requests.keep("s-1", asked)
    assert requests.read("s-1") == {
        **asked,
        "codebook": str(tmp_path / "book.json"),
    }
    assert (tmp_path / "w" / "requests" / "s-1.json").stat().st_mode & 0o777 == 0o600


def test_where_nothing_is_to_be_asked_again_nothing_is_kept(
    requests: SurveyRequests, tmp_path: Path
) -> None:
    requests.keep("s-1", {})
    assert requests.read("s-1") == {}
    assert not (tmp_path / "w" / "requests").exists()


@pytest.mark.parametrize("text", ["{", "[]", '{"file": 1}'])
def test_what_is_damaged_counts_as_not_kept(
    requests: SurveyRequests, tmp_path: Path, text: str
) -> None:
    requests.keep("s-1", {"file": "/data/a.csv"})
    (tmp_path / "w" / "requests" / "s-1.json").write_text(text, "utf-8")
    assert requests.read("s-1") == {}


def test_an_export_is_there_or_changed_or_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert state_of(str(path), empty) == "there"
    assert state_of(str(path), "") == "there"
    path.write_bytes(b"x")
    assert state_of(str(path), empty) == "changed"
    path.unlink()
    assert state_of(str(path), empty) == "gone"
