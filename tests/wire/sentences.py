"""News copy of our own invention in many languages, for tests of charsets and of language detection."""

SENTENCES = {
    "ar": (
        "قالت وزارة النقل إن الميناء الجديد سيفتح أبوابه أمام السفن في الربيع المقبل، وأضافت أن العمل في "
        "الرصيف الشرقي انتهى قبل موعده. وذكر رئيس البلدية أن المشروع سيوفر مئات الوظائف لسكان المدينة."
    ),
    "az": (
        "Nəqliyyat Nazirliyi bildirib ki, yeni körpünün tikintisi gələn ilin yazında başa çatacaq. Şəhər "
        "sakinləri isə deyirlər ki, bu yol onların işə getməsini xeyli asanlaşdıracaq və kənd "
        "təsərrüfatına da kömək edəcək."
    ),
    "be": (
        "Міністэрства транспарту паведаміла, што новы мост праз раку адкрыюць наступнай вясной. Жыхары "
        "горада кажуць, што гэтая дарога зробіць іх шлях на працу значна карацейшым, і ўсе чакаюць яе з "
        "нецярпеннем."
    ),
    "bg": (
        "Министерството на транспорта съобщи, че новият мост над реката ще бъде открит през следващата "
        "пролет. Жителите на града казват, че пътят ще съкрати пътуването им до работа, а кметът обеща, "
        "че парите ще стигнат."
    ),
    "bs": (
        "Ministarstvo saobraćaja saopćilo je da će novi most preko rijeke biti otvoren narednog "
        "proljeća. Stanovnici grada kažu da će im put do posla biti znatno kraći, a gradonačelnik je "
        "obećao da će se uraditi i nove pješačke staze."
    ),
    "ca": (
        "El Departament de Territori ha anunciat que el nou pont sobre el riu s'obrirà la primavera "
        "vinent. Els veïns diuen que el camí fins a la feina serà més curt, i l'alcaldessa ha promès que "
        "també es faran voreres amples."
    ),
    "cs": (
        "Ministerstvo dopravy oznámilo, že nový most přes řeku bude otevřen příští rok na jaře. "
        "Obyvatelé města říkají, že jim cesta do práce potrvá mnohem kratší dobu, a starosta slíbil, že "
        "přibudou také chodníky pro pěší."
    ),
    "da": (
        "Transportministeriet oplyser, at den nye bro over fjorden åbner til foråret. Beboerne i byen "
        "siger, at vejen til arbejde bliver meget kortere, og borgmesteren har lovet, at der også kommer "
        "brede cykelstier på begge sider."
    ),
    "de": (
        "Das Verkehrsministerium teilte am Freitag mit, dass die neue Brücke über den Fluss im nächsten "
        "Frühjahr eröffnet wird. Die Bewohner der Stadt sagen, dass ihr Weg zur Arbeit viel kürzer "
        "würde, und freuen sich auf größere Gehwege."
    ),
    "el": (
        "Το υπουργείο Μεταφορών ανακοίνωσε ότι η νέα γέφυρα πάνω από το ποτάμι θα ανοίξει την επόμενη "
        "άνοιξη. Οι κάτοικοι της πόλης λένε ότι ο δρόμος για τη δουλειά θα γίνει πολύ πιο σύντομος, και "
        "ο δήμαρχος υποσχέθηκε νέα πεζοδρόμια."
    ),
    "en": (
        "The transport ministry said on Friday that the new bridge over the river would open next "
        "spring. People in the town said that their way to work would become much shorter, and the mayor "
        "promised wider footpaths as well."
    ),
    "es": (
        "El Ministerio de Transportes anunció que el nuevo puente sobre el río se abrirá la próxima "
        "primavera. Los vecinos dicen que su camino al trabajo será mucho más corto, y la alcaldesa "
        "prometió que habrá también aceras para los niños."
    ),
    "et": (
        "Transpordiministeerium teatas reedel, et uus sild üle jõe avatakse järgmisel kevadel. Linna "
        "elanikud ütlevad, et nende tee tööle muutub palju lühemaks, ning linnapea lubas, et ehitatakse "
        "ka laiemad kõnniteed."
    ),
    "fa": (
        "وزارت راه اعلام کرد که پل جدید روی رودخانه بهار آینده باز می‌شود. مردم شهر می‌گویند که راه آنها "
        "تا محل کار بسیار کوتاه‌تر خواهد شد و شهردار قول داده است که پیاده‌روهای پهن‌تری هم ساخته شود."
    ),
    "fi": (
        "Liikenneministeriö kertoi perjantaina, että uusi silta joen yli avataan ensi keväänä. Kaupungin "
        "asukkaat sanovat, että heidän työmatkansa lyhenee paljon, ja pormestari lupasi myös leveämpiä "
        "jalkakäytäviä molemmille puolille."
    ),
    "fr": (
        "Le ministère des Transports a annoncé vendredi que le nouveau pont sur le fleuve ouvrirait au "
        "printemps prochain. Les habitants de la ville disent que leur trajet sera plus court, et la "
        "maire a promis des trottoirs plus larges où les élèves pourront marcher en sûreté."
    ),
    "he": (
        "משרד התחבורה הודיע ביום שישי כי הגשר החדש מעל הנהר ייפתח באביב הבא. תושבי העיר אומרים שהדרך "
        "שלהם לעבודה תתקצר מאוד, וראש העירייה הבטיח שייסללו גם מדרכות רחבות יותר."
    ),
    "hi": (
        "परिवहन मंत्रालय ने शुक्रवार को कहा कि नदी पर बना नया पुल अगले वसंत में खुलेगा। शहर के लोगों का कहना है कि काम "
        "पर जाने का उनका रास्ता बहुत छोटा हो जाएगा।"
    ),
    "hr": (
        "Ministarstvo prometa priopćilo je u petak da će novi most preko rijeke biti otvoren sljedećeg "
        "proljeća. Stanovnici grada kažu da će im put do posla biti mnogo kraći, a gradonačelnik je "
        "obećao i šire pločnike s obje strane."
    ),
    "hu": (
        "A közlekedési minisztérium pénteken közölte, hogy a folyó fölötti új híd jövő tavasszal nyílik "
        "meg. A város lakói szerint sokkal rövidebb lesz az útjuk a munkába, és a polgármester szélesebb "
        "járdákat is ígért."
    ),
    "id": (
        "Kementerian Perhubungan mengatakan pada hari Jumat bahwa jembatan baru di atas sungai itu akan "
        "dibuka pada musim semi mendatang. Warga kota mengatakan perjalanan mereka ke tempat kerja akan "
        "menjadi jauh lebih singkat karena itu."
    ),
    "it": (
        "Il ministero dei Trasporti ha annunciato venerdì che il nuovo ponte sul fiume aprirà la "
        "prossima primavera. Gli abitanti della città dicono che la strada per il lavoro sarà più breve, "
        "perché oggi il giro è lungo."
    ),
    "ja": (
        "運輸省は金曜日、川に架かる新しい橋が来年の春に開通すると発表した。町の住民は職場までの道のりがず"
        "っと短くなると話しており、市長は歩道も広げると約束した。"
    ),
    "ko": (
        "교통부는 금요일 강을 가로지르는 새 다리가 내년 봄에 개통될 것이라고 밝혔다. 시민들은 출근길이 "
        "훨씬 짧아질 것이라고 말했고 시장은 더 넓은 보도를 만들겠다고 약속했다."
    ),
    "ku": (
        "Wezareta veguhastinê ragihand ku pira nû ya li ser çem dê di bihara bê de were vekirin. Xelkê "
        "bajêr dibêjin ku riya wan a ber bi kar ve dê gelekî kurt bibe, û şaredar soz da ku dê peyarêyên "
        "firehtir jî bên çêkirin."
    ),
    "lt": (
        "Susisiekimo ministerija penktadienį pranešė, kad naujasis tiltas per upę bus atidarytas kitą "
        "pavasarį. Miesto gyventojai sako, kad jų kelias į darbą taps daug trumpesnis, o meras pažadėjo "
        "ir platesnių šaligatvių."
    ),
    "lv": (
        "Satiksmes ministrija piektdien paziņoja, ka jaunais tilts pār upi tiks atklāts nākamajā "
        "pavasarī. Pilsētas iedzīvotāji saka, ka viņu ceļš uz darbu kļūs daudz īsāks, un mērs apsolīja "
        "arī platākas ietves."
    ),
    "ms": (
        "Kementerian Pengangkutan berkata pada hari Jumaat bahawa jambatan baharu merentasi sungai itu "
        "akan dibuka pada musim bunga akan datang. Penduduk bandar berkata perjalanan mereka ke tempat "
        "kerja akan menjadi lebih singkat kerana jambatan itu."
    ),
    "nl": (
        "Het ministerie van Verkeer heeft vrijdag bekendgemaakt dat de nieuwe brug over de rivier "
        "volgend voorjaar opengaat. De inwoners van de stad zeggen dat hun weg naar het werk veel korter "
        "wordt, en de burgemeester beloofde ook bredere stoepen."
    ),
    "no": (
        "Samferdselsdepartementet opplyser at den nye broen over fjorden åpner til våren. Innbyggerne i "
        "byen sier at veien til jobben blir mye kortere, og ordføreren har lovet at det også skal bygges "
        "bredere fortau på begge sider av elven."
    ),
    "pl": (
        "Ministerstwo transportu poinformowało w piątek, że nowy most nad rzeką zostanie otwarty "
        "następnej wiosny. Mieszkańcy miasta mówią, że ich droga do pracy będzie znacznie krótsza, a "
        "burmistrz obiecał także szersze chodniki."
    ),
    "pt": (
        "O Ministério dos Transportes anunciou na sexta-feira que a nova ponte sobre o rio será aberta "
        "na próxima primavera. Os moradores dizem que o caminho para o trabalho vai ficar muito mais "
        "curto, e a prefeita prometeu também calçadas mais largas para as crianças, porque hoje não há "
        "espaço."
    ),
    "ro": (
        "Ministerul Transporturilor a anunțat vineri că noul pod peste râu va fi deschis în primăvara "
        "viitoare. Locuitorii orașului spun că drumul lor până la serviciu va fi mult mai scurt, iar "
        "primarul a promis și trotuare mai late."
    ),
    "ru": (
        "Министерство транспорта сообщило в пятницу, что новый мост через реку откроется следующей "
        "весной. Жители города говорят, что их путь на работу станет намного короче, а мэр пообещал, что "
        "будут и широкие тротуары для пешеходов."
    ),
    "sk": (
        "Ministerstvo dopravy v piatok oznámilo, že nový most cez rieku otvoria budúcu jar. Obyvatelia "
        "mesta hovoria, že ich cesta do práce bude oveľa kratšia, a primátor sľúbil, že pribudnú aj "
        "širšie chodníky."
    ),
    "sl": (
        "Ministrstvo za promet je v petek sporočilo, da bodo novi most čez reko odprli prihodnjo pomlad. "
        "Prebivalci mesta pravijo, da bo njihova pot v službo precej krajša, župan pa je obljubil tudi "
        "širše pločnike."
    ),
    "sq": (
        "Ministria e Transportit njoftoi të premten se ura e re mbi lumë do të hapet pranverën e "
        "ardhshme. Banorët e qytetit thonë se rruga e tyre për në punë do të jetë shumë më e shkurtër, "
        "dhe kryetari premtoi edhe trotuare më të gjera."
    ),
    "sr": (
        "Министарство саобраћаја саопштило је у петак да ће нови мост преко реке бити отворен следећег "
        "пролећа. Становници града кажу да ће им пут до посла бити много краћи, а градоначелник је "
        "обећао и шире тротоаре."
    ),
    "sv": (
        "Transportdepartementet meddelade på fredagen att den nya bron över älven öppnar nästa vår. "
        "Invånarna i staden säger att deras väg till jobbet blir mycket kortare, och borgmästaren lovade "
        "också bredare trottoarer på båda sidor."
    ),
    "th": (
        "กระทรวงคมนาคมแถลงเมื่อวันศุกร์ว่าสะพานใหม่ข้ามแม่น้ำจะเปิดใช้ในฤดูใบไม้ผลิปีหน้า ชาวเมืองบอกว่าเส้นทางไปทำงานจะสั้นลงมาก"
    ),
    "tr": (
        "Ulaştırma Bakanlığı cuma günü yaptığı açıklamada, nehrin üzerindeki yeni köprünün gelecek bahar "
        "açılacağını bildirdi. Şehirde yaşayanlar işe giden yollarının çok kısalacağını söylüyor, "
        "belediye başkanı da daha geniş kaldırımlar yapılacağına söz verdi."
    ),
    "uk": (
        "Міністерство транспорту повідомило у п'ятницю, що новий міст через річку відкриють наступної "
        "весни. Мешканці міста кажуть, що їхній шлях на роботу стане набагато коротшим, а міський голова "
        "пообіцяв ширші тротуари."
    ),
    "vi": (
        "Bộ Giao thông cho biết hôm thứ Sáu rằng cây cầu mới bắc qua sông sẽ được mở vào mùa xuân tới. "
        "Người dân trong thành phố nói rằng đường đi làm của họ sẽ ngắn hơn nhiều, và thị trưởng hứa sẽ "
        "làm thêm vỉa hè rộng."
    ),
    "zh": (
        "交通部星期五表示，横跨河流的新大桥将于明年春天开通。市民说，他们上班的路程将会缩短很多，市长还答"
        "应修建更宽的人行道，让孩子们可以安全地走到学校。"
    ),
}

TRADITIONAL_CHINESE = (
    "交通部星期五表示，橫跨河流的新大橋將於明年春天開通。市民說，他們上班的路程將會縮短很多，市長還答"
    "應修建更寬的人行道，讓孩子們可以安全地走到學校。"
)
