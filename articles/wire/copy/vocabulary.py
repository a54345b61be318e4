"""The words by which raw copy names its parts, in many languages, as plain data.

Each table is a string of phrases parted by `;` or lines. Patterns are built from them in the modules that
use them. Phrases are matched without regard to case, and only where the modules say.
"""

from __future__ import annotations

import re


def phrases(text: str) -> list[str]:
    """The phrases of a table, longest first, so that an alternation takes the longest."""
    found = {" ".join(part.split()) for line in text.splitlines() for part in line.split(";")}
    found.discard("")
    return sorted(found, key=lambda phrase: (-len(phrase), phrase))


def alternation(text: str) -> str:
    """A regular expression that matches any phrase of a table."""
    return "|".join(re.escape(phrase) for phrase in phrases(text))


# ── Bylines ──────────────────────────────────────────────────────────────────────────────────────────────
# Words that open a byline by themselves: what follows must look like names and nothing else.
BYLINE_WORDS = """
by; written by; compiled by; story by; words by; text by; a report by; report by; reported by; posted by;
submitted by; published by; from our correspondent; special report by; analysis by; commentary by; opinion by
von; ein bericht von; geschrieben von; text von; bericht von; aus der feder von
par; écrit par; rédigé par; un reportage de; reportage de; propos recueillis par; de notre correspondant;
de notre envoyé spécial; de notre envoyée spéciale; publié par; texte de
por; escrito por; redactado por; publicado por; texto de; por nuestra corresponsal;
por nuestro corresponsal; una crónica de; reportaje de; texto por
di; scritto da; a cura di; dal nostro inviato; dalla nostra inviata; dal nostro corrispondente;
servizio di; articolo di; pubblicato da
da redação; escrito por; reportagem de; texto de; por nosso correspondente
door; geschreven door; van onze verslaggever; van onze correspondent; van onze redacteur; tekst door
av; skrivet av; text av; skrevet av; tekst av; af; skrevet af; tekst af
kirjoittanut; teksti; yazan; haberi yazan; byline; author; authors; reporter; yazar; muhabir; auteur;
autore; autores; verfasser; hazırlayan; haberi hazırlayan; haber; yazı; röportaj
автор; текст; подготовил; подготовила; автор текста; материал подготовил; материал подготовила
підготував; підготувала; napisał; napisała; autor; autorka; autorzy; autoři; tekst; tekst i; opracował;
opracowała; oprac.; napsal; napsala; piše; pišu; napisao; napisala; пише; пишува; аутор; пишу
γράφει; γράφει ο; γράφει η; γράφουν οι; γράφουν; του; της; ρεπορτάζ; κείμενο; επιμέλεια
de; scris de; un articol de; autor; text de; írta; szerző; írta és fényképezte; szöveg
بقلم; كتب; كتبت; إعداد; اعداد; تقرير; من; تحرير وإعداد; كتابة
نویسنده; گزارش; گزارش از; به قلم; تحریر; رپورٹ
מאת; כתב; כתבה; כתבנו; דיווח
लेखक; संवाददाता; रिपोर्ट; प्रस्तुति; द्वारा; প্রতিবেদক; লেখক; লিখেছেন
文; 作者; 撰文; 记者; 記者; 本报记者; 本報記者; 新华社记者; 新華社記者; 特约记者; 实习记者; 采访; 报道;
文字; 撰稿; 文字记者
取材・文; 取材; 執筆; 文責; 筆者; 著者; 特派員; 編集委員; 글; 기자; 취재; 작성자; 글쓴이
oleh; penulis; pewarta; ditulis oleh; laporan oleh; wartawan; bởi; tác giả; theo; bài; phóng viên; โดย;
เรื่องโดย; ผู้เขียน; ni; ulat ni; mula kay; na; imeandikwa na; mwandishi; deur; geskryf deur; per;
escrit per; nga; shkruan
story and photos by; story and pictures by; text and photos by; words and pictures by; words and photos by
text und fotos; text und bild; texte et photos; texto y fotos; testo e foto; tekst en foto's; text och foto
tekst og foto; текст и фото; teksts; autors; autorius; parengė; tekst ja; kirjutas; autor ja; geskryf deur
"""
# Those of them that are everyday words or begin other sentences: they need names of two words, or a colon.
BYLINE_WORDS_WEAK = """
de; da; di; por; par; per; av; af; na; ni; do; van; von; door; من; на; των; του; της; theo; nga; deur;
text; tekst; haber; yazı; report; 文; 글; bài; bởi
"""
# A byline word after the name: 홍길동 기자, 王某 記者.
BYLINE_TAILS = """
기자; 특파원; 선임기자; 객원기자; 통신원; 記者; 记者; 特派員; 特約記者; 支局長; 編集委員; 論説委員
"""
CONJUNCTIONS = """
and; und; et; y; e; i; en; och; og; ja; ve; и; та; і; й; а также; a; oraz; și; și; is; és; και; و; ו; und;
as well as; with; mit; avec; con; com; ile; dan; và; และ; na; и при участии; sowie; ainsi que; और; एवं;
तथा; এবং
"""
# Words of a title or an employer, by which what follows a comma is told from another name.
TITLE_WORDS = """
writer; writers; reporter; reporters; correspondent; correspondents; editor; editors; staff; press; news;
agency; bureau; chief; service; services; special; columnist; producer; analyst; journalist; contributor;
newspaper; magazine; newsroom; network; media; newswire; wire
times; post; herald; tribune; guardian; journal; gazette; telegraph; today; daily; weekly; university;
professor; dr; phd; desk; intern; freelance; freelancer; author; director; president; minister;
photographer; photojournalist; columnist; meteorologist; broadcaster
redakteur; redakteurin; redaktion; korrespondent; korrespondentin; reporterin; mitarbeiter; mitarbeiterin;
chefredakteur; chefredakteurin; autorin; zeitung; büro
correspondant; correspondante; envoyé; envoyée; spécial; spéciale; journaliste; rédacteur; rédactrice;
rédaction; agence
corresponsal; enviado; enviada; especial; periodista; redactor; redactora; redacción; agencia;
corrispondente; inviato; inviata; redazione; giornalista; agenzia; correspondente; jornalista; redação;
agência; repórter; enviado
verslaggever; verslaggeefster; redacteur; correspondente; redactie; krant; muhabiri; muhabir; ajansı;
haber; gazetesi; editörü; gazeteci; yazar; yazarı; temsilcisi
корреспондент; корр; собкор; обозреватель; редактор; агентство; журналист; спецкор; кореспондент;
журналіст; оглядач; агенція
korespondent; korespondentka; dziennikarz; dziennikarka; redakcja; agencja; redaktor; redaktorka;
zpravodaj; zpravodajka; agentura; redakce
toimittaja; kirjeenvaihtaja; toimitus; journalist; korrespondent; reporter; redaktör; redaktionen;
redaktør; redaksjonen; medarbeider; medarbetare; skribent
ανταποκριτής; δημοσιογράφος; συντάκτης; مراسل; مراسلة; صحفي; صحافي; وكالة; خبرنگار; כתב; כתבת; סוכנות;
संवाददाता; पत्रकार; ब्यूरो; wartawan; koresponden; redaksi; phóng; viên
"""
STAFF_NAMES = """
staff; staff reporter; staff writer; staff reporters; staff writers; our correspondent; our correspondents;
our staff; news desk; newsdesk; web desk; agencies; wire services; news agencies; wire reports; wires;
correspondents; dpa correspondents; our reporter; own correspondent; online desk; redaktion; der redaktion;
la rédaction; la redacción; redacción; redazione; la redazione; redação; a redação; redactie; de redactie;
haber merkezi; редакция; redakcja; toimitus; redaktionen; redaksjonen; kantor berita
"""

