"""Stories as Markdown."""

from copilot.domain.story import Criterion, Story

CRITERION = Criterion(
    id="AC-001.1", given=["a page", "a reader"], when="it opens", then=["it shows"]
)
STORY = Story(
    id="US-001",
    title="Undo",
    as_a="web editor.",
    i_want="to undo a translation",
    so_that="I can keep my wording;",
    criteria=[CRITERION],
)


def test_the_sentence_has_one_full_stop_however_the_clauses_end() -> None:
    sentence = (
        "**As a** web editor, **I want** to undo a translation, **so that** I can keep my wording."
    )
    assert sentence in STORY.markdown()


def test_a_criterion_says_given_once_and_then_and() -> None:
    assert (
        "**AC-001.1**\n- *Given* a page\n- *And* a reader\n- *When* it opens\n- *Then* it shows"
    ) in STORY.markdown()


def test_sources_and_assumptions_are_listed_only_where_there_are_some() -> None:
    assert "Sources" not in STORY.markdown()
    borne = STORY.model_copy(update={"sources": ["a#b"], "assumptions": ["It rains."]})
    assert borne.markdown().endswith("Sources: [a#b]\n\nAssumed:\n- It rains.")
