"""Cut what a person says: the order around it, and its clauses."""

import re
from collections.abc import Iterator

from copilot.analysis.sentences import sentences
from copilot.analysis.triage.denial import denies

LEAST_WORDS = 3
"""Words a text has at least once an order is taken away."""
SAID = r"(?:we|i|they|the team|our team|the board|the group)"
"""Who speaks, as a pattern."""
_ORDERED = (
    r"(?:record|log|document|note|minute|capture|draft|save|put|add|write(?:\s+up)?|write\s+down|"
    r"write|make|keep)"
)
_POLITE = (
    r"(?:please|pls|kindly|can|could|would|you|u|we|i|want|need|like|should|let'?s|to|hi|hey|hello|"
    r"ok|okay|so|and|also|copilot|now|then|just|quickly)"
)
_FILLING = (
    r"(?:this|that|it|the|a|an|our|as|of|for|following|decisions?|decided|what|records?|log|down|"
    r"up|in|into|on|to|from|please|pls|us|me|today|yesterday|matter|agreed|new|proper)"
)
_ORDER = rf"(?:{_POLITE}[\s,!]+){{0,8}}?{_ORDERED}(?:\s+{_FILLING})*"
_BEFORE = re.compile(
    rf"\A\s*(?:{_ORDER}\s*(?::|[-–—](?=\s)|\bthat\s+(?=(?:{SAID}|the|our|it|from)\b))"
    rf"|{_ORDER}[^.?!:\n]{{0,40}}\?"
    r"|(?:our |the |a |new )?(?:decisions?|decided)(?: record)?(?: of today| today)?"
    r"(?:,? (?:please|pls))?\s*[:.]"
    r"|(?:bitte )?(?:als entscheidung )?(?:festhalten|notieren|dokumentieren)\s*:"
    r"|(?:(?:a |one )?(?:quick |short |small |new )?(?:one|note|thing|entry|item) )?"
    r"for the (?:decision )?(?:log|record|minutes)(?:,? (?:please|pls))?"
    r"\s*(?:[:,]|[-–—](?=\s)))\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\A\W*{_ORDER}\W*\Z", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:,|\s[-–—])\s+{_ORDER}(?:\s*,?\s*(?:please|pls))?\s*[.!?]*\Z", re.IGNORECASE
)

_TO_A_MODEL = re.compile(
    r"\b(?:note|message|instructions?|word) (?:to|for) (?:the |any |every )?"
    r"(?:model|ai|assistant|copilot|bot|llm|system)\b"
    r"|\A\W*(?:dear |hey |attention,? )?(?:copilot|assistant|model|ai|system)\b[,:]"
    r"|\bignore (?:all|any|your|the|previous|earlier)\b.{0,40}\b(?:rule|instruction|prompt)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:against|stop\w*|drop\w*|reject\w*|cancel\w*|remov\w+|retir\w+|avoid\w*|refus\w+|postpon\w+)\b",
    re.IGNORECASE,
)
_LOWER_END = re.compile(r"(?<=[\w%)]{2}[.!?])(?<!\bapprox\.)(?<!\bvs\.)(?<!\bca\.)\s+(?=[a-z])")
_TITLE_OF_A_PERSON = re.compile(r"\b(?:dr|mr|mrs|ms|prof|st)\.\Z", re.IGNORECASE)


def without_order(text: str) -> str:
    """Return what is told without the order around it, as in `record this decision: …`."""
    rest = _BEFORE.sub("", text.strip(), count=1)
    rest = rest if len(rest.split()) >= LEAST_WORDS else text.strip()
    last = (clauses(rest) or [""])[-1]
    is_order = _BEHIND.match(last)
    before = rest[: rest.rindex(last)].rstrip() if is_order else _TAIL.sub("", rest)
    return before if len(before.split()) >= LEAST_WORDS else rest


def clauses(text: str) -> list[str]:
    """Return the sentences of a text, also where they begin with a small letter."""
    parts = [part for whole in _with_titles(text) for part in _LOWER_END.split(whole)]
    return [part.strip() for part in parts if part.strip()]


def opens_with_order(text: str) -> bool:
    """Return whether an order comes first, so that what follows it is what was decided."""
    return _BEFORE.match(text.strip()) is not None


def is_negative(words: str) -> bool:
    """Return whether words deny something, or end it."""
    return denies(words) or _NEGATIVE.search(words) is not None


def is_to_a_model(clause: str) -> bool:
    """Return whether a clause speaks to a model and tells nothing of the decision."""
    return _TO_A_MODEL.search(clause) is not None


def _with_titles(text: str) -> Iterator[str]:
    """Yield the sentences; `Dr.` before a name ends none."""
    held = ""
    for sentence in sentences(text):
        held = f"{held} {sentence}" if held else sentence
        if not _TITLE_OF_A_PERSON.search(held):
            yield held
            held = ""
    yield held
