"""Short phrases that answer nothing, or all; by what they say, in the main European languages.

Every phrase is compared as a key: small letters and digits, everything else one space.
"""

EMPTY = """
not a clue; not that i can think of; não sei dizer; ne sait pas; weiss ich leider nicht;
thx; couldn't tell you; could not tell you; i don't want to say; don't want to say;
don't want to answer; that is all; that's all folks; that is it; no tengo idea;
ni la menor idea; je n'ai pas d'idée; pas d'idées; pas d'opinion; ich weiß es nicht;
ich weiss es nicht; weiß nicht so genau; weiss net; weiß net; kein plan; keinen plan; nessuna;
ik weet niet; ik heb geen idee; nie mam pojęcia; ingen aning; har ingen aning; nemám názor;
ei mielipidettä; hiçbir fikrim yok; понятия не имею; n/a; na; n.a; not applicable;
does not apply; doesn't apply; null; nil; nan; void; blank; empty; no comment; no comments;
no further comment; no further comments; no other comments; no answer; no response; no reply;
no opinion; no feedback; no remarks; no input; no preference; no suggestion; no suggestions;
no ideas; no idea; no clue; skip; skipped; pass; x; xx; xxx; don't know; dont know; do not know;
i don't know; i dont know; i do not know; idk; dunno; i dunno; not sure; unsure; i'm not sure;
im not sure; i am not sure; can't say; cannot say; can't think; can't think of anything;
cannot think of anything; i can't think of anything; prefer not to say; can't think of any;
prefer not to answer; rather not say; same; same as above; same as before; as above; see above;
see previous; see previous answer; see below; as before; ditto; idem; already answered;
answered above; that's all; thats all; that's it; nothing to add; nothing more to add;
nothing further; nothing else to add; nothing to say; nothing to report; nothing comes to mind;
none comes to mind; nothing to comment; no further feedback; tbd; keine angabe; keine angaben;
k.a; k a; kein kommentar; keine meinung; keine ahnung; weiß nicht; weiss nicht; weiß ich nicht;
weiss ich nicht; ich weiß nicht; ich weiss nicht; entfällt; nicht zutreffend; trifft nicht zu;
siehe oben; s.o; wie oben; nichts hinzuzufügen; keine idee; sans objet; sans réponse; sans avis;
sans opinion; pas de commentaire; pas de commentaires; aucun commentaire; aucune idée;
aucun avis; je ne sais pas; je sais pas; ne sais pas; sais pas; pas d'avis; pas d'idée;
non applicable; rien à ajouter; rien à dire; rien à signaler; ras; r.a.s; voir ci-dessus;
comme ci-dessus; pas de réponse; nsp; sin comentarios; sin comentario; ningún comentario;
sin opinión; sin respuesta; no sé; no se; no lo sé; no lo se; ni idea; no aplica; no procede;
nada que añadir; nada que agregar; nada que decir; ver arriba; lo mismo; ns/nc;
igual que arriba; nessun commento; senza commenti; non so; non lo so; non saprei;
nessuna opinione; nessuna idea; niente da aggiungere; nulla da aggiungere; non applicabile;
vedi sopra; come sopra; boh; sem comentários; sem comentarios; sem comentário; não sei; nao sei;
sem opinião; sem resposta; não se aplica; nao se aplica; nada a acrescentar; nada a declarar;
ver acima; idem acima; nvt; n.v.t; niet van toepassing; geen commentaar; geen opmerkingen;
geen mening; geen idee; weet niet; weet ik niet; ik weet het niet; zie boven; zie hierboven;
niets toe te voegen; nie dotyczy; brak; brak komentarza; brak uwag; brak opinii;
brak odpowiedzi; nie wiem; nie mam zdania; jak wyżej; j.w; bez komentarza; bez uwag; vet ej;
vet inte; jag vet inte; ingen kommentar; inga kommentarer; ingen åsikt; ej aktuellt; ved ikke;
ved det ikke; ingen kommentarer; ikke relevant; vet ikke; ingen mening; se ovenfor; se ovan;
samme som over; en tiedä; en osaa sanoa; ei kommenttia; ei kommentteja; eos; nem tudom;
nincs véleményem; nincs megjegyzés; nevím; netuším; bez komentáře; neviem; nu știu; nu stiu;
fără comentarii; fara comentarii; nu se aplică; не знаю; нет комментариев; без комментариев;
затрудняюсь ответить; нет ответа; не применимо; без коментарів; немає відповіді; δεν ξέρω;
δεν γνωρίζω; κανένα σχόλιο; bilmiyorum; fikrim yok; yorum yok; yorumum yok; no thoughts;
no thought; no views; no view; no particular view; no reason; no particular reason;
no specific reason; no real reason; just because; because; don't have an opinion;
no strong opinion; hard to say; difficult to say; hard to tell; not much to say;
not much to add; can't comment; cannot comment; unable to comment; couldn't say; no way to tell;
don't remember; can't remember; i don't remember; don't recall; not relevant; irrelevant;
not my area; undecided; no further thoughts; does not apply to me; doesn't apply to me;
not applicable to me; does not concern me; me neither; thanks; thank you; thank you very much;
thanks a lot; many thanks; vielen dank; merci; gracias; muchas gracias; grazie; obrigado;
obrigada; danke; ninguna idea; prefiero no decirlo; sin opinion; aucune opinion;
aucun avis particulier; voir plus haut; voir réponse précédente; déjà répondu;
siehe vorherige antwort; siehe vorher; bereits beantwortet; gleiche antwort; dasselbe;
lo mismo que arriba; ya respondido; idem sopra; わからない; わかりません; 分からない;
分かりません; 知りません; 不知道; 不清楚; 不了解; 没有意见; 無意見; 无意见; 모르겠어요;
모르겠습니다; 모름; 잘 모르겠습니다; لا أعلم; لا اعلم; لا أعرف; لا اعرف; لا أدري; ไม่ทราบ;
ไม่รู้; không biết; tidak tahu; לא יודע; לא יודעת; पता नहीं
"""
"""No answer to any question."""

