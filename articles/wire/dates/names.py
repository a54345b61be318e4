# ruff: noqa: E501 -- a language is a line
"""Names of months, weekdays and time zones in the languages that copy comes in.

A line per language, twelve months (or seven days, Monday first) parted by `;`, the spellings of each by `,`: full
and abbreviated, and the case forms that stand in dates. Capitals and accents do not matter (see `folding`).
"""

from __future__ import annotations

from articles.wire.dates.folding import fold

_MONTHS = """
en january,jan;february,feb,febr;march,mar;april,apr;may;june,jun;july,jul;august,aug;september,sep,sept;october,oct;november,nov;december,dec
de januar,jan,jänner,jän;februar,feb,feber;märz,mär,mrz;april,apr;mai;juni,jun;juli,jul;august,aug;september,sep,sept;oktober,okt;november,nov;dezember,dez
fr janvier,janv,jan;février,févr,fév;mars;avril,avr;mai;juin;juillet,juil;août,aou;septembre,sept;octobre,oct;novembre,nov;décembre,déc
es enero,ene;febrero,feb;marzo,mar;abril,abr;mayo,may;junio,jun;julio,jul;agosto,ago;septiembre,setiembre,sep,sept,set;octubre,oct;noviembre,nov;diciembre,dic
it gennaio,gen;febbraio,feb,febb;marzo,mar;aprile,apr;maggio,mag,magg;giugno,giu;luglio,lug,lugl;agosto,ago;settembre,set,sett;ottobre,ott;novembre,nov;dicembre,dic
pt janeiro,jan;fevereiro,fev;março,mar;abril,abr;maio,mai;junho,jun;julho,jul;agosto,ago;setembro,set;outubro,out;novembro,nov;dezembro,dez
ca gener,gen;febrer,febr;març;abril,abr;maig;juny;juliol,jul;agost,ag;setembre,set;octubre,oct;novembre,nov;desembre,des
gl xaneiro,xan;febreiro,feb;marzo;abril;maio;xuño,xuñ;xullo,xul;agosto;setembro;outubro;novembro;decembro,dec
nl januari,jan;februari,feb;maart,mrt;april,apr;mei;juni,jun;juli,jul;augustus,aug;september,sep,sept;oktober,okt;november,nov;december,dec
af januarie;februarie;maart;april;mei;junie;julie;augustus;september;oktober;november;desember,des
tr ocak,oca;şubat,şub;mart,mar;nisan,nis;mayıs,may;haziran,haz;temmuz,tem;ağustos,ağu;eylül,eyl;ekim,eki;kasım,kas;aralık,ara
az yanvar;fevral;mart;aprel;may;iyun;iyul;avqust;sentyabr;oktyabr;noyabr;dekabr
ku çile;sibat;adar;nîsan,avrêl;gulan;hezîran,pûşper;tîrmeh;tebax;îlon,rezber;cotmeh,kewçêr;mijdar,sermawez;berfanbar
ru январь,января,янв;февраль,февраля,фев,февр;март,марта,мар;апрель,апреля,апр;май,мая;июнь,июня,июн;июль,июля,июл;август,августа,авг;сентябрь,сентября,сен,сент;октябрь,октября,окт;ноябрь,ноября,ноя,нояб;декабрь,декабря,дек
uk січень,січня,січ;лютий,лютого,лют;березень,березня,бер;квітень,квітня,кві,квіт;травень,травня,тра,трав;червень,червня,чер,черв;липень,липня,лип;серпень,серпня,сер,серп;вересень,вересня,вер;жовтень,жовтня,жов,жовт;листопад,листопада,лис,лист;грудень,грудня,гру,груд
be студзень,студзеня;люты,лютага;сакавік,сакавіка;красавік,красавіка;май,мая;чэрвень,чэрвеня;ліпень,ліпеня;жнівень,жніўня;верасень,верасня;кастрычнік,кастрычніка;лістапад,лістапада;снежань,снежня
bg януари,яну;февруари,фев;март;април,апр;май;юни;юли;август,авг;септември,сеп,септ;октомври,окт;ноември,ное;декември,дек
sr јануар,јануара,јан;фебруар,фебруара,феб;март,марта,мар;април,априла,апр;мај,маја;јун,јуна,јуни;јул,јула,јули;август,августа,авг;септембар,септембра,сеп;октобар,октобра,окт;новембар,новембра,нов;децембар,децембра,дец
mk јануари;февруари;март;април;мај;јуни;јули;август;септември;октомври;ноември;декември
sh januar,januara;februar,februara;mart,marta;april,aprila;maj,maja;jun,juna,juni;jul,jula,juli;avgust,avgusta,avg,august,augusta;septembar,septembra;oktobar,oktobra;novembar,novembra;decembar,decembra
hr siječanj,siječnja,sij;veljača,veljače,velj;ožujak,ožujka,ožu;travanj,travnja,tra;svibanj,svibnja,svi;lipanj,lipnja,lip;srpanj,srpnja,srp;kolovoz,kolovoza,kol;rujan,rujna,ruj;;studeni,studenoga,studenog;prosinac,prosinca,pro
sl januar,januarja;februar,februarja;marec,marca;april,aprila;maj,maja;junij,junija;julij,julija;avgust,avgusta;september,septembra;oktober,oktobra;november,novembra;december,decembra
pl styczeń,stycznia,sty;luty,lutego,lut;marzec,marca,mar;kwiecień,kwietnia,kwi;maj,maja;czerwiec,czerwca,cze;lipiec,lipca;sierpień,sierpnia,sie;wrzesień,września,wrz;październik,października,paź;listopad,listopada,lis;grudzień,grudnia,gru
cs leden,ledna,led;únor,února,úno;březen,března,bře;duben,dubna,dub;květen,května,kvě;červen,června,čvn;červenec,července,čvc;srpen,srpna;září,zář;říjen,října,říj;listopad,listopadu;prosinec,prosince
sk január,januára;február,februára;marec,marca;apríl,apríla;máj,mája;jún,júna;júl,júla;august,augusta;september,septembra;október,októbra;november,novembra;december,decembra
hu január,jan;február,febr;március,márc;április,ápr;május,máj;június,jún;július,júl;augusztus,aug;szeptember,szept;október,okt;november,nov;december,dec
ro ianuarie,ian;februarie,feb;martie,mar;aprilie,apr;mai;iunie,iun;iulie,iul;august,aug;septembrie,sept;octombrie,oct;noiembrie,noi;decembrie,dec
sv januari,jan;februari,feb;mars,mar;april,apr;maj;juni,jun;juli,jul;augusti,aug;september,sep,sept;oktober,okt;november,nov;december,dec
da januar,jan;februar,feb;marts,mar;april,apr;maj;juni,jun;juli,jul;august,aug;september,sep,sept;oktober,okt;november,nov;december,dec
no januar,jan;februar,feb;mars,mar;april,apr;mai;juni,jun;juli,jul;august,aug;september,sep,sept;oktober,okt;november,nov;desember,des
is janúar;febrúar;mars;apríl;maí;júní;júlí;ágúst;september;október;nóvember;desember
fi tammikuu,tammikuuta,tammik;helmikuu,helmikuuta,helmik;maaliskuu,maaliskuuta,maalisk;huhtikuu,huhtikuuta,huhtik;toukokuu,toukokuuta,toukok;kesäkuu,kesäkuuta,kesäk;heinäkuu,heinäkuuta,heinäk;elokuu,elokuuta,elok;syyskuu,syyskuuta,syysk;lokakuu,lokakuuta,lokak;marraskuu,marraskuuta,marrask;joulukuu,joulukuuta,jouluk
et jaanuar,jaanuaril;veebruar,veebruaril;märts,märtsil;aprill,aprillil;mai,mail;juuni,juunil;juuli,juulil;august,augustil;september,septembril;oktoober,oktoobril;november,novembril;detsember,detsembril
lv janvāris,janvārī;februāris,februārī;marts,martā;aprīlis,aprīlī;maijs,maijā;jūnijs,jūnijā;jūlijs,jūlijā;augusts,augustā;septembris,septembrī;oktobris,oktobrī;novembris,novembrī;decembris,decembrī
lt sausis,sausio;vasaris,vasario;kovas,kovo;balandis,balandžio;gegužė,gegužės;birželis,birželio;liepa,liepos;rugpjūtis,rugpjūčio;rugsėjis,rugsėjo;spalis,spalio;lapkritis,lapkričio;gruodis,gruodžio
el ιανουάριος,ιανουαρίου,ιαν;φεβρουάριος,φεβρουαρίου,φεβ;μάρτιος,μαρτίου,μαρ;απρίλιος,απριλίου,απρ;μάιος,μαΐου,μαϊ;ιούνιος,ιουνίου,ιουν;ιούλιος,ιουλίου,ιουλ;αύγουστος,αυγούστου,αυγ;σεπτέμβριος,σεπτεμβρίου,σεπ,σεπτ;οκτώβριος,οκτωβρίου,οκτ;νοέμβριος,νοεμβρίου,νοε;δεκέμβριος,δεκεμβρίου,δεκ
sq janar;shkurt;mars;prill;maj;qershor;korrik;gusht;shtator;tetor;nëntor;dhjetor
eu urtarrila,urtarrilaren,urt;otsaila,otsailaren,ots;martxoa,martxoaren;apirila,apirilaren;maiatza,maiatzaren;ekaina,ekainaren;uztaila,uztailaren;abuztua,abuztuaren;iraila,irailaren;urria,urriaren;azaroa,azaroaren;abendua,abenduaren
ga eanáir;feabhra;márta;aibreán;bealtaine;meitheamh;iúil;lúnasa;mhéan fómhair,meán fómhair;dheireadh fómhair,deireadh fómhair;samhain;nollaig
cy ionawr;chwefror;mawrth;ebrill;mai;mehefin;gorffennaf;awst;medi;hydref;tachwedd;rhagfyr
id januari,jan;februari,feb;maret,mar;april,apr;mei;juni,jun;juli,jul;agustus,agt,agu;september,sep;oktober,okt;november,nov;desember,des
ms januari;februari;mac;april;mei;jun;julai;ogos;september;oktober;november;disember,dis
tl enero;pebrero;marso;abril;mayo;hunyo;hulyo;agosto;setyembre;oktubre;nobyembre;disyembre
sw januari;februari;machi;aprili;mei;juni;julai;agosti;septemba;oktoba;novemba;desemba
uz yanvar;fevral;mart;aprel;may;iyun;iyul;avgust;sentabr,sentyabr;oktabr,oktyabr;noyabr;dekabr
kk қаңтар;ақпан;наурыз;сәуір;мамыр;маусым;шілде;тамыз;қыркүйек;қазан;қараша;желтоқсан
ar يناير,كانون الثاني,جانفي;فبراير,شباط,فيفري;مارس,آذار;أبريل,إبريل,نيسان,أفريل;مايو,أيار,ماي;يونيو,حزيران,جوان;يوليو,تموز,جويلية;أغسطس,آب,أوت;سبتمبر,أيلول;أكتوبر,تشرين الأول;نوفمبر,تشرين الثاني;ديسمبر,كانون الأول
fa ژانویه,ژانویهٔ;فوریه;مارس;آوریل;مه;ژوئن;ژوئیه,جولای;اوت,آگوست;سپتامبر;اکتبر;نوامبر;دسامبر
ur جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر
he ינואר;פברואר;מרץ,מרס;אפריל;מאי;יוני;יולי;אוגוסט;ספטמבר;אוקטובר;נובמבר;דצמבר
hi जनवरी;फरवरी,फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर,सितम्बर;अक्टूबर,अक्तूबर;नवंबर,नवम्बर;दिसंबर,दिसम्बर
bn জানুয়ারি;ফেব্রুয়ারি;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর
th มกราคม,ม.ค.;กุมภาพันธ์,ก.พ.;มีนาคม,มี.ค.;เมษายน,เม.ย.;พฤษภาคม,พ.ค.;มิถุนายน,มิ.ย.;กรกฎาคม,ก.ค.;สิงหาคม,ส.ค.;กันยายน,ก.ย.;ตุลาคม,ต.ค.;พฤศจิกายน,พ.ย.;ธันวาคม,ธ.ค.
ka იანვარი,იანვარს;თებერვალი;მარტი;აპრილი;მაისი;ივნისი;ივლისი;აგვისტო;სექტემბერი;ოქტომბერი;ნოემბერი;დეკემბერი
hy հունվարի,հունվար;փետրվարի,փետրվար;մարտի,մարտ;ապրիլի,ապրիլ;մայիսի,մայիս;հունիսի,հունիս;հուլիսի,հուլիս;օգոստոսի,օգոստոս;սեպտեմբերի,սեպտեմբեր;հոկտեմբերի,հոկտեմբեր;նոյեմբերի,նոյեմբեր;դեկտեմբերի,դեկտեմբեր
"""

