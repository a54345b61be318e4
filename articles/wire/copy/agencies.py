"""Names and short names of news agencies as they stand in datelines and sign-offs, as plain data."""

from __future__ import annotations

import re

_AGENCIES = """
AP; A.P.; The AP; The Associated Press; Associated Press; Reuters; Thomson Reuters; Reuters Health;
Reuters Staff
Reuters Life!
Thomson Reuters Foundation; Agence France-Presse; Agence France Presse; AFP; AFP-Services; AFPTV;
AFP Relaxnews
TCA; Tribune Content Agency; TNS; Tribune News Service; MCT; McClatchy-Tribune; NYT
New York Times News Service; N.Y. Times News Service
UPI; United Press International; Bloomberg; Bloomberg News; Dow Jones; Dow Jones Newswires; DJN;
MarketWatch; CNN; CNN Wire; CNBC; BBC; BBC News
BBC Monitoring; NPR; VOA; RFE/RL; PA; Press Association; PA Media; AAP; Australian Associated Press; NZPA;
NZN; NZ Newswire; CP
The Canadian Press; Canadian Press; La Presse Canadienne; PC; PTI; Press Trust of India; IANS; ANI; UNI;
United News of India; INA; BSS; UNB; APP
NNI; ONLINE; PPI; Xinhua; Xinhua News Agency; CNS; ECNS; CNA; Kyodo; Kyodo News; Jiji; Jiji Press;
Kyodo JBN; Yonhap; Yonhap News; Newsis
News1; KCNA; Bernama; Antara; ANTARA News; ANTARA; VNA; VNS; VOV; TTXVN; TNA; PNA; NAN; GNA; SAPA; PANA;
APA; APS; ENA; MENA; WAFA
SPA; WAM; KUNA; QNA; BNA; ONA; SANA; INA; NINA; NNA; PETRA; Petra; IRNA; ISNA; IRIB; Tasnim; Fars; FNA;
Mehr; MNA; MAP; TAP; LANA; SUNA; AA; A.A
A.A.; Anadolu Agency; Anadolu Ajansı; Anadolu; DHA; İHA; IHA; ANKA; İLKHA; CİHAN; Demirören Haber Ajansı;
İhlas Haber Ajansı; dpa; dpa-AFX
dpa-infocom; dpa/tmn; dpa international; dpa-infografik; epd; KNA; sid; SID; ddp; dapd; AFX; APA-OTS; ots;
OTS; news aktuell; ats; sda; SDA; ats/sda
Keystone-SDA; Keystone-ATS; awp; AWP; ap; afp; ANP; ANP/BELGA; Novum; Belga; BELGA; EFE; Efe; EFE.;
EuropaPress; EUROPA PRESS; Europa Press
Colpisa; Servimedia; Agencia EFE; EFEAGRO; ACN; Vasco Press; OTR Press; Notimex; NTX; Télam; Telam; NA;
DyN; AVN; ABI; ANF; Andina; ANDES; Prensa Latina; PL; Agência Brasil; ABr
Agência Lusa; Lusa; LUSA; Agência Estado; Estadão Conteúdo; Folhapress; ANSA; Ansa; ANSAmed; AGI;
Adnkronos; AdnKronos; ADNKRONOS; askanews
Askanews; ITALPRESS; LaPresse; TMNews; Radiocor; Il Sole 24 Ore Radiocor Plus; ANSA/AFP; Dire; DIRE;
9Colonne; Nova; Agenzia Nova; SIR; TT; NTB; Ritzau; STT; STT-Lehtikuva; FNB
Lehtikuva; BNS; LETA; ELTA; PAP; PAP MediaRoom; ČTK; CTK; ČIA; TASR; SITA; MTI; Agerpres; AGERPRES;
Mediafax; MEDIAFAX; NewsIn; BTA; БТА; Tanjug; TANJUG; Танјуг; Beta; BETA; FoNet; Hina; HINA
STA; FENA; SRNA; MIA; МИА; ATA; ANA; ANA-MPA; AMNA; ΑΠΕ; ΑΠΕ-ΜΠΕ; ΑΜΠΕ; CNA/ΚΥΠΕ; ΚΥΠΕ; UNIAN; УНІАН;
УНИАН; Укрінформ; УКРІНФОРМ; Ukrinform; УНН; Інтерфакс-Україна
Interfax; INTERFAX; INTERFAX.RU; ИНТЕРФАКС; ИНТЕРФАКС.RU; Интерфакс; Interfax-Ukraine; Интерфакс-Украина;
Интерфакс-Запад; Интерфакс-Казахстан; ТАСС; TASS; ITAR-TASS
ИТАР-ТАСС; РИА Новости; РИА НОВОСТИ; RIA Novosti; RIA; Sputnik; ПРАЙМ; Прайм; РБК; Росбалт; БЕЛТА; БелТА;
BelTA; BELTA; КАЗИНФОРМ; Казинформ; Kazinform; KAZINFORM; Кабар
КАБАР; Trend; АЗЕРТАДЖ; AZERTAC; AZƏRTAC; APA.az; ARMENPRESS; Armenpress; ARKA; Интерпресс; AKIpress; УзА;
UzA; ՀՀ ԱՐՄԵՆՊՐԵՍ; ԱՐՄԵՆՊՐԵՍ; NOVOSTI; Regnum; REGNUM; DPA; ИА REGNUM
PRNewswire; PRNewswire-AsiaNet; PR Newswire; PR NEWSWIRE; PRNewswire-FirstCall; PRNewswire-USNewswire;
PRNewswire/PRNewswire; PRNewswire-PRWeb; AsiaNet; BUSINESS WIRE; Business Wire
BUSINESSWIRE; GLOBE NEWSWIRE; GlobeNewswire; GLOBENEWSWIRE; MARKETWIRE; Marketwire; Marketwired;
MARKETWIRED; ACCESSWIRE; Accesswire; ACCESS Newswire; Newswire; NEWSWIRE; CNW; CNW Group; CNW Telbec
Newsfile Corp.; NEWSFILE; Canada Newswire; EQS; EQS News; DGAP; PRWEB; PRWeb; EIN Presswire;
EINPresswire.com; PRLog; Cision; Nasdaq; Kyodo JBN-AsiaNet; Xinhua-AsiaNet; Medianet; MEDIANET; APO Group;
ACN Newswire; JCN Newswire
SeeNews; NewMediaWire; Media OutReach; Media OutReach Newswire; ZEX PR WIRE; TMX Newsfile; INN;
ENP Newswire; M2 PRESSWIRE; RNS; AETOSWire; ME NewsWire
Al Jazeera; Dawn; Al-Masry Al-Youm; Inter Press Service; IPS; CMC; Caribbean Media Corporation;
Caribbean News Now; JIS; GIS; AllAfrica; PRESS TRUST; ZNBC; ZANA; NAMPA; Nampa; ANGOP; Angop; AIM; ABP;
MINA; Inforpress; AGP; ACI; Zenit; CNS; RNS; CWN; Fides; UCAN; JTA; TPS
رويترز; أ ف ب; ا ف ب; أ.ف.ب; ا.ف.ب; أف ب; فرانس برس; وكالة فرانس برس; د ب أ; د.ب.أ; (د ب أ); أ ب; أ.ب;
أسوشيتد برس; اسوشيتد برس; أ ش أ; أ.ش.أ; واس; وام; كونا; قنا; بنا; بترا; سانا; وفا; واع; شينخوا; الأناضول;
الاناضول; الأناضول (AA); يو بي اي; سبوتنيك; تاس; إفي; واج; وات; وال; سونا; صفا; معا; النجاح
رویترز; ایرنا; ایسنا; فارس; تسنیم; مهر; خبرگزاری فرانسه; ایلنا; ایکنا; ایبنا; میزان; شینهوا; آناتولی;
اسپوتنیک; خبرآنلاین; اے پی پی; اے ایف پی; رائٹرز
רויטרס; סוכנויות; איי־פי; אי־פי; איי.פי; איי-אף-פי; אי-אף-פי
भाषा; वार्ता; पीटीआई; पीटीआई-भाषा; आईएएनएस; एएनआई; यूएनआई; एजेंसी; एजेंसियां; एपी; रॉयटर्स; रायटर; एएफपी;
রয়টার্স; বাসস; ইউএনবি; এএফপি; পিটিআই; ராய்ட்டர்ஸ்
共同; 時事; ロイター; 新华社; 新華社; 法新社; 路透社; 美联社; 美聯社; 中新社; 中央社; 共同社;
聯合ニュース; 連合ニュース; 연합뉴스; 뉴시스; 뉴스1; 로이터; AP連合ニュース
ブルームバーグ; AFP＝時事; AFP=時事; AP通信; 共同通信; 時事通信
신화; 교도; 이데일리; 머니투데이; 헤럴드경제; 아시아경제; 파이낸셜뉴스; 노컷뉴스; 뉴스핌; 오마이뉴스
"""


