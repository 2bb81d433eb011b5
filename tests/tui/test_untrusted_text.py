"""Text of a model, a user or a file never becomes markup or an escape sequence."""

import pytest
from textual import events

from copilot.domain.conversation import Cited, Done, Failed, Token, ToolEnd, ToolStart
from copilot.domain.document import Citation
from copilot.tui.prose import Prose
from tests.tui.doubles import LightServices, ScriptedAgent
from tests.tui.driving import opened

HOSTILE = "[/x] [/] [b [bold]\x1b]0;title\x07\x1b[31mred\x9b2J \u202eevil"
HARMLESS = "[/x] [/] [b [bold]red evil"


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_hostile_text_is_shown_as_it_is_and_obeyed_nowhere(
    services: LightServices, agent: ScriptedAgent, size: tuple[int, int]
) -> None:
    services.workspace_note = HOSTILE
    services.model = HOSTILE
    cited = Citation(id="x", title=HOSTILE, clause=HOSTILE, source=HOSTILE)
    agent.scripts = [
        [
            Token(text=HOSTILE[:20]),
            Token(text=HOSTILE[20:]),
            ToolStart(id="1", name=HOSTILE, arguments={HOSTILE: HOSTILE}),
            ToolEnd(id="1", name=HOSTILE, summary=HOSTILE, artifact=None),
            Cited(citation=cited),
            Failed(kind="ModelError", message=HOSTILE, hint=HOSTILE, exit_code=4),
        ]
    ]
    async with opened(services, agent, size=size) as face:
        await face.ask(HOSTILE)
        face.app.screen.query_one("ToolActivity").focus()
        await face.press("enter", "f2")
        assert face.text("Question") == HARMLESS
        assert HARMLESS in face.text("Notice .words")
        assert face.text("MarkdownParagraph") == HARMLESS
        shown = face.text("Static", "MarkdownBlock", "ToolActivity Static")
        assert not any(sign in shown for sign in "\x1b\x07\x9b\u202e")


async def test_a_table_with_markup_can_be_hovered(
    services: LightServices, agent: ScriptedAgent
) -> None:
    table = "| A |\n|---|\n| [/x] |"
    agent.scripts = [[Done(session="s1", text=table)]]
    async with opened(services, agent) as face:
        face.app.TOOLTIP_DELAY = 0.01
        await face.ask("Table")
        await face.pilot.hover(".cell")
        await face.pilot.pause(0.05)
        assert "[/x]" in face.text(".cell")


async def test_a_link_is_named_and_not_opened(
    services: LightServices, agent: ScriptedAgent
) -> None:
    opened_addresses: list[str] = []
    agent.scripts = [[Done(session="s1", text="[here](https://example.org/[/x])")]]
    async with opened(services, agent) as face:
        face.app.open_url = lambda url, **_: opened_addresses.append(url)  # type: ignore[method-assign]
        await face.ask("Link")
        prose = face.chat.query_one(Prose)
        prose.post_message(Prose.LinkClicked(prose, "https://example.org/[/x]"))
        await face.until(lambda: "example.org" in face.text("Toast"))
        assert opened_addresses == []


async def test_raw_html_is_shown_and_images_are_only_named(
    services: LightServices, agent: ScriptedAgent
) -> None:
    text = "<script>x</script>\n\n![alt](https://example.org/a.png)"
    agent.scripts = [[Done(session="s1", text=text)]]
    async with opened(services, agent) as face:
        await face.ask("Html")
        shown = face.text("MarkdownParagraph")
        assert "<script>x</script>" in shown
        assert "alt" in shown


async def test_a_paste_is_cleaned_before_it_reaches_the_prompt(
    services: LightServices, agent: ScriptedAgent
) -> None:
    async with opened(services, agent) as face:
        face.chat.composer.prompt.post_message(events.Paste(HOSTILE))
        await face.until(lambda: face.draft == HARMLESS)
