"""Words of ordered answers: degrees that go with any quality, and scales that have their own.

Degrees are numbers from 0 (`a little`) to 5 (`completely`); negated ones are below 0.
"""

from copilot.analysis.surveys.columns.phrases import phrases


def _table(rows: dict[float, str]) -> dict[str, float]:
    return {word.strip(): rank for rank, words in rows.items() for word in words.split(",")}


DEGREES = _table(
    {
        -5: "not at all, not, in no way, überhaupt nicht, gar nicht, ganz und gar nicht"
        ", pas du tout, nada, per niente, per nulla, helemaal niet, de jeito nenhum, para nada",
        -4: "not really, not so, nicht, pas, no, non, não, niet",
        -2: "not very, not too, not particularly, eher nicht, nicht sehr, plutôt pas, peu, pas très"
        ", poco, pouco, niet erg, nicht besonders, non molto, no muy",
        0.5: "little, very little, hardly any, very low, minimal",
        0.8: "low, minor, limited, weak",
        1: "slightly, a little, a little bit, a bit, un peu, un poco, um pouco, ein wenig, etwas"
        ", een beetje, kind of, sort of, only slightly, weniger, wenig",
        1.5: "somewhat, rather, partly, partially, teilweise, teils, plutôt, algo, abbastanza"
        ", bastante, eher, mildly, some, eerder, enigszins, tendentially, parzialmente",
        2: "moderately, moderate, medium, a moderate amount of, fairly, reasonably, mostly, mäßig"
        ", einigermaßen, moyennement, assez"
        ", moderadamente, generally, mittelmäßig, überwiegend, redelijk, in part",
        2.5: "quite, pretty, ziemlich, weitgehend, mayormente",
        3.5: "very, a lot of, much, high, great, strong, major, considerable, really, highly"
        ", sehr, très, muy, molto, muito, zeer, erg, greatly, definitely"
        ", a lot, voll, bien",
        4: "extremely, very high, a great deal of, very strong, strongly, äußerst, extrêmement"
        ", extremadamente, estremamente, extremamente"
        ", uiterst, fortement, hochgradig, stark, incredibly, sehr stark",
        5: "completely, complete, full, total, totally, absolutely, fully, entirely"
        ", voll und ganz, völlig, vollkommen"
        ", totalement, tout à fait, entièrement, totalmente, completamente, completely and utterly"
        ", del tutto, pienamente, helemaal, volledig, absolut, vollständig, absolument, ganz",
    }
)
"""Words before a quality, and how much of it they mean; `agree` alone is 3."""
PLAIN_DEGREE = 3.0
GOOD = phrases(
    "agree, satisfied, likely, easy, good, happy, useful, helpful, clear, confident"
    ", important, valuable, positive, fast, intuitive, reliable, comfortable, relevant"
    ", interested, familiar, pleased, trustworthy, well"
)
OPPOSITES = {
    "disagree": "agree", "dissatisfied": "satisfied", "unsatisfied": "satisfied",
    "unlikely": "likely", "difficult": "easy", "hard": "easy", "bad": "good", "poor": "good",
    "unhappy": "happy", "sad": "happy", "useless": "useful", "unhelpful": "helpful",
    "confusing": "clear", "unclear": "clear", "negative": "positive", "slow": "fast",
    "poorly": "well", "badly": "well", "worse": "better", "lower": "higher", "less": "more",
    "smaller": "larger", "disappointed by": "pleased", "unimportant": "important",
    "cheap": "expensive", "insecure": "secure", "schwierig": "einfach", "schwer": "leicht",
    "schlecht": "gut", "schlechter": "besser", "lehne ab": "stimme zu", "en désaccord": "d'accord",
    "desacuerdo": "acuerdo", "en desacuerdo": "de acuerdo", "difficile": "facile",
    "difícil": "fácil", "mauvais": "bon", "malo": "bueno", "in disaccordo": "d'accordo",
    "discordo": "concordo", "oneens": "eens", "mee oneens": "mee eens", "moeilijk": "makkelijk",
    "mal": "bien", "improbable": "probable", "peu probable": "probable", "ontevreden": "tevreden",
    "disaccordo": "accordo", "decreased": "increased",
}  # fmt: skip
"""What is the other end of which quality; prefixes such as `un` and `dis` need no entry."""
PREFIXES = ("un", "dis", "in", "im", "ir", "des", "on", "mé")
NEUTRAL = phrases(
    "neutral, normal, neither, undecided, neutre, neutro, neutrale, neutraal, indifferent, so-so"
    ", so so, ok, okay, average, unentschieden, weder noch, teils/teils, teils teils"
    ", teils-teils, mixed, no opinion either way, indiferente, ni l'un ni l'autre"
    ", no change, about the same, same, the same, mittel, medium, meh, fair enough, gleich"
    ", in between"
)
NEUTRAL_BEGINS = (
    "neither ", "weder ", "ni ", "né ", "nem ", "noch ", "neutral", "about the same",
    "stayed the same", "stays the same", "somewhere in between", "no difference", "teils",
)  # fmt: skip
LADDERS: tuple[dict[str, float], ...] = tuple(
    {
        word.strip(): float(rank)
        for rank, words in enumerate(ladder.split(">"))
        for word in words.split(",")
    }
    for ladder in (
        # Frequency in words.
        "never, almost never, nie, niemals, jamais, nunca, mai, nooit"
        "> hardly ever, very rarely, almost never, fast nie, presque jamais, casi nunca, quasi mai"
        "> rarely, seldom, infrequently, selten, rarement, raramente, raras veces, zelden"
        "> occasionally, once or twice, once in a while, ab und zu, gelegentlich, de temps en temps"
        ", de vez en cuando"
        "> sometimes, a few times, now and then, about half the time, manchmal, parfois, a veces"
        ", a volte"
        ", às vezes, soms, half the time, quelquefois"
        "> often, several times, many times, frequently, usually, regularly, most of the time"
        ", häufig, oft, souvent"
        ", a menudo, frecuentemente, spesso, frequentemente, vaak, regelmäßig"
        "> very often, very frequently, almost always, nearly always, sehr oft, sehr häufig"
        ", meistens"
        ", très souvent, muy a menudo, casi siempre, presque toujours"
        "> always, all the time, constantly, immer, toujours, siempre, sempre, altijd, every time",
        # Frequency by the calendar.
        "never, not at all, nie, jamais, nunca, i don't use it, haven't used it"
        "> tried it once, once, only once, einmal, first time, this is my first time"
        "> less than once a year, less often, less frequently, rarely, seltener, selten, less"
        ", moins souvent, menos a menudo, rarement, almost never"
        "> yearly, annually, once a year, every year, jährlich, a few times a year"
        ", several times a year, less than once a month, less than monthly"
        ", moins d'une fois par mois"
        ", seltener als einmal im monat, menos de una vez al mes, a couple of times a year"
        "> quarterly, every quarter, once a quarter, every few months, occasionally"
        "> monthly, once a month, every month, monatlich, einmal im monat, mensuellement"
        ", une fois par mois, mensualmente, una vez al mes, at least monthly, about once a month"
        ", at least once a month, 1-2 times a month"
        "> a few times a month, several times a month, 2-3 times a month, mehrmals im monat"
        ", every other week, biweekly, every two weeks, plusieurs fois par mois, fortnightly"
        ", a couple of times a month, once every two weeks, less than once a week, less than weekly"
        "> weekly, once a week, every week, wöchentlich, einmal pro woche, chaque semaine"
        ", une fois par semaine, semanalmente, una vez a la semana, about once a week"
        ", at least once a week, hebdomadaire, at least weekly, einmal die woche"
        "> a few times a week, several times a week, 2-3 times a week, multiple times a week"
        ", mehrmals pro woche, most days, plusieurs fois par semaine, varias veces a la semana"
        ", a couple of times a week, mehrmals die woche, almost every day, 3-4 times a week"
        ", almost daily, 4-6 times a week, 2-4 times a week"
        "> daily, once a day, every day, täglich, tous les jours, quotidiennement, diariamente"
        ", todos los días, each day, every single day, about once a day, dagelijks"
        "> multiple times a day, several times a day, many times a day, mehrmals täglich, hourly"
        ", a few times a day, mehrmals am tag, more than once a day, plusieurs fois par jour"
        ", varias veces al día, multiple times per day, constantly",
        # Quality.
        "terrible, awful, very poor, very bad, horrible, ungenügend, unacceptable, très mauvais"
        ", muy malo, pessimo, sehr schlecht, worst, very low quality"
        "> poor, bad, below average, weak, mangelhaft, mauvais, malo, mala, scarso, schlecht, ruim"
        ", needs improvement, below expectations, slecht"
        "> fair, ok, okay, average, acceptable, ausreichend, moyen, regular, discreto, mittelmäßig"
        ", adequate, so-so, passable, meets expectations, matig, not bad, neutral"
        "> satisfactory, decent, befriedigend, correct, sufficiente, mittel"
        "> good, above average, strong, gut, bon, buena, bueno, buono, bom, goed"
        ", exceeds expectations"
        "> very good, great, sehr gut, très bon, muy buena, muy bueno, ottimo, muito bom"
        ", well above average, heel goed"
        "> excellent, outstanding, exceptional, perfect, amazing, ausgezeichnet, hervorragend"
        ", excelente, eccellente, awesome, fantastic, far exceeds expectations, uitstekend",
        # Amount.
        "none, none at all, nothing, not at all, no, gar nicht, keine, rien, nada, niente"
        ", no impact, no value"
        "> very little, hardly any, very few, almost nothing, minimal, kaum"
        "> a little, a few, some, little, slightly, etwas, un peu, un poco, a small amount, few"
        ", wenig, low, minor"
        "> a moderate amount, somewhat, moderately, moderate, mittel, medium, partially, partly"
        "> quite a bit, many, much, mostly, ziemlich viel, high, beaucoup, mucho, viel, largely"
        ", substantial, major, significant"
        "> a lot, very much, lots, sehr viel, a great amount, most, very high, critical"
        ", considerably"
        "> a great deal, all, everything, completely, to a great extent, extremely, tout, todo"
        ", essential, entirely, fully",
        # Level.
        "very low, lowest, sehr niedrig, très faible, muy bajo"
        "> low, niedrig, gering, faible, bajo, baja, basso, baixo, laag"
        "> medium, normal, moderate, mid, mittel, moyen, medio, media, average, gemiddeld"
        "> high, hoch, élevé, alto, alta, hoog"
        "> very high, highest, sehr hoch, très élevé, muy alto, critical, urgent",
        # Time with something.
        "less than a day, today, less than a week, less than 1 week"
        "> less than a month, less than 1 month, under a month, weniger als ein monat"
        "> 1-3 months, 1-2 months, less than 3 months, 1 to 3 months, a few months, 0-3 months"
        "> 3-6 months, less than 6 months, 1-6 months, 3 to 6 months, 1 to 6 months"
        ", less than six months, 0-6 months"
        "> 6-12 months, 6 months to 1 year, 6 to 12 months, less than a year, less than 1 year"
        ", less than one year, weniger als ein jahr, moins d'un an, menos de un año, under a year"
        "> 1-2 years, 1 to 2 years, one to two years, 1-3 years, one year, about a year"
        ", 1 to 3 years"
        ", 1 - 2 jahre"
        "> one year or more, 1 year or more, more than a year, more than one year, over a year"
        ", more than 1 year, 2-3 years, 2-5 years, 2 to 5 years, 2-4 years"
        "> 3-5 years, 3 to 5 years, more than 2 years, 2+ years, more than two years"
        ", 2 years or more"
        "> 5-10 years, more than 3 years, 3+ years, more than three years, 3 years or more"
        "> more than 5 years, 5+ years, over 5 years, more than five years, 5 years or more"
        "> more than 10 years, 10+ years, over 10 years",
        # How well expectations, needs or a product's loss are told.
        "not disappointed, not at all disappointed, n/a - i no longer use it"
        "> somewhat disappointed, a little disappointed, slightly disappointed"
        "> very disappointed, extremely disappointed",
        "definitely not, auf keinen fall, certainly not, definitely will not, certainement pas"
        ", definitivamente no"
        "> probably not, wahrscheinlich nicht, eher nicht, probablement pas, probably will not"
        ", probablemente no"
        "> maybe, might or might not, vielleicht, possibly, unsure, perhaps, peut-être"
        ", tal vez, quizás"
        ", might or might not"
        "> probably, probably yes, wahrscheinlich, eher ja, likely, probablement, probably will"
        ", probablemente sí, probablemente"
        "> definitely, definitely yes, auf jeden fall, certainly, definitely will, certainement"
        ", definitivamente sí, yes definitely",
        "beginner, novice, none, no experience, anfänger, débutant, principiante"
        "> basic, elementary, some experience, grundkenntnisse"
        "> intermediate, competent, fortgeschritten, fortgeschrittene, intermédiaire, intermedio"
        "> advanced, proficient, avancé, avanzado, erfahren"
        "> expert, experte, native, experto",
        "much worse, viel schlechter, a lot worse, far worse, beaucoup moins bien, mucho peor"
        ", far below expectations, much less, a lot less, significantly worse"
        "> worse, somewhat worse, slightly worse, a little worse, etwas schlechter, less"
        ", a bit worse"
        ", schlechter, fell short of expectations, below expectations, slightly less, peor"
        "> same, about the same, the same, no change, no difference, gleich, unchanged, neutral"
        ", stayed the same, met expectations, just right, as expected"
        "> better, somewhat better, slightly better, a little better, etwas besser, more, besser"
        ", a bit better, exceeded expectations, above expectations, slightly more, mejor"
        "> much better, viel besser, a lot better, far better, mucho mejor, much more, a lot more"
        ", far exceeded expectations, significantly better",
    )
)
"""Scales whose answers are their own words, from the least to the most."""
EXPERIENCE_LADDERS = frozenset({5, 8})
"""Those that say who somebody is rather than what they think: time with something, and skill."""
APART = phrases(
    "don't know, dont know, do not know, i don't know, unsure, not sure, i'm not sure, n/a"
    ", na, n.a., not applicable, does not apply, doesn't apply, prefer not to say"
    ", prefer not to answer, no answer, no opinion, rather not say, none of the above"
    ", not used, haven't used, have not used, haven't tried it, can't say, cannot say"
    ", can't judge, no experience, refused, skipped, missing, keine angabe, k.a., k. a."
    ", weiß nicht, weiss nicht, weiß ich nicht, kann ich nicht beurteilen, nicht zutreffend"
    ", trifft nicht zu auf mich, ne sait pas, je ne sais pas, nsp, non applicable"
    ", sans objet, sans réponse, sans opinion, ne se prononce pas, no sé, no sabe, ns/nc"
    ", no aplica, no contesta, prefiero no decirlo, prefiero no responder, no procede"
    ", non so, non applicabile, preferisco non rispondere, não sei, não se aplica"
    ", prefiro não responder, weet niet, niet van toepassing, geen mening, i don't use this"
    ", i have not used it, never used it, haven't used it, did not use, didn't use"
    ", i haven't used this, not relevant, unknown, too early to say, don't use"
    ", i do not use this, never used, don't remember, i don't remember, -"
)
"""Answers that are on no scale."""
