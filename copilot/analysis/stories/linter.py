"""The story linter: every rule over every story, then what concerns the set."""

from collections.abc import Sequence

from copilot.analysis.stories.atomic import atomic
from copilot.analysis.stories.backlog import Backlog, Entry, SetRule
from copilot.analysis.stories.complete import complete, made_too_late
from copilot.analysis.stories.conceptually_sound import conceptually_sound
from copilot.analysis.stories.conflict_free import conflict_free
from copilot.analysis.stories.estimatable import estimatable
from copilot.analysis.stories.full_sentence import full_sentence
from copilot.analysis.stories.independent import independent
from copilot.analysis.stories.keys import finding_key
from copilot.analysis.stories.minimal import minimal
from copilot.analysis.stories.problem_oriented import problem_oriented
from copilot.analysis.stories.reading import Reading, Rule
from copilot.analysis.stories.smells import Smells
from copilot.analysis.stories.summary import summed_up
from copilot.analysis.stories.unambiguous import unambiguous
from copilot.analysis.stories.uniform import uniform
from copilot.analysis.stories.unique import unique
from copilot.analysis.stories.well_formed import is_foreign, well_formed
from copilot.analysis.stories.words import Words
from copilot.domain.story_lint import (
    Finding,
    LintChoices,
    LintedStory,
    LintReport,
    SetFinding,
    StoryLine,
)

RULES: tuple[Rule, ...] = (
    atomic,
    minimal,
    full_sentence,
    unambiguous,
    problem_oriented,
    conceptually_sound,
    estimatable,
)
"""The rules of single stories, beside `well_formed`, which comes first."""
SET_RULES: tuple[SetRule, ...] = (
    unique,
    conflict_free,
    uniform,
    independent,
    made_too_late,
    complete,
)


class StoryLinter:
    """Holds the criteria of the Quality User Story framework to stories.

    Args:
        words: The lexicon.
        smells: What should not be said.
    """

    def __init__(self, words: Words, smells: Smells) -> None:
        self.words = words
        self.smells = smells

    def read(self, text: str) -> Reading:
        """Return a story, read."""
        return Reading(text, self.words, self.smells)

    def findings(self, reading: Reading) -> list[Finding]:
        """Return what is found in one story alone."""
        found = list(well_formed(reading))
        if is_foreign(found):
            return found
        return found + [finding for rule in RULES for finding in rule(reading)]

    def set_findings(self, entries: Sequence[Entry]) -> list[SetFinding]:
        """Return what is found in well-formed stories beside each other."""
        backlog = Backlog(entries)
        return [finding for rule in SET_RULES for finding in rule(backlog)]

    def report(self, lines: Sequence[StoryLine], choices: LintChoices | None = None) -> LintReport:
        """Return all findings on the stories of a file, each with how the team stands to it."""
        chosen = choices or LintChoices()
        entries = [Entry(line.line, self.read(line.text)) for line in lines]
        stories = tuple(self._linted(entry, chosen) for entry in entries)
        found = self.set_findings([entry for entry in entries if entry.reading.story.is_story])
        texts = {line.line: line.text for line in lines}
        told = tuple(_kept_of_set(finding, texts, chosen) for finding in found)
        return LintReport(stories=stories, set_findings=told, summary=summed_up(stories, told))

    def _linted(self, entry: Entry, choices: LintChoices) -> LintedStory:
        reading, story = entry.reading, entry.reading.story
        return LintedStory(
            line=entry.line,
            text=story.text,
            role=story.words(story.role),
            means=story.words(story.means),
            ends=story.words(story.ends),
            form=story.form,
            findings=tuple(
                _kept(finding, story.text, choices) for finding in self.findings(reading)
            ),
        )


def _kept(finding: Finding, text: str, choices: LintChoices) -> Finding:
    key = finding_key(finding.rule, [text])
    return finding.model_copy(update={"key": key, "standing": choices.standing(finding.rule, key)})


def _kept_of_set(finding: SetFinding, texts: dict[int, str], choices: LintChoices) -> SetFinding:
    key = finding_key(finding.rule, [texts[line] for line in finding.lines])
    return finding.model_copy(update={"key": key, "standing": choices.standing(finding.rule, key)})
