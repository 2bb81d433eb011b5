"""Artifacts to export."""

from hypothesis import strategies as st

from copilot.analysis.gherkin.feature_file import told_steps
from copilot.domain.artifact import SPEC, STORIES, Artifact, Provenance
from copilot.domain.document import Citation
from copilot.domain.requirement import Requirement, Statement
from copilot.domain.spec import Section, Spec, SpecStatement
from copilot.domain.story import Criterion, Stories, Story
from copilot.stores.exports.written import flat, safe
from tests.doubles import NOW
from tests.unit.analysis.gherkin.nasty import stories, texts

MADE = Provenance(
    mode="model",
    model="local:tiny",
    prompt="draft_story@3",
    knowledge_version="abc123",
    created=NOW,
    decision_log="7:deadbeef",
)
NOTE = Citation(
    id="note#part", title="A note: Part", source="Somebody", clause="Art. 1", quote="Say why."
)
SAID = Statement(id="S1", text="Guests can hide their age.", line=1)
ASKED = Requirement(
    id="FR-001",
    text="Guests can hide their age.",
    sources=("S1",),
    consequences=("The age is not shown.", "=HYPERLINK(1)"),
)
STORY = Story(
    id="US-001",
    title="Hide the age",
    as_a="guest",
    i_want="to hide my age",
    so_that="nobody can sort by it",
    criteria=[
        Criterion(id="AC-001.1", given=["an account"], when="it is hidden", then=["<age> is gone"]),
        Criterion(id="AC-001.2", given=["none"], when="it is hidden", then=["it is refused"]),
    ],
    sources=["FR-001", "note#part"],
    assumptions=["Guests have accounts."],
    estimate=3,
    depends_on=["US-002"],
)


def kept_stories(*found: Story) -> Artifact:
    """Return stories as a workspace keeps them."""
    body = Stories(stories=list(found), statements=[SAID], requirements=[ASKED])
    return Artifact(
        id="draft-story-20261122-abcdef",
        kind=STORIES,
        title="Stories: age",
        body=body,
        citations=(NOTE,),
        warnings=("One source was removed.",),
        provenance=MADE,
    )


def kept_spec() -> Artifact:
    """Return a specification as a workspace keeps it."""
    told = SpecStatement(
        id="problem-1", text="Guests | are *asked* <age>.", basis="cited", sources=("S1",)
    )
    body = Spec(
        stakes="high",
        stakes_why="People leave.",
        statements=[SAID],
        sections=[
            Section(key="problem", title="Problem", statements=(told,)),
            Section(key="requirements", title="Requirements"),
        ],
        requirements=[ASKED, ASKED.model_copy(update={"id": "FR-002", "basis": "assumed"})],
        questions=["Who decides?"],
    )
    return Artifact(
        id="draft-spec-20261122-abcdef", kind=SPEC, title="Age", body=body, provenance=MADE
    )


def said(text: str) -> str:
    """Return a text as it has to come back."""
    return flat(safe(text))


def said_steps(criterion: Criterion) -> list[str]:
    """Return the steps of a criterion as they have to come back."""
    own = criterion.model_copy(
        update={
            "given": [said(text) for text in criterion.given],
            "when": said(criterion.when),
            "then": [said(text) for text in criterion.then],
        }
    )
    return [f"{keyword} {text}" for keyword, text in told_steps(own)]


@st.composite
def nasty_artifacts(draw: st.DrawFn) -> Artifact:
    """Draw up to three stories of nasty texts, with a nasty title."""
    count = draw(st.integers(1, 3))
    found = [draw(stories(number)) for number in range(1, count + 1)]
    return kept_stories(*found).model_copy(update={"title": draw(texts)})