_SOLAR_MONTHS = "فروردین;اردیبهشت;خرداد;تیر;مرداد,امرداد;شهریور;مهر;آبان;آذر;دی;بهمن;اسفند"

_WEEKDAYS = """
en monday,mon;tuesday,tue,tues;wednesday,wed;thursday,thu,thur,thurs;friday,fri;saturday,sat;sunday,sun
de montag,mo;dienstag,di;mittwoch,mi;donnerstag,do;freitag,fr;samstag,sa,sonnabend;sonntag,so
fr lundi,lun;mardi,mar;mercredi,mer;jeudi,jeu;vendredi,ven;samedi,sam;dimanche,dim
es lunes,lun;martes,mar;miércoles,mié;jueves,jue;viernes,vie;sábado,sáb;domingo,dom
it lunedì,lun;martedì,mar;mercoledì,mer;giovedì,gio;venerdì,ven;sabato,sab;domenica,dom
pt segunda-feira,segunda,seg;terça-feira,terça,ter;quarta-feira,quarta,qua;quinta-feira,quinta,qui;sexta-feira,sexta,sex;sábado,sáb;domingo,dom
ca dilluns;dimarts;dimecres;dijous;divendres;dissabte;diumenge
nl maandag,ma;dinsdag,di;woensdag,wo;donderdag,do;vrijdag,vr;zaterdag,za;zondag,zo
tr pazartesi,pzt;salı,sal;çarşamba,çar;perşembe,per;cuma,cum;cumartesi,cmt;pazar,paz
ru понедельник,пн;вторник,вт;среда,среду,ср;четверг,чт;пятница,пятницу,пт;суббота,субботу,сб;воскресенье,вс
uk понеділок;вівторок;середа,середу;четвер;п'ятниця,п'ятницю,п’ятниця,п’ятницю;субота,суботу;неділя,неділю
bg понеделник;вторник;сряда;четвъртък;петък;събота;неделя
sr понедељак;уторак;среда;четвртак;петак;субота;недеља
hr ponedjeljak;utorak;srijeda;četvrtak;petak;subota;nedjelja
pl poniedziałek;wtorek;środa;czwartek;piątek;sobota;niedziela
cs pondělí;úterý;středa;čtvrtek;pátek;sobota;neděle
sk pondelok;utorok;streda;štvrtok;piatok;sobota;nedeľa
hu hétfő;kedd;szerda;csütörtök;péntek;szombat;vasárnap
ro luni;marți,marţi;miercuri;joi;vineri;sâmbătă;duminică
sv måndag,mån;tisdag,tis;onsdag,ons;torsdag,tors;fredag,fre;lördag,lör;söndag,sön
da mandag,man;tirsdag,tirs;onsdag,ons;torsdag,tors;fredag,fre;lørdag,lør;søndag,søn
fi maanantai,maanantaina,ma;tiistai,tiistaina,ti;keskiviikko,keskiviikkona,ke;torstai,torstaina,to;perjantai,perjantaina,pe;lauantai,lauantaina,la;sunnuntai,sunnuntaina,su
el δευτέρα,δευ;τρίτη,τρι;τετάρτη,τετ;πέμπτη,πεμ;παρασκευή,παρ;σάββατο,σαβ;κυριακή,κυρ
ar الاثنين,الإثنين;الثلاثاء;الأربعاء;الخميس;الجمعة;السبت;الأحد
fa دوشنبه;سه‌شنبه;چهارشنبه;پنجشنبه,پنج‌شنبه;جمعه;شنبه;یکشنبه
he שני;שלישי;רביעי;חמישי;שישי;שבת;ראשון
hi सोमवार;मंगलवार;बुधवार;गुरुवार;शुक्रवार;शनिवार;रविवार
id senin;selasa;rabu;kamis;jumat;sabtu;minggu
ms isnin;selasa;rabu;khamis;jumaat;sabtu;ahad
zh 星期一,周一;星期二,周二;星期三,周三;星期四,周四;星期五,周五;星期六,周六;星期日,星期天,周日
ja 月曜日;火曜日;水曜日;木曜日;金曜日;土曜日;日曜日
th จันทร์,วันจันทร์,วันจันทร์ที่;อังคาร,วันอังคาร,วันอังคารที่;พุธ,วันพุธ,วันพุธที่;พฤหัสบดี,วันพฤหัสบดี,วันพฤหัสบดีที่;ศุกร์,วันศุกร์,วันศุกร์ที่;เสาร์,วันเสาร์,วันเสาร์ที่;อาทิตย์,วันอาทิตย์,วันอาทิตย์ที่
ko 월요일;화요일;수요일;목요일;금요일;토요일;일요일
"""