# ── Credits ──────────────────────────────────────────────────────────────────────────────────────────────
# Phrases that stand before the names. "reporter" is author or contributor, by who is named already.
CREDIT_PHRASES = {
    "reporter": """
        reporting by; reported by; reporting; report by; by; story by; with reporting by
        bericht von; berichtet von; reportage; reportage de; reportage par; reportaje de; reportaje por;
        reporte de; reporte por; información de; reporteado por; reportado por
        reportagem de; reportagem por; por; servizio di; da; verslag door; door; verslaggeving door; haber;
        haberi yapan; репортаж; сообщил; сообщила; сообщили; raport; rapportering av; rapportering;
        rapportering af
        تغطية صحفية; تغطية; 采写; 采访记者; 取材; reporter; reporters; peliputan; liputan; meliput
    """,
    "author": """
        writing by; written by; compiled by; text by; words by; writing; author; authors; byline;
        geschrieben von; verfasst von; text; text von; autor; autorin; autor/in; autor:in; autoren;
        autori; autore; autores; autora
        rédigé par; écrit par; auteur; auteurs; rédaction; rédacteur; escrito por; redactado por;
        redacción de; redacción; redactor; redactora; escrita por; texto de; texto; redação de; redação
        scritto da; a cura di; testo di; testo; geschreven door; tekst; yazan; muhabir; haber-kamera;
        haber - kamera; haber kamera; muhabirler
        muhabiri; haber merkezi muhabiri; haberi yazan; haberi hazırlayan; автор; авторы; автор текста;
        текст; корреспондент; подготовил; подготовила; материал подготовил; материал подготовила; корр;
        автори; кореспондент; підготував; підготувала
        autor tekstu; autorka; opracował; opracowała; oprac.; autoři; zpracoval; zpracovala; skribent;
        journalist; toimittaja; szerző; írta; γράφει; συντάκτης; ρεπορτάζ
        إعداد; اعداد; كتابة; كتب; كتبت; بقلم; נכתב על ידי; מאת; 记者; 記者; 作者; 撰稿; 撰文; 执笔; 執筆;
        文; 文字; pewarta
        penulis; wartawan; ditulis oleh; oleh; خبرنگار; نویسنده; लेखक; संवाददाता; रिपोर्टर; tác giả;
        phóng viên; ผู้เขียน; 기자; 취재; 글
    """,
    "contributor": """
        additional reporting by; additional reporting; additional writing by; additional research by;
        extra reporting by; more reporting by; further reporting by; reporting assistance by;
        with additional reporting by; with reporting from; with assistance from; with assistance by;
        assistance from; with contributions from; contributions from; contributions by; contributed by;
        contributors; contributor; contributing; research by; research; graphics by; graphic by; graphics;
        fact-checking by; with files from; with help from; contributing reporters;
        contributing reporting by
        weitere berichterstattung von; zusätzliche berichterstattung von; mitarbeit; unter mitarbeit von;
        mit beiträgen von; mit material von; redaktionelle mitarbeit; weitere berichte von;
        ergänzende berichterstattung von
        avec la collaboration de; avec la contribution de; avec; avec la participation de;
        reportage supplémentaire de; reportage additionnel de; informations complémentaires de;
        avec le service; contribution de; contributions de; contributeurs; en collaboration avec
        reporte adicional de; reporte adicional por; información adicional de; reportaje adicional de;
        reportaje adicional por; con información de; con informes de; con reportes de;
        con informes adicionales de; con la colaboración de; con la contribución de;
        con aportes de; colaboración de; colaboraron; contribuyeron; reportes adicionales de
        reportagem adicional de; reportagem adicional por; com colaboração de; com a colaboração de;
        com informações de; colaboração de; colaboraram; colaborou; ha collaborato; hanno collaborato;
        con la collaborazione di; con il contributo di; hanno contribuito; ha contribuito
        aanvullende verslaggeving door; met medewerking van; m.m.v.; met bijdragen van; ek haber;
        katkıda bulunanlar; katkıda bulunan; katkı; ek raporlama; katkı sağlayan; katkı sağlayanlar
        при участии; при содействии; в подготовке материала участвовали; в подготовке материала участвовал;
        над материалом работали; за участі; за участю; współpraca; współpraca redakcyjna; przy współpracy;
        spolupráce; ve spolupráci s; medverkande; medarbetare; bidrag från; bidrag fra; medvirkende;
        avustaja; közreműködött; cu contribuția; συνεργασία; με τη συνεργασία
        بمشاركة; شارك في التغطية; ساهم في التقرير; שותפים להכנת הידיעה; השתתפו בהכנת הכתבה; 参与记者;
        參與記者
        参与采写; 参与报道; 协作记者; 取材協力; 協力; dengan kontribusi; kontributor;
        laporan tambahan oleh; dengan laporan
        cộng tác viên
    """,
    "editor": """
        editing by; edited by; editing; editor; editors; copy editing by; sub-editing by; subbed by;
        production editor; redigiert von; redaktion; redaktion und bearbeitung; bearbeitet von; redakteur;
        redakteurin; redaktionelle bearbeitung; redaktionsbearbeitung
        édité par; édition de; édition; edité par; relu par; éditeur; rédacteur en chef; editado por;
        edición de; edición; editado en español por; editor responsable; editora; edição de; edição;
        edição por; a cura della redazione di; montaggio di; redazione; editing di; in redazione a roma;
        in redazione; modificato da; eindredactie; redactie; bewerkt door; bewerking
        redaksiyon; editör; düzenleyen; yayınlayan; yayına hazırlayan; yayıncı; editörü; haber editörü;
        редактор; редакторы; редактура; под редакцией; выпускающий редактор; відредагував; редагував;
        redaktor; redakcja; red.; redagował; redagowała; redaktorka; editoval; editovala; redaktion;
        redigering; redigerat av; redigert av; redigering av; redigeret af; redaktør; redaktör;
        toimittanut; szerkesztő; szerkesztette; editat de; επιμέλεια; σύνταξη; επιμέλεια κειμένου
        تحرير; ويراستار; دبیر; עריכה; ערך; ערכה; 编辑; 編輯; 责任编辑; 責任編輯; 责编; 責編; 主编; 审校;
        校对; 編集; 編集担当; デスク
        penyunting; disunting oleh; redaktur; biên tập; biên tập viên; บรรณาธิการ; 편집; संपादन; संपादक;
        সম্পাদনা
    """,
    "photographer": """
        photographs by; photography by; photos by; photo by; photo; photos; photographer; photograph by;
        pictures by; picture by; video by; camera; fotos von; foto; fotos; foto von; bild von; bild;
        bilder; photos de; photo de; photographe; fotografía de; fotografías de; fotos de; fotografía;
        fotografia de; fotografie; foto di; fotografie di; fotografia; foto's; foto door; fotoğraf;
        fotoğraflar; foto muhabiri; kamera; kameraman; görüntü; фото; фотограф; фотография; фото автора;
        zdjęcia; zdjęcie; fot.; fotograf; foto av; fotó; valokuva; kuva; kuvat; φωτογραφία; φωτογραφίες;
        تصوير; عکس; عکاس; צילום; צילומים; 摄影; 攝影; 摄; 图; 图片; 攝; 写真; 撮影; カメラマン; 사진;
        foto oleh; fotografer
        ảnh
    """,
    "translator": """
        translated by; translation by; translation; translator; translating by; übersetzt von; übersetzung;
        übersetzung von; aus dem englischen von; traduit par; traduction; traduction de; version française;
        version française par; version française de; pour le service français; traducido por;
        traducción de; traducción; traduzido por; tradução de; tradução; tradotto da; traduzione di;
        traduzione; vertaald door; vertaling; çeviren; çeviri; tercüme; çevirmen; перевод; перевёл;
        перевел; перевела; переводчик; переклад; переклав; przekład; tłumaczenie; tłum.; tłumaczył;
        tłumaczyła; přeložil; přeložila; překlad; översättning; översatt av; oversettelse; oversat af;
        käännös; fordította; fordítás; traducere; traducere de; μετάφραση; ترجمة; ترجمه; מתרגם; תרגום; 编译;
        編譯; 翻译; 翻譯; 译者; 翻訳; 訳; 번역; diterjemahkan oleh; penerjemah; người dịch; biên dịch;
        ผู้แปล; अनुवाद
    """,
}
# Names first, then one of these: "X and Y contributed to this report from Z."
CONTRIBUTED = r"""
(?:also\s+|have\s+|has\s+)?contributed\s+(?:reporting\s+|additional\s+reporting\s+|research\s+)?(?:to\s+(?:this|the)\s+(?:\w+\s+){0,2}(?:report|story|article|piece|coverage|dispatch)|reporting|from|in\b)
|(?:also\s+)?contributed(?=\s*[.\]\)]?\s*$)
|provided\s+additional\s+reporting
|assisted\s+(?:with|in)\s+(?:this|the)\s+(?:report|story)
|(?:hat|haben)\s+(?:zu\s+diesem\s+(?:bericht|artikel|text)|an\s+diesem\s+(?:bericht|artikel|text))\s+(?:beigetragen|mitgearbeitet|mitgewirkt)
|trug(?:en)?\s+zu\s+diesem\s+(?:bericht|artikel|text)\s+bei
|(?:a|ont)\s+(?:également\s+)?(?:contribué|participé|collaboré)\s+à\s+(?:cet|ce)\s+(?:article|reportage|rapport)
|(?:ha|han)?\s*(?:contribuy[óo]|contribuyeron|contribuido|colabor[óo]|colaboraron|colaborado)\s+(?:a|en|con)\s+(?:este|esta)\s+(?:informe|artículo|reportaje|nota|información|despacho)
|(?:contribuiu|contribuíram|colaborou|colaboraram)\s+(?:para|com|nesta|neste)\s*(?:este|esta|reportagem|matéria|texto|artigo|notícia)?
|(?:ha|hanno)\s+(?:contribuito|collaborato)\s+(?:a|con)\s+(?:questo|quest')\s*(?:articolo|servizio|rapporto)
|droeg(?:en)?\s+bij\s+aan\s+dit\s+(?:artikel|bericht|verslag)
|(?:bu\s+)?haber(?:in\s+hazırlanmasın)?[ae]\s+(?:.{0,40}?)katkıda\s+bulundu(?:lar)?
|bu\s+haber\w*\s+katkı(?:da)?\s+\w+
|bidrog\s+till\s+(?:artikeln|rapporten)|bidro\s+til\s+(?:denne\s+)?(?:saken|artikkelen)|bidrog\s+til\s+(?:denne\s+)?artik(?:el|len)
"""
# One of these is in whatever the above finds, and in few other texts: quickly looked for first.
CONTRIBUTED_SIGNS = phrases(
    "contribu; provided; assisted; diesem; particip; collabor; colabor; droeg; haber; bidro"
)
# Words that open a list of contributors: "Associated Press writers A in B and C contributed …"
CREDIT_OPENERS = r"""
(?:the\s+)?(?:associated\s+press|ap|reuters|cnn|afp|bloomberg|dpa|bbc|nbc|cbs|abc|upi|pa|aap)(?:['’]s)?\s+
(?:(?:\w+\s+){0,2}?(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?|staffers?|writer/editor|staff\s+writers?)\s+)?
|(?:(?:special|staff)\s+)?(?:writers?|reporters?|correspondents?|(?:video\s?)?journalists?|researchers?|producers?|photographers?)\s+
"""
# What opens a paragraph in capitals and a dash, and is no place.
NO_PLACES = """
takeaways; takeaway; key takeaways; explainer; explained; analysis; factbox; fact box; top stories;
top story; what we know; key points; highlights; in brief; news brief; briefs; at a glance; background;
backgrounder; in focus; spotlight; special report; investigation; fact check; live updates; live blog; poll;
survey; market report; markets; stocks; weather; obituary; letter; essay; podcast; newsletter; snapshot;
ticker; hintergrund; analyse; stichwort; stichworte; porträt; chronologie; meldung; überblick; kurz gemeldet;
faktencheck; im überblick; blickpunkt; umschau; roundup; leitartikel; glosse; dokumentation; wortlaut; extra;
décryptage; analyses; repères; chronologie; l'essentiel; reportage; enquête; chronique; en bref; brèves;
claves; las claves; análisis; cronología; reportaje; crónica; perfil; avance; resumen; ampliación; urgente;
punto; il punto; cronologia; focus; sintesi; destaques; resumo; saiba mais; samenvatting; achtergrond;
analyse; gündem; analiz; dosya; haber analiz; справка; главное; анализ; обзор; хроника; тема; bakgrund;
fakta; analys; tausta; analyysi; tło; sylwetka; kalendarium
"""
# Between a name and its place. A place is written with a capital letter or in a script without them.
PLACE_WORDS = """
in; from; at; reporting from; aus; in; à; au; en; depuis; de; desde; da; a; dal; dalla; em; no; na; te;
vanuit; из; в; z; ze; w; we; v; ve; fra; från; i; ur; iz; u; în; din; من; في; از; در; מ; ב; from the; di;
dari; tại; aboard; near
"""
# States and countries of more than one word: behind a place they belong to it and are nobody's name.
REGIONS = """
new york; new jersey; new mexico; new hampshire; north carolina; south carolina; north dakota; south dakota;
west virginia; rhode island; district of columbia; new south wales; south australia; western australia;
northern territory; british columbia; nova scotia; new brunswick; prince edward island; northern ireland;
south africa; south korea; north korea; south sudan; sri lanka; saudi arabia; new zealand; costa rica;
el salvador; hong kong; puerto rico; papua new guinea; united states; united kingdom; czech republic;
ivory coast; burkina faso; sierra leone; cape verde; dominican republic; united arab emirates; great britain;
north macedonia; east timor; bosnia-herzegovina; baden-württemberg; nordrhein-westfalen; rheinland-pfalz
"""

# ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────────
TAG_LABELS = """
tags; tag; tagged; tagged with; keywords; keyword; key words; topics; topic; related topics; article tags;
story tags; post tags; index terms; filed under; subjects; hashtags; labels
schlagwörter; schlagworte; schlagwort; stichwörter; stichworte; stichwort; schlüsselwörter; themen;
mehr zum thema; tags und themen
mots-clés; mots clés; mots-clé; mot-clé; mots-clefs; mots clefs; étiquettes; thèmes; sujets; balises;
sur le même thème
palabras clave; palabras claves; etiquetas; etiqueta; temas; descriptores; archivado en;
temas relacionados; temes; etiquetes; paraules clau; gako-hitzak; etiketak; palabras chave
palavras-chave; palavras chave; marcadores; assuntos; tópicos; parole chiave; parola chiave; etichette;
argomenti; temi; tag articolo
trefwoorden; trefwoord; onderwerpen; kernwoorden; labels; sleutelwoorden; etiketler; etiket;
anahtar kelimeler; anahtar kelime; anahtar sözcükler; konular; ilgili konular; başlıklar; açar sözlər;
teqlər; etiketlər
теги; тег; тэги; тэг; метки; метка; ключевые слова; ключевое слово; темы; тема; рубрики и теги; ярлыки;
ключові слова; мітки; мітка; теми; ключавыя словы; тэгі; кілт сөздер; тегтер
ключови думи; етикети; тагове; кључне речи; ознаке; клучни зборови; ознаки; таг; тагови
tagi; słowa kluczowe; słowo kluczowe; tematy; hasła; klíčová slova; štítky; štítek; témata; tagy;
kľúčové slová; štítky; témy; nyckelord; taggar; ämnen; ämnesord; etiketter; emneord; stikkord; nøkkelord;
nøgleord; emner; merkelapper; stikord; avainsanat; avainsana; asiasanat; aihetunnisteet; tunnisteet;
aiheet; märksõnad; sildid; võtmesõnad; atslēgvārdi; birkas; tagi; raktiniai žodžiai; žymos; temos;
lykilorð; efnisorð
kulcsszavak; kulcsszó; címkék; címke; témák; cuvinte cheie; cuvinte-cheie; etichete; etichetă; subiecte;
ključne riječi; ključne reči; oznake; ključne besede; teme; fjalë kyçe; etiketat
λέξεις-κλειδιά; λέξεις κλειδιά; ετικέτες; ετικέτα; θέματα; σχετικά θέματα
الكلمات المفتاحية; كلمات مفتاحية; الكلمات الدالة; كلمات دلالية; الكلمات الدلالية; الوسوم; وسوم; علامات;
العلامات; مواضيع; تاغات; هاشتاغ; کلیدواژه‌ها; کلیدواژه; کلمات کلیدی; برچسب‌ها; برچسب ها; برچسب; برچسبها;
موضوعات; ٹیگز; مطلوبہ الفاظ
תגיות; תגית; תגים; מילות מפתח; מילות המפתח; נושאים
टैग; टैग्स; टैग्‍स; कीवर्ड; कीवर्ड्स; मुख्य शब्द; विषय; ট্যাগ; ট্যাগস; কীওয়ার্ড; বিষয়; টপিক; ਟੈਗ; ટૅગ્સ;
ટેગ્સ; குறிச்சொற்கள்; ట్యాగ్‌లు; ट्याग; ٽيگ
标签; 标籤; 標籤; 标签词; 关键词; 关键字; 關鍵字; 關鍵詞; 主题词; 相关话题; 相關標籤; 話題; タグ;
キーワード; 関連キーワード; 関連タグ; トピック; 태그; 키워드; 해시태그
주제어; 핵심어
kata kunci; kata-kata kunci; topik; tagar; từ khóa; từ khoá; thẻ; chủ đề; คำสำคัญ; แท็ก; คำค้น;
mga keyword; mga tag; maneno muhimu; vitambulisho; sleutelwoorde; etikette; ტეგები; საკვანძო სიტყვები;
հիմնաբառեր; պիտակներ; թեգեր
"""
SECTION_LABELS = """
section; category; categories; desk; channel; department; rubrik; ressort; kategorie; rubrique; catégorie;
sección; categoría; sezione; categoria; rubrica; seção; secção; editoria; rubriek; categorie; kategori;
bölüm; рубрика; категория; раздел; розділ; kategoria; dział; sekce; avdelning; seksjon; sektion; osasto;
luokka; rovat; secțiune; κατηγορία; ενότητα; القسم; قسم; التصنيف; تصنيف; קטגוריה; מדור; بخش; دسته; گروه;
श्रेणी; खंड; 栏目; 分类; 欄目; 分類; 版块; カテゴリ; カテゴリー; 섹션; 분류; 카테고리; kanal; rubrik;
chuyên mục; หมวดหมู่; หมวด
"""
# Labels of a header block that some systems write above a story.
HEADLINE_LABELS = """
headline; title; hed; überschrift; titel; schlagzeile; titre; título; titular; titolo; titular; başlık;
manşet; заголовок; заголовок статьи; tytuł; titulek; nadpis; rubrik; tittel; overskrift; otsikko; cím;
titlu; τίτλος; العنوان; عنوان; כותרת; शीर्षक; 标题; 標題; 題名; タイトル; 見出し; 제목; judul; tiêu đề;
หัวข้อ; наслов
заглавие; naslov; заголовок новини
"""
DESCRIPTION_LABELS = """
summary; abstract; standfirst; dek; subhead; teaser; subheadline; lead; lede; zusammenfassung; vorspann;
unterzeile; chapeau; résumé; chapô; entradilla; resumen; sumario; occhiello; sommario; lead paragraph;
resumo; spot; özet; лид; анонс; streszczenie; perex; ingress; ingressi; manchet; 摘要; 导语; 提要; 概要;
リード; 요약
"""
SLUG_LABELS = """
slug; slugline; keyword slug; slug line; story slug; stichwortzeile
"""
SOURCE_LABELS = """
source; sources; quelle; quellen; fuente; fuentes; fonte; fonti; bron; kaynak; kaynakça; источник;
источники; джерело; źródło; zdroj; källa; kilde; lähde; forrás; sursa; sursă; πηγή; المصدر; مصدر; מקור;
منبع; स्रोत; 来源; 來源; 出典; 消息来源; 稿源; 출처; 자료; sumber; nguồn; ที่มา; izvor; извор; pinagmulan;
chanzo; bron
"""
DATELINE_LABELS = """
dateline; date line; ortsmarke; ort und datum; datazione; mahreç; датлайн
"""
# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────
DATE_LABELS = """
published; published on; published at; publish date; publication date; date published; posted; posted on;
submitted on; posted at; date; dated; issued; issued at; issued on; release date; released; released on;
created; first published; filed; date and time; time; pub date; added
veröffentlicht; veröffentlicht am; datum; erschienen am; erschienen; vom; stand vom; erstellt; erstellt am;
publiziert am
publié; publié le; publie le; date de publication; mis en ligne le; paru le; le; créé le; posté le;
diffusé le
publicado; publicado el; fecha; fecha de publicación; pubblicato; pubblicato il; data;
data di pubblicazione; publicado em; publicada em; data de publicação; publicat; publicat el; publicat pe;
publicat la; data publicării
gepubliceerd; gepubliceerd op; geplaatst op; publicatiedatum; yayınlanma; yayın tarihi; yayınlanma tarihi;
yayımlanma tarihi; yayımlandı; yayınlandı; tarih; oluşturulma tarihi; giriş; giriş tarihi; eklenme tarihi;
haber tarihi
опубликовано; дата; дата публикации; размещено; опубликован; опублікован; опубліковано; дата публікації;
публикувано; објављено; датум; време
opublikowano; data publikacji; dodano; data dodania; vydáno; zveřejněno; publikováno; datum vydání;
publicerad; publicerat; publicerad den; publisert; publiceret; offentliggjort; julkaistu; megjelent;
közzétéve; dátum; δημοσιεύθηκε; δημοσίευση; ημερομηνία; δημοσιεύτηκε; objavljeno; avaldatud; publicēts;
paskelbta
نشر; نشر في; تاريخ النشر; التاريخ; تاريخ; نُشر; نُشر في; تاریخ انتشار; تاریخ; פורסם; פורסם ב; תאריך;
תאריך פרסום; प्रकाशित; तारीख; दिनांक; प्रकाशन तिथि; প্রকাশিত; প্রকাশ; তারিখ
发布时间; 发布日期; 發布時間; 發佈時間; 发表时间; 日期; 时间; 時間; 公開日; 公開; 配信; 投稿日; 掲載日;
日付; 発表日; 入력; 입력; 등록; 기사입력; 작성; 승인; 게재; 송고
diterbitkan; dipublikasikan; tanggal; tayang; tanggal terbit; ngày đăng; ngày; xuất bản; đăng lúc; วันที่;
เผยแพร่; petsa; tarehe
"""
UPDATED_LABELS = """
updated; updated on; updated at; last updated; last updated on; last updated at; last modified; modified;
last update; update; edited; revised
aktualisiert; aktualisiert am; zuletzt aktualisiert; stand; letzte aktualisierung; letztes update;
geändert am; mis à jour; mis à jour le; mise à jour; dernière mise à jour; modifié le; actualisé le;
actualizado; actualizado el; última actualización; modificado; aggiornato; aggiornato il;
ultimo aggiornamento; ultima modifica; atualizado; atualizado em; atualizada em; última atualização
bijgewerkt; bijgewerkt op; laatst bijgewerkt; laatste update; güncelleme; güncellendi; güncellenme;
güncelleme tarihi; son güncelleme; обновлено; обновлен; последнее обновление; изменено; оновлено;
zaktualizowano; aktualizacja; ostatnia aktualizacja; aktualizováno; aktualizace; aktualizované; uppdaterad;
uppdaterad den; oppdatert; sist oppdatert; opdateret; sidst opdateret; päivitetty; muokattu; frissítve;
frissült; actualizat; ultima actualizare; ενημερώθηκε; τελευταία ενημέρωση; ажурирано; ažurirano;
актуализирано
آخر تحديث; تحديث; تم التحديث; به‌روزرسانی; עודכן; עדכון אחרון; अपडेट; अद्यतन; আপডেট; 更新; 更新时间;
更新時間; 更新日
更新日時; 最終更新; 수정; 업데이트; 최종수정; 기사수정; diperbarui; pembaruan; cập nhật; cập nhật lúc; อัปเดต
"""
