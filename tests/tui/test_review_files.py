"""What the screen of a review writes to files."""

import json
import subprocess
import sys

from copilot.services import Services
from tests.tui.reviewing import CAMERA, reviewing, screen


async def test_the_export_is_markdown_and_json(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await face.press("x")
        await face.until(lambda: "Written: " in face.text("#news"))
        name = str(screen(face).artifact.id)
        exports = real.workspace.root / "exports"
        assert str(exports / f"{name}.md") in face.text("Toast").replace("\n", "")
        text = (exports / f"{name}.md").read_text("utf-8")
        data = json.loads((exports / f"{name}.json").read_text("utf-8"))
        assert text.startswith("# Ethics review: A camera")
        assert "## Harms" in text
        assert (data["id"], data["body"]["eu_ai_act"]["outcome"]) == (name, "prohibited")


async def test_the_export_has_a_draft_of_the_decision_and_replaces_no_file(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        await face.press("x", "x")
        exports = real.workspace.root / "exports"
        await face.until(lambda: len(list(exports.glob("decision-draft-*.md"))) == 2)
        text = min(exports.glob("decision-draft-*.md")).read_text("utf-8")
        assert str(screen(face).artifact.id) in text
        assert "Chosen option: ____" in text


async def test_a_folder_that_cannot_be_written_to_is_told(real: Services) -> None:
    async with reviewing(real, CAMERA) as face:
        (real.workspace.root / "exports").write_text("a file", "utf-8")
        await face.press("x")
        await face.until(lambda: "The export cannot be written" in face.text("Toast"))


def test_nothing_of_reviews_and_decisions_is_loaded_with_the_face() -> None:
    late = (
        *("copilot.tui.review_screen", "copilot.tui.kept_reviews", "copilot.domain.review"),
        *("copilot.tui.decisions_screen", "copilot.tui.decision_form", "copilot.domain.decision"),
    )
    code = f"import sys, copilot.tui.app; print([m for m in {late!r} if m in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
