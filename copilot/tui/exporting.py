"""Ask a person how and where something is exported, and write it."""

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from copilot.tui.export_dialog import ExportDialog, ReplaceDialog

if TYPE_CHECKING:
    from textual.app import App

    from copilot.tui.draft_exports import Export


class ExportDesk(Protocol):
    """Where exports of one kind of thing are made."""

    async def formats(self, subject: Any, /) -> list[str]:
        """Return the formats in which it can be exported."""

    async def export_place(self, subject: Any, form: str, /) -> str:
        """Return where it would be written in a format."""

    async def prepared(self, subject: Any, form: str, place: str, /) -> "Export":
        """Return it as files that are ready to be written."""

    async def write(self, export: "Export", /) -> None:
        """Write the files."""


async def exported(app: "App[Any]", desk: ExportDesk, subject: Any) -> str:
    """Export something as a person chooses; return what to tell, nothing where they left it.

    Args:
        app: Shows the dialogs; what is there already is replaced only after a yes.
        desk: Makes the files.
        subject: What is exported.

    Raises:
        CopilotError: It cannot be written there.
    """
    forms = await desk.formats(subject)
    propose = partial(desk.export_place, subject)
    wanted = await app.push_screen_wait(ExportDialog(forms, propose))
    if wanted is None:
        return ""
    export = await desk.prepared(subject, *wanted)
    there = [str(path) for path in export.there]
    if there and await app.push_screen_wait(ReplaceDialog(there)) != "yes":
        return "Nothing was written."
    await desk.write(export)
    return f"Written: {export.said}"
