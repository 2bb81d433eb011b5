"""The report of a run: a page that does nothing but be read."""

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

import pytest

from copilot.evals.baseline import Baseline
from copilot.evals.outcome import Outcome, Verdict
from copilot.evals.report import as_html
from copilot.evals.results import Run, SuiteResult
from copilot.evals.verdict import verdict_on
from tests.unit.evals.building import (
    HOSTILE,
    a_baseline,
    a_call,
    a_case,
    a_run,
    a_suite,
    hostile_suite,
    table_of,
)


class Page(HTMLParser):
    """Notes what a browser would do with the page, and what a person reads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note an element with its attributes."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in {"meta", "input", "br", "rect"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold that elements are closed in order."""
        if tag not in {"rect"}:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All that can be read, with the style sheet."""
        return "".join(self.texts)

    def values(self, *names: str) -> list[str]:
        """Return the values of attributes."""
        return [value for name, value in self.attributes if name in names]


def html_of(*suites: SuiteResult, baselines: Iterable[Baseline | None] = ()) -> str:
    run = a_run(*suites)
    named = dict(zip((suite.name for suite in suites), baselines, strict=False))
    return as_html(run, verdict_on(run, named), named)


def hostile_page() -> tuple[str, Page]:
    suite = hostile_suite()
    html = html_of(suite, baselines=[a_baseline(suite, [a_case("k02", shown=HOSTILE)])])
    return html, Page(html)


def test_hostile_text_stays_text() -> None:
    html, page = hostile_page()
    assert not {"script", "img", "iframe", "object", "link", "form"} & set(page.tags)
    assert page.text.count("<script>alert(1)</script>") > 15
    assert "[/x] {{ 7*7 }} </pre></details>" in page.text
    assert page.open == []
    assert not set(html) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_no_attribute_reaches_out_or_runs() -> None:
    _, page = hostile_page()
    names = {name for name, _ in page.attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "style"})
    assert all(value.startswith("#") for value in page.values("href", "action", "xlink:href"))
    assert not [value for _, value in page.attributes if "http:" in value or "//" in value]


def test_the_page_forbids_itself_everything_but_its_style() -> None:
    page = Page(html_of(a_suite(a_case())))
    [policy] = [value for value in page.values("content") if "default-src" in value]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "url(" not in page.text
    assert "@import" not in page.text


def test_every_reference_has_its_target() -> None:
    call = a_call(messages=[{"role": "system", "content": "You pick sentences. " * 20}])
    page = Page(html_of(a_suite(a_case("k01", calls=[call]), a_case("k02", calls=[call]))))
    targets = page.values("id")
    assert {value[1:] for value in page.values("href")} <= set(targets)
    assert len(targets) == len(set(targets))


def test_a_text_sent_in_many_calls_is_shown_once() -> None:
    call = a_call(messages=[{"role": "system", "content": "You pick sentences. " * 20}])
    html = html_of(a_suite(*(a_case(f"k{n}", calls=[call]) for n in range(9))))
    assert html.count("You pick sentences. " * 20) == 1
    assert html.count(">system 1</a>") == 9


def test_a_stale_case_says_why() -> None:
    suite = a_suite(a_case(stale=("Prompt pick@2 has changed since.",)))
    assert "Prompt pick@2 has changed since." in Page(html_of(suite)).text
    assert "  k01: Prompt pick@2 has changed since." in table_of(suite)


def test_two_texts_stand_side_by_side_only_where_something_changed() -> None:
    suite = a_suite(a_case("k01", shown="The same."), a_case("k02", shown="One\nNew"))
    before = a_baseline(suite, [a_case("k02", shown="One\nOld")])
    html = html_of(suite, baselines=[before])
    assert html.count('<table class="diff">') == 1
    assert "<del>Old</del>" in html
    assert "<ins>New</ins>" in html
    assert "<ins>One" not in html
    assert '<table class="diff">' not in html_of(suite, baselines=[a_baseline(suite)])


def test_what_is_stale_is_not_compared() -> None:
    suite = a_suite(a_case(shown="", stale=("It broke off.",)))
    html = html_of(suite, baselines=[a_baseline(suite, [a_case(shown="Six months.")])])
    assert "<del>" not in html
    assert ">worse</b>" not in html


def test_failed_stale_and_worse_cases_come_first() -> None:
    suite = a_suite(
        a_case("good"),
        a_case("worse", measure=0.5),
        a_case("stale", stale=("No recording.",)),
        a_case("failed", passed=False),
    )
    page = Page(html_of(suite, baselines=[a_baseline(suite, [a_case("worse", measure=0.9)])]))
    shown = [value for value in page.values("id") if value.startswith("ask_knowledge-")]
    assert [value.partition("-")[2] for value in shown] == ["failed", "stale", "worse", "good"]


@pytest.mark.parametrize(
    ("before", "after", "told"), [(0.5, 0.9, "better"), (0.9, 0.5, "worse"), (0.5, 0.5, "=")]
)
def test_a_case_tells_how_it_changed(before: float, after: float, told: str) -> None:
    suite = a_suite(a_case(measure=after))
    html = html_of(suite, baselines=[a_baseline(suite, [a_case(measure=before)])])
    assert f">{told}</b>" in html


def test_an_expectation_shows_only_what_is_set() -> None:
    expect = {"answered": False, "says": [["six months", "half a year"]], "skill": None}
    suite = a_suite(a_case(asked={"expect": expect}))
    text = Page(html_of(suite)).text
    assert "six months or half a year" in text
    assert "canaries" not in text
    assert "skill the skill, null for a plain reply" in text


def test_a_run_that_was_kept_reports_the_same() -> None:
    expect = {"expect": {"omits": ["a year"], "answered": True}}
    run = a_run(a_suite(a_case(calls=[a_call()]), a_case("k02", asked=expect)))
    kept = Run.model_validate_json(run.model_dump_json(exclude_unset=True))
    assert as_html(kept, verdict_on(kept, {}), {}) == as_html(run, verdict_on(run, {}), {})


def test_a_call_shows_what_was_sent_and_what_came_back() -> None:
    page = Page(html_of(a_suite(a_case(calls=[a_call("Six.", parameters={"temperature": 0})]))))
    for part in ("How long?", "Six.", "1,000 tokens in, 20 out, 2.0 s", '"temperature": 0'):
        assert part in page.text


def test_what_recordings_cost_is_told_in_words() -> None:
    free = a_suite(a_case(calls=[a_call()]))
    model = free.model.model_copy(update={"label": "nobody:knows"}) if free.model else None
    unknown = a_suite(a_case(calls=[a_call()]), model=model)
    assert "free, on this machine" in html_of(free)
    assert "cost unknown" in html_of(unknown)


def test_an_empty_run_is_reported() -> None:
    assert table_of() == "There was no suite to run."
    assert "There was no suite to run." in Page(html_of()).text


def test_the_judges_agreement_is_told() -> None:
    labels = ["yes"] * 2 + ["no"] * 2
    cases = [
        a_case(
            f"j{n}",
            asked={"expect": {"verdict": label}},
            outcome=Outcome(verdict=Verdict(good=n != 1, why="So it is.")),
        )
        for n, label in enumerate(labels)
    ]
    told = "The judge agrees with labels by hand in 1 of 4 cases, kappa -0.50."
    suite = a_suite(*cases, name="judge_answers")
    assert f"judge_answers: {told}" in table_of(suite)
    assert told in Page(html_of(suite)).text
