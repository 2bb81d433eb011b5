"""Sentences as people type them into surveys, with a place for a value of one kind.

Those at even places are for finding out what rules miss; misses on those at odd places are counted
and not looked at, and their share is what is reported. One hand wrote both halves and the rules,
and values have the same formats in both, so a share of 1 says that rules work as meant. `{}` is
the value, `{2}` another of any kind.
"""

ANYWHERE = (
    "pls use {} thx", "you guys leaked {}!!", "({})", "why does it show {}?",
    "i gave {},nobody wrote back",
    "App was fine until it displayed [{}] to my colleague", "it's {}.", "{}", "see also:{}",
    "reach out - {} -",
    "My detials: {} / {2}", "{}; thats all i have to say", "slow slow slow.{} if u want more info",
    "tried {} & {2} both wrong",
    "Great tool!\n\n{}", "\"{}\" was printed on the label", "had to enter {} three times...",
    "* {}\n* {2}",
    "it says {}—nothing works", "Nope. {}!", "the form rejects {} for no reason", "(my one is {})",
    "i tihnk {} got lost in your system", "contact:{};{2}",
)  # fmt: skip
FRAMES: dict[str, tuple[str, ...]] = {
    "card, mistyped": (
        "you charged my card {} twice", "visa {} was declined", "credit card no {} doesnt work",
        "my mastercard({}) is rejected",
        "Card number: {}", "debit card {} expired", "paid with {} and the payment failed",
        "amex {} not accepted!!",
        "why do you store my card {}?", "it wont take my creditcard {}",
    ),
    "IBAN, mistyped": (
        "my iban is {}", "send the refund to {}", "bank account {} pls", "IBAN:{}",
        "Kontonummer {}", "iban {} gets rejected",
        "transfer it to {} as agreed", "refund never reached {}!",
    ),
    "birth date": (
        "dob {}", "born {}", "my date of birth is {}", "DOB: {}", "i was born on {} so im over 18",
        "birthday {}", "date of birth ({}) is wrong in my profile",
        "my birthdate {} cant be changed", "geboren am {}", "d.o.b. {}", "né le {}", "nacida el {}",
        "my bday is {}", "nacido el {}", "birth date={}", "nata il {}",
    ),
    "passport": (
        "passport {}", "my passport number is {}", "Passport no: {}",
        "passport no. {} not accepted", "pasport nr {}", "passport# {}",
        "it wants my passport ({})", "uploaded passport number {} and nothing", "Reisepass {}",
        "passeport n° {}", "my visa number {} fails", "passport num {}",
    ),
    "driving licence": (
        "driving licence {}", "drivers license {}", "my driver's license number is {}",
        "driving license no. {}", "licence number {}", "DL {} was scanned wrong",
        "driver licence: {}", "Führerschein {}",
    ),
    "plate": (
        "number plate {}", "license plate {} not recognised", "my car reg is {}", "plate {}",
        "registration {} wasnt read", "my car ({}) got a ticket",
        "the camera misread {} as my plate", "licence plate: {}", "Kennzeichen {}", "reg number {}",
        "parked my car {} there", "plate number {}",
    ),
    "national id": (
        "my {name} is {}", "{name}: {}", "{name} {}", "{name} number {}",
        "entered my {name} ({}) and got an error", "{name} no. {} is invalid they say",
        "why ask for {name}? its {}", "{name}={}",
    ),
    "username": (
        "my login is {}", "username {}", "user name: {}", "my username is {}",
        "im {} on your forum", "log in as {} doesnt work", "account name {}",
        "my user id is {}", "userid {}", "logged in as {} and lost everything", "nick: {}",
        "my handle is {}", "telegram: {}", "my skype is {}",
        "login {} is locked", "my discord is {}", "Benutzername {}", "username:{}",
    ),
    "customer number": (
        "customer number {}", "customer no {}", "cust no. {}", "my customer id is {}",
        "Kundennummer {}", "client number {}", "member no {}", "membership number is {}",
        "account number {}", "acct # {}", "policy number {}", "account no. {}", "my employee id {}",
        "numéro client {}", "patient no {}", "número de cliente {}",
    ),
    "order number": (
        "order {}", "order no. {} never arrived", "my order {} is late", "Order#{}",
        "order number:{}", "invoice {}", "ticket {} still open", "booking ref {}",
        "Bestellnummer {}", "tracking number {}", "order id {} was canceled", "ref: {}",
        "case {} was closed", "reservation {} vanished", "pedido {}", "my ticket #{}",
    ),
    "address": (
        "i live at {}", "{}", "deliver to {} pls", "my address is {}", "sent it to {} instead",
        "we moved to {}", "address: {}", "the branch near my home, {}, is closed",
        "parcel went to {}!!", "adress {} isnt found", "({})", "my home ({}) has no signal",
        "shipping to {} fails", "they came to {} twice", "Delivered to wrong house, mine is {}",
        "I'm at {} and get no reception",
    ),
    "API key": (
        "api key {}", "{}", "token={}", "my key {} was printed in the log", "API_KEY={}",
        "the log shows {}", "secret: {}", "i pasted {} by mistake",
        "Authorization: Bearer {}", "access token {} expired", "the docs use {}", "key: {}",
    ),
    "password": (
        "password {}", "my password is {}", "pw: {}", "password:{}", "pwd={}", "my password was {}",
        "pass {} doesnt work", "Passwort: {}", "mot de passe {}", "contraseña: {}",
        "passwd {}", "the password {} is rejected",
    ),
}  # fmt: skip
"""By kind; a kind that is not here stands anywhere."""
PEOPLE = (
    "{} was super helpful", "Ask {} in support", "thx {} for the quick fix", "my boss {} hates it",
    "Cheers, {}", "i talked to {} on the phone", "{}'s answer was useless",
    "spoke with {}; no luck",
    "it was {} who broke the build", "please tell {} hi", "never got a reply from {}",
    "emailed {} twice.", "{} & the team are great", "the onboarding call w/ {} dragged on",
    "shoutout to {}!!", "We rely on {} for exports",
    "my wife {} uses it too", "(ask {})", "best support ever,{}", "Kind regards\n{}",
    "our admin {} set it up", "i only renewed because of {}", "contact {} on my team",
    "Report by {}: too slow",
    "assigned to {} since monday", "love, {}", "Hi, this is {}", "{} here.",
    "my colleague {} can't log in", "thank you {}", "{} never calls back", "my name's {} btw",
)  # fmt: skip
NAMES = {
    "English": (
        "Craig Pemberton|Siobhan Gallagher|Dwayne Whitaker|Fiona Ashdown|"
        "Trevor Nightingale|Kayleigh Broadbent|Mitchell Sandoval|Imogen Fairchild|"
        "Brenda Kowalczyk|Rhys Pritchard"
    ),
    "Spanish, Portuguese": (
        "Ignacio Larrañaga|Beatriz Carvalho|Macarena Olivares|Thiago Nascimento|"
        "Leticia Figueiredo|Álvaro Iglesias|Yolanda Cifuentes|Rodrigo Peixoto|"
        "Montserrat Vidal|Facundo Benítez"
    ),
    "French": (
        "Thibault Lemoine|Aurélie Chevalier|Maxence Delacroix|Océane Roussel|"
        "Guillaume de La Tour|Solène Marchand|Baptiste Perrin|Capucine Gauthier|"
        "Loïc Le Goff|Mireille Aubert"
    ),
    "German, Dutch": (
        "Jürgen Haberkorn|Annegret Pfeiffer|Sjoerd van der Meulen|Liesbeth de Vries|"
        "Wolfgang Schuster|Heike Baumgartner|Maarten van den Broek|Torsten Krüger|"
        "Silke Hoffmann|Joost Dijkstra"
    ),
    "Italian": (
        "Gianluca Ferraro|Federica Moretti|Pierpaolo Santoro|Ornella D'Angelo|"
        "Massimo Barbieri|Ilaria Conti|Fabrizio Marchetti|Donatella Rinaldi|Simone Gatti|"
        "Chiara De Luca"
    ),
    "Nordic": (
        "Øyvind Haugen|Solveig Nygård|Mikko Lehtonen|Päivi Korhonen|Søren Kjærgaard|"
        "Ingrid Lindqvist|Anders Bengtsson|Astrid Dahl|Jukka Virtanen|Sigríður Jónsdóttir"
    ),
    "Slavic": (
        "Agnieszka Wójcik|Przemysław Zieliński|Zdeněk Dvořák|Kateryna Shevchenko|"
        "Dragan Petrović|Ludmila Novotná|Vsevolod Morozov|Jadwiga Kamińska|"
        "Bogdan Ionescu|Snežana Marković"
    ),
    "South Asian": (
        "Harshvardhan Joshi|Sneha Kulkarni|Balakrishnan Pillai|Manpreet Dhillon|"
        "Nusrat Jahan|Imran Qureshi|Deepika Raghunathan|Shahid Chowdhury|Pooja Agarwal|"
        "Thilini Perera"
    ),
    "East Asian": (
        "Hiroshi Nakagawa|Xiaoling Zheng|Ji-hoon Kwon|Nguyen Van Minh|Siew Mei Lim|"
        "Ayumi Fujimoto|Zhiwei Huang|Seung-hee Yoon|Tran Thi Hoa|Kenji Matsumoto"
    ),
    "African": (
        "Oluwaseun Adeyemi|Nkechi Okonkwo|Sipho Dlamini|Abena Owusu|Tendai Moyo|"
        "Wambui Njoroge|Babatunde Ogunleye|Ayodele Bakare|Lerato Mokoena|Kofi Asante"
    ),
    "Arab, Turkish, Persian": (
        "Abdulrahman Al-Harbi|Noura Khoury|Mehmet Yıldırım|Zeynep Öztürk|Reza Hosseini|"
        "Shirin Ahmadi|Khaled Mansour|Elif Demir|Hamza Benali|Golnaz Karimi"
    ),
}  # fmt: skip
NATIVE = {
    "Cyrillic": (
        "Сергей Кузнецов|Ольга Смирнова|Дмитрий Попов|Наталья Соколова|Тарас Бондаренко|"
        "Екатерина Волкова",
        "спасибо, {}!|Меня зовут {}|{} не отвечает|звонил менеджер {}, без толку|"
        "все хорошо.{}|работаем с {} уже год",
    ),
    "Greek": (
        "Γιώργος Παπαδόπουλος|Ελένη Νικολάου|Κώστας Δημητρίου|Μαρία Γεωργίου|"
        "Νίκος Ιωάννου|Σοφία Οικονόμου",
        "με λένε {}|ευχαριστώ {}|{} ήταν πολύ ευγενικός|μίλησα με τον {}|"
        "Ο {} δεν απάντησε|το όνομά μου είναι {}",
    ),
    "Arabic": (
        "محمد العلي|فاطمة حسن|أحمد المصري|خديجة منصور|إبراهيم يوسف|مريم الخطيب",
        "اسمي {}|شكرا {}|تحدثت مع {} ولم يساعدني|السيد {} لطيف|{} من الدعم كان رائعا|"
        "المدير {} لا يرد",
    ),
    "Han": (
        "王小明|李秀英|张伟|刘建国|陈丽华|赵志强",
        "我叫{}|谢谢{}的帮助|客服{}态度很差|{}先生没有回复|请联系{}|我的名字是{}",
    ),
    "Kanji and kana": (
        "佐藤|鈴木一郎|田中さくら|高橋健太|たかし|ケンジ",
        "{}さんが親切でした|名前は{}です|担当の{}さんに電話した|"
        "{}様からの返信がない|{}と申します|先日{}さんと話しました",
    ),
    "Hangul": (
        "김민준|이서연|박지훈|최수진|정현우|강미영",
        "제 이름은 {}입니다|{}님 감사합니다|{} 씨가 도와줬어요|"
        "상담원 {} 불친절해요|{}님이 답을 안 줘요|저는 {}입니다",
    ),
    "Devanagari": (
        "राजेश शर्मा|सुनीता वर्मा|अमित कुमार|प्रिया सिंह|विजय गुप्ता|अनीता पटेल",
        "मेरा नाम {} है|धन्यवाद {}|{} जी ने मदद की|मैंने {} से बात की|"
        "श्री {} ने जवाब नहीं दिया|{} ने फोन नहीं उठाया",
    ),
}  # fmt: skip
"""Names and sentences in other scripts, with bars between them."""
