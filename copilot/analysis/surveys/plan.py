"""A survey, ready to be read: everything that is known before anybody reads an answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from copilot.analysis.privacy.masking import Masker
from copilot.analysis.privacy.own_names import is_person_column, names_from
from copilot.analysis.privacy.report import report
from copilot.analysis.surveys.columns.respondents import respondents
from copilot.analysis.surveys.ground import Ground
from copilot.analysis.surveys.planning import QuestionPlan
from copilot.analysis.surveys.table import Table
from copilot.domain.survey import SurveySummary
from copilot.domain.survey_parts import CodebookTheme, Column

if TYPE_CHECKING:
    import polars as pl


class SurveyPlan(NamedTuple):
    """What will be read of a survey."""

    name: str
    """Of the file."""
    table: Table
    ground: Ground
    questions: Sequence[QuestionPlan]
    themes: Sequence[CodebookTheme]
    """The code book, where one was given."""
    labels: Mapping[str, Mapping[int, frozenset[str]]]
    """A person's labels, by question and row."""
    masker: Masker
    remarks: tuple[str, ...] = ()
    """What a person should know of how the files were read."""
    sample: int | None = None
    """Answers of a question that are labelled, where a person has said how many."""
    seed: int = 1
    keep: bool = True

    def payload(self) -> list[str]:
        """Return the answers that a model would be shown, masked, exactly as they would be."""
        asked = (one for one in self.questions if one.answers.question.name not in self.labels)
        return [question.answers.texts[place] for question in asked for place in question.shown()]

    def about(self) -> list[str]:
        """Return whatever changes what a model reads, so that two runs can be told apart."""
        themes = [theme.model_dump_json() for theme in self.themes]
        return [self.table.sha256, str(self.seed), *self.payload(), *themes]

    def known(self) -> SurveySummary:
        """Return the summary as far as it is known now."""
        masked = sum((Counter(one.answers.masked) for one in self.questions), Counter[str]())
        return SurveySummary(
            file=self.name,
            sha256=self.table.sha256,
            rows=self.table.rows,
            respondents=respondents(self.table.frame, self.ground.columns),
            columns=list(self.ground.columns),
            pii=report(masked),
            seed=self.seed,
        )


def names_in(frame: "pl.DataFrame", columns: Sequence[Column]) -> frozenset[str]:
    """Return the names of people that the file's own columns give away."""
    of_people = (
        one.name for one in columns if one.type in ("id", "ignore") or is_person_column(one.name)
    )
    return names_from({name: frame[name].to_list() for name in of_people})
