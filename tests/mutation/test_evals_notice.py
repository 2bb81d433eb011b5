"""Each of these breaks one thing; a suite that never goes red would be worth nothing."""

import json
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from copilot.evals.suite import suite_names
from copilot.settings import content_root
from copilot.stores.prompts import Prompts
from tests.mutation.breaking import Copy, Noticed

PROMPTS = Prompts(content_root() / "prompts")
SUITES = suite_names(content_root() / "evals")
USED_BY = {
    "agent": "agent_routing",
    "ask_knowledge": "ask_knowledge",
    "choose_skill": "agent_routing",
    "choose_themes": "summarize_survey",
    "brainstorm": "brainstorm",
    "draft_decision": "draft_decision",
    "draft_spec": "draft_spec",
    "draft_story": "draft_story",
    "find_themes": "summarize_survey",
    "judge_answer": "judge_answers",
    "label_answers": "summarize_survey",
    "name_theme": "summarize_survey",
    "pick_sentences": "ask_knowledge",
    "read_facts": "review_ethics",
    "write_consequences": "draft_spec",
}
"""A suite whose recordings hold what the prompt says."""


class Mutant(NamedTuple):
    """One thing that is broken, and the suite that has to go red for it."""

    path: str
    old: str
    new: str
    suite: str
    code: int = 1
    """What `evals run` leaves with: 1 where a scorer notices, 3 where the request has changed."""

    def noticed(self, folder: Path) -> Noticed:
        """Break a copy in an empty folder, and return what its suite says."""
        copy = Copy(folder)
        copy.change(self.path, self.old, self.new)
        return copy.run(self.suite)


class ChangedPrompt(NamedTuple):
    """One byte of a prompt that is another."""

    prompt: str

    def noticed(self, folder: Path) -> Noticed:
        """Change a copy in an empty folder, and return what the suite of the prompt says."""
        copy = Copy(folder)
        last = PROMPTS.get(self.prompt).system[-1]
        path = copy.root / "prompts" / f"{self.prompt}.md"
        text = path.read_text("utf-8")
        place = text.index(last, text.index("# System"))
        path.write_text(text[:place] + "~" + text[place + 1 :], "utf-8")
        return copy.run(USED_BY[self.prompt])


Breakage = Mutant | ChangedPrompt
CHANGED = [ChangedPrompt(name) for name in PROMPTS.names()]