NOTHING = """
keine weiteren; aucun autre; ningún otro;
nothing more; nothing else; nothing further; nichts weiter; sonst nichts; nichts mehr; nada más;
nada mas; rien d'autre; rien de plus; niente altro; nient'altro; nada mais; verder niets;
niets meer; nic więcej; inget mer; inget annat; ikke mer; ikke mere; больше ничего; nothing;
none; nothing really; nothing at all; not a thing; nothing much; nothing in particular;
nothing specific; nothing special; not really anything; nothing whatsoever; nothing major;
no changes; no change; no complaints; no problems; no issues; none really; not much; nada; zero;
nichts; gar nichts; überhaupt nichts; nix; garnix; keine; keiner; keines; nichts besonderes;
nichts spezielles; eigentlich nichts; rien; rien du tout; rien de particulier; rien de spécial;
aucun; aucune; nada en especial; nada en particular; ninguno; ninguna; niente; nulla;
niente di particolare; nessuno; nessuna; nada em especial; nada de especial; nenhum; nenhuma;
niets; helemaal niets; niks; geen; niets bijzonders; nic; zupełnie nic; nic takiego; żaden;
żadne; ingenting; inget; inget särskilt; inga; ingen; intet; ikke noget; ingenting spesielt;
ei mitään; ei mikään; semmi; semmi különös; vůbec nic; nič; nimic; ничего; ничего особенного;
нічого; τίποτα; τίποτε; hiçbir şey; hicbir sey; hiç; yok; keine verbesserungsvorschläge;
keine wünsche; keine vorschläge; keine änderungen; aucun changement; ningún cambio;
ningún problema; 特になし; 特にない; 特にありません; なし; ない; ありません; 没有; 無; 无; 暂无;
没什么; 없음; 없습니다; 없어요; لا شيء; لا شئ; لا يوجد; ไม่มี; không có; không; tidak ada; כלום;
אין; कुछ नहीं
"""
"""There is nothing; what that means depends on what was asked for."""

