"""What headers hint at; values decide, and these break ties."""

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE)


_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])|[_.\-]+")
_ID = _any(
    r"(?:respondent|response|user|customer|participant|client|account|collector|session|record"
    r"|contact|survey|visitor|device|ticket|case|order|submission|network|member|employee|org"
    r"|organi[sz]ation|workspace|company|conversation|feedback|external|recipient|panelist)"
    r" ?(?:id|no|number|key|uuid|token|code|hash|ref)",
    r"uuid|guid|e-?mail(?: ?addresse?)?|ip(?: ?address)?|token|first ?name|last ?name|full ?name"
    r"|surname|your name|phone(?: number)?|telephone|teilnehmer ?(?:nr|nummer|id)|kundennummer"
    r"|adresse ip|courriel|correo(?: electr[oó]nico)?|vorname|nachname|nombre|apellidos?|prénom"
    r"|external (?:data )?reference|recipient",
)
_PERSON = _any(
    r"(?:first|last|full|given|family) ?name|(?:what is|what's|whats|enter|tell us) your name"
    r"|vorname|nachname|ihr name|prénom|votre nom|tu nombre|su nombre|nome completo|seu nome"
)
_ID_ALONE = re.compile(
    r"#|id|no\.?|nr\.?|name|key|row|index|lfd\.? ?nr\.?|idx|respondent|participant"
    r"|teilnehmer(?:in)?|befragter?|répondant|encuestado|partecipante|participante",
    re.IGNORECASE,
)
_ENDS_ID = re.compile(r"\b(?:id|uuid|guid)$", re.IGNORECASE)
_NPS = _any(
    r"recommend\w*|nps|net promoter|promoter|weiter(?:zu)?empfehl\w*|empfehl\w*|recommand\w*"
    r"|recomend\w*|raccomand\w*|consigli\w*|aanbevel\w*|polec\w*"
    r"|rekommend\w*|anbefal\w*|suosittel\w*"
    r"|(?:suggest|refer|introduce) .{1,30}\b(?:to )?(?:a |an |your )?"
    r"(?:friends?|colleagues?|peers?|family|others)"
)
_SCALE = _any(
    r"rat(?:e|ed|ing)|scale|score|satisf\w*|agree\w*|how (?:likely|easy|hard|difficult|important"
    r"|useful|well|much|confident|often|clear|helpful)|stars?|csat|ces|sus|ease|quality|importance"
    r"|soddisf\w*|tevreden\w*|nöjd|fornøyd|tilfreds|zadowol\w*|memnun\w*|удовлетвор\w*|довол\w*"
    r"|bewert\w*|zufrieden\w*|skala|note|évalu\w*|satisfac\w*|calific\w*|valor\w*|umux|effort"
    r"|1 ?(?:to|-|–|=|bis|à|a) ?\d+|out of \d+"
)
_COUNT = _any(
    r"how many|number of|count|years?|age|hours?|minutes?|days?|weeks?|months?|seconds?|times"
    r"|duration|progress|revenue|price|cost|spend|spent|budget|salary|income|size|seats?|amount"
    r"|total|percent\w*|anzahl|alter|jahre|combien|nombre de|cuánt\w*|quant\w*|mrr|arr|headcount"
    r"|logins?|sessions?|visits?|orders|purchases|tickets|employees|tenure"
)
_TEXT = _any(
    r"why|comments?|feedback|describe|explain|suggest\w*|improve\w*|tell us|anything else|reasons?"
    r"|what (?:would|could|should|do|did|is|are|was|were|one|else|makes?|made|problems?"
    r"|features?)"
    r"|please specify|elaborate|thoughts|in your own words|one word|single word|specify"
    r"|write[- ]in|text|verbatim|notes?"
    r"|warum|wieso|weshalb|kommentar\w*|anmerkung\w*|verbesser\w*|begründ\w*|pourquoi|commentaires?"
    r"|améliorer\w*|remarques?|por qu[eé]|comentarios?|mejorar\w*|sugerencias?|perché|commenti"
    r"|suggerimenti|melhorar|porque|comentários?|waarom|opmerking\w*|vrije tekst|message|review"
    r"|wünsch\w*|vermiss\w*|fehlt|gefällt|gefallen|(?:ge)?stört|besser|vorschl\w+|changer\w*|manque"
    r"|aimez|gusta|gustó|falta|cambiar\w*|piace|miglior\w*|melhor\w*|gosta\w*|mudar\w*|sugest\w*"
    r"|verbeter\w*|beter|bättre|förbättr\w*|saknar|varför|bedre|forbedr\w*|hvorfor|parann\w*|miksi"
    r"|popraw\w*|ulepsz\w*|dlaczego|zlepš\w*|proč|улучш\w*|почему|комментар\w*|改善|理由|意見|建议|意见"
)
_COMMENT = _any(
    r"comments?|anything else|suggestions?|verbatim|in your own words|explain|describe|tell us"
    r"|reason for your|feedback|free ?text|open ?(?:ended|text)|kommentare?|anmerkungen|vorschläge"
    r"|commentaires?|suggestions|comentarios?|sugerencias|commenti|suggerimenti|opmerkingen"
)
_WORD = _any(
    r"(?:in|with|using) (?:a|one|two|three|a single|a few|\d) words?|(?:one|single|first) word"
    r"|(?:mit|in) einem wort|en un mot|en una palabra|in una parola"
)
_PLACE = _any(
    r"city|town|hometown|village|municipality|ville|stadt|ort|wohnort|ciudad|città|cidade|plaats|miasto"
)
_SELECT = _any(
    r"(?:select|check|choose|tick|mark|pick) (?:all|any|up to|as many|multiple)|all that apply"
    r"|multiple (?:answers|choice|selections)|mehrfach\w*|plusieurs réponses|varias respuestas"
)
_OTHER = re.compile(
    r"\b(?:other|others|sonstige\w*|andere\w*|autres?|otr[oa]s?|altr[oi]|outr[oa]s?|anders)\b"
    r"(?:.{0,40}\b(?:specify|write[- ]?in|text|enter|describe|angeben|précise[rz]|especifi\w+"
    r"|specificare)|\s*[:\])]*\s*$|\s*\(.*\)\s*$)|\bother[_ ]?text\b|_other$"
    r"|\bplease specify\b|\bsomething else\b.*\btext$|\s[-–]\s(?:text|texte|texto)$"
    r"|^(?:other|sonstige\w*|andere\w*|autres?|otr[oa]s?)\b[^:?]{0,30}:",
    re.IGNORECASE,
)
_OTHER_OPTION = re.compile(
    r"(?:others?|sonstige\w*|andere\w*|autres?|otr[oa]s?|altr[oi]|outr[oa]s?|anders"
    r"|something else)\b",
    re.IGNORECASE,
)
_TECHNICAL = _any(
    r"status|finished|(?:survey |response )?progress|duration ?in ?(?:seconds|minutes)"
    r"|time ?(?:taken|spent)(?: to complete)?|distribution ?channel|user ?language"
    r"|location ?(?:latitude|longitude)|latitude|longitude|user ?agent|referr?er|utm \w+"
    r"|custom ?data \d+|response ?type|page path"
    r"|url|collector|tags?|seed|completed|is ?complete|last ?page|start ?language|consent"
    r"|survey (?:name|version|title)|widget|version ?id|abgeschlossen|statut|estado de la respuesta"
)
_DATE = _any(
    r"dates?|time ?stamp|started|submitted|created|completed|start ?(?:date|time)"
    r"|end ?(?:date|time)|submit ?date|recorded ?date|zeitstempel|datum|horodateur|fecha"
    r"|marca temporal|data|created at|at|time|ts|epoch|carimbo de data"
)
_SEGMENT = _any(
    r"plan|tier|country|region|role|job|occupation|profession|position|(?:job|your|work) ?title"
    r"|^title$|gender|sex|age"
    r"|age ?(?:group|range|band)|how old|device|platform|operating system|os|browser|industry"
    r"|sector|company size|team size|department|team|seniority|education|degree|income|cohort"
    r"|segment|persona|customer type|user type|account type|subscription|licen[cs]e|language"
    r"|market|city|state|location|channel|tenure|employees|employment|ethnicity|marital|household"
    r"|which (?:best )?describes you|best describes (?:you|your)|experience level|where do you live"
    r"|land|rolle|geschlecht|alter|altersgruppe|branche|beruf|abteilung|tarif|unternehmensgröße"
    r"|pays|rôle|sexe|genre|secteur|métier|forfait|tranche d'âge|país|sexo|género|edad|rol|cargo"
    r"|sector|paese|ruolo|età|genere|piano|settore|version|app version|organi[sz]ation type|group"
    r"|account name|company(?: name)?|employer|vertical|business unit|division|office|site|branch"
    r"|zone|wave|variant|years? (?:of|in) \w+|tariff|how long (?:have|has) you .*"
    r"|ville|stadt|ort|wohnort|ciudad|città|cidade|plaats|miasto|hometown|municipality|county"
    r"|district|provin\w+|locale|territory|région|región|regione|região|département|kanton|standort|filiale"
    r"|statut|situation|estado civil|faixa etária|idade|gênero|ålder|alder|leeftijd|wiek|возраст"
    r"|kön|kjønn|køn|płeć|pohlaví|sukupuoli|cinsiyet|пол|geslacht|性别|性別|年龄|年齢|household"
    r"|work experience|ethnic\w*|race|religion|marital status|based in|bundesland|kundengruppe"
    r"|kundentyp|customer (?:group|segment)|nps group"
)
_BAD = _any(
    r"difficult|hard to|complex|complicated|confus\w+|frustrat\w+|cumbersome|inconsisten\w+"
    r"|annoy\w+|too (?:much|many|slow|long|complicated|expensive)|slow|waste|struggl\w+"
    r"|unnecessar\w+"
    r"|awkward|worr(?:y|ied)|distrust|unreliable|a lot of things before"
)
_NOT = re.compile(r"\b(?:not|never|n't|no|isn't|wasn't|easy)\b", re.IGNORECASE)


