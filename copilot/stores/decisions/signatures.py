"""SSH signatures of commits, in the form that `git verify-commit` checks; by `ssh-keygen`."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from dulwich.signature import SSHCliSignatureVendor

from copilot.errors import SetupError
from copilot.stores.decisions.commit_writer import Sign
from copilot.stores.decisions.objects import Kept

_PROGRAM = "ssh-keygen"


def signer(key: Path) -> Sign:
    """Return what signs the bytes of a commit with an SSH key.

    Raises:
        SetupError: The key is not there, or cannot sign.
    """
    _require_program()
    path = key.expanduser()
    if not path.is_file():
        raise SetupError(
            f"The signing key {path} is not there.",
            hint="Make one: ssh-keygen -t ed25519, then set signing_key to its path.",
        )

    def sign(data: bytes) -> bytes:
        try:
            return SSHCliSignatureVendor().sign(data, str(path))
        except (subprocess.CalledProcessError, OSError, ValueError) as error:
            said = getattr(error, "stderr", b"") or b""
            raise SetupError(
                f"{path} does not sign: {said.decode(errors='replace').strip() or error}.",
                hint="Add a key with a passphrase to the agent first: ssh-add",
            ) from error

    return sign


class Signers:
    """The people whose signatures count.

    Args:
        allowed: A file in the form of OpenSSH's `allowed_signers`, as git takes it.
    """

    def __init__(self, allowed: Path) -> None:
        self._allowed = allowed.expanduser()
        if not self._allowed.is_file():
            raise SetupError(
                f"The file of allowed signers {self._allowed} is not there.",
                hint="Each line of it is: ada@example.org ssh-ed25519 AAAA…",
            )
        _require_program()

    def objection(self, kept: Kept) -> str | None:
        """Return why the signature of a commit does not count; None where it does.

        The signer is looked up by the key, since the file lists people by mail address.
        """
        with tempfile.TemporaryDirectory() as folder:
            signature = Path(folder) / "signature"
            signature.write_bytes(kept.signature or b"")
            found = self._run("find-principals", signature)
            people = found.stdout.decode(errors="replace").split("\n")[0].strip()
            if found.returncode or not people:
                return "it is signed with a key that is not among the allowed signers."
            checked = self._run("verify", signature, people, kept.unsigned)
            return None if checked.returncode == 0 else "its signature does not fit its content."

    def _run(
        self, action: str, signature: Path, person: str = "", data: bytes = b""
    ) -> "subprocess.CompletedProcess[bytes]":
        who = ["-I", person, "-n", "git"] if person else []
        words = [_PROGRAM, "-Y", action, "-f", str(self._allowed), *who, "-s", str(signature)]
        return subprocess.run(words, input=data, capture_output=True, check=False)


def _require_program() -> None:
    if shutil.which(_PROGRAM) is None:
        raise SetupError(
            f"Signatures need {_PROGRAM}, which is not on this machine.",
            hint="Install OpenSSH, or go on without signatures.",
        )
