"""Lenses that somebody has to name, or to ask for many ideas, to have them asked; as data.

After SCAMPER (Eberle, 1971) and the notes named by each.
"""

from copilot.analysis.ideation.lens import Angle, Lens

_LENSES = "ideation-with-lenses#a-set-of-lenses"
_SCAMPER = "scamper#steps"

FURTHER = (
    Lens(
        "substitute",
        "Substitute",
        (
            Angle("Which other person could do this, and why is it easier for them?", "Let"),
            Angle("Which other thing could replace the form, screen or text?", "Replace the"),
        ),
        "What or who could be replaced in {here}?",
        _SCAMPER,
    ),
    Lens(
        "combine",
        "Combine",
        (
            Angle("Which two steps could become one?", "Merge the"),
            Angle("Which other meeting or message could carry this along?", "Add it to the"),
        ),
        "Which two things could be merged to ease {here}?",
        _SCAMPER,
    ),
    Lens(
        "modify",
        "Modify",
        (
            Angle("What should be much shorter or smaller?", "Cut the"),
            Angle("What should happen much more rarely, or all in one go?", "Only once"),
        ),
        "What in {here} could be larger, smaller, rarer or more frequent?",
        _SCAMPER,
    ),
    Lens(
        "other_use",
        "Put to another use",
        (
            Angle("Which tool or room that people have already could serve here?", "Use the"),
            Angle("Which habit that people have already could carry this?", "Whenever people"),
        ),
        "What that exists already could be used for {here}?",
        _SCAMPER,
    ),
    Lens(
        "reverse",
        "Reverse",
        (
            Angle("Who asks today, and what if the other side had to ask?", "Turn it around:"),
            Angle("Which step comes last today and should come first?", "Begin with"),
        ),
        "What if the order of steps, or the roles, in {here} were turned around?",
        _SCAMPER,
    ),
    Lens(
        "judged",
        "Who is judged",
        (
            Angle("About whom is something decided, and what may they see or say?", "Show those"),
            Angle("Who has to live with the result, and what may they refuse?", "Let those"),
        ),
        "Who is judged or handled in {here}, and what would serve that person?",
        _LENSES,
    ),
    Lens(
        "sceptic",
        "A sceptic's check",
        (
            Angle("What could somebody who trusts nothing check for themselves?", "Let anyone"),
            Angle("What should be shown in the open, mistakes included?", "Show in the open"),
        ),
        "What would let a sceptic check {here} for themselves?",
        _LENSES,
    ),
    Lens(
        "small",
        "By Friday",
        (
            Angle("What is the smallest thing that could run by Friday?", "By Friday,"),
            Angle("What could two people try tomorrow with pen and paper?", "Tomorrow,"),
        ),
        "What could ease {here} by Friday, with what is there?",
        _LENSES,
    ),
)
