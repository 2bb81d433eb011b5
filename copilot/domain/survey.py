"""A survey summary: every figure with its interval, every row accounted for."""

from copilot.domain import survey_text, survey_weighted_text
from copilot.domain.artifact import Artifact, Body
from copilot.domain.survey_closed import Closed, Driver
from copilot.domain.survey_parts import Accounting, Column, Exclusion, MissingVoice, Pii
from copilot.domain.survey_themes import OpenQuestion, SegmentShare
from copilot.domain.survey_weighted import Weighted
from copilot.errors import InputError

ALPHA = 0.05
"""Corrected p under which a difference is told."""
SURVEY = "summarize_survey"
"""Kind of the artifact that is a survey summary."""


class SurveySummary(Body):
    """What a survey says, how sure that is, and who has not said anything."""

    file: str
    """Name of the export, without its folder."""
    sha256: str = ""
    """Of the export's bytes, so that the summary belongs to one file."""
    rows: int
    respondents: int
    columns: list[Column]
    closed: list[Closed] = []
    open: list[OpenQuestion] = []
    segments: list[SegmentShare] = []
    """The share of each theme in each group that is compared."""
    drivers: list[Driver] = []
    missing_voices: list[MissingVoice] = []
    weighted: Weighted | None = None
    """If respondents were like all users; None where nobody said what all users are."""
    excluded: list[Exclusion] = []
    """Over all open questions."""
    accounting: Accounting = Accounting()
    """By row: labelled if any of its answers was, else propagated, failed or excluded."""
    pii: Pii = Pii()
    seed: int = 1
    sample: int = 0
    """Answers of the measured sample; 0 where nothing was measured."""
    tests_run: int = 0
    cost: dict[str, float | None] = {}
    """Requests, tokens and money that a model took."""
    questions: list[str] = []
    """What only people can say, five at most."""
    kept_as: str = ""
    """Id under which the workspace keeps it."""

    @property
    def differing(self) -> list[SegmentShare]:
        """Groups that speak of a theme more or less often than all others, the surest first."""
        found = [one for one in self.segments if one.p_adjusted < ALPHA]
        return sorted(found, key=lambda one: one.p_adjusted)

    def markdown(self) -> str:
        """Return the summary as Markdown, the open answers first."""
        parts = [
            survey_text.head(self.rows, self.respondents, self.file),
            *map(survey_text.open_question, self.open),
            survey_text.segment_differences(self.differing, self.open),
            survey_text.closed_questions(self.closed, self.rows),
            survey_text.drivers(self.drivers),
            survey_text.missing_voices(self.missing_voices),
            survey_weighted_text.weighted(self.weighted),
            survey_text.left_out(self.open, self.accounting),
            survey_text.privacy(self.pii),
            survey_text.unsure_columns(self.columns),
            survey_text.asked(self.questions),
            survey_text.workings(self.seed, self.sample, self.tests_run, self.sha256),
        ]
        return "\n\n".join(part for part in parts if part)


def survey_of(artifact: Artifact) -> SurveySummary:
    """Return the content of a survey summary.

    Raises:
        InputError: The artifact is another one.
    """
    if not isinstance(artifact.body, SurveySummary):
        raise InputError(
            f"{artifact.title} is no survey.", hint="Make one: pm-copilot summarize-survey FILE"
        )
    return artifact.body
