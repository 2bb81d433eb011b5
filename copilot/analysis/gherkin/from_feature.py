"""Read the scenarios of a feature file as rules see them."""

import re
from collections.abc import Iterator
from typing import Any

from copilot.analysis.gherkin.parsing import parsed
from copilot.analysis.gherkin.places import Places
from copilot.analysis.gherkin.scenarios import Aside, Group, Outline, Scenario, Step, StepKind

_KINDS: dict[str, StepKind] = {"Context": "given", "Action": "when", "Outcome": "then"}
_ID = re.compile(r"@(AC-[\w.-]+)")


def scenarios_in(text: str, name: str = "The text") -> Group:
    """Return the scenarios of a feature file.

    Raises:
        InputError: The parser refuses it, with the line and what is wrong there.
    """
    feature = parsed(text, name)["feature"]
    places = Places(text)
    return Group(
        scenarios=tuple(_scenarios(feature, places, frozenset(), ())),
        asides=tuple(_asides(feature, places, of_scenario=False)),
        is_english=feature["language"].startswith("en"),
    )


def _scenarios(
    part: Any, places: Places, tags: frozenset[str], given: tuple[Step, ...]
) -> Iterator[Scenario]:
    """Yield the scenarios of a feature or a rule, with the steps of the background above them."""
    own = tags | _tags(part)
    for child in part["children"]:
        if "background" in child:
            given = (*given, *_steps(child["background"], places))
        elif "rule" in child:
            yield from _scenarios(child["rule"], places, own, given)
        else:
            yield _scenario(child["scenario"], places, own, given)


def _scenario(part: Any, places: Places, tags: frozenset[str], given: tuple[Step, ...]) -> Scenario:
    own = _tags(part)
    ids = [found[1] for found in map(_ID.fullmatch, sorted(own)) if found]
    steps = tuple(_steps(part, places))
    return Scenario(
        name=part["name"],
        span=places.find(part["name"], part["location"]["line"]),
        steps=(*given, *steps) if steps else (),
        at=ids[0] if ids else part["name"],
        tags=tags | own,
        asides=tuple(_asides(part, places, of_scenario=True)),
        outline=_outline(part),
    )


def _steps(part: Any, places: Places) -> Iterator[Step]:
    kind: StepKind = "given"
    for step in part["steps"]:
        further = step["keywordType"] not in _KINDS
        kind = _KINDS.get(step["keywordType"], kind)
        start, _ = places.find(step["text"], step["location"]["line"])
        if step["text"]:
            yield Step(kind, step["text"], start, further)


def _asides(part: Any, places: Places, *, of_scenario: bool) -> Iterator[Aside]:
    parts = [part, *part.get("examples", ())]
    if not of_scenario:
        parts += [child["background"] for child in part["children"] if "background" in child]
        parts += [child["rule"] for child in part["children"] if "rule" in child]
    for one in parts:
        for text, start in places.description(one, places.count):
            yield Aside(text, start, of_scenario or one.get("keyword") == "Background")


def _outline(part: Any) -> Outline | None:
    if "Outline" not in part["keyword"] and not part["examples"]:
        return None
    heads = [one.get("tableHeader") or {"cells": []} for one in part["examples"]]
    columns = frozenset(cell["value"] for head in heads for cell in head["cells"])
    return Outline(columns, sum(len(one.get("tableBody") or ()) for one in part["examples"]))


def _tags(part: Any) -> frozenset[str]:
    return frozenset(tag["name"] for tag in part.get("tags", ()))
