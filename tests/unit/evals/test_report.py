"""The report of a run: a table, and a page that does nothing but be read."""

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

import pytest

from copilot.evals.baseline import Baseline
from copilot.evals.outcome import CalledSkill, EndedIn, Outcome, Verdict
from copilot.evals.report import as_html, as_table
from copilot.evals.results import CaseResult, Run, SuiteResult
from copilot.evals.verdict import verdict_on
from tests.unit.evals.building import a_baseline, a_call, a_case, a_run, a_suite

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> [/x] {{ 7*7 }} </pre></details>"
    "\x1b]0;title\x07\x1b[31mred\x9b2J \u202eback [a](http://evil.example/?q=1) \" onclick='x'"
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


def table_of(*suites: SuiteResult, baselines: Iterable[Baseline | None] = ()) -> str:
    named = dict(zip((suite.name for suite in suites), baselines, strict=False))
    return as_table(verdict_on(a_run(*suites), named))


def html_of(*suites: SuiteResult, baselines: Iterable[Baseline | None] = ()) -> str:
    run = a_run(*suites)
    named = dict(zip((suite.name for suite in suites), baselines, strict=False))
    return as_html(run, verdict_on(run, named), named)


def hostile_case() -> CaseResult:
    request = {"messages": [{"role": HOSTILE, "content": HOSTILE, HOSTILE: [HOSTILE]}, HOSTILE]}
    skill = CalledSkill(name=HOSTILE, arguments={HOSTILE: HOSTILE})
    return a_case(
        asked={
            "request": {HOSTILE: HOSTILE, "turns": [HOSTILE]},
            "documents": {HOSTILE: HOSTILE},
            "expect": {"says": [[HOSTILE]], "arguments": {HOSTILE: [HOSTILE]}, "error": HOSTILE},
            "tags": [HOSTILE],
            "why": HOSTILE,
        },
        stale=[HOSTILE],
        calls=[a_call(HOSTILE, **request, tools=[HOSTILE * 9], response_format=HOSTILE)] * 2,
        outcome=Outcome(
            shown=HOSTILE,
            calls=(skill,),
            verdict=Verdict(good=False, why=HOSTILE),
            error=EndedIn(kind=HOSTILE, message=HOSTILE),
        ),
    )


def hostile_suite() -> SuiteResult:
    changed = a_case("k02", shown=HOSTILE + "\nmore")
    return a_suite(hostile_case(), changed, name=HOSTILE, title=HOSTILE, stale=(HOSTILE,))


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
    kept = Run.model_validate_json(run.model_dump_json())
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


def test_the_table_fits_a_hundred_columns() -> None:
    wide = a_suite(
        *(a_case(f"case-with-a-long-name-{n:04}", measure=n / 999) for n in range(999)),
        name="a_suite_with_a_name_that_goes_on_and_on_and_on",
        seconds=599.0,
        stale=("Recordings of no case: " + "x" * 300,),
    )
    cases = [a_case(case.key, measure=1 - case.score) for case in wide.cases[:500]]
    stale = a_suite(*(a_case(f"s{n}", stale=("It differs: " * 60,)) for n in range(20)))
    told = table_of(wide, stale, hostile_suite(), baselines=[a_baseline(wide, cases)])
    assert max(map(len, told.splitlines())) <= 100
    assert not set(told) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_the_table_tells_what_stale_suites_need() -> None:
    suite = a_suite(*(a_case(f"k{n}", stale=("No recording.",)) for n in range(10)))
    lines = table_of(suite, a_suite(a_case(), name="retrieval")).splitlines()
    assert "  and 2 more" in lines
    assert lines[-1] == (
        "STALE: 1 of 2 suites cannot be judged. Next: pm-copilot evals record ask_knowledge"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Recordings of no case, to be deleted: gone.json.",
        "Recordings of different models, to be made with one: embedded:tiny, embedded:large.",
    ],
)
def test_what_is_stale_about_a_suite_as_a_whole_is_told(told: str) -> None:
    suite = a_suite(a_case(), stale=(told,))
    assert f"  {told}" in table_of(suite, baselines=[a_baseline(suite)]).splitlines()


def test_recordings_of_no_case_are_not_to_be_recorded() -> None:
    suite = a_suite(a_case(), stale=("Recordings of no case, to be deleted: gone.json.",))
    assert "evals record" not in table_of(suite, baselines=[a_baseline(suite)])


def test_the_table_tells_what_got_worse() -> None:
    suite = a_suite(a_case("k1", passed=False, must_pass=True), a_case("k2", passed=False))
    lines = table_of(suite, baselines=[a_baseline(suite)]).splitlines()
    assert "  Must pass and does not: k1." in lines
    assert "  Failed: k1, k2" in lines
    assert lines[-1].endswith("Next: pm-copilot evals report --html report.html")


def test_results_that_were_never_accepted_are_offered_for_it() -> None:
    new = table_of(a_suite(a_case()))
    row = " ".join(new.splitlines()[1].split())
    assert row == "ask_knowledge passed 1 of 1, 21–100 % – 1.000 new 3.3 s"
    assert new.endswith("passed: 1 of 1 suite. Next: pm-copilot evals accept ask_knowledge")
    suite = a_suite(a_case())
    assert table_of(suite, baselines=[a_baseline(suite)]).endswith("passed: 1 of 1 suite.")


def test_an_outgrown_baseline_is_accepted_anew_and_not_recorded() -> None:
    suite = a_suite(a_case())
    told = table_of(suite, baselines=[a_baseline(suite, data_hash="cases-0")])
    assert "The baseline has other cases." in told
    assert told.endswith("Next: pm-copilot evals accept ask_knowledge")


def test_equal_results_change_nothing_and_others_by_how_much() -> None:
    suite = a_suite(a_case("k1", measure=0.5), a_case("k2", measure=0.5))
    better = [a_case(case.key, measure=0.25) for case in suite.cases]
    same, changed = a_baseline(suite), a_baseline(suite, better)
    assert " =  " in table_of(suite, baselines=[same]).splitlines()[1]
    assert "+0.125 (+0.125, +0.125)" in table_of(suite, baselines=[changed]).splitlines()[1]


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


def test_contract_examples_count_apart() -> None:
    suite = a_suite(a_case(), a_case("k02", origin="authored", must_pass=True))
    row = table_of(suite).splitlines()[1]
    assert "1 of 1, 21–100 %  1 of 1" in row