# Offsets from UTC in minutes, or an IANA zone where the offset behind the name has changed over the years. What
# stands for two places of news is not here but below.
_ZONES: dict[str, int | str] = {
    **dict.fromkeys(("utc", "gmt", "z", "wet", "wez", "uct"), 0),
    **dict.fromkeys(("cet", "mez", "met", "west", "wesz", "bst", "wat"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "oez", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "oesz", "eat", "idt"), 180),
    "irst": 210,
    **dict.fromkeys(("pkt", "uzt"), 300),
    "npt": 345,
    **dict.fromkeys(("wib", "ict"), 420),
    **dict.fromkeys(("wita", "hkt", "sgt", "awst", "pht", "myt"), 480),
    **dict.fromkeys(("jst", "kst", "wit"), 540),
    "acst": 570,
    "aest": 600,
    "acdt": 630,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    **dict.fromkeys(("brt", "art", "adt", "haa"), -180),
    **dict.fromkeys(("nst", "hnt"), -210),
    "hat": -150,
    **dict.fromkeys(("edt", "clt", "hae", "hna"), -240),
    **dict.fromkeys(("est", "cdt", "hne", "hac"), -300),
    **dict.fromkeys(("cst", "mdt", "hnc", "har"), -360),
    **dict.fromkeys(("mst", "pdt", "hnr", "hap"), -420),
    **dict.fromkeys(("pst", "akdt", "hnp"), -480),
    "akst": -540,
    "hst": -600,
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "msk": "Europe/Moscow",
    "мск": "Europe/Moscow",
    "tsi": "Europe/Istanbul",
    "trt": "Europe/Istanbul",
}
# India, Ireland or Israel; Atlantic or Arabia; Gulf or South Georgia. They are read only as names of the zone that
# the reader was told to expect.
AMBIGUOUS_ZONES = frozenset(("ist", "ast", "gst"))


