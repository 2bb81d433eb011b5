"""The lenses that are asked where nobody chooses, as data.

After SCAMPER (Eberle, 1971), the premortem (Klein, 2007) and the notes named by each.
"""

from copilot.analysis.ideation.lens import Angle, Lens

_LENSES = "ideation-with-lenses#a-set-of-lenses"
_SCAMPER = "scamper#steps"
_AI = (
    r"\b(AI|artificial intelligence|machine learning|chat ?bots?|LLMs?|language models?|neural|"
    r"deep learning|predictive|algorithms?)\b"
)

FIRST = (
    Lens(
        "eliminate",
        "Remove a step",
        (
            Angle(
                "Which one thing that somebody reads, writes or clicks could be dropped, and what "
                "is done instead?",
                "Drop the",
            ),
            Angle("Which approval or rule makes others wait and could go?", "Drop the"),
            Angle("Which screen, message or meeting would nobody miss?", "Drop the"),
        ),
        "Which step in {here} could vanish without anybody missing it?",
        _SCAMPER,
    ),
    Lens(
        "no_ai",
        "Without AI",
        (
            Angle(
                "Which person could have the duty to help here, at which moment of the day, with "
                "no software at all?",
                "One person",
            ),
            Angle("What would a paper card with a few boxes to tick ask here?", "A paper card"),
            Angle("Which simple rule, which all can remember, would help here?", "The rule is:"),
        ),
        "How would you solve {here} by a rule, a form or a person, with no AI?",
        _LENSES,
        shuns=_AI,
    ),
    Lens(
        "extreme_user",
        "Extreme user",
        (
            Angle("What would help somebody who reads the language badly?", "Give those who"),
            Angle("What would help somebody on the first day, with nobody to ask?", "Give those"),
            Angle("What would help somebody who is interrupted every minute?", "Give those who"),
            Angle("What would help somebody who cannot see a screen?", "Give those who"),
        ),
        "Who suffers most from {here}, and what would serve that person first?",
        _LENSES,
    ),
    Lens(
        "analogy",
        "Another field",
        (
            Angle(
                "Two pilots go through a short checklist before they start. Which checklist would "
                "help here, and who goes through it with whom?",
                "Like pilots,",
            ),
            Angle(
                "Cooks lay out all they need before the first order. What should lie ready here?",
                "Like cooks,",
            ),
            Angle(
                "In an emergency ward a nurse first sorts those who wait by how grave it is. What "
                "should be sorted here, and by whom?",
                "Like in an emergency ward,",
            ),
            Angle(
                "Libraries put what is asked for most beside the door. What should be put in front "
                "here?",
                "Like a library,",
            ),
            Angle(
                "A coach shows players a recording of their last match. What should be looked at "
                "together here, and when?",
                "Like a coach,",
            ),
        ),
        "Which other trade has mastered something like {here}, and what does it do?",
        _LENSES,
    ),
    Lens(
        "inversion",
        "Make it worse",
        (
            Angle(
                "It would get worse if people were told nothing until the end. What is told, to "
                "whom, and when?",
                "Instead of silence,",
            ),
            Angle(
                "It would get worse if nobody knew who is responsible. Who is named, and where?",
                "Instead of nobody,",
            ),
            Angle(
                "It would get worse if all of it came at once. What comes first, and what later?",
                "Instead of all at once,",
            ),
        ),
        "How would you make {here} worse, and what is the opposite of that?",
        _LENSES,
    ),
    Lens(
        "own_data",
        "Data we already have",
        (
            Angle(
                "A log of who did what and when exists already. Who looks at it, what do they look "
                "for, and what do they do then?",
                "Each week,",
            ),
            Angle(
                "The questions and complaints of people are kept already. Who reads them, and what "
                "is changed after that?",
                "Each week,",
            ),
            Angle(
                "It is known already what was corrected or sent back. Who looks at that, and what "
                "do they do then?",
                "Each week,",
            ),
        ),
        "Which record do we already keep that would tell something about {here}?",
        "idea-spread#steps",
    ),
    Lens(
        "premortem",
        "Failure first",
        (
            Angle(
                "The first remedy failed because nobody had the time for it. Which remedy takes no "
                "time?",
                "This time,",
            ),
            Angle(
                "The first remedy failed because nobody trusted it. Which remedy can people check "
                "for themselves?",
                "This time,",
            ),
            Angle(
                "The first remedy failed because those who had the work gained nothing. What do "
                "they gain now?",
                "This time,",
            ),
        ),
        "A year on, the obvious remedy for {here} has failed: why, and what would not fail so?",
        "premortem#steps",
    ),
    Lens(
        "do_nothing",
        "Do nothing yet",
        (
            Angle(
                "Nothing is built. What should be counted for two weeks, by whom, and which result "
                "would show that it is no problem?",
                "For now, count",
            ),
            Angle(
                "Nothing is built. Whom should the team watch or ask, where all goes well already?",
                "For now, ask",
            ),
        ),
        "What happens if nobody acts on {here}, and which sign would show that somebody must?",
        _LENSES,
    ),
)
