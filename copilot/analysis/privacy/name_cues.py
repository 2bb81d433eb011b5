"""Words that say that a name comes next, came just before, or signs the text."""

import re

_PEOPLE = (
    "agent|advis[eo]r|rep|representative|operator|assistant|manager|supervisor|colleague|boss|chef"
    "|driver|courier|nurse|doctor|dentist|teacher|tutor|engineer|technician|consultant|salesman"
    "|saleswoman|salesperson|receptionist|waiter|waitress|cashier|clerk|guy|man|woman|lady|girl|boy"
    "|gentleman|person|someone|somebody|employee|member|host|hostess|guide|instructor|mechanic"
    "|plumber|electrician|solicitor|lawyer|accountant|landlord|midwife|therapist|physio|pilot"
    "|steward|stewardess|husband|wife|son|daughter|mother|father|mum|mom|dad|brother|sister|uncle"
    "|aunt|cousin|partner|girlfriend|boyfriend|friend|neighbou?r|flatmate|roommate|fianc[eé]e?"
    "|team lead|line manager|account manager|project manager|product manager|director|coach"
    "|mentor|trainer|professor|lecturer|intern|csr|staff member|team member|customer|client"
)
_B = r"[ \t\u00a0]"
NAMED = re.compile(
    rf"(?:\b(?:{_PEOPLE}){_B}*,?{_B}+(?:who(?:{_B}+was|{_B}+is|'s)?{_B}+)?(?:called|named)"
    rf"|\bname{_B}*(?:is|was|'s|:)|\bnames{_B}*(?:are|were)|\bgoes{_B}+by|\bsigned(?:{_B}+by|,)?)"
    rf"{_B}+[\"'“‘]?$",
    re.I,
)
"""Before a name whoever bears it, in capitals or not."""
STRONG = re.compile(
    rf"(?:\b(?:my|our|your|his|her|their|the|an?){_B}+(?:\w+{_B}+)?(?:{_PEOPLE}),?"
    rf"|\b(?:spoke|speaking|spoken|talked|talking|chatted|chatting){_B}+(?:to|with)"
    r"|\b(?:served|helped|assisted|seen|treated|handled|dealt\swith|contacted|called|emailed"
    rf"|recommended|referred|trained|interviewed){_B}+by|\b(?:dealt|dealing|worked){_B}+with"
    r"|\b(?:thanks|thankyou|thank\syou|thx|kudos|props|shout-?out|shoutout|credit|well\sdone"
    rf"|compliments|praise)(?:{_B}+(?:so\smuch|again|very\smuch))?(?:{_B}+(?:to|for))?,?"
    rf"|\b(?:hi|hello|dear|hey|ask(?:ed)?{_B}+for|attn:?|cc:?){_B}*,?)(?:{_B}+to)?{_B}+$",
    re.I,
)
TITLE = re.compile(
    rf"\b(?:mr|mrs|ms|mx|miss|dr|prof|professor|doctor|nurse|sir|madam|sister|father|rev|reverend"
    rf"|pastor|judge|herr|frau|monsieur|madame|mme|señora?|senora?|signora?|don|doña){_B}*\.?{_B}+$",
    re.I,
)
NOT_TITLE = re.compile(
    rf"(?:\bthe|\ba|\bmy|\bi|\bdon['’]?t?){_B}+(?:don|sister|father|doctor|nurse|miss|judge){_B}+$",
    re.I,
)
PERSON_NAMED = re.compile(r"\b(?:called|named)[ \t\u00a0]+$", re.I)
"""Of `NAMED`, what makes a name even of an unknown word in small letters."""
_WHO = re.compile(
    r"\b(?:to|with|by|agent|manager|advis[eo]r|husband|wife|son|daughter|colleague|boss|supervisor"
    r"|rep|nurse|friend|brother|sister|partner),?\s*$",
    re.I,
)
SELF = re.compile(rf"\b(?:i{_B}+am|i'm|i’m|this{_B}+is|it's|me,){_B}+$", re.I)
FROM_TEAM = re.compile(
    rf"{_B}+(?:from|in|at|on){_B}+(?:the{_B}+|your{_B}+|our{_B}+)?(?:\w+{_B}+)?(?:support|sales|billing"
    rf"|accounts?|customer|care|service|services|help{_B}?desk|head{_B}office|hr|it|reception"
    r"|finance|marketing|team|logistics|desk|checkout|front\sdesk|call\scent(?:re|er))\b",
    re.I,
)
DOES = re.compile(
    rf"{_B}+(?:(?:was|is|has|had|did|really|always|kindly|also|then|just){_B}+)?"
    r"(?:said|told|helped|explained|called|answered|replied|resolved|sorted|fixed|kept|went|gave"
    r"|showed|listened|apologi[sz]ed|assured|hung\sup|refused|ignored|was|is|did|has|understood"
    r"|responded|offered|made|took|emailed|handled)\b",
    re.I,
)
"""What follows a person; enough for a name in small letters that is no other word."""
SIGNED = re.compile(
    rf"(?:\b(?:regards|sincerely|yours|best|cheers|best{_B}wishes|faithfully|respectfully|love|xx?)"
    rf"{_B}*[,.!]?\s{{1,3}}(?:[-–—]{_B}*)?|\S{_B}*(?:\n|{_B})[-–—~]{{1,2}}{_B}*|\S\s*\n\s*)$",
    re.I,
)
REGARDS = re.compile(
    rf"\b(?:regards|sincerely|faithfully|yours){_B}*[,.!]?\s{{1,3}}[-–—]?{_B}*$", re.I
)
LISTED = re.compile(r"[ ]?(?:,|/|&|\band\b|\bor\b|, and\b|, or\b)[ ]?", re.I)
"""Between the parts of a list."""
ENDS = re.compile(rf"(?:{_B}+[^\W\d_]+)?{_B}*[.!)x]*{_B}*(?:\n|$)")
"""What may follow a signature on its line."""
HEADS = frozenset((
    "called", "named", "name", "names", "goes", "signed", "spoke", "speaking", "spoken",
    "talked", "talking", "chatted", "chatting", "by", "dealt", "dealing", "thanks", "thankyou",
    "thank", "thx", "kudos", "props", "shoutout", "credit", "compliments", "praise", "hi",
    "hello", "dear", "hey", "ask", "asked", "attn", "cc", "mr", "mrs", "ms", "mx", "miss", "dr",
    "prof", "professor", "doctor", "nurse", "sir", "madam", "herr", "frau", "monsieur",
    "madame", "mme", "senor", "senora", "signor", "signora", "don", "dona", "regards",
    "sincerely", "faithfully", "yours", "worked", "my", "our",
))  # fmt: skip
"""Folded words without one of which no rule above finds a name that is in no list."""


def is_of_products_too(before: str) -> bool:
    """Return whether a strong cue is as often followed by a product: thanks, dear, hi."""
    return _WHO.search(before) is None