def _table(lines: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in lines.strip().splitlines():
        for number, spellings in enumerate(line.split(" ", 1)[1].split(";"), 1):
            for spelling in filter(None, spellings.split(",")):
                name = fold(spelling)
                if table.setdefault(name, number) != number:
                    raise ValueError(f"{spelling} is {table[name]} in one language and {number} in another")
    return table


def _abbreviations(lines: str) -> frozenset[str]:
    found: set[str] = set()
    for line in lines.strip().splitlines():
        for spellings in line.split(" ", 1)[1].split(";"):
            full, *others = map(fold, spellings.split(","))
            found.update(
                name for name in others if len(name) < len(full) and (len(name) <= 4 or full.startswith(name))
            )
    return frozenset(found)


MONTHS = _table(_MONTHS)
SOLAR_MONTHS = _table("fa " + _SOLAR_MONTHS)
WEEKDAYS = _table(_WEEKDAYS)
ZONES = {fold(name): offset for name, offset in _ZONES.items()}
THAI_MONTHS = frozenset(name for name in MONTHS if "\u0e00" <= name[0] <= "\u0e7f")
# Short forms that a full stop may follow.
ABBREVIATIONS = _abbreviations(_MONTHS)
# October in Croatian, November in Polish and Czech; Croatian puts a full stop behind the day.
LISTOPAD = frozenset(("listopad", "listopada"))
