"""The workspace and its one writer."""

import multiprocessing
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from copilot.errors import InputError, WorkspaceBusy
from copilot.stores.workspace import (
    FOLDER,
    Workspace,
    find_workspace,
    init_workspace,
    workspace_in,
)


def hold(root: Path, held: Event, release: Event) -> None:
    """Hold a workspace until told to let go; runs in another process."""
    with Workspace(root).writing():
        held.set()
        release.wait(30)


@contextmanager
def held_elsewhere(root: Path) -> Iterator[None]:
    """Have another process hold the workspace."""
    context = multiprocessing.get_context("spawn")
    held, release = context.Event(), context.Event()
    other = context.Process(target=hold, args=(root, held, release))
    other.start()
    assert held.wait(30)
    try:
        yield
    finally:
        release.set()
        other.join()


def test_a_workspace_is_found_from_below_like_a_git_repository(tmp_path: Path) -> None:
    root = init_workspace(tmp_path).root
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_workspace(deep, tmp_path / "default").root == root


def test_the_nearest_workspace_wins(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    init_workspace(tmp_path)
    inner = init_workspace(tmp_path / "a")
    assert find_workspace(tmp_path / "a", tmp_path).root == inner.root


def test_without_one_the_default_is_used_and_not_created(tmp_path: Path) -> None:
    default = tmp_path / "default"
    assert find_workspace(tmp_path, default).root == default
    assert not default.exists()


def test_a_new_workspace_is_private_and_keeps_its_index_out_of_git(tmp_path: Path) -> None:
    workspace = init_workspace(tmp_path)
    assert stat.S_IMODE(workspace.root.stat().st_mode) == 0o700
    assert "index/" in (workspace.root / ".gitignore").read_text()
    assert "pm-copilot" in workspace.config_file.read_text()


def test_a_second_init_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    workspace = init_workspace(tmp_path)
    workspace.config_file.write_text("passages = 3\n")
    with pytest.raises(InputError, match="is there already; nothing was changed"):
        init_workspace(tmp_path)
    assert workspace.config_file.read_text() == "passages = 3\n"


def test_init_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a folder"):
        init_workspace(tmp_path / "none")


def test_another_process_keeps_a_writer_out_until_it_is_done(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "w")
    with held_elsewhere(workspace.root):
        assert workspace.is_being_written()
        with pytest.raises(WorkspaceBusy, match="Another process"), workspace.writing(wait=0.1):
            pytest.fail("two writers")
    assert not workspace.is_being_written()
    with workspace.writing(wait=0.1):
        pass


def test_asking_whether_someone_writes_creates_nothing(tmp_path: Path) -> None:
    assert not Workspace(tmp_path / "w").is_being_written()
    assert not (tmp_path / "w").exists()


def test_a_named_folder_holds_its_workspace_inside_and_is_left_alone(tmp_path: Path) -> None:
    assert workspace_in(tmp_path).root == tmp_path / FOLDER
    assert workspace_in(tmp_path / FOLDER).root == tmp_path / FOLDER


def test_an_older_workspace_keeps_personal_data_from_git_too(tmp_path: Path) -> None:
    workspace = init_workspace(tmp_path)
    ignored = workspace.root / ".gitignore"
    ignored.write_text("index/\nmine/\n")
    workspace.prepare()
    workspace.prepare()
    assert ignored.read_text().split() == ["index/", "mine/", "batches/", "vaults/", "requests/"]
