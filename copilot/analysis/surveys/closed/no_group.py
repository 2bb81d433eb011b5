"""Answers by which nobody belongs to a group."""

from copilot.analysis.surveys.columns.phrases import phrases

_NO_GROUP = phrases(
    "n/a, n.a., n.a, #n/a, n/k, nan, null, none given, unknown, not known, unspecified"
    ", not specified, undisclosed, not disclosed, not stated, not given, not provided"
    ", not available"
    ", not answered, no answer, no response, not applicable, missing, refused, skipped"
    ", blank, (blank)"
    ", prefer not to say, prefer not to answer, prefer not to disclose, i prefer not to say"
    ", i prefer not to answer, i'd rather not say, rather not say, would rather not say"
    ", decline to answer, declined to answer, decline to state, don't know, do not know"
    ", i don't know, keine angabe, k.a., k. a., unbekannt, nicht angegeben, weiß nicht"
    ", möchte ich nicht sagen, inconnu, non précisé, non renseigné, sans réponse"
    ", préfère ne pas répondre, je préfère ne pas répondre, je ne sais pas, desconocido"
    ", prefiero no decirlo, prefiero no responder, no contesta, no sabe, ns/nc, sconosciuto"
    ", preferisco non rispondere, desconhecido, prefiro não responder, prefiro não dizer, onbekend"
    ", zeg ik liever niet, weet niet, okänd, vill inte säga, ukendt, ukjent, неизвестно"
)  # fmt: skip


def says_no_group(label: str) -> bool:
    """Return whether it says that somebody's group is not known: `N/A`, `-`, `?`, `unknown`.

    `NA` alone is a group: it is North America as often as it is missing.
    """
    bare = " ".join(label.replace("’", "'").casefold().split()).rstrip(".!")
    return bare in _NO_GROUP or f"{bare}." in _NO_GROUP or not any(map(str.isalnum, bare))
