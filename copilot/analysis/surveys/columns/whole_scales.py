"""Scales whose steps are known as whole phrases, in languages that put degrees into endings."""


def _ladder(text: str) -> dict[str, float]:
    return {
        phrase.strip(): float(rank)
        for rank, rung in enumerate(text.split(">")[1:])
        for phrase in " ".join(rung.split()).split(",")
    }


_AGREEMENT = """
> discordo totalmente, discordo plenamente, zdecydowanie się nie zgadzam,
  całkowicie się nie zgadzam, instämmer inte alls, tar helt avstånd, helt uenig, meget uenig,
  svært uenig, täysin eri mieltä, kesinlikle katılmıyorum, полностью не согласен,
  полностью не согласна, совершенно не согласен, категорически не согласен,
  абсолютно не согласен, rozhodně nesouhlasím, zcela nesouhlasím, egyáltalán nem értek egyet,
  dezacord total, zeer oneens, helemaal oneens, 全くそう思わない, まったくそう思わない,
  非常不同意, 完全不同意, 强烈反对, 전혀 그렇지 않다, 매우 그렇지 않다
> discordo, nie zgadzam się, instämmer inte, instämmer ej, uenig, eri mieltä, katılmıyorum,
  не согласен, не согласна, nesouhlasím, nem értek egyet, dezacord, oneens, そう思わない,
  不同意, 反对, 그렇지 않다
> discordo parcialmente, discordo em parte, raczej się nie zgadzam, instämmer till viss del,
  delvis uenig, jokseenkin eri mieltä, скорее не согласен, скорее не согласна,
  spíše nesouhlasím, inkább nem értek egyet, あまりそう思わない, 比较不同意, 별로 그렇지 않다
> não concordo nem discordo, nem concordo nem discordo, ani się zgadzam ani nie zgadzam,
  trudno powiedzieć, nie mam zdania, varken eller, instämmer varken eller, hverken eller,
  hverken enig eller uenig, verken enig eller uenig, ei samaa eikä eri mieltä, kararsızım,
  ne katılıyorum ne katılmıyorum, нейтрально, затрудняюсь ответить, ни то ни другое,
  ani souhlasím ani nesouhlasím, neutral, neutro, neutre, neutraal, nøytral, どちらともいえない,
  どちらとも言えない, どちらでもない, 一般, 中立, 보통이다, 보통
> concordo parcialmente, concordo em parte, raczej się zgadzam, instämmer delvis,
  instämmer i stort sett, delvis enig, jokseenkin samaa mieltä, kısmen katılıyorum,
  скорее согласен, скорее согласна, spíše souhlasím, inkább egyetértek, ややそう思う, 比较同意,
  약간 그렇다
> concordo, zgadzam się, instämmer, enig, samaa mieltä, katılıyorum, согласен, согласна,
  souhlasím, egyetértek, acord, eens, そう思う, 同意, 赞成, 그렇다
> concordo totalmente, concordo plenamente, zdecydowanie się zgadzam, całkowicie się zgadzam,
  instämmer helt, instämmer helt och hållet, helt enig, meget enig, svært enig,
  täysin samaa mieltä, kesinlikle katılıyorum, полностью согласен, полностью согласна,
  совершенно согласен, абсолютно согласен, rozhodně souhlasím, zcela souhlasím,
  teljes mértékben egyetértek, acord total, zeer eens, helemaal eens, とてもそう思う, 非常同意,
  完全同意, 强烈赞成, 매우 그렇다
"""
_SATISFACTION = """
> muito insatisfeito, bardzo niezadowolony, bardzo niezadowolona, mycket missnöjd,
  meget utilfreds, svært misfornøyd, veldig misfornøyd, erittäin tyytymätön, hiç memnun değilim,
  очень недоволен, полностью не удовлетворен, velmi nespokojen, velmi nespokojený,
  nagyon elégedetlen, foarte nemulțumit, とても不満, 非常に不満, 非常不满意, 매우 불만족
> insatisfeito, niezadowolony, niezadowolona, missnöjd, utilfreds, misfornøyd, tyytymätön,
  memnun değilim, недоволен, не удовлетворен, nespokojen, nespokojený, elégedetlen, nemulțumit,
  不満, 不满意, 불만족
> raczej niezadowolony, ganska missnöjd, noget utilfreds, litt misfornøyd, melko tyytymätön,
  скорее недоволен, spíše nespokojen, やや不満, 比较不满意
> nem satisfeito nem insatisfeito, ani zadowolony ani niezadowolony, varken eller,
  varken nöjd eller missnöjd, hverken eller, hverken tilfreds eller utilfreds, verken eller,
  neutral, neutralnie, neutralny, nøytral, neutraali, kararsızım, ne memnunum ne değilim,
  нейтрально, neutrální, semleges, neutru, neutro, どちらともいえない, どちらとも言えない,
  どちらでもない, 普通, 一般, 보통
> raczej zadowolony, ganska nöjd, noget tilfreds, litt fornøyd, melko tyytyväinen,
  скорее доволен, spíše spokojen, やや満足, 比较满意
> satisfeito, zadowolony, zadowolona, nöjd, tilfreds, fornøyd, tyytyväinen, memnunum, доволен,
  удовлетворен, spokojen, spokojený, elégedett, mulțumit, 満足, 满意, 만족
> muito satisfeito, bardzo zadowolony, bardzo zadowolona, mycket nöjd, meget tilfreds,
  svært fornøyd, veldig fornøyd, erittäin tyytyväinen, çok memnunum, очень доволен,
  полностью удовлетворен, velmi spokojen, velmi spokojený, nagyon elégedett, foarte mulțumit,
  とても満足, 非常に満足, 非常满意, 매우 만족
"""
_QUALITY = """
> muito ruim, péssimo, bardzo źle, bardzo zły, bardzo zła, mycket dåligt, mycket dålig,
  meget dårlig, svært dårlig, erittäin huono, çok kötü, очень плохо, ужасно, velmi špatné,
  velmi špatně, nagyon rossz, foarte slab, とても悪い, 非常に悪い, 很差, 非常差, 매우 나쁨,
  très mauvaise, très mauvais, muy mala, pessima, péssima, velmi špatná, velmi špatný,
  bardzo słabo, bardzo słaba
> ruim, mau, źle, zły, zła, słabo, dåligt, dålig, dårlig, huono, kötü, плохо, špatné, špatně,
  rossz, slab, 悪い, 差, 나쁨, mauvaise, mala, scarsa, má, špatná, špatný, insuffisante,
  insuffisant
> regular, razoável, przeciętnie, średnio, przeciętny, varken bra eller dåligt, okej, middel,
  middels, keskinkertainen, kohtalainen, orta, нормально, удовлетворительно, средне, průměrné,
  průměrně, közepes, mediu, ふつう, 普通, 一般, 보통, moyenne, passable, sufficiente, discreta,
  průměrná, průměrný, średnia, średni, suficiente
> bom, boa, dobrze, dobry, dobra, bra, god, hyvä, iyi, хорошо, dobré, dobře, jó, bun, 良い,
  よい, 好, 좋음, bonne, buena, buona, dobrá, dobrý
> muito bom, muito boa, ótimo, bardzo dobrze, bardzo dobry, bardzo dobra, mycket bra, meget god,
  meget bra, svært god, erittäin hyvä, çok iyi, очень хорошо, отлично, velmi dobré, velmi dobře,
  nagyon jó, foarte bun, とても良い, 非常に良い, 很好, 非常好, 매우 좋음, très bonne,
  excellente, muy buena, ottima, ótima, velmi dobrá, velmi dobrý
"""
_FREQUENCY = """
> nunca, jamás, nigdy, aldrig, aldri, ei koskaan, en koskaan, asla, hiçbir zaman, никогда,
  nikdy, soha, niciodată, まったくない, 全くない, 从不, 从来不, 전혀
> casi nunca, quase nunca, prawie nigdy, nästan aldrig, næsten aldrig, nesten aldri,
  почти никогда, téměř nikdy, ほとんどない
> rara vez, raramente, raras vezes, pocas veces, rzadko, sällan, sjældent, sjelden, harvoin,
  nadiren, редко, zřídka, ritkán, rareori, たまに, 很少, 거의
> ocasionalmente, de vez en cuando, de vez em quando, od czasu do czasu, då och då, nu og da,
  av og til, silloin tällöin, arada sırada, время от времени, občas, néha-néha
> a veces, algunas veces, às vezes, czasami, czasem, ibland, nogle gange, noen ganger, joskus,
  bazen, иногда, někdy, néha, uneori, ときどき, 時々, 有时, 有時, 가끔
> a menudo, frecuentemente, muchas veces, con frecuencia, frequentemente, muitas vezes, często,
  ofta, ofte, usein, sık sık, genellikle, часто, často, gyakran, adesea, よく, 经常, 자주
> casi siempre, muy a menudo, quase sempre, bardzo często, prawie zawsze, mycket ofta,
  meget ofte, veldig ofte, hyvin usein, çok sık, очень часто, почти всегда, velmi často,
  nagyon gyakran
> siempre, sempre, zawsze, alltid, altid, aina, her zaman, всегда, vždy, mindig, întotdeauna,
  いつも, 总是, 항상
"""
_EASE = """
> muito difícil, bardzo trudne, bardzo trudno, mycket svårt, meget svært, veldig vanskelig,
  erittäin vaikea, çok zor, очень сложно, очень трудно, velmi obtížné, とても難しい, 非常困难,
  很难
> difícil, trudne, trudno, svårt, svært, vanskelig, vaikea, zor, сложно, трудно, obtížné,
  難しい, 困难
> raczej trudne, raczej trudno, ganska svårt, скорее сложно, やや難しい
> nem fácil nem difícil, ani łatwe ani trudne, varken eller, hverken eller, neutral, neutro,
  нейтрально, kararsızım, どちらともいえない, ふつう, 普通, 一般
> raczej łatwe, raczej łatwo, ganska lätt, скорее легко, やや簡単
> fácil, łatwe, łatwo, lätt, enkelt, let, lett, helppo, kolay, легко, просто, snadné, 簡単, 容易
> muito fácil, bardzo łatwe, bardzo łatwo, mycket lätt, mycket enkelt, meget let, veldig lett,
  erittäin helppo, çok kolay, очень легко, очень просто, velmi snadné, とても簡単, 非常容易,
  很容易
"""
_JUST_RIGHT = """
> far too little, much too little, way too little, far too few, much too low, far too low,
  far too short, much too short, far too easy, far too cheap, much too slow, far too slow,
  viel zu wenig, beaucoup trop peu
> too little, too few, not enough, too low, too short, too easy, too cheap, too slow,
  a bit too little, slightly too little, slightly too slow, slightly too short, zu wenig,
  zu kurz, zu niedrig, zu langsam, zu leicht, trop peu, pas assez, demasiado poco, muy poco
> about right, just right, the right amount, right amount, about the right amount, just enough,
  about right for me, genau richtig, gerade richtig, angemessen, juste bien,
  juste ce qu'il faut, la cantidad adecuada, adecuado, fair, reasonable
> too much, too many, too high, too long, too hard, too difficult, too expensive, too fast,
  a bit too much, slightly too much, slightly too fast, slightly too long, zu viel, zu lang,
  zu hoch, zu schnell, zu schwer, zu teuer, trop, demasiado
> far too much, much too much, way too much, far too many, much too high, far too high,
  far too long, much too long, far too hard, far too expensive, much too expensive,
  far too fast, much too fast, viel zu viel, viel zu teuer, beaucoup trop
"""
_DAYS = """
> not at all, never, überhaupt nicht, jamais, nunca
> several days, some days, a few days, an einzelnen tagen, plusieurs jours, varios días
> more than half the days, most days, an mehr als der hälfte der tage, plus de la moitié du temps,
  más de la mitad de los días
> nearly every day, every day, almost every day, beinahe jeden tag, presque tous les jours,
  casi todos los días
"""
_FACES = """
> 😡, 😠, 😭, 🤬, 😫
> ☹️, ☹, 🙁, 😞, 😟, 😕, 😢
> 😐, 😶, 😑
> 🙂, 😊, ☺️, 😀, 😃, 😄
> 😍, 🤩, 😁, 🥰
"""
_PROBABILITY = """
> muito improvável, bardzo mało prawdopodobne, mycket osannolikt, meget usandsynligt,
  svært usannsynlig, çok düşük ihtimal, очень маловероятно, 非常不可能
> improvável, mało prawdopodobne, osannolikt, usandsynligt, usannsynlig, маловероятно, 不太可能
> neutro, neutral, trudno powiedzieć, varken eller, hverken eller, нейтрально,
  затрудняюсь ответить, 一般
> provável, prawdopodobne, sannolikt, sandsynligt, sannsynlig, вероятно, 可能
> muito provável, bardzo prawdopodobne, mycket sannolikt, meget sandsynligt, svært sannsynlig,
  очень вероятно, 非常可能
"""
WHOLE_SCALES = tuple(
    map(
        _ladder,
        (
            _AGREEMENT,
            _SATISFACTION,
            _QUALITY,
            _FREQUENCY,
            _EASE,
            _JUST_RIGHT,
            _DAYS,
            _FACES,
            _PROBABILITY,
        ),
    )
)
"""From the least to the most; of `_JUST_RIGHT` the middle is best."""
