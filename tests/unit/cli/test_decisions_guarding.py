"""The log is verified, proved, shared and moved from the command line."""

import json
import subprocess
from pathlib import Path

import pytest

from copilot.services import Services
from tests.unit.cli.deciding import decided, done, refused
from tests.unit.cli.running import pm


def branch() -> Path:
    """Return the file of the log's branch."""
    return Services().workspace.decisions / "log.git" / "refs" / "heads" / "main"


def test_an_untouched_log_is_ok_and_leaves_with_nothing(tmp_path: Path) -> None:
    decided(tmp_path)
    found = done("decisions", "verify")
    assert (found["verdict"], found["count"], found["problems"]) == ("ok", 1, [])
    assert done("decisions", "verify")["head"] == branch().read_text().strip()


def test_an_empty_log_is_ok() -> None:
    assert done("decisions", "verify") == {
        "verdict": "ok",
        "count": 0,
        "head": None,
        "problems": [],
        "notes": [],
    }


def test_a_cut_tail_is_told_and_leaves_with_5(tmp_path: Path) -> None:
    decided(tmp_path, "One")
    first = branch().read_text()
    name = decided(tmp_path, "Two")
    branch().write_text(first)
    outcome = pm("decisions", "verify", "--json")
    assert outcome.code == 5
    assert outcome.json["verdict"] == "truncated"
    assert outcome.json["problems"][0]["decision"] == name
    assert "truncated: 1 decision, head" in pm("decisions", "verify").out
    assert "not as it was last witnessed here" in pm("decisions", "log").err


def test_nothing_is_added_to_a_log_that_was_cut_until_a_person_says_so(tmp_path: Path) -> None:
    decided(tmp_path, "One")
    first = branch().read_text()
    decided(tmp_path, "Two")
    branch().write_text(first)
    refused("decisions", "add", str(tmp_path / "two.md"), "--yes")
    done("decisions", "anchor", "--yes")
    assert done("decisions", "verify")["verdict"] == "ok"
    decided(tmp_path, "Three")


def test_a_log_that_is_gone_does_not_read_as_one_that_never_was(tmp_path: Path) -> None:
    decided(tmp_path)
    branch().unlink()
    assert "with 1 decision." in pm("decisions", "log").err


def test_a_witness_does_not_cure_what_breaks_the_rules(tmp_path: Path) -> None:
    decided(tmp_path)
    git = ["git", "-C", str(branch().parents[2])]
    tree = subprocess.check_output([*git, "rev-parse", "main^{tree}"], text=True).strip()
    who = ["-c", "user.name=X", "-c", "user.email=x@example.org"]
    words = [*git, *who, "commit-tree", tree, "-p", "main", "-m", "mine"]
    commit = subprocess.check_output(words, text=True).strip()
    branch().write_text(f"{commit}\n")
    outcome = pm("decisions", "anchor", "--yes")
    assert outcome.code == 5
    assert "altered" in outcome.out


def test_another_place_under_the_same_name_is_not_called_rewritten(tmp_path: Path) -> None:
    for name in ("first.git", "second.git"):
        subprocess.run(["git", "init", "--bare", "-q", str(tmp_path / name)], check=True)
    decided(tmp_path, "One")
    done("decisions", "remote", "add", str(tmp_path / "first.git"))
    done("decisions", "remote", "push", "--yes")
    done("decisions", "remote", "add", str(tmp_path / "second.git"))
    done("decisions", "remote", "push", "--yes")
    assert done("decisions", "remote", "pull")["new"] == []


def test_a_checkpoint_proves_later_where_the_log_stood(tmp_path: Path) -> None:
    decided(tmp_path, "One")
    kept = pm("decisions", "checkpoint").out.strip()
    assert kept.startswith("pmc1:1:")
    decided(tmp_path, "Two")
    assert done("decisions", "verify", "--checkpoint", kept)["verdict"] == "ok"
    file = tmp_path / "kept.txt"
    file.write_text(kept.replace("pmc1:1:", "pmc1:9:"))
    assert pm("decisions", "verify", "--checkpoint", str(file)).code == 5
    assert "is no checkpoint" in refused("decisions", "verify", "--checkpoint", "pmc1:x").err


def test_signatures_cannot_be_asked_for_where_nobody_says_whose_count(tmp_path: Path) -> None:
    decided(tmp_path)
    assert "PM_COPILOT_ALLOWED_SIGNERS" in refused("decisions", "verify", "--signed").err


