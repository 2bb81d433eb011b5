"""Whether an outcome can be observed from outside, by whoever tests."""

import re
from collections.abc import Iterator

from copilot.analysis.gherkin.quoted import unquoted
from copilot.analysis.gherkin.scenarios import Group, Remark, Scenario, Step

_WELL = (
    r"(?:correctly|properly|fine|well|right|ok|okay|smoothly|normally|reliably|flawlessly"
    r"|perfectly|appropriately|accordingly|adequately|successfully"
    r"|as (?:expected|intended|designed|planned|desired|it should|required|usual|normal))"
)
_BE = r"(?:is|are|be|gets?|was|were|has been|have been)"
_EMPTY = re.compile(
    rf"\b(?:works?|working|functions?|functioning|behaves?|performs?|runs?|operates?) {_WELL}\b"
    rf"|\b(?:it|this|that|(?:the|this|every) ?\w*) (?:should |will |must )?works?\s*\.?\s*$"
    rf"|\b{_BE} (?:being )?(?:handled|processed|managed|dealt with|taken care of|treated|supported"
    rf"|addressed|considered|validated|verified)(?: {_WELL})?\s*\.?\s*$"
    rf"|\b(?:system|app|application|software|platform|tool|product) "
    rf"(?:handles|deals with|takes care of|manages|copes with"
    rf"|(?:should|will|must|can) (?:handle|deal with|take care of|manage|cope with))\b(?!.*\d)"
    rf"|\bwithout (?:any )?(?:problems?|issues?|trouble)\b"
    rf"|\b(?:handled|processed|managed|displayed|shown|saved|updated|loaded|calculated|treated"
    rf"|validated|sent|rendered|completed) (?:correctly|properly|appropriately|accordingly|well"
    rf"|as (?:expected|intended|designed|it should))\b"
    rf"|\b(?:correctly|properly|appropriately) (?:handled|processed|managed|displayed|shown|saved"
    rf"|updated|loaded|calculated|treated|validated|sent|rendered)\b"
    rf"|\b(?:handles?|processes|manages|deals? with|displays?|shows?|saves?|updates?|calculates?)"
    rf" .{{0,60}}\b(?:correctly|properly|appropriately|accordingly|as expected|gracefully)\b"
    rf"|\b(?:{_BE}|looks?|seems?|feels?) (?:all |very )?"
    rf"(?:good|great|fine|ok|okay|nice|right|correct|proper|perfect|alright)\s*(?:\.\s*)?$"
    rf"|\b(?:everything|all|it) {_BE} (?:as (?:expected|it should be)|in order|done)\b"
    rf"|^\s*(?:success|it succeeds|as expected|no problems?(?: occurs?)?)\s*\.?\s*$"
    rf"|\bgracefully\b",
    re.IGNORECASE,
)
_MIND = re.compile(
    r"\b(?:users?|customers?|people|persons?|they|patients?|guests?|members?|agents?|students?"
    r"|clients?|visitors?|readers?|nurses?|teachers?|applicants?|everybody|everyone|i|we)\s+"
    r"(?:(?:is|are|am|feels?|becomes?|gets?) (?:\w+ly |more |very )?"
    r"(?:happy|happier|satisfied|pleased|confident|sure|aware|comfortable|convinced|glad|content"
    r"|delighted|impressed|reassured|calm|motivated|engaged|(?:well )?informed"
    r"(?! (?:by|of|that|about|how|why|when|in|on|through|within)\b))"
    r"|understands?|trusts?|believes?|likes?|knows?(?! (?:from|by)\b)|appreciates?"
    r"|thinks? (?:that|it|the)|enjoys? (?:it|using|the)"
    r"|feels? (?:that|like|in control|at ease|heard|respected))\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\binternal (?:state|counter|flag|status|variable|value|cache|queue|table|list|model)s?\b"
    r"|\b(?:state|counter|variable|flag) (?:\w+ )?(?:is|are) (?:\w+ly )?"
    r"(?:set|updated|incremented|decremented|changed|cleared|reset|initiali[sz]ed)\b"
    r"|\b(?:event|message)s? (?:is|are) (?:published|emitted|pushed|enqueued|put|fired|dispatched)"
    r" (?:to|on|into|in) (?:the |a )?(?:\w+ )?(?:queue|topic|bus|broker|stream)\b"
    r"|\b(?:back[- ]?end|controller|function|method|class|database|repository layer|micro-?service)"
    r" (?:validates|calls|invokes|returns|saves|stores|writes|queries|fetches|updates|checks)\b"
    r"|\b(?:record|row|entry|entity|value|object|data)s? (?:is|are) "
    r"(?:inserted|added|written|stored|saved|persisted|updated|created) (?:in|into|to) "
    r"(?:the |a |an )?(?:\w+ )?(?:database|db|tables?|cache|memory|columns?|collection|bucket)\b"
    r"|\b(?:stored|saved|persisted|written|kept|cached|updated|inserted|flagged|set) "
    r"(?:in|into|to|by) (?:the |a |an )?(?:\w+ )?(?:database|db|cache|memory|back[- ]?end|session"
    r"|redis|data ?store)\b"
    r"|\b(?:database|cache|session|variable|flag|queue|memory|internal state|state machine|index)"
    r" (?:is|are|has been|gets) (?:\w+ly )?(?:updated|set|cleared|written|filled|populated|true"
    r"|false|changed|initiali[sz]ed|flushed|invalidated|refreshed)\b"
    r"|\b(?:method|function|class|handler|callback|listener|cron ?job|api|endpoint|micro-?service"
    r"|service|back[- ]?end|component) (?:is|are|gets) (?:called|invoked|triggered|executed|run"
    r"|notified|instantiated)\b(?! off\b)"
    r"|\binternally\b|\bin the background\s*\.?\s*$|\bunder the hood\b",
    re.IGNORECASE,
)
_ONLY_ASKED = re.compile(r"\b(?:why|whether|if|unless|until)\b[^,;.]*$", re.IGNORECASE)
"""What stands before words that are asked or told, as in “is told why it is correct”."""
_KINDS = (
    (_EMPTY, "“{}” cannot be observed.", "Say what somebody sees, hears or receives."),
    (_MIND, "“{}” happens in a mind, where nobody can look.", "Say what they can see or do."),
    (_INSIDE, "“{}” happens inside, where users cannot look.", "Say how it shows from outside."),
)


def can_be_observed(group: Group) -> Iterator[Remark]:
    """Yield outcomes that nobody could see."""
    for scenario in group.scenarios if group.is_english else ():
        for step in scenario.of_kind("then"):
            yield from _of(step, scenario)


def _of(step: Step, scenario: Scenario) -> Iterator[Remark]:
    plain = unquoted(step.text)
    for pattern, message, fix in _KINDS:
        found = pattern.search(plain)
        if found and not _ONLY_ASKED.search(plain, 0, found.start()):
            span = (step.start + found.start(), step.start + found.end())
            said = message.format(" ".join(step.text[slice(*found.span())].split()))
            yield Remark("not_observable", "warning", span, said, fix, scenario.at)
            return
