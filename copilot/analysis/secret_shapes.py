"""The shapes that keys have. A finding is a finding: random text is not looked for."""

import re

SHAPES = {
    "private key": re.compile(rb"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"),
    "OpenAI or Anthropic key": re.compile(rb"\bsk-[A-Za-z0-9_-]{32,}"),
    "GitHub token": re.compile(rb"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})"),
    "Hugging Face token": re.compile(rb"\bhf_[A-Za-z]{34}\b"),
    "AWS key": re.compile(rb"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "Google key": re.compile(rb"\bAIza[0-9A-Za-z_-]{35}"),
    "Slack token": re.compile(rb"\bxox[abprs]-[0-9A-Za-z-]{20,}"),
    "web token": re.compile(rb"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"),
    "authorization header": re.compile(rb"\bBearer [A-Za-z0-9._~+/-]{20,}"),
    "login in an address": re.compile(rb"https?://[^\s/:@'\"{}]+:[^\s/:@'\"{}]{8,}@"),
}


def secret_in(text: bytes) -> str | None:
    """Return the kind of the first secret in the text, None where there is none."""
    return next((kind for kind, shape in SHAPES.items() if shape.search(text)), None)
