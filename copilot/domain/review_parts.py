"""Parts of an ethics review: legal outcome, overlays, harms, precedents, triangle."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from copilot.domain.feature import Fact

Outcome = Literal["prohibited", "high_risk", "exempt", "not_high_risk", "unclear"]
Recommendation = Literal["proceed", "proceed_with_conditions", "redesign", "stop", "need_facts"]
Scale = int
"""1 (least) to 4 (most)."""
FIRST = 8
"""So many harms a reviewer must read; the others are counted."""


class Part(BaseModel):
    """A part of a review."""

    model_config = ConfigDict(frozen=True)


class Reason(Part):
    """Why a rule holds, or would."""

    rule: str
    text: str
    citation: str
    """Id of a passage."""


class LegalOutcome(Part):
    """What the EU AI Act makes of the feature."""

    outcome: Outcome
    points: tuple[str, ...] = ()
    """Points such as `5(1)(f)` or `III.4(a)`."""
    exemption: str | None = None
    """`6(3)(a)` where the filter holds; a written record is then needed."""
    missing_facts: tuple[str, ...] = ()
    transparency: tuple[str, ...] = ()
    applies_from: date | None = None
    reasons: tuple[Reason, ...] = ()


class Overlay(Part):
    """A duty of another regime."""

    regime: str
    clause: str
    why: str
    citation: str


class FrameworkFinding(Part):
    """What a framework has to say."""

    framework: str
    item: str
    finding: str
    citation: str


class Mitigation(Part):
    """What lessens a harm, with a test that could fail.

    What remains is what remains after this mitigation and all before it.
    """

    text: str
    residual_severity: Scale = Field(ge=1, le=4)
    residual_likelihood: Scale = Field(ge=1, le=4)
    test: str


class Harm(Part):
    """What may happen to somebody."""

    who: str
    direct: bool
    harm: str
    type: str
    """Key of the harm taxonomy."""
    severity: Scale = Field(ge=1, le=4)
    likelihood: Scale = Field(ge=1, le=4)
    mitigations: tuple[Mitigation, ...] = ()
    citations: tuple[str, ...] = ()

    @property
    def score(self) -> int:
        """Severity times likelihood, 1 to 16, without mitigation."""
        return self.severity * self.likelihood

    @property
    def residual(self) -> tuple[int, int]:
        """Severity and likelihood after all mitigations."""
        if not self.mitigations:
            return self.severity, self.likelihood
        last = self.mitigations[-1]
        return last.residual_severity, last.residual_likelihood

    @property
    def residual_score(self) -> int:
        """Severity times likelihood after all mitigations."""
        severity, likelihood = self.residual
        return severity * likelihood


class Precedent(Part):
    """A public incident like what may happen here."""

    id: str
    why: str


class Requirement(Part):
    """A condition of going ahead, with a test that could fail."""

    text: str
    test: str
    aim: str
    """What it is for: the duty it meets, or the harm it makes less likely."""
    citation: str | None = None
    due: date | None = None
    """The day from which the law asks for it."""

    def written(self) -> str:
        """Return it as one line."""
        due = f" (duty from {self.due.isoformat()})" if self.due else ""
        source = f" [{self.citation}]" if self.citation else ""
        return f"{self.text.rstrip('.')}{due}. Test: {self.test.rstrip('.')}.{source}"


class FactQuestion(Part):
    """A question about one fact, answered by its letter."""

    letter: str
    fact: str
    text: str
    because: str = ""
    """What hangs on the answer."""

    def written(self) -> str:
        """Return it as one line."""
        return f"{self.letter}) {self.text}{f' {self.because}' if self.because else ''}"


class Disagreement(Part):
    """A fact on which two readings differ; the first one counts."""

    fact: str
    readings: tuple[Fact, ...] = Field(min_length=2)


class Corner(Part):
    """One corner of the triangle of truth."""

    score: Scale = Field(ge=1, le=4)
    why: str


class Triangle(Part):
    """Business value, ethics and human impact, side by side."""

    business_value: Corner
    ethics: Corner
    human_impact: Corner
