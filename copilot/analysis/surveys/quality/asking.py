"""What an open question asks for, by its wording: decides what a bare "nothing" means."""

import re
from typing import Literal, NamedTuple

Wanted = Literal["improvement", "liking", "anything_else", "other"]


class Asked(NamedTuple):
    """What a question asks for."""

    wanted: Wanted
    is_yes_no: bool = False
    """Whether "no" is an answer to it, in its grammar."""
    takes_numbers: bool = False
    """Whether digits alone answer it."""
    takes_links: bool = False
    """Whether an address alone answers it."""


_COMMENTS = (
    r"(?:any|some)thing else (?:that )?(?:you|we|to (?:add|share|say|tell|mention))\b"
    r"(?!.*\b(?:improve|change|fix|better)\b)"
    r"|\b(?:other|additional|further|final|general|any|more) (?:comments?|feedback|remarks?"
    r"|thoughts?|notes?|input)\b|^(?:comments?|remarks?|feedback|notes?)\W*$"
    r"|\b(?:weitere|sonstige|andere) (?:anmerkungen|kommentare|hinweise)|\bsonst noch (?:etwas|was)"
    r"|\bautres? (?:commentaires?|remarques?)|\bautre chose|quelque chose à ajouter"
    r"|\b(?:otros?|más) comentarios?|\balgo más|\baltri commenti|\bqualcos'altro"
    r"|\boutros comentários|\balgo mais|\b(?:andere|overige) opmerkingen|\bverder nog iets"
    r"|\binne uwagi|\bcoś jeszcze|\bövriga kommentarer|\bandre kommentarer|\bmuuta"
)
_IMPROVEMENT = (
    r"\b(?:improv\w*|better|change[sd]?|missing|lack(?:s|ing)?|add(?:ed)?|wish\w*|dislik\w*"
    r"|(?:not|n't|n’t) (?:\w+ )?(?:like|enjoy|love|work)|(?:like|liked) (?:the )?least"
    r"|least (?:like|favou?rite|useful|helpful|satisf\w*|enjoy\w*)|like to (?:see|have|change|get)"
    r"|frustrat\w*|difficult\w*|hard(?:est)?|hinder\w*|problems?|issues?|challeng\w*|pain\w*"
    r"|worst|worse|suggest\w*|recommendations|fix(?:ed)?|annoy\w*|barriers?|obstacles?|struggl\w*"
    r"|prevent\w*|stop(?:s|ped|ping)?|wrong|disappoint\w*|unpleasant|confus\w*|concerns?|complain\w*"
    r"|do differently|new features?|features? (?:would|do you want)|bother\w*"
    r"|block(?:s|ed|ers?)?)\b"
    r"|verbesser\w*|besser machen|\bstört|\bfehlt|vermiss\w*|\bnicht gefallen|gefällt \w+ nicht"
    r"|\bänder[nt]\w*|schwierig\w*|\bwünsch\w*|probleme?\b|vorschl\w+"
    r"|amélior\w*|\bmanque|\bdépla\w*|\bchang(?:er|eriez)|difficult\w*|problèmes?|suggestions?"
    r"|mejor(?:ar|as?|aría\w*|emos)\b|\bfalta|\bcambiar\w*|no (?:le|te) (?:gusta|gustó)"
    r"|problemas?|sugerencias?|miglior\w*|\bmanca|\bcambier\w*|problemi|melhor(?:ar|ias?)\b|mudar\w*"
    r"|sugest\w*|verbeter\w*|ontbreekt|\bmist u|\bpopraw\w*|ulepsz\w*|brakuje|zmieni\w*"
    r"|förbättr\w*|saknar|forbedr\w*|savner|parann\w*|улучш\w*|не хватает|не нравится|изменить"
)
_LIKING = (
    r"\b(?:like[sd]?|love[sd]?|enjoy\w*|favou?rites?|best|(?:works?|worked|working|go(?:es)?|going"
    r"|went|do|does|did|doing) (?:really |particularly )?(?:well|right)|pleasant|pleas(?:es|ed)"
    r"|valuabl\w*|valued?|benefits?|appreciat\w*|strengths?"
    r"|most (?:useful|helpful|important to you)|good about"
    r"|positives?|delight\w*|satisfied with|happy with)\b"
    r"|gefällt|gefallen|gut (?:an|fand)|am besten|\bstärken\b|\bmög(?:en|t)\b|\bplaî\w*|\bplu\b"
    r"|\baim(?:ez|é|es)\b|préf[ée]r\w*|\bgust(?:a|ó|an)\b|\bpiace|\bpiaciuto|\bgosta\w*|\bgostou"
    r"|\bbevalt|leuk\w*|podoba\w*|\blubi\w*|gillar|\bliker\b|lide\b|pidät|нравится|понравилось"
)
_ANYTHING = r"\b(?:any|some)thing else\b"
_YES_NO = (
    r"(?:^|[.:?!)\-–]\s*)(?:\W|q?\d+\W)*(?:do|does|did|is|are|were"
    r"|was (?:there|it|this|anything|something|the)|have|has|had|can|could|would"
    r"|will|should|anything|something|any|gibt es|hab(?:en|t) (?:sie|ihr)|hast du|sind sie"
    r"|möchten sie|y a-t-il|avez-vous|est-ce que?|¿?hay|¿?tiene|¿?ha |c'è|ci sono|há|tem|is er"
    r"|heeft u|heb je|czy|finns det|har du|er der|er det|onko|есть ли)\b"
)
_NUMBERS = (
    r"\bhow (?:many|much|old|long|often)|\b(?:numbers?|years?|versions?|age|price|cost|amount|code"
    r"|percent\w*|zip|budget|hours?|minutes?|id)\b|wie ?viele?\b|\bcombien|\bcuánt\w*"
    r"|\bquant[aieo]\b|\bhoeveel|\bile\b|\bhur många"
)
_LINKS = (
    r"\b(?:urls?|links?|web ?sites?|sites?|web address|portfolio|repo(?:sitory)?|web ?pages?|pages?"
    r"|tools?|apps?|applications?|software|products?|services?|platforms?|features?|integrat\w*"
    r"|examples?|sources?|resources?|competitors?|alternatives?)\b"
)
"""People name a thing by its address, too."""


def asked_for(question: str) -> Asked:
    """Return what a question asks for.

    A request for comments ("Anything else you would like to add?") goes first, since its words
    may name improvements; then improvements, since "what do you like least" holds "like".
    A question for both likes and dislikes is none of the two: "nothing" could mean either.

    Args:
        question: As asked, or the name of its column, with underscores or without.
    """
    text = " ".join(question.replace("_", " ").lower().split())
    return Asked(
        _wanted(text),
        bool(re.search(_YES_NO, text)),
        bool(re.search(_NUMBERS, text)),
        bool(re.search(_LINKS, text)),
    )


def _wanted(text: str) -> Wanted:
    if re.search(_COMMENTS, text):
        return "anything_else"
    if re.search(_IMPROVEMENT, text):
        return "other" if _asks_for_both(text) else "improvement"
    if re.search(_LIKING, text):
        return "liking"
    return "anything_else" if re.search(_ANYTHING, text) else "other"


def _asks_for_both(text: str) -> bool:
    pairs = r"\b(?:lik\w+|good|best|love|positives?|strengths?|well) (?:and|or|&|/) "
    return bool(re.search(rf"{pairs}(?:what )?(?:you )?(?:don't |do not )?\w+", text)) and bool(
        re.search(r"(?:and|or|&|/) .*(?:dislik|worst|bad|weak|negativ|improv|hate|not|n't)", text)
    )