def fold(name: str) -> str:
    """An agency's name for comparison: case, dots and inner white space do not count."""
    return " ".join(name.replace(".", " ").casefold().replace("i̇", "i").split())


AGENCIES = frozenset(
    fold(name) for line in _AGENCIES.strip().splitlines() for name in line.split(";") if name.strip()
)
_PARTS = re.compile(r"\s*[/,&+|–=-]\s*|\s+(?:and|und|et|y|e|ve|и|i|en|och|og)\s+")


def is_agency(text: str) -> bool:
    """Is the text the name of a known agency, or of several (`AP/Reuters`, `ats afp`, `dpa/lsw`)?"""
    folded = fold(text.strip(" ()[]"))
    if folded in AGENCIES:
        return True
    if len(folded) > 50:
        return False
    parts = [part for part in _PARTS.split(folded) if part]
    if len(parts) > 1 and parts[0] in AGENCIES and all(part in AGENCIES or len(part) <= 12 for part in parts):
        return True
    words = folded.split()
    return len(words) in (2, 3) and all(word in AGENCIES and len(word) <= 6 for word in words)


# What stands in brackets behind a name and is no agency: parties, and the seats of firms.
_OTHERS = frozenset(
    fold(name)
    for name in """
    Labour; Labor; Conservative; Conservatives; Tory; Liberal; Liberals; Liberal Democrat; Lib Dem
    Lib Dems; Green; Greens; The Greens; Independent; Democrat; Republican; Democratic; National; Reform
    Reform UK; SNP; DUP; UKIP; GOP; CDU; CSU; SPD
    FDP; AfD; Grüne; Die Grünen; Linke; Die Linke; BSW; ÖVP; SPÖ
    FPÖ; NEOS; SVP; PP; PSOE; Vox; Podemos; Sumar; PD; Lega; FdI; M5S; LR; PS; RN
    LFI; EELV; VVD; PVV; D66; CDA; PvdA;
    AKP; AK Parti; CHP; MHP; HDP; İYİ Parti; BJP; Fidesz; PiS; PO; Likud; centre; center; C; L; R; D; I
    London; New York; Paris; Berlin; Tokyo; Zurich; Zürich; Geneva; Frankfurt; Brussels; Madrid; Milan; Rome;
    Vienna; Hong Kong; Singapore; Sydney; Toronto; Moscow; Beijing; Shanghai; Mumbai; Dubai; Amsterdam;
    Stockholm; Oslo; Copenhagen; Helsinki; Dublin; Lisbon; Athens; Istanbul; Warsaw; Prague; Budapest; Seoul
    England; Scotland; Wales; UK; USA; US; Germany; France; Italy; Spain; Japan; China; India; Russia
    Turkey; Nasdaq; NYSE; LSE; men; women; aged; pictured; file; above; below; left; right; photo; video
    """.replace("\n", ";").split(";")
    if name.strip()
)
_TICKER = re.compile(r"[^\W_]{2,}[.:]\s?[A-Z0-9]{1,6}|[A-Z]{2,6}\s*:\s*\S+|[DRI]-[A-Z][A-Za-z.]+")


def maybe_agency(text: str) -> bool:
    """Could the text be the name of an agency that is not known? Tickers, parties and cities are none."""
    text = text.strip()
    return not _TICKER.fullmatch(text) and fold(text) not in _OTHERS


# The words for news agencies that open East Asian datelines, longest first for an alternation.
CHINESE_AGENCIES = (
    "新华社|新華社|中新社|中新网|中新網|中国新闻网|人民网|人民日报|新华网|新華網|中央社|法新社|路透社|美联社|美聯社|共同社|塔斯社|"
    "韩联社|央视网|央广网|中国网|光明网|环球网|澎湃新闻|本报|本報|本刊|本网|大公報|文汇报"
)
JAPANESE_AGENCIES = (
    "共同通信|時事通信|共同|時事|ロイター|AFP＝時事|AFP=時事|AFP時事|AFP|AP通信|AP|CNN|"
    "ブルームバーグ|聯合ニュース|連合ニュース|新華社|EPA|DPA|タス"
)
