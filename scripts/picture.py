"""Draw the picture in the README: the real UI, a real question, the model in use.

Usage: python scripts/picture.py OUT.svg
"""

import asyncio
import sys
from pathlib import Path

from copilot.agent.agent import Agent
from copilot.services import Services
from copilot.settings import harden_environment
from copilot.tui.app import CopilotApp

QUESTION = "When do the high-risk rules of the EU AI Act start to apply?"
SIZE = (112, 34)
SECONDS = 240


async def draw(out: Path) -> None:
    """Ask the question in the real app and write what is on the screen."""
    services = Services()
    app = CopilotApp(services, lambda: Agent(services))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*QUESTION, "enter")
        for _ in range(SECONDS):
            await pilot.pause(1.0)
            if services.sessions.recent(1):
                break
        await pilot.pause(1.0)
        out.write_text(app.export_screenshot(title="pm-copilot"), encoding="utf-8")
    services.close()


if __name__ == "__main__":
    harden_environment()
    asyncio.run(draw(Path(sys.argv[1])))
