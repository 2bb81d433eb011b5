"""What a team has accepted or muted of the story linter: a file of the workspace."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from copilot.domain.story_lint import Accepted, LintChoices
from copilot.errors import InputError
from copilot.stores.fast_yaml import load_yaml
from copilot.stores.private_files import write_private
from copilot.stores.workspace import Workspace

FILE = "story-lint.yaml"
_HEAD = """\
# What the team has decided on findings of: pm-copilot lint-stories
# muted: rules, or criteria for all their rules. accepted: single findings, by key.
"""


class ChoicesFile:
    """The choices of one workspace.

    Args:
        workspace: Where the file is, or will be.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def path(self) -> Path:
        """The file itself."""
        return self._workspace.root / FILE

    def read(self) -> LintChoices:
        """Return the choices; none where there is no file.

        Raises:
            InputError: The file cannot be read or has another form.
        """
        if not self.path.is_file():
            return LintChoices()
        try:
            raw = load_yaml(self.path.read_text(encoding="utf-8"))
            return LintChoices.model_validate(raw or {})
        except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
            raise InputError(
                f"{self.path} has another form than it was written in.",
                hint="Mend it, or set it aside; it holds muted rules and accepted findings.",
            ) from error

    def change(
        self,
        *,
        mute: tuple[str, ...] = (),
        unmute: tuple[str, ...] = (),
        accept: tuple[Accepted, ...] = (),
    ) -> LintChoices:
        """Write new choices and return all of them.

        Args:
            mute: Rules or criteria to switch off.
            unmute: Rules or criteria to switch on again, or keys of accepted findings to reopen.
            accept: Findings to take as they are.
        """
        with self._workspace.writing():
            old = self.read()
            muted = sorted({*old.muted, *mute} - {*unmute})
            accepted = {one.key: one for one in (*old.accepted, *accept) if one.key not in unmute}
            new = LintChoices(muted=tuple(muted), accepted=tuple(accepted.values()))
            plain = yaml.safe_dump(new.model_dump(mode="json"), allow_unicode=True, sort_keys=False)
            write_private(self.path, _HEAD + plain)
        return new
