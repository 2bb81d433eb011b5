"""Words by which people tell the parts of a decision, and what a clause with them can bear."""

import re

from copilot.analysis.decisions.speech import SAID

NAME_LENGTH = 60
_VERB = (
    r"(?:decid(?:ed|e)|agreed|resolved|voted|opted|chose|chosen|picked|settled|signed off"
    r"|approved|rejected|said yes|made the call|(?:took|made) the decision)"
)
STATED = re.compile(
    rf"(?<!not )(?<!n't )(?<!never )\b{_VERB}\b(?! (?:(?:option|with|by)\b|w/))"
    r"(?! (?:that|this|it)(?: (?:this|today|yesterday|together|on)\b|[.,;!]|\Z))"
    r"(?:\s+(?:ourselves|yesterday|today|unanimously|together|finally|on \w+day))*"
    r"(?:\s*:|\s+(?:to|that|on|upon|for|in favour of)\b)?\s+",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:we|i)(?:(?:'ll|’ll|\s+will|\s+shall|(?:'re|’re|\s+are)\s+going\s+to)\s+"
    r"|(?:(?:'re|’re|\s+are|'ll|’ll|\s+will)?\s+(?:go(?:ing)?|went|stay(?:ing)?|stick(?:ing)?)"
    r"\s+(?:ahead\s+)?with\s+)"
    r"|(?:'re|’re|\s+are)\s+(?=\w+ing\b)"
    r"|\s+(?:propose|suggest|recommend)\s+(?:that\s+we\s+|that\s+|to\s+)?"
    r"|\s+(?=(?:keep|drop|stop|stay|take|use|ship|switch|move|start|pause|postpone|cancel|reject"
    r"|remove|build|buy|launch|retire|raise|lower|limit|leave|roll|retrain|do not|don't|won't)\b))",
    re.IGNORECASE,
)
AT_LAST = re.compile(
    r"\b(?:in the end|bottom line|conclusion|outcome|result)\s*[:,]\s+(?!(?:we|i)\b)", re.IGNORECASE
)
AGAINST = re.compile(r"against\b|no\b", re.IGNORECASE)
_BECAUSE = r"because(?: of)?|bc|b/c|weil|parce que|porque"
_SINCE = (
    r"since(?! (?:then|last|yesterday|spring|summer|autumn|winter|the (?:start|beginning|end)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\w+day|\d)\b)"
)
_AS = (
    r"as(?= (?:we|it|they|he|she) )"
    r"(?! (?:it|they) (?:is|are|stands?|was|were)(?: (?:until|for|now|today)|[.,;!]|\Z))"
)
CHOICE_ENDS = re.compile(
    rf",?\s+(?:{_BECAUSE}|instead of|rather than|due to|so that"
    rf"|{_SINCE}|{_AS}|(?:the )?(?:main )?reasons? (?:is|was|being|:))\b"
    r"|\s+[-–—]\s+|;|[.!?]+\s*\Z"
    r"|,\s+(?:but )?(?=(?-i:[A-Z])[\w-]+ (?:was|were|is|did|disagree|object|would|voted))",
    re.IGNORECASE,
)
OVER = re.compile(r"\s+over\s+", re.IGNORECASE)
PREFERS = re.compile(r"\b(?:chose|chosen|picked|prefer\w*|favour\w*|opted|went)\b", re.IGNORECASE)

REASON = re.compile(
    rf"\b(?:{_BECAUSE}|due to|{_SINCE}|{_AS}"
    r"|(?:the )?(?:main )?reasons?(?:\s+(?:is|was|being|are|were)(?:\s+that)?\b|\s*:)|why:)\s+",
    re.IGNORECASE,
)
REASON_FIRST = re.compile(rf"\A(?:because|since|as)\s+(?P<why>.+?),\s+(?={SAID}\b)", re.IGNORECASE)
REASON_BEHIND = re.compile(
    r"\A(?P<why>.+?),? (?:and )?(?:that|this)(?:'s|’s| is| was) why\b", re.IGNORECASE
)
REASON_ENDS = re.compile(
    r",?\s+(?:instead of|rather than|so we)\b|\s+[-–—]\s+|;|[.!?]+\s*\Z", re.IGNORECASE
)
OTHER_WAY = re.compile(r"\b(?:instead of|rather than)\s+", re.IGNORECASE)
WAY_ENDS = re.compile(
    r",?\s+(?:because|bc|b/c|since|due to|as we|as it|but|so that)\b|,\s|\s+[-–—]\s+|[.;!?]+\s*\Z",
    re.IGNORECASE,
)
WAYS = re.compile(
    r"\b(?:(?<!chosen )(?:the )?(?:other )?(?:alternatives?|options?|ways)"
    r"(?: (?:we )?(?:considered|had))?(?:\s+(?:was|were|are)\b|\s*:)"
    r"|(?:we|i|they)(?: had| have|'d|'ve)?(?: also| then)? "
    r"(?:considered|looked at|weighed|discussed|thought about|talked about|evaluated))\s*:?\s+"
    r"(?:(?:\w+ )?(?:ways|options|alternatives|things)\s*:\s+)?"
    r"(?P<ways>.+?)(?:,? but\b.*)?[.;!?]*\Z",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"\b(?:do(?:ing)? nothing|leav(?:e|ing) (?:it|things|everything) as (?:it is|they are|is)"
    r"|(?:keep(?:ing)? )?the status quo)\b",
    re.IGNORECASE,
)
DISSENT = re.compile(
    r"(?<!nobody )(?<!no one )(?<!none )\b(?:disagree[sd]?|dissent\w*|objected"
    r"|objects?(?= to\b|[.,;!]|\Z)|opposed|outvoted|voted against"
    r"|not convinced|would (?:rather|prefer)|would have (?:preferred|liked|taken|kept|waited)"
    r"|(?:was|were|is|are) against|did ?n[o']t like"
    r"|(?:n't|n’t|not) happy|unhappy (?:with|about))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:want(?:s|ed)?|prefer\w*|rather(?! than)|fear\w*|worr\w+|doubt\w*|thinks?|thought"
    r"|says?|said|warn\w*|(?:was|were) for|concern\w*|s[ck]eptic\w*|hesita\w+|insist\w*|argu\w+)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|once|unless|until|as soon as|should)\b", re.IGNORECASE)
