"""Signatures by the real ssh-keygen, checked by us and by the real git."""

import subprocess
from pathlib import Path

import pytest

from copilot.errors import InputError, SetupError
from copilot.stores.decisions.decisions import Decisions
from tests.unit.stores.decisions.building import decisions_in, git, record
from tests.unit.stores.decisions.forging import Forger, commits_of


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with keys of Ada and Eve, and a file by which only Ada's counts."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ada", "eve"):
        words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder / name]
        subprocess.run(words, check=True)
    public = (folder / "ada.pub").read_text()
    (folder / "signers").write_text(f"ada@example.org {public}")
    return folder


def signing(place: Path, keys: Path, who: str | None = "ada") -> Decisions:
    """Return a log with a key of somebody, and the file of those whose keys count."""
    return decisions_in(place, key=keys / who if who else None, signers=keys / "signers")


def test_git_agrees_that_a_signature_is_good(place: Path, keys: Path) -> None:
    decisions = signing(place, keys)
    record(decisions)
    setting = f"gpg.ssh.allowedSignersFile={keys / 'signers'}"
    folder = decisions.log.repository.folder
    git(folder, "-c", setting, "verify-commit", "main")
    assert git(folder, "-c", setting, "log", "--format=%G? %GS") == "G ada@example.org"


def test_a_log_of_signed_decisions_verifies(place: Path, keys: Path) -> None:
    decisions = signing(place, keys)
    name = record(decisions)
    assert decisions.verify(signed=True).verdict == "ok"
    assert decisions.log.standing(name).signed_by == ("Ada <ada@example.org>",)


def test_a_decision_that_nobody_signed_is_told(place: Path, keys: Path) -> None:
    decisions = signing(place, keys, None)
    name = record(decisions)
    found = decisions.verify(signed=True)
    assert (found.verdict, found.problems[0].decision) == ("unsigned", name)
    assert "nobody has signed it" in found.problems[0].what
    assert decisions.verify().verdict == "ok"


def test_a_decision_can_be_signed_later(place: Path, keys: Path) -> None:
    name = record(signing(place, keys, None))
    decisions = signing(place, keys)
    decisions.sign(name, "interactive")
    assert decisions.verify(signed=True).verdict == "ok"
    assert decisions.log.standing(name).signed_by == ("Ada <ada@example.org>",)


def test_a_key_that_does_not_count_is_told(place: Path, keys: Path) -> None:
    decisions = signing(place, keys, "eve")
    record(decisions)
    found = decisions.verify(signed=True)
    assert found.verdict == "unsigned"
    assert "not among the allowed signers" in found.problems[0].what


def test_a_signature_moved_to_another_commit_does_not_fit(place: Path, keys: Path) -> None:
    decisions = signing(place, keys)
    record(decisions, "One way")
    record(decisions, "Another way")
    first, second = commits_of(decisions)
    objects = decisions.log.repository.objects
    raw = objects.raw(second.sha)[1].decode()
    moved = raw.replace(_header(second.signature), _header(first.signature))
    forger = Forger(place)
    forger.point(forger.put(b"commit", moved.encode()))
    decisions.chain.anchor_anew()
    found = decisions.verify(signed=True)
    assert [problem.kind for problem in found.problems] == ["unsigned"]
    assert "does not fit its content" in found.problems[0].what


def _header(signature: bytes | None) -> str:
    assert signature
    return signature.decode().replace("\n", "\n ")


def test_without_a_key_there_is_no_signing(place: Path, keys: Path) -> None:
    decisions = signing(place, keys, None)
    name = record(decisions)
    with pytest.raises(InputError, match="no key to sign with") as caught:
        decisions.sign(name, "flag")
    assert "PM_COPILOT_SIGNING_KEY" in caught.value.hint


def test_a_key_that_is_not_there_is_told_and_nothing_is_recorded(place: Path, keys: Path) -> None:
    decisions = signing(place, keys, "nobody")
    with pytest.raises(SetupError, match=r"signing key .*nobody is not there"):
        record(decisions)
    assert decisions.log.head() is None


def test_a_key_that_cannot_sign_is_told_and_nothing_is_recorded(place: Path, keys: Path) -> None:
    (keys / "broken").write_text("no key")
    (keys / "broken").chmod(0o600)
    decisions = signing(place, keys, "broken")
    with pytest.raises(SetupError, match="broken does not sign"):
        record(decisions)
    assert decisions.log.head() is None


def test_signatures_need_somebody_who_says_whose_count(place: Path) -> None:
    with pytest.raises(SetupError, match="Nobody says whose signatures count"):
        decisions_in(place).verify(signed=True)
    with pytest.raises(SetupError, match=r"allowed signers .* is not there"):
        decisions_in(place, signers=place / "none").verify(signed=True)