def test_two_workspaces_share_a_log_through_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared.git"
    subprocess.run(["git", "init", "--bare", "-q", str(shared)], check=True)
    ours = decided(tmp_path, "One")
    done("decisions", "remote", "add", str(shared))
    assert done("decisions", "remote", "push", "--yes")["sent"] == 1
    monkeypatch.setenv("PM_COPILOT_HOME", str(tmp_path / "other"))
    theirs = decided(tmp_path, "Two")
    done("decisions", "remote", "add", "team", str(shared))
    pulled = done("decisions", "remote", "pull", "team")
    assert (pulled["merged"], pulled["count"]) == (True, 2)
    names = {one["id"] for one in done("decisions", "log")["decisions"]}
    assert names == {ours, theirs}
    assert done("decisions", "verify")["verdict"] == "ok"
    assert done("decisions", "remote", "list")["remotes"] == {"team": str(shared)}


def test_pushing_asks_and_names_the_place(tmp_path: Path) -> None:
    decided(tmp_path)
    done("decisions", "remote", "add", str(tmp_path / "there"))
    assert str(tmp_path / "there") in refused("decisions", "remote", "push").err


def test_an_unknown_remote_says_how_to_add_one() -> None:
    assert "remote add" in refused("decisions", "remote", "pull").err


def test_an_export_holds_madr_files_json_and_a_page(tmp_path: Path) -> None:
    older = decided(tmp_path, "One <b>")
    newer = done("decisions", "supersede", older, str(tmp_path / "one-<b>.md"), "--yes")["id"]
    out = tmp_path / "out"
    report = done("decisions", "export", str(out))
    assert report["files"] == ["0001-one-b.md", "0002-one-b.md", "decisions.json", "index.html"]
    assert (
        'status: "superseded by [0002-one-b](0002-one-b.md)"' in (out / "0001-one-b.md").read_text()
    )
    data = json.loads((out / "decisions.json").read_text())
    assert data["checkpoint"] == report["checkpoint"]
    assert [one["status"] for one in data["decisions"]] == ["superseded", "accepted"]
    page = (out / "index.html").read_text()
    assert "One &lt;b&gt;" in page
    assert f'href="#{newer}"' in page
    assert "<script" not in page


def test_an_empty_log_has_nothing_to_export_push_or_prove(tmp_path: Path) -> None:
    refused("decisions", "export", str(tmp_path / "out"))
    refused("decisions", "checkpoint")


def test_an_export_does_not_write_over_what_it_has_not_written(tmp_path: Path) -> None:
    decided(tmp_path, "One")
    out = tmp_path / "out"
    out.mkdir()
    (out / "0001-one.md").write_text("mine")
    (out / "decisions.json").write_text('{"decisions": []}')
    said = refused("decisions", "export", str(out)).err
    assert f"{out} holds what no export has written: 0001-one.md and 1 more." in said
    assert "Choose an empty folder" in said
    assert (out / "0001-one.md").read_text() == "mine"


def test_an_export_beside_another_file_is_not_renewed(tmp_path: Path) -> None:
    decided(tmp_path, "One")
    out = tmp_path / "out"
    done("decisions", "export", str(out))
    (out / "notes.md").write_text("mine")
    assert "notes.md" in refused("decisions", "export", str(out)).err


def test_an_earlier_export_is_renewed_without_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(tmp_path, "One")
    decided(tmp_path, "Two")
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    done("decisions", "export", str(out))
    monkeypatch.setenv("PM_COPILOT_HOME", str(tmp_path / "other"))
    decided(tmp_path, "Three")
    written = done("decisions", "export", str(out))["files"]
    assert written == ["0001-three.md", "decisions.json", "index.html"]
    assert sorted(path.name for path in out.iterdir()) == [".git", *written]


def test_the_list_that_is_approved_shows_what_is_superseded(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    text = "# {0}\n\nDate: 2020-01-0{0}\n\n## Status\n\n{1}\n\n## Decision\n\nWe do {0}.\n"
    (folder / "0001-one.md").write_text(text.format(1, "Accepted"))
    (folder / "0002-two.md").write_text(text.format(2, "Accepted\n\nSupersedes ADR-1"))
    shown = refused("decisions", "import", str(folder)).err
    assert "2020-01-02  0002-two.md  2  (supersedes 0001-one.md)" in shown
    found = done("decisions", "import", str(folder), "--yes")
    assert found["supersedes"] == {"0002-two.md": ["0001-one.md"]}