MUTANTS = {
    "a score has a plain interval": Mutant(
        "copilot/analysis/surveys/closed/intervals.py",
        "(promoters + 0.75) / n, (detractors + 0.75) / n",
        "promoters / n, detractors / n",
        "summarize_survey",
    ),
    "answers are quoted in other words": Mutant(
        "copilot/analysis/surveys/quoting.py",
        "Quote(row=row, text=quote), words",
        'Quote(row=row, text=quote.replace("the ", "this ")), words',
        "summarize_survey",
    ),
    "labels count whatever words they rest on": Mutant(
        "copilot/llm/answer_labeller.py",
        "words = found_span(one.words, answer.shown)",
        "words = one.words",
        "summarize_survey",
        code=3,
    ),
    "answers are shown as they are": Mutant(
        "copilot/analysis/privacy/masking.py",
        "masked.append(one.text if one else text)",
        "masked.append(text)",
        "summarize_survey",
        code=3,
    ),
    "praise is told as a complaint": Mutant(
        "copilot/analysis/surveys/findings.py",
        'stances = {"complaint": "negative", "praise": "positive"}',
        'stances = {"complaint": "positive", "praise": "negative"}',
        "ask_survey",
    ),
    "citations are not checked": Mutant(
        "copilot/analysis/grounding.py",
        "self.removed += [name for name in names if name not in self.known]",
        "found or self.known.update({name: next(iter(self.known.values())) for name in names})\n"
        "            found = names",
        "ask_knowledge",
    ),
    "quotes are paraphrased": Mutant(
        "copilot/analysis/grounding.py",
        "quote=quote_for(statement, passage)",
        'quote=quote_for(statement, passage).replace("the ", "this ")',
        "ask_knowledge",
    ),
    "control characters are shown": Mutant(
        "copilot/analysis/untrusted.py",
        'return _UNSAFE.sub("", text.replace',
        'return re.sub("(?!)", "", text.replace',
        "draft_story",
    ),
    "addresses are shown": Mutant(
        "copilot/analysis/addresses.py",
        "text, found = pattern.subn(kept, text)",
        "found = 0",
        "prompt_injection",
    ),
    "clauses are not searched for": Mutant(
        "copilot/stores/search.py",
        "CLAUSE_WEIGHT, DENSE_WEIGHT, LEXICAL_WEIGHT = 2.0",
        "CLAUSE_WEIGHT, DENSE_WEIGHT, LEXICAL_WEIGHT = 0.0",
        "retrieval",
    ),
    "meaning is not searched for": Mutant(
        "copilot/stores/search.py",
        "1.5, 1.0",
        "0.0, 1.0",
        "retrieval",
    ),
    "replies are not repaired": Mutant(
        "copilot/llm/structured.py",
        "REPAIRS = 2",
        "REPAIRS = 0",
        "draft_story",
        code=3,
    ),
    "sources are not checked": Mutant(
        "copilot/llm/story_writer.py",
        "self.passages[at - 1] for at in numbers if 1 <= at <= len(self.passages)",
        "self.passages[0] for at in numbers",
        "draft_story",
    ),
    "inventions in stories are not looked for": Mutant(
        "copilot/analysis/drafting/checking.py",
        "if not self.source:",
        "if self.source:",
        "seeded_fabrications",
        code=3,
    ),
    "names that nobody has said pass": Mutant(
        "copilot/analysis/drafting/invention.py",
        "if _is_strange(found[0], told):",
        "if False:",
        "seeded_fabrications",
        code=3,
    ),
    "what a model invents gets into a specification": Mutant(
        "copilot/llm/spec_writer.py",
        "if text and not any(invented(text, told))",
        "if text",
        "draft_spec",
    ),
    "what is background is dropped": Mutant(
        "copilot/analysis/specs/composing.py",
        '"background": ("context",),',
        '"background": (),',
        "draft_spec",
    ),
    "figures of ideas are not remarked on": Mutant(
        "copilot/analysis/ideation/remarks.py",
        "unborne_figures(claim, sources)",
        "[]",
        "brainstorm",
    ),
    "confidence counts for nothing in RICE": Mutant(
        "copilot/analysis/prioritisation/rice.py",
        '(values["confidence"] / 100.0)',
        "1.0",
        "plan_roadmap",
    ),
    "what has to come first does not": Mutant(
        "copilot/analysis/prioritisation/horizons.py",
        "held = {at for positions in waiting.values() for at in positions}",
        "held: set[int] = set()",
        "plan_roadmap",
    ),
    "what has no figure gets one": Mutant(
        "copilot/analysis/prioritisation/estimating.py",
        "            elif amount is not None:",
        "            elif (amount := amount or Amount(1, 1, 1)) is not None:",
        "plan_roadmap",
    ),
    "every message gets a plain reply": Mutant(
        "copilot/llm/guided.py",
        'if choice.value["choice"] == REPLY:',
        "if True:",
        "agent_routing",
        code=3,
    ),
    "the judge says the opposite": Mutant(
        "copilot/evals/judge.py",
        '== "yes"',
        '== "no"',
        "judge_answers",
    ),
    "a sentence that does not exist is evidence": Mutant(
        "copilot/skills/review_ethics.py",
        "    if not 1 <= answer.sentence <= len(said):\n        return None\n"
        "    words = said[answer.sentence - 1]",
        "    words = said[min(max(answer.sentence, 1), len(said)) - 1]",
        "review_ethics",
    ),
    "evidence is not the sentence": Mutant(
        "copilot/skills/review_ethics.py",
        "evidence=words,",
        "evidence=words.upper(),",
        "review_ethics",
    ),
    "any sentence bears a no": Mutant(
        "copilot/skills/review_ethics.py",
        'answer.answer == "no" and not denies(words)',
        "False",
        "review_ethics",
    ),
    "questions nobody asked are answered": Mutant(
        "copilot/skills/review_ethics.py",
        "or not 1 <= answer.question <= len(wanted)",
        "or False",
        "review_ethics",
    ),
    "the model outweighs the signals": Mutant(
        "copilot/analysis/triage/merging.py",
        'return fact.value == "yes" and',
        "return True or",
        "review_ethics",
    ),
    "the model settles nothing": Mutant(
        "copilot/analysis/triage/merging.py",
        "signals.corrected(settled)",
        "signals",
        "review_ethics",
    ),
    "readings that differ are hidden": Mutant(
        "copilot/analysis/triage/merging.py",
        "return Merged(facts, tuple(differing))",
        "return Merged(facts, ())",
        "review_ethics",
    ),
    "words of signals are paraphrased": Mutant(
        "copilot/analysis/triage/signals.py",
        "return description[begin:end].strip(",
        'return description[begin:end].replace(" ", "  ").strip(',
        "ethics_triage",
    ),
    "limiters are ignored": Mutant(
        "copilot/analysis/triage/outcome.py",
        'return holds(rule.unless, self._facts) != "yes"',
        "return True",
        "ethics_triage",
    ),
    "denials are not seen": Mutant(
        "copilot/analysis/triage/readings.py",
        "if spec.topic or not is_denied(",
        "if True or not is_denied(",
        "ethics_triage",
    ),
    "the rule on recruitment is gone": Mutant(
        "knowledge/ethics/rules/eu_ai_act.yaml",
        "    point: III.4(a)\n    effect: area",
        "    point: III.4(a)\n    effect: transparency",
        "ethics_triage",
    ),
    "nothing is doubtful": Mutant(
        "copilot/analysis/triage/outcome.py",
        "if doubtful := [] if released else list(self._doubtful()):",
        "if doubtful := []:",
        "ethics_triage",
    ),
    "reviews drop citations": Mutant(
        "copilot/analysis/review/citations.py",
        "return Cited(tuple(citations),",
        "return Cited(tuple(citations)[:1],",
        "ethics_triage",
    ),
    "harms are not ranked": Mutant(
        "copilot/analysis/review/reviewer.py",
        "harms = ranked(harms_of(books.harms, known))",
        "harms = tuple(reversed(ranked(harms_of(books.harms, known))))",
        "ethics_triage",
    ),
    "words of a model are not looked up": Mutant(
        "copilot/analysis/decisions/standing.py",
        'return " ".join(found[0].split()) if found else ""',
        "return words",
        "draft_decision",
    ),
    "a reason is supposed and recorded": Mutant(
        "copilot/analysis/decisions/standing.py",
        'model.because if _is_reason(model.because, said) else ""',
        "model.because",
        "draft_decision",
    ),
    "a title may say anything": Mutant(
        "copilot/analysis/decisions/drafting.py",
        "given if _is_borne(given, chosen or text, text) else plain",
        "given or plain",
        "draft_decision",
    ),
    "what was told is not kept whole": Mutant(
        "copilot/analysis/decisions/drafting.py",
        "{_quoted(text)}",
        "",
        "draft_decision",
    ),
    "other languages pass": Mutant(
        "copilot/analysis/review/legibility.py",
        "    if code:",
        "    if False:",
        "ethics_triage",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Return a copy of the program."""
    return Copy(tmp_path)


def test_nothing_is_red_on_an_unchanged_copy(copy: Copy) -> None:
    noticed = copy.run()
    assert (noticed.code, noticed.verdict["status"]) == (0, "passed")


@pytest.fixture(scope="module")
def noticed_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Breakage], Noticed]]:
    """Run all copies that the chosen tests break, side by side; each test waits for its own."""
    chosen: list[Breakage] = [
        cast(Breakage, item.callspec.params["breakage"])
        for item in request.session.items
        if isinstance(item, pytest.Function) and "breakage" in getattr(item, "fixturenames", ())
    ]
    pool = ThreadPoolExecutor(os.cpu_count())
    runs = {one: pool.submit(one.noticed, tmp_path_factory.mktemp("copy")) for one in chosen}
    yield lambda one: runs[one].result()
    pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize("breakage", list(MUTANTS.values()), ids=list(MUTANTS))
def test_a_suite_goes_red_when(noticed_of: Callable[[Breakage], Noticed], breakage: Mutant) -> None:
    noticed = noticed_of(breakage)
    status = {1: "regressed", 3: "stale"}[breakage.code]
    assert (noticed.code, noticed.status(breakage.suite)) == (breakage.code, status)


@pytest.mark.parametrize(
    "breakage", [ChangedPrompt(name) for name in PROMPTS.names()], ids=PROMPTS.names()
)
def test_one_byte_changed_in_a_prompt_names_the_stale_cases(
    noticed_of: Callable[[Breakage], Noticed], breakage: ChangedPrompt
) -> None:
    noticed = noticed_of(breakage)
    assert noticed.code == 3
    assert noticed.stale()


def test_swapped_notes_make_answers_and_retrieval_worse(copy: Copy) -> None:
    folder = copy.root / "knowledge" / "ethics"
    first, second = folder / "eu-ai-act-dates.md", folder / "eu-ai-act-transparency.md"
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    noticed = copy.run("ask_knowledge", "retrieval")
    assert noticed.code == 1
    assert {noticed.status("ask_knowledge"), noticed.status("retrieval")} == {"regressed"}


def test_another_date_in_a_note_makes_the_answers_that_read_it_stale(copy: Copy) -> None:
    copy.change("knowledge/ethics/eu-ai-act-dates.md", "2 December 2027", "3 December 2027")
    noticed = copy.run("ask_knowledge")
    assert noticed.code == 3
    assert noticed.stale()


def test_a_deleted_recording_makes_its_case_stale(copy: Copy) -> None:
    gone = sorted((copy.root / "evals" / "agent_routing" / "recordings").glob("*.json"))[0]
    gone.unlink()
    noticed = copy.run("agent_routing")
    assert (noticed.code, noticed.stale()) == (3, [gone.stem])


def test_a_worse_reply_in_a_recording_is_a_regression(copy: Copy) -> None:
    folder = copy.root / "evals" / "judge_answers"
    accepted = json.loads((folder / "baseline.json").read_text("utf-8"))["cases"]
    case = next(key for key, one in accepted.items() if one["passed"])
    path = folder / "recordings" / f"{case}.json"
    recording = json.loads(path.read_text("utf-8"))
    reply = recording["calls"][0]["reply"]
    verdict = json.loads("".join(reply["pieces"]))
    verdict["verdict"] = "no" if verdict["verdict"] == "yes" else "yes"
    reply["pieces"] = [json.dumps(verdict)]
    path.write_text(json.dumps(recording), "utf-8")
    noticed = copy.run("judge_answers")
    assert (noticed.code, noticed.status("judge_answers")) == (1, "regressed")


def test_every_suite_is_broken_by_one_of_these() -> None:
    assert {mutant.suite for mutant in MUTANTS.values()} == set(SUITES)
