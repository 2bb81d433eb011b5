"""Full sentence: a story is a well-formed full sentence (Lucassen et al. 2016)."""

import re
from collections.abc import Iterator

from copilot.analysis.stories import markers
from copilot.analysis.stories.reading import Reading
from copilot.analysis.stories.seen import seen
from copilot.analysis.stories.well_formed import is_fragment
from copilot.domain.story_lint import Finding

_NO_VERB = ("a", "an", "the", "my", "our", "your", "his", "her", "their", "these", "those", "this")
_NO_VERB_EITHER = frozenset([*_NO_VERB, "every"])
_NOUNS = ("tion", "sion", "ness", "ity", "ships", "ments", "ations", "data", "errors", "users")
_DANGLING = {*_NO_VERB[:7], "and", "or", "which", "i"}
_DANGLING_EARLY = {"of", "with", "for", "to", "by", "from", "that"}
"""What may end a longer wish ("know what I pay for")."""
_SHORT = 3
_TWICE = re.compile(r"(?<![\w'])(?!had\b|that\b)([a-z]+)\s+\1(?![\w'-])", re.I)
_UNABLE = re.compile(r"\b(?:want|need|like|to)\s+(able|allowed)\b", re.I)
_EMPTY_REASON = re.compile(r"\b(?:so\s+that|in\s+order\s+to|because)[\s.,;!]*$", re.I)


def full_sentence(reading: Reading) -> Iterator[Finding]:
    """Yield at most one finding: the first place where the sentence breaks."""
    found = next(_breaks(reading), None)
    if found:
        yield found


def _breaks(reading: Reading) -> Iterator[Finding]:
    story, fix = reading.story, "Write one whole sentence."
    if not story.is_story:
        if not story.means and is_fragment(reading) and story.begin < story.end:
            span = (story.begin, story.end)
            yield seen("full_sentence", "fragment", span, "There is no verb of its own.", fix)
        return
    yield from _without_subject(reading)
    yield from _broken_wish(reading)
    yield from _loose_ends(reading)
    for found in _TWICE.finditer(story.plain, story.begin, story.end):
        if len({word.isupper() for word in found[0].split()}) > 1:
            continue  # "AND or OR" names a word beside using it
        yield seen(
            "full_sentence", "twice", found.span(), f"“{found[1]}” stands twice.", "Drop one."
        )


def _without_subject(reading: Reading) -> Iterator[Finding]:
    story = reading.story
    if markers.OWN_ROLE.match(story.plain, story.begin):
        return
    if story.wish.split()[0] in ("want", "need", "would", "can", "must", "should") and story.means:
        start = story.plain.lower().rfind(story.wish.split()[0], 0, story.means.start)
        span = (max(start, 0), story.means.start)
        yield seen(
            "full_sentence", "subject", span, "The wish has no subject.", "Write: I want to …"
        )


def _broken_wish(reading: Reading) -> Iterator[Finding]:
    story, tokens, words = reading.story, reading.means, reading.words
    assert story.means
    first = tokens.low(0)
    before = story.wish.split()[-1]
    if before == "to" and _is_no_verb(reading, first):
        span = (story.means.start, tokens[min(1, len(tokens) - 1)].end)
        message = f"“to” has no verb behind it, but “{tokens.written(0, min(1, len(tokens) - 1))}”."
        yield seen("full_sentence", "no_verb", span, message, "Say what you want to do.")
    bare = before in ("want", "need", "like") and first in words.any_verbs and len(tokens) > 1
    if bare and (tokens.low(1) in words.subordinators or reading.grammar.is_determined(tokens, 1)):
        span = (tokens[0].start, tokens[0].end)
        message = f"“to” is missing before “{first}”."
        yield seen("full_sentence", "no_to", span, message, f"Write: {story.wish} to {first} …")
    unable = _UNABLE.search(story.plain, story.begin, story.means.start)
    if unable:
        message = f"“be” is missing before “{unable[1]}”."
        yield seen("full_sentence", "no_verb", unable.span(1), message, f"Write: be {unable[1]} …")


def _is_no_verb(reading: Reading, word: str) -> bool:
    """Tell whether a word can be no infinitive: an article, or a noun by its ending."""
    verb = reading.words.is_verb_form(word) or reading.grammar.is_determined(reading.means, 1)
    noun = word.endswith(_NOUNS) and not verb
    return word in _NO_VERB_EITHER or noun


def _loose_ends(reading: Reading) -> Iterator[Finding]:
    story, tokens = reading.story, reading.means
    last = tokens[len(tokens) - 1]
    early = last.low in _DANGLING_EARLY and len(tokens) <= _SHORT
    if last.low in _DANGLING or early:
        message = f"The wish breaks off at “{last.low}”."
        yield seen("full_sentence", "open_end", (last.start, last.end), message, "Finish it.")
    empty = _EMPTY_REASON.search(story.plain, story.begin, story.end)
    if empty:
        message = f"Nothing follows “{' '.join(empty[0].split()).strip(' .,;!')}”."
        yield seen("full_sentence", "open_end", empty.span(), message, "Say why, or leave it out.")
