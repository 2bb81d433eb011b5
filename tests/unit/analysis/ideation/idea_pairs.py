"""Pairs of ideas by which the thresholds were chosen and measured.

Six problems with five pairs of each kind; thresholds were chosen on the first three problems and
are reported on the last three.
"""

from typing import NamedTuple


class Pairs(NamedTuple):
    """Pairs of one problem."""

    problem: str
    same: tuple[tuple[str, str], ...]
    """Would be built in the same way."""
    different: tuple[tuple[str, str], ...]
    """Speak of the same thing and would be built differently."""
    restated: tuple[str, ...]
    """Say the problem again, or its opposite as a wish."""


CHOSEN_ON = (
    Pairs(
        "Nurses reread every AI summary of a patient in full, so it saves them no time.",
        (
            (
                "Mark each sentence of the summary that the AI could not find in the notes.",
                "Highlight the lines of the AI summary that have no source in the patient's notes.",
            ),
            (
                "Show only what has changed since the nurse last looked at the patient.",
                "The summary lists nothing but the changes since this nurse's last visit.",
            ),
            (
                "Replace the summary by a fixed handover form that the leaving nurse fills in.",
                "At handover the nurse who goes fills in a standard form instead of an AI summary.",
            ),
            (
                "Let a second nurse sign off each summary before it reaches the ward.",
                "Every AI summary is approved by another nurse before the ward sees it.",
            ),
            (
                "Read the summary out loud while the nurse walks to the bed.",
                "An audio version of the summary plays as the nurse is on the way to the patient.",
            ),
        ),
        (
            (
                "Mark each sentence of the summary that the AI could not find in the notes.",
                "Show only what has changed since the nurse last looked at the patient.",
            ),
            (
                "Let a second nurse sign off each summary before it reaches the ward.",
                "Stop writing summaries for patients who stay less than a day.",
            ),
            (
                "Replace the summary by a fixed handover form that the leaving nurse fills in.",
                "Read the summary out loud while the nurse walks to the bed.",
            ),
            (
                "Show beside the summary how often its lines were wrong in the last month.",
                "Limit the summary to the three lines that need a nurse's judgement.",
            ),
            (
                "Ask nurses at the end of a shift which line of the summary misled them.",
                "Put the patient's own words at the top of the summary.",
            ),
        ),
        (
            "Nurses do not save time because they read each AI summary of a patient completely.",
            "Save nurses time by not making them reread every AI patient summary in full.",
            "The AI summary of a patient should not have to be reread in full by nurses.",
        ),
    ),
    Pairs(
        "New users of our invoicing app give up before they send their first invoice.",
        (
            (
                "Open the app with a sample invoice that the user only has to change.",
                "New users start from a filled-in example invoice and edit it.",
            ),
            (
                "Let people send the first invoice without making an account.",
                "No sign-up is needed until after the first invoice has gone out.",
            ),
            (
                "Read the customer's address and amounts from a photo of an old invoice.",
                "Users photograph an earlier invoice, and the app fills in the details from it.",
            ),
            (
                "A person from support phones every new user on the second day.",
                "Our support staff call each newcomer the day after they sign up.",
            ),
            (
                "Remove the tax settings from the first-run wizard and ask for them later.",
                "Postpone the questions on tax until after the set-up steps.",
            ),
        ),
        (
            (
                "Open the app with a sample invoice that the user only has to change.",
                "Read the customer's address and amounts from a photo of an old invoice.",
            ),
            (
                "Let people send the first invoice without making an account.",
                "Send a reminder by mail when an invoice lies unfinished for a day.",
            ),
            (
                "A person from support phones every new user on the second day.",
                "Accountants set up the app for their clients and hand it over.",
            ),
            (
                "Remove the tax settings from the first-run wizard and ask for them later.",
                "Let the user write the first invoice as a plain text message.",
            ),
            (
                "Show a progress bar with the steps that are left before sending.",
                "Pay the fees of the first invoice for the user.",
            ),
        ),
        (
            "Users who are new to the invoicing app stop before sending a first invoice.",
            "Help new users of the invoicing app send their first invoice and not give up.",
            "Make sure that fewer new users give up before their first invoice is sent.",
        ),
    ),
    Pairs(
        "Support agents answer the same question about delivery dates forty times a day.",
        (
            (
                "Show the expected delivery date on the order page before anyone has to ask.",
                "Customers see the planned day of delivery in their order overview.",
            ),
            (
                "Send a text message as soon as a delivery date changes.",
                "Customers get an SMS whenever their parcel's date is moved.",
            ),
            (
                "A bot answers delivery questions from the tracking data.",
                "Let a chatbot reply to questions about delivery with tracking information.",
            ),
            (
                "Agents keep a page of ready answers that they paste.",
                "Give agents a set of canned replies they can insert.",
            ),
            (
                "Ask the carrier to take calls about dates directly.",
                "Calls on delivery dates are forwarded straight to the shipping company.",
            ),
        ),
        (
            (
                "Show the expected delivery date on the order page before anyone has to ask.",
                "Send a text message as soon as a delivery date changes.",
            ),
            (
                "A bot answers delivery questions from the tracking data.",
                "Agents keep a page of ready answers that they paste.",
            ),
            (
                "Ask the carrier to take calls about dates directly.",
                "Stop promising a date that the warehouse cannot keep.",
            ),
            (
                "Let customers choose the day of delivery themselves.",
                "Deliver to a shop nearby where the parcel waits for the customer.",
            ),
            (
                "Count which orders lead to a question and mend the worst route.",
                "Answer each question once in public under the product.",
            ),
        ),
        (
            "Agents in support get the delivery date question forty times every day.",
            "Reduce how often support agents must answer the question about delivery dates.",
            "Support agents should no longer answer the same delivery date question all day.",
        ),
    ),
)