WOULD_CHANGE = re.compile(
    r"\b(?:we(?:'d|’d|'ll|’ll| would| will)|would make us|i(?:'d| would)) "
    r"(?:reconsider|rethink|revisit|change|reopen|switch back|go back|roll (?:it )?back"
    r"|decide again)"
    r"|\breconsider(?: this| it)? (?:if|when|once)\b"
    r"|\bif\b.{1,200}\b(?:we|it) (?:go(?:es)?|switch(?:es)?|rolls?|turns?|changes?|comes?) (?:it )?"
    r"(?:back|off|down)\b",
    re.IGNORECASE,
)
CONSEQUENCE = re.compile(
    r"\b(?:(?:this|that|it|which) (?:means|costs|will cost|will mean)|consequence|downside|upside"
    r"|drawback|trade-?off|the price (?:is|we pay))\b",
    re.IGNORECASE,
)
_PERSON = r"(?:(?:[Dd]r|[Pp]rof|M[rs]s?)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_PEOPLE = rf"{_PERSON}(?:(?:, and |, | and | & ){_PERSON}){{0,8}}"
_BODY = (
    r"[Tt]he (?:[a-z'’-]+ ){0,2}(?:board|committee|council|panel|group|director|management)"
    r"|(?:[Tt]he |[Oo]ur )?(?:C[A-Z]O|[Hh]ead of [a-z]+)"
)
DECIDERS = (
    re.compile(
        rf"\b(?P<who>{_PEOPLE}|{_BODY})(?: and (?:I|me))?(?: have| has)? (?:both |all )?{_VERB}\b"
    ),
    re.compile(rf"\b(?:decided|approved|agreed|signed off) by (?P<who>{_PEOPLE}|{_BODY})\b"),
    re.compile(
        rf"\b(?:[Dd]eciders?|[Dd]ecision[ -]makers?|[Aa]pprovers?)(?: (?:is|are|was|were)|:) "
        rf"(?P<who>{_PEOPLE}|{_BODY})"
    ),
)
_NOBODY = re.compile(
    r"\A(?:(?:the|our|my) teams?|we|i|us|they|it|he|she|this|that|you|today|yesterday|after|then"
    r"|finally|so|and|but|on|in|at|everybody|everyone|nobody|people|not|yet|all|both|some|most|what"
    r"|who|when|once|because|since|if|as|there|here|these|those|decision|reason|none|me|us)\Z",
    re.IGNORECASE,
)


def gives_reason(words: str, clause: str) -> bool:
    """Return whether a clause gives the words as a reason, by a word such as `because`."""
    around, at = REASON_FIRST.match(clause) or REASON_BEHIND.match(clause), clause.find(words)
    return bool(around and words in around["why"]) or bool(REASON.search(clause[: max(at, 0)]))


def names_deciders(clause: str) -> bool:
    """Return whether a clause says who decided."""
    return any(pattern.search(clause) for pattern in DECIDERS)


def may_dissent(clause: str) -> bool:
    """Return whether a clause tells what somebody thinks."""
    return DISSENT.search(clause) is not None or _OPINION.search(clause) is not None


def may_change(clause: str) -> bool:
    """Return whether a clause names a condition."""
    return _CONDITION.search(clause) is not None


def may_name_deciders(clause: str) -> bool:
    """Return whether a clause has a word of deciding."""
    return (
        re.search(rf"\b{_VERB}\b(?! option)|\bdecision[ -]makers?\b", clause, re.IGNORECASE)
        is not None
    )


def is_name(words: str) -> bool:
    """Return whether words can name who decided: short, and no word for everybody or nobody."""
    return 0 < len(words) <= NAME_LENGTH and not _NOBODY.match(words)
