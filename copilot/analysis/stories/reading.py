"""A story as rules read it: its parts as words, and the verb of its wish."""

from collections.abc import Callable, Iterator
from functools import cached_property

from copilot.analysis.stories.forms import parsed
from copilot.analysis.stories.grammar import Grammar, Head
from copilot.analysis.stories.joining import Joint, joints
from copilot.analysis.stories.masking import quoted, without_brackets
from copilot.analysis.stories.parts import Part, Story
from copilot.analysis.stories.smells import Smells
from copilot.analysis.stories.tokens import Tokens
from copilot.analysis.stories.words import Words
from copilot.domain.story_lint import Finding


class Reading:
    """One story, read.

    Args:
        text: The line as it stands in the backlog.
        words: The lexicon.
        smells: What should not be said.
    """

    def __init__(self, text: str, words: Words, smells: Smells) -> None:
        self.story: Story = parsed(text)
        self.words = words
        self.smells = smells
        self.grammar = Grammar(words)

    @cached_property
    def means(self) -> Tokens:
        """The words of what is wanted; none where nothing is."""
        return self._tokens(self.story.means)

    @cached_property
    def ends(self) -> Tokens:
        """The words of the benefit; none where there is none."""
        return self._tokens(self.story.ends)

    @cached_property
    def role(self) -> str:
        """The role in small letters."""
        return self.story.words(self.story.role).lower()

    @cached_property
    def head(self) -> Head | None:
        """The verb of the wish; None where a thing is wanted."""
        return self.grammar.head(self.means, self.story.wish) if len(self.means) else None

    @cached_property
    def joints(self) -> list[Joint]:
        """Where something is joined in the wish."""
        return [
            joint
            for joint in joints(self.means, self.words)
            if not self.is_quoted(self.means[joint.place].start)
        ]

    @cached_property
    def act(self) -> str:
        """The verb of the wish, one word for all of the same act; nothing for a thing."""
        return self.words.act(self.means.low(self.head.place)) if self.head else ""

    def said(self, part: Part | None) -> str:
        """Return a part without marks, in small letters; nothing for none."""
        return self.story.words(part).lower()

    @cached_property
    def shown(self) -> str:
        """The text without what stands in brackets, which is no part of the wish."""
        return without_brackets(self.story.plain)

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where quoted words stand."""
        return quoted(self.story.plain)

    def is_quoted(self, place: int) -> bool:
        """Tell whether a character stands in quotes, as the words of a name do."""
        return any(start <= place < end for start, end in self.quoted)

    def _tokens(self, part: Part | None) -> Tokens:
        start, end = (part.start, part.end) if part else (0, 0)
        bare = Tokens(self.shown, start, end)
        return bare if len(bare) else Tokens(self.story.plain, start, end)


Rule = Callable[[Reading], Iterator[Finding]]
"""Holds one criterion to a story."""