REPORTED_ON = (
    Pairs(
        "Teachers do not trust the marks that our tool suggests for essays.",
        (
            (
                "Show for each suggested mark the two passages of the essay that decided it.",
                "Beside every mark stand the parts of the essay on which it rests.",
            ),
            (
                "Hide the mark and give the teacher only comments on the essay.",
                "The tool offers remarks on the text and no grade at all.",
            ),
            (
                "Let teachers mark ten essays first and compare with the tool afterwards.",
                "Teachers grade a small set by themselves, then see what the tool would have said.",
            ),
            (
                "Pupils mark each other's essays with a rubric and the tool is dropped.",
                "Use peer marking by rubric instead of the tool.",
            ),
            (
                "Let a school set how strict the marking is.",
                "Each school chooses its own level of severity for the suggested marks.",
            ),
        ),
        (
            (
                "Show for each suggested mark the two passages of the essay that decided it.",
                "Hide the mark and give the teacher only comments on the essay.",
            ),
            (
                "Let teachers mark ten essays first and compare with the tool afterwards.",
                "Let a school set how strict the marking is.",
            ),
            (
                "Pupils mark each other's essays with a rubric and the tool is dropped.",
                "Give a range of marks where the tool is unsure.",
            ),
            (
                "Publish how the tool's marks differ between groups of pupils.",
                "Let the teacher correct a mark and say why with one click.",
            ),
            (
                "Ask the pupil before marking what the essay was meant to show.",
                "Mark only spelling, and leave the argument to the teacher.",
            ),
        ),
        (
            "The essay marks suggested by our tool are not trusted by teachers.",
            "Make teachers trust the marks the tool suggests for essays.",
            "Teachers have no confidence in the tool's suggested essay marks.",
        ),
    ),
    Pairs(
        "Our weekly planning meeting takes three hours and nobody remembers what was decided.",
        (
            (
                "Write each decision on a shared page while the meeting runs.",
                "Someone notes all decisions live in a document everyone sees.",
            ),
            (
                "Cancel the meeting for a month and see what is missed.",
                "Drop the planning meeting for four weeks to learn whether anyone needs it.",
            ),
            (
                "People hand in their topics in writing the day before.",
                "Every topic has to be sent as a short text one day ahead.",
            ),
            (
                "Split the meeting into short ones by team.",
                "Each team holds its own brief planning session instead of one for all.",
            ),
            (
                "Hold the meeting standing, with a clock that all can see.",
                "Everyone stands during the meeting, and a visible timer runs.",
            ),
        ),
        (
            (
                "Write each decision on a shared page while the meeting runs.",
                "Cancel the meeting for a month and see what is missed.",
            ),
            (
                "People hand in their topics in writing the day before.",
                "Hold the meeting standing, with a clock that all can see.",
            ),
            (
                "Split the meeting into short ones by team.",
                "Record the meeting and let a model list what was agreed.",
            ),
            (
                "Begin with last week's decisions and what became of them.",
                "Let one person decide alone and publish the reasons.",
            ),
            (
                "Put the cost of the meeting in money on the invitation.",
                "Invite only those who own a topic that day.",
            ),
        ),
        (
            "The planning meeting each week is three hours long and its decisions are forgotten.",
            "Shorten the weekly planning meeting and make people remember what was decided.",
            "Nobody knows afterwards what the three-hour weekly planning meeting has decided.",
        ),
    ),
    Pairs(
        "Older customers call the bank because they cannot find transfers in the new app.",
        (
            (
                "Put one large button for transfers on the first screen.",
                "The start page shows a big transfer button.",
            ),
            (
                "Let customers keep the old layout of the app as long as they want.",
                "Offer a classic view that looks like the app did before.",
            ),
            (
                "Branch staff show customers the app in a short lesson.",
                "People at the branch give a brief course on how to use the app.",
            ),
            (
                "Customers say aloud what they want and the app opens it.",
                "Voice control takes customers to the function they name.",
            ),
            (
                "Move the functions nobody uses out of the menu.",
                "Take rarely used items away from the menu.",
            ),
        ),
        (
            (
                "Put one large button for transfers on the first screen.",
                "Let customers keep the old layout of the app as long as they want.",
            ),
            (
                "Branch staff show customers the app in a short lesson.",
                "Customers say aloud what they want and the app opens it.",
            ),
            (
                "Move the functions nobody uses out of the menu.",
                "Accept transfers on a paper slip that the customer photographs.",
            ),
            (
                "Let a family member prepare a transfer that the customer confirms.",
                "Give older customers a phone number with a person who knows them.",
            ),
            (
                "Offer the three last recipients as soon as the app opens.",
                "Watch ten older customers use the app before changing anything.",
            ),
        ),
        (
            "Because transfers are hard to find in the new app, older customers phone the bank.",
            "Help older customers find transfers in the new app so that they do not call.",
            "Elderly clients ring the bank as the new app hides transfers from them.",
        ),
    ),
)