def plain(header: str) -> str:
    """Return a header in words: `userId` and `user_id` become `user Id` and `user id`."""
    return " ".join(_SPLIT.sub(" ", header).split())


def names_id(header: str) -> bool:
    """Whether it says that values tell people or answer sheets apart."""
    words = plain(header)
    return len(words) < 60 and bool(
        _ID.search(words) or _ID_ALONE.fullmatch(words) or _ENDS_ID.search(words)
    )


def names_person(header: str) -> bool:
    """Whether it asks for the name of a person."""
    return len(plain(header)) < 60 and bool(_PERSON.search(plain(header)))


def names_date(header: str) -> bool:
    """Whether it speaks of a time."""
    return bool(_DATE.search(plain(header)))


def names_nps(header: str) -> bool:
    """Whether it asks how likely somebody recommends."""
    return bool(_NPS.search(plain(header)))


def names_scale(header: str) -> bool:
    """Whether it asks for a rating."""
    return bool(_SCALE.search(plain(header)))


def names_count(header: str) -> bool:
    """Whether it asks for an amount."""
    return bool(_COUNT.search(plain(header)))


def names_text(header: str) -> bool:
    """Whether it asks for words."""
    return bool(_TEXT.search(plain(header)))


def asks_to_comment(header: str) -> bool:
    """Whether it asks for nothing but words, so that even equal answers are no options."""
    return bool(_COMMENT.search(plain(header)))


def asks_for_a_word(header: str) -> bool:
    """Whether it asks for a word of one's own, which many people share."""
    return bool(_WORD.search(plain(header)))


def names_place(header: str) -> bool:
    """Whether it asks for a town, which people write as they like."""
    return bool(_PLACE.search(plain(header)))


def names_several(header: str) -> bool:
    """Whether it allows several picks."""
    return bool(_SELECT.search(plain(header)))


def names_other(header: str) -> bool:
    """Whether it is the free text beside the options of a choice."""
    return bool(_OTHER.search(header))


def is_other(option: str) -> bool:
    """Whether an option is the one beside all others."""
    return bool(_OTHER_OPTION.match(option.strip()))


def names_technical(header: str) -> bool:
    """Whether the survey tool wrote it for itself."""
    words = plain(header)
    return len(words) < 40 and "?" not in words and bool(_TECHNICAL.search(words))


def names_segment(header: str) -> bool:
    """Whether it asks who somebody is."""
    return bool(_SEGMENT.search(plain(header)))


def blames(header: str) -> bool:
    """Whether agreeing with a statement would be bad."""
    return bool(_BAD.search(header)) and not _NOT.search(header)
