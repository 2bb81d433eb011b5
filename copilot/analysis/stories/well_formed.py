"""Well-formed: a story names at least a role and a means (Lucassen et al. 2016).

A job story names a situation in place of the role. The ends are no part of this criterion.
"""

from collections.abc import Iterator

from copilot.analysis.language import foreign
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import seen
from copilot.analysis.stories.tokens import Tokens
from copilot.domain.story_lint import Finding

_FORM = "As a <role>, I want to <means>, so that <ends>"


def well_formed(reading: Reading) -> Iterator[Finding]:
    """Yield what of role and means is missing."""
    story = reading.story
    span = (story.begin, story.end) if story.begin < story.end else (0, len(story.text))
    if story.is_story:
        return
    language = None if story.role or story.means else foreign(story.plain[story.begin : story.end])
    if language:
        message = f"The line seems to be in another language ({language}); it is not checked."
        yield seen("well_formed", "language", span, message, "Nothing, if that is meant.", "info")
    elif story.role:
        message = "It is not said what the role wants."
        fix = f"Say it: As a {story.words(story.role)}, I want to <means>"
        yield seen("well_formed", "no_means", span, message, fix, "error")
    elif story.means:
        fix = "Begin with who wants it: As a <role>, …"
        yield seen("well_formed", "no_role", span, "It is not said who wants it.", fix, "error")
    else:
        fix = f"Write it as: {_FORM}"
        yield seen("well_formed", "no_story", span, "This is no user story.", fix, "error")


def is_foreign(findings: list[Finding]) -> bool:
    """Tell whether a story is in a language that cannot be checked."""
    return any(finding.rule == "well_formed.language" for finding in findings)


def is_fragment(reading: Reading) -> bool:
    """Tell whether a line that is no story is no sentence either: it has no verb of its own."""
    story = reading.story
    if story.role:
        return True
    tokens = Tokens(story.plain, story.begin, story.end)
    imperative = reading.grammar.is_verb(tokens, 0, expected=False)
    return not imperative and not (reading.words.modals & {*tokens.lows})