FINE = """
all good; all is good; it's all good; its all good; all fine; all is fine; all well;
all is well; all ok; all okay; all great; all perfect; everything is fine; everything's fine;
everything is good; everything is great; everything is ok; everything is okay;
everything is perfect; everything's good; everything's great; everything works;
everything works fine; everything works well; fine; ok; okay; it's fine; its fine; it is fine;
it's ok; it's good; it is good; it's good as it is; good as it is; good as is; fine as it is;
fine as is; it's fine as it is; it is fine as it is; ok as it is; perfect as it is;
great as it is; i like it as it is; i'm happy with it; happy with it;
i'm happy with it as it is; i'm happy; i am happy; very happy; i'm satisfied; i am satisfied;
satisfied; very satisfied; i'm good; im good; i am good; we are good; can't complain;
cannot complain; i can't complain; so far so good; leave it as it is; keep it as it is;
i wouldn't change anything; i would not change anything; i wouldn't change a thing;
wouldn't change anything; would not change anything; wouldn't change a thing;
don't change anything; don't change a thing; i would change nothing; change nothing; works fine;
works well; works for me; no need; no improvement needed; no improvements needed;
no changes needed; no change needed; no improvements; no improvement; nothing to improve;
nothing to change; nothing needs improving; nothing needs to change; no need to change anything;
nothing to complain about; alles gut; alles super; alles bestens; alles ok; alles okay;
alles in ordnung; alles prima; alles perfekt; alles bestens so; passt; passt so; passt alles;
bin zufrieden; ich bin zufrieden; alles gut so; gut so; weiter so; tout va bien; tout est bien;
tout est parfait; tout est ok; tout est bon; c'est bien; c'est bien comme ça; c'est parfait;
rien à redire; rien à changer; rien à améliorer; todo bien; todo está bien; todo perfecto;
está bien; está bien así; así está bien; nada que mejorar; nada que cambiar; tutto bene;
va tutto bene; va bene così; tutto ok; tutto perfetto; niente da migliorare; tudo bem;
tudo certo; tudo ok; está bom; está tudo bem; está ótimo; nada a melhorar; alles goed; prima zo;
alles prima zo; wszystko ok; wszystko dobrze; wszystko w porządku; jest dobrze; jest ok;
allt bra; allt är bra; det är bra; alt godt; alt er bra; alt er fint; det er fint; alt fungerer;
kaikki hyvin; kaikki ok; her şey yolunda; her şey iyi; все хорошо; всё хорошо; все нормально;
всё нормально; все отлично; всё отлично; все устраивает; всё устраивает; все ок; всё ок;
všechno v pořádku; vše v pořádku; minden rendben; totul e bine; 問題ありません; 問題なし;
満足しています; 大丈夫です; 都很好; 很好; 挺好的; 满意; 没问题; 괜찮아요; 좋아요; 만족합니다;
كل شيء جيد; كل شيء ممتاز
"""
"""There is nothing to complain about."""

PRAISE = """
perfect; it's perfect; it is perfect; excellent; great; amazing; awesome; fantastic; wonderful;
good; very good; brilliant; it's great; it is great; i love it; love it; i like it; keep it up;
keep up the good work; keep up the great work; keep going; well done; great job; good job;
great product; great app; works great; works perfectly; perfekt; super; sehr gut; toll; klasse;
parfait; très bien; excelente; perfecto; muy bien; perfetto; ottimo; perfeito; ótimo; muito bom;
prima; uitstekend; świetnie; super jest; jättebra; perfekt som det är; отлично; супер; идеально
"""
"""Praise in so many words; that nobody asked for it is seen by the question."""

