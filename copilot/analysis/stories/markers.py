"""The words that open the parts of a story: who, what, why."""

import re

ROLE = re.compile(
    r"(?:in\s+(?:my|our)\s+(?:role|capacity|position|function)\s+)?"
    r"\bas(?!\s+(?:soon|well|long|far|many|much|of|per|if|though|it|we|i|they|you|there|part|in)\b)"
    r"(?:\s+(?:an?/an?|an?|the|any|every|one\s+of\s+the|our|some))?(?=[\s,])",
    re.I,
)
ARTICLE_ROLE = re.compile(
    r",?\s*\bas\s+(?:an?/an?|an?|the|any|one\s+of\s+the)\s+(?=\w)"
    r"|,\s*as\s+(?=(?:[\w-]+\s+){1,4}?,?\s*(?:i|we)\b)",
    re.I,
)
OWN_ROLE = re.compile(
    r"\s*(?:i|we),\s*(?:an?|the)\s+([^,]{2,60}),\s*(?=(?:also\s+)?(?:want|need|would|wish)\b)", re.I
)
"""A role in apposition: "I, a beekeeper, want"."""
LATE_ROLE = re.compile(r",\s*as\s+(?:an?|the)\s+(?=\w)(?!result\b|whole\b|pdf\b)", re.I)
_SOFTENERS = (
    r"(?:\s+(?:also|only|just|really|always|never|simply|would|do\s+not|don't|might|may|will))*"
)
WISH = re.compile(
    rf"""(?<![\w'])(?:
      (?:i|we)(?:'d|\s+would|\s+should)(?:\s+(?:also|really))?\s+(?:like|love|prefer|want|wish)
    | (?:i|we|he|she|they|user|users){_SOFTENERS}\s+
        (?:want|wants|wnat|wan|wish|wishes|need|needs|require|expect|desire|hope|prefer|like
          |have(?=\s+to\b))
    | (?:i|we){_SOFTENERS}\s+(?:can(?:not|'t)?|could|should|must|shall|may|might|will)(?:\s+not)?
    | (?:my|our)\s+(?:goal|aim|wish)\s+is(?=\s+(?:to|that)\b)
    | (?:i|we)(?:'m|\s+am|\s+are)(?:\s+not)?(?=\s+(?:able|allowed)\b)
    )\b(?:\s+(?:that|to|for)\b(?=[\s:]\s*\S))?(?:\s+(?:also|always|only)\b)?
    (?:\s+(?:be\s+)?(?:able|allowed)\s+to\b)?""",
    re.I | re.X,
)
SUBJECTLESS_WISH = re.compile(
    r"(?<![\w'])(?:would\s+like|want|need|can|must|should)(?:\s+to)?\b", re.I
)
STATEMENT = re.compile(r",\s*(?:i|we)\s+(?=[a-z])", re.I)
_SO = r"""so\s+that|so\s+(?=(?:i|i'm|i'll|i'd|we|he|she|it|they|you|the|my|our|their|his|her|its
    |this|these|those|users?|customers?|people|everyone|everybody|nobody|no|all|any|other|others
    |there|only|when|if|each)\b)
    |so\s+(?!(?:much|many|far|long|often|on|forth|called|little|few|soon|well|as|and|or|to)\b)
      (?=(?:[\w'-]+\s+){1,4}(?:can|could|will|may|might|should|is|are|isn't|aren't|don't|doesn't
      |does|do|has|have|gets?|stays?|knows?|needs?|needn't|won't|can't|cannot|never)\b)"""
REASON = re.compile(
    rf"""[,.;]?\s*(?<![\w'])(?:{_SO}|,\s*so\b(?=\s+\w)|in\s+order\s+(?:to|that|for)\b
    |so\s+as\s+to\b|such\s+that\b|because\b|since\s+(?=i\b|we\b)|in\s+an\s+effort\s+to\b)\s*""",
    re.I | re.X,
)
AIM = re.compile(r"\s*(?:in\s+order\s+(?:to|that)|so\s+that|to)\s+", re.I)
SITUATION = re.compile(r"\s*(?:when(?:ever)?|(?:every|each)\s+time)\b", re.I)
SITUATION_END = re.compile(
    r",\s*(?=(?:i|we)(?:'d|\s+(?:want|need|would|wish|must|should|can))\b)", re.I
)
TITLE = re.compile(r"[^.,;?!]{1,60}?\s*[:|–—-]\s+(?=as\s+(?:an?|the)\s|in\s+order\s+to\s)", re.I)
SENTENCE_END = re.compile(
    r"(?<!\b[a-z])(?<!\betc)(?<!\bvs)(?<!\bno)(?<!\bapprox)(?<!\b[dm]r)(?<!\bmrs)(?<!\bst)(?<!\bprof)"
    r"(?<!\binc)(?<!\bltd)(?<!\bart)(?<!\bfig)(?<!\bnr)([.!?])[\"')]*\s+(?=\S)",
    re.I,
)
GOES_ON = re.compile(
    rf"""\s*(?:(?:and|also|then|plus),?\s+)?(?:{_SO}|in\s+order|because
    |(?:i|we)(?:'d)?\s+(?:also\s+|then\s+)?(?:want|need|can|would|should|must|like))\b""",
    re.I | re.X,
)
"""What may open a sentence that still belongs to the story: "I want it. So that ..."."""
