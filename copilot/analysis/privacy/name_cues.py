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
    rf"|\b(?:name{_B}*(?:is|was|'s|’s|s|:)|name{_B}+ist|ich{_B}+hei(?:ß|ss)e|je{_B}+m['’]appelle"
    rf"|me{_B}+llamo|(?:mi{_B}+)?nombre{_B}+es|mi{_B}+chiamo|nome{_B}+(?:é|è)|ik{_B}+heet|jag{_B}+heter"
    rf"|nazywam{_B}+si[eę]|jmenuji{_B}+se|benim{_B}+ad[iı]m)|\bnames{_B}*(?:are|were)|\bgoes{_B}+by|\bsigned(?:{_B}+by|,)?)"
    rf"{_B}+[\"'“‘]?$",
    re.I,
)
"""Before a name whoever bears it, in capitals or not."""
STRONG = re.compile(
    rf"(?:\b(?:my|our|your|his|her|their|the|an?){_B}+(?:\w+{_B}+)?(?:{_PEOPLE}),?"
    rf"|\b(?:spoke|speaking|spoken|talked|talking|chatted|chatting){_B}+(?:to|with)"
    rf"|\b(?:e-?mail(?:ed)?|messag(?:ed?|ing)|pinged|ping|tell|told|ask|asked|contact|contacted|phoned|texted"
    rf"|met|meet|cc['’]?d|assigned{_B}+to|hand(?:ed)?{_B}+over{_B}+to|handed{_B}+to|reported{_B}+by|report{_B}+by|written{_B}+by|made{_B}+by"
    rf"|done{_B}+by|repl(?:y|ies){_B}+from|answer{_B}+from|mail{_B}+from|call{_B}+from|message{_B}+from"
    rf"|call{_B}+with|meeting{_B}+with|session{_B}+with|chat{_B}+with|reach{_B}+out{_B}+to|reached{_B}+out{_B}+to"
    rf"|rely{_B}+on|because{_B}+of|danke|merci|gracias|obrigad[oa]|grazie)"
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
SELF = re.compile(
    rf"\b(?:i{_B}+am|i'm|i’m|this{_B}+is|it's|me,|it{_B}+was|das{_B}+ist|soy|ich{_B}+bin){_B}+$",
    re.I,
)
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
PARTICLES_BEFORE = re.compile(r"\b(?:de la|de los|de las|van de[rn]?|von|da|dos|della)[ ]$", re.I)
"""Before a family name that is also a word."""
SPEAKS = re.compile(
    rf"(?:{_B}+(?:(?:never|kindly|also|then|just|always){_B}+)?(?:said|promised|apologi[sz]ed"
    rf"|hung{_B}up|(?:told|helped|called|emailed|answered|assured|showed|texted){_B}+(?:me|us)"
    rf"|(?:was|is|were){_B}+(?:(?:so|super|very|really|extremely|incredibly|always|quite){_B}+)?"
    rf"(?:helpful|rude|polite|kind|patient))"
    rf"|['’]s{_B}+(?:answers?|repl(?:y|ies)|attitude|advice|e-?mails?|calls?|patience|kindness"
    rf"|explanations?|laptop|login|birthday|manager|boss|desk))\b",
    re.I,
)
"""What hardly anything but a person does; enough for a name that is in no list."""
HERE = re.compile(rf"{_B}+here(?:[.,!]|{_B}+from|$)", re.I)
NO_NAMES = frozenset(
    ("ober", "doktor", "professor", "doctor", "right", "wrong", "president", "gott")
)
"""What follows a title without being a name."""
GERMAN_ARTICLES = frozenset((
    "im", "am", "beim", "zum", "zur", "vom", "der", "die", "das", "den", "dem", "des", "ein",
    "eine", "einen", "einem", "einer", "kein", "keine", "ins", "ans",
))  # fmt: skip
"""Before a noun, which has a capital too."""
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
    "sincerely", "faithfully", "yours", "worked", "my", "our", "told", "said", "promised",
    "explained", "replied", "apologised", "apologized", "helped", "helpful", "rude", "kind",
    "polite", "patient", "heisse", "mappelle", "llamo", "nombre", "chiamo", "nome",
    "heet", "heter", "nazywam", "jmenuji", "adim", "tell", "here", "cheers", "love",
))  # fmt: skip
"""Folded words without one of which no rule above finds a name that is in no list."""


def is_of_products_too(before: str) -> bool:
    """Return whether a strong cue is as often followed by a product: thanks, dear, hi."""
    return _WHO.search(before) is None