EVERYTHING = """
everything; all; all of it; all of them; all of the above; absolutely everything; the lot;
everything really; alles; einfach alles; tout; absolument tout; todo; tutto; tudo; wszystko;
allt; alt; kaikki; minden; všechno; vše; všetko; totul; tot; всё; все; усе; τα πάντα; όλα;
her şey; hepsi
"""

NO = """
no; nope; nah; not at this time; not at the moment; not right now; not currently; not now;
not yet; not for now; no thanks; no thank you; not really; nein; nö; nee; non; pas vraiment;
não; nao; nie; nej; nei; ei; nem; ne; nu; нет; ні; όχι; hayır; hayir; eigentlich nicht;
realmente no; non proprio; niet echt; egentligen inte; nicht wirklich
"""

YES = """
yes; yep; yeah; yup; ja; oui; sí; si; sì; sim; tak; kyllä; joo; igen; ano; áno; da; да; так;
ναι; evet; jo
"""

HEADS = """
i; i have; i've; i've got; i have got; we have; there is; there's; have; really; honestly;
sorry; well; um; hmm; oh; currently; at the moment; right now; for now; as of now; at this time;
i'm; i am; i really; i think; i guess; to be honest; tbh; from my side; personally;
i can think of; would
"""
"""What may stand before such a phrase and adds nothing to it."""

REFERENCES = (
    r"(?:as |like )?(?:i )?(?:already )?(?:said|stated|mentioned|noted|written|answered|described"
    r"|explained|told you|commented)(?: (?:this|that|it))?"
    r"(?: (?:above|before|earlier|previously|already|in (?:the|my) (?:previous|last|first)"
    r" (?:answer|question|comment)))?"
    r"|(?:please )?(?:see|refer to|cf|look at|check) (?:my |the )?(?:previous|above|prior|last"
    r"|earlier|first|other|preceding)(?: (?:answers?|comments?|responses?|questions?|notes?|ones?"
    r"|remarks?|feedback|text))?"
    r"|(?:see|as in|same as|same as in|as per|per) (?:my )?(?:answer (?:to|for|in) )?"
    r"(?:question|answer|q|no) ?\d+|(?:see|as per|per) (?:my |the )?(?:previous |earlier |last )?"
    r"(?:answers?|comments?|responses?)(?: (?:above|before|earlier))?"
    r"|(?:the )?same (?:answer|comment|response|reason|thing|reasons)?(?: ?as)?(?: in| for)?"
    r" ?(?:(?:the |my )?(?:above|before|previous|previously|last|earlier|prior)"
    r"(?: (?:answer|question|comment|response|one))?)"
)
"""Keys that point to another answer; a regular expression."""

TAILS = """
honestly; frankly; here; folks; guys; as a new user; new user; leider; so far as i know;
unfortunately; thanks; thank you; thx; sorry; at the moment; for now; right now; at this time;
at present; at this point; currently; so far; yet; as of now; that i can think of;
i can think of; that comes to mind; comes to mind; i know of; i'm aware of; springs to mind;
i can add; from me; from my side; for the moment; just now; that i know of; with it;
as far as i know; as it is; of note; really; at all; actually; else; to be honest; tbh; i think;
i guess; today; off the top of my head; for me; as yet; danke; im moment; derzeit; zur zeit;
bisher; aktuell; merci; pour le moment; pour l'instant; actuellement; gracias; por ahora;
por el momento; de momento; grazie; per ora; al momento; obrigado; obrigada; por enquanto;
no momento; dank je; bedankt; op dit moment; momenteel; dziękuję; na razie; obecnie; tack;
just nu; för tillfället; tak; lige nu; akkurat nå; kiitos; tällä hetkellä
"""
"""What may follow such a phrase and adds nothing to it."""

FILLERS = frozenset(
    {
        "test", "testing", "bla", "blah", "blub", "blabla", "blablabla", "la", "ha", "asd", "foo",
        "foobar", "dummy", "lorem", "abc",
    }
)  # fmt: skip
"""Words that, said again and again, are typed to fill a field."""
