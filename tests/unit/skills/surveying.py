"""A small survey with known themes, and a model that reads it without a mistake."""

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

QUESTION = "What should we improve?"
THEMES = {
    "t1": ("Search finds too little", "search"),
    "t2": ("The price is too high", "price"),
}
SENTENCES = (
    "the search never finds my notes in project {at}",
    "your price is too high for a team of {at}",
    "search and price are both a problem in month {at}",
    "i am content with it since week {at}",
)


def write_survey(path: Path, rows: int = 60, *, extra: Sequence[Sequence[str]] = ()) -> Path:
    """Write an export: plan, score and one open question; every tenth row is blank there."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Plan", "How likely are you to recommend us?", QUESTION])
        for at in range(rows):
            said = "" if at % 10 == 9 else SENTENCES[at % 4].format(at=at + 2)
            writer.writerow([("free", "pro")[at % 2], at % 11, said])
        writer.writerows(extra)
    return path


def write_codebook(path: Path) -> Path:
    """Write the themes as a code book."""
    book = [{"key": key, "name": name, "definition": name} for key, (name, _) in THEMES.items()]
    path.write_text(json.dumps(book), "utf-8")
    return path


def write_labels(path: Path, survey: Path) -> Path:
    """Write what a careful person would label."""
    with survey.open(encoding="utf-8", newline="") as file:
        answers = [row[QUESTION] for row in csv.DictReader(file)]
    lines = [
        json.dumps(
            {"row": at, "themes": [key for key, (_, word) in THEMES.items() if word in text]}
        )
        for at, text in enumerate(answers, 1)
    ]
    path.write_text("\n".join(lines), "utf-8")
    return path


class CarefulReader(BaseChatModel):
    """A model that finds the themes by their words; counts its calls, and may break down."""

    calls: list[str] = Field(default_factory=list)
    prompts: list[str] = Field(default_factory=list)
    breaks_at: int = 0
    label: str = "scripted:careful"

    @property
    def _llm_type(self) -> str:
        return "careful"

    def bind(self, **_: Any) -> "CarefulReader":  # type: ignore[override]
        """Return itself: it keeps to the form by itself."""
        return self

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        system, said = messages[0].text, messages[-1].text
        is_finding = "code book of a survey" in system or "have in common" in system
        self.calls.append("find" if is_finding else "label")
        self.prompts.append(said)
        if len(self.calls) == self.breaks_at:
            raise ConnectionError("the model is gone")
        answers = re.findall(r'<answer number="(\d+)">(.*?)</answer>', said, re.DOTALL)
        by_system = {"have in common": _shared, "sort survey answers": _chosen}
        small = next((one for phrase, one in by_system.items() if phrase in system), None)
        if small:
            reply = small(system, said)
        else:
            reply = _themes(answers) if is_finding else _labels(answers)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(json.dumps(reply)))])


def _themes(answers: Sequence[tuple[str, str]]) -> dict[str, Any]:
    rest = {"include": "-", "exclude": "-", "stance": "complaint"}
    return {
        "themes": [
            {
                "name": name,
                "definition": f"It speaks of the {word}.",
                **rest,
                "answers": [int(at) for at, text in answers if word in text],
            }
            for name, word in THEMES.values()
        ]
    }


def _labels(answers: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return {
        "answers": [
            {
                "answer": int(at),
                "labels": [
                    {"words": word, "theme": key, "tone": "negative"}
                    for key, (_, word) in THEMES.items()
                    if word in text
                ],
            }
            for at, text in answers
        ]
    }


def _shared(_: str, said: str) -> dict[str, Any]:
    """Name what most answers of a group speak of, as a small model is asked to."""
    answers = re.findall(r'<answer number="(\d+)">(.*?)</answer>', said, re.DOTALL)
    name, word = max(
        THEMES.values(), key=lambda theme: sum(theme[1] in text for _, text in answers)
    )
    return {
        "answers": [int(at) for at, text in answers if word in text],
        "name": name,
        "definition": f"It speaks of the {word}.",
        "stance": "complaint",
    }


def _chosen(_: str, said: str) -> dict[str, Any]:
    """Choose the themes of the code book whose word stands in the answer."""
    book = re.findall(r"^(t\d+): (.*)$", said, re.MULTILINE)
    words, answer = dict(THEMES.values()), said[said.index("<answer>") :]
    keys = [key for key, name in book if words[name] in answer]
    return {
        **dict(zip(("first", "second"), [*keys, "none", "none"], strict=False)),
        "tone": "negative",
    }
