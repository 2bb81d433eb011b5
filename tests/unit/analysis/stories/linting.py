"""The shipped linter, and what it finds in a line."""

from copilot.domain.story_lint import SetFinding, StoryLine
from copilot.stores.story_words import read_linter

LINTER = read_linter()


def rules(text: str, criterion: str = "") -> list[str]:
    """Return the rules that find something in a story, of one criterion or of all."""
    found = LINTER.findings(LINTER.read(text))
    return [
        finding.rule for finding in found if finding.criterion == (criterion or finding.criterion)
    ]


def marked(text: str, criterion: str) -> str:
    """Return the words that the first finding of a criterion points to; nothing for none."""
    found = LINTER.findings(LINTER.read(text))
    spans = [finding.span for finding in found if finding.criterion == criterion]
    return text[slice(*spans[0])] if spans else ""


def of_set(*texts: str, criterion: str = "") -> list[SetFinding]:
    """Return what is found in stories beside each other, on lines from 1."""
    lines = [StoryLine(number, text) for number, text in enumerate(texts, start=1)]
    found = LINTER.report(lines).set_findings
    return [finding for finding in found if finding.criterion == (criterion or finding.criterion)]


def wish(means: str) -> str:
    """Return a story with a role and ends of no interest."""
    return f"As a user, I want to {means}, so that I save time."
