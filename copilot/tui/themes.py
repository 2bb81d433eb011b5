"""The two themes of PM copilot: warm ink, warm paper, one accent."""

from textual.theme import Theme

DARK = Theme(
    name="copilot-dark",
    primary="#79c2a7",
    secondary="#8f9aa3",
    accent="#79c2a7",
    foreground="#dcd8cf",
    background="#15171a",
    surface="#1c1f23",
    panel="#24282d",
    success="#79c2a7",
    warning="#d9b26a",
    error="#e0837a",
    dark=True,
    variables={
        "quiet": "#8d9296",
        "highlight": "#2b3a37",
        "border": "#79c2a7",
        "border-blurred": "#2c3137",
        "block-cursor-background": "#2b3a37",
        "block-cursor-foreground": "#eef2ee",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#23282b",
        "block-cursor-blurred-foreground": "#dcd8cf",
        "input-selection-background": "#79c2a7 30%",
        "footer-key-foreground": "#79c2a7",
        "markdown-h1-color": "#f1ede4",
        "markdown-h2-color": "#f1ede4",
        "markdown-h3-color": "#dcd8cf",
        "markdown-h4-color": "#a9b0b3",
        "scrollbar": "#2c3137",
        "scrollbar-hover": "#3a4148",
        "scrollbar-active": "#79c2a7",
        "scrollbar-background": "#15171a",
        "scrollbar-background-hover": "#15171a",
        "scrollbar-background-active": "#15171a",
        "link-color": "#79c2a7",
    },
)

LIGHT = Theme(
    name="copilot-light",
    primary="#1f6f5c",
    secondary="#6b6f73",
    accent="#1f6f5c",
    foreground="#2b2a27",
    background="#faf8f3",
    surface="#f1eee6",
    panel="#e7e3d8",
    success="#1f6f5c",
    warning="#8a5a00",
    error="#a8372d",
    dark=False,
    variables={
        "quiet": "#6d6a63",
        "highlight": "#d5e6de",
        "border": "#1f6f5c",
        "border-blurred": "#ddd8cb",
        "block-cursor-background": "#d5e6de",
        "block-cursor-foreground": "#14332b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e9e6dc",
        "block-cursor-blurred-foreground": "#2b2a27",
        "input-selection-background": "#1f6f5c 25%",
        "footer-key-foreground": "#1f6f5c",
        "markdown-h1-color": "#14130f",
        "markdown-h2-color": "#14130f",
        "markdown-h3-color": "#2b2a27",
        "markdown-h4-color": "#5d5a53",
        "scrollbar": "#d8d3c6",
        "scrollbar-hover": "#c2bcac",
        "scrollbar-active": "#1f6f5c",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "link-color": "#1f6f5c",
    },
)

FALLBACK = {"quiet": "gray", "highlight": "#555555"}
"""Our own variables for themes that are not ours."""


def other_than(name: str) -> str:
    """Return the light theme's name for the dark one, and the dark one's for any other."""
    return LIGHT.name if name == DARK.name else DARK.name
