"""Short phrases that answer nothing, or all; by what they say, in the main European languages.

Every phrase is compared as a key: small letters and digits, everything else one space.
"""

EMPTY = """
n/a; na; n.a; not applicable; does not apply; doesn't apply; null; nil; nan; void; blank; empty;
no comment; no comments; no further comment; no further comments; no other comments;
no answer; no response; no reply; no opinion; no feedback; no remarks; no input; no preference;
no suggestion; no suggestions; no ideas; no idea; no clue; skip; skipped; pass; x; xx; xxx;
don't know; dont know; do not know; i don't know; i dont know; i do not know; idk; dunno; i dunno;
not sure; unsure; i'm not sure; im not sure; i am not sure; can't say; cannot say; can't think;
can't think of anything; cannot think of anything; i can't think of anything; prefer not to say;
can't think of any; prefer not to answer; rather not say; same; same as above; same as before;
as above; see above; see previous; see previous answer; see below; as before; ditto; idem;
already answered; answered above; that's all; thats all; that's it; nothing to add;
nothing more to add; nothing further; nothing else to add; nothing to say; nothing to report;
nothing comes to mind; none comes to mind; nothing to comment; no further feedback; tbd;
keine angabe; keine angaben; k.a; k a; kein kommentar; keine meinung; keine ahnung; weiß nicht;
weiss nicht; weiß ich nicht; weiss ich nicht; ich weiß nicht; ich weiss nicht; entfällt;
nicht zutreffend; trifft nicht zu; siehe oben; s.o; wie oben; nichts hinzuzufügen; keine idee;
sans objet; sans réponse; sans avis; sans opinion; pas de commentaire; pas de commentaires;
aucun commentaire; aucune idée; aucun avis; je ne sais pas; je sais pas; ne sais pas; sais pas;
pas d'avis; pas d'idée; non applicable; rien à ajouter; rien à dire; rien à signaler; ras; r.a.s;
voir ci-dessus; comme ci-dessus; pas de réponse; nsp;
sin comentarios; sin comentario; ningún comentario; sin opinión; sin respuesta; no sé; no se;
no lo sé; no lo se; ni idea; no aplica; no procede; nada que añadir; nada que agregar;
nada que decir; ver arriba; lo mismo; ns/nc; igual que arriba;
nessun commento; senza commenti; non so; non lo so; non saprei; nessuna opinione; nessuna idea;
niente da aggiungere; nulla da aggiungere; non applicabile; vedi sopra; come sopra; boh;
sem comentários; sem comentarios; sem comentário; não sei; nao sei; sem opinião; sem resposta;
não se aplica; nao se aplica; nada a acrescentar; nada a declarar; ver acima; idem acima;
nvt; n.v.t; niet van toepassing; geen commentaar; geen opmerkingen; geen mening; geen idee;
weet niet; weet ik niet; ik weet het niet; zie boven; zie hierboven; niets toe te voegen;
nie dotyczy; brak; brak komentarza; brak uwag; brak opinii; brak odpowiedzi; nie wiem;
nie mam zdania; jak wyżej; j.w; bez komentarza; bez uwag;
vet ej; vet inte; jag vet inte; ingen kommentar; inga kommentarer; ingen åsikt; ej aktuellt;
ved ikke; ved det ikke; ingen kommentarer; ikke relevant; vet ikke; ingen mening; se ovenfor;
se ovan; samme som over; en tiedä; en osaa sanoa; ei kommenttia; ei kommentteja; eos;
nem tudom; nincs véleményem; nincs megjegyzés; nevím; netuším; bez komentáře; neviem;
nu știu; nu stiu; fără comentarii; fara comentarii; nu se aplică; не знаю; нет комментариев;
без комментариев; затрудняюсь ответить; нет ответа; не применимо; без коментарів; немає відповіді;
δεν ξέρω; δεν γνωρίζω; κανένα σχόλιο; bilmiyorum; fikrim yok; yorum yok; yorumum yok
"""
"""No answer to any question."""

NOTHING = """
nothing; none; nothing really; nothing at all; not a thing; nothing much; nothing in particular;
nothing specific; nothing special; not really anything; nothing whatsoever; nothing major;
no changes; no change; no complaints; no problems; no issues; none really; not much; nada; zero;
nichts; gar nichts; überhaupt nichts; nix; garnix; keine; keiner; keines; nichts besonderes;
nichts spezielles; eigentlich nichts; rien; rien du tout; rien de particulier; rien de spécial;
aucun; aucune; nada en especial; nada en particular; ninguno; ninguna; niente; nulla;
niente di particolare; nessuno; nessuna; nada em especial; nada de especial; nenhum; nenhuma;
niets; helemaal niets; niks; geen; niets bijzonders; nic; zupełnie nic; nic takiego; żaden; żadne;
ingenting; inget; inget särskilt; inga; ingen; intet; ikke noget; ingenting spesielt; ei mitään;
ei mikään; semmi; semmi különös; vůbec nic; nič; nimic; ничего; ничего особенного; нічого;
τίποτα; τίποτε; hiçbir şey; hicbir sey; hiç; yok
"""
"""There is nothing; what that means depends on what was asked for."""

EVERYTHING = """
everything; all; all of it; all of them; all of the above; absolutely everything; the lot;
everything really; alles; einfach alles; tout; absolument tout; todo; tutto; tudo; wszystko; allt;
alt; kaikki; minden; všechno; vše; všetko; totul; tot; всё; все; усе; τα πάντα; όλα; her şey; hepsi
"""

NO = """
no; nope; nah; no thanks; no thank you; not really; nein; nö; nee; non; pas vraiment; não; nao;
nie; nej; nei; ei; nem; ne; nu; нет; ні; όχι; hayır; hayir; eigentlich nicht; realmente no;
non proprio; niet echt; egentligen inte; nicht wirklich
"""

YES = """
yes; yep; yeah; yup; ja; oui; sí; si; sì; sim; tak; kyllä; joo; igen; ano; áno; da; да; так; ναι;
evet; jo
"""

TAILS = """
thanks; thank you; thx; sorry; at the moment; for now; right now; at this time; at present;
at this point; currently; so far; yet; as of now; that i can think of; i can think of;
that comes to mind; comes to mind; of note; really; at all; actually; else; to be honest; tbh;
i think; i guess; today; off the top of my head; for me; as yet; danke; im moment; derzeit;
zur zeit; bisher; aktuell; merci; pour le moment; pour l'instant; actuellement; gracias;
por ahora; por el momento; de momento; grazie; per ora; al momento; obrigado; obrigada;
por enquanto; no momento; dank je; bedankt; op dit moment; momenteel; dziękuję; na razie;
obecnie; tack; just nu; för tillfället; tak; lige nu; akkurat nå; kiitos; tällä hetkellä
"""
"""What may follow such a phrase and adds nothing to it."""

FILLERS = frozenset({"test", "testing", "bla", "blah", "la", "ha", "asd", "foo", "lorem", "abc"})
"""Words that, said again and again, are typed to fill a field."""
