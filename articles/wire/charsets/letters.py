"""What letters languages are written with, as far as that tells one charset from another."""

from __future__ import annotations

# Latin script: the letters beyond a to z of a language. Which capitals belong to them follows.
ALPHABETS: dict[str, str] = {
    "af": "êëéèïôûáíóú",
    "az": "çəğıöşü",
    "bs": "čćđšž",
    "br": "êñùü",
    "ca": "àçéèíïóòúü·",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷáéïö",
    "da": "æøåé",
    "de": "äöüß",
    "en": "",
    "es": "áéíóúñü¿¡ªº",
    "et": "äõöüšž",
    "eu": "ñü",
    "fi": "äöåšž",
    "fo": "áðíóúýæø",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "fy": "âêôûúéä",
    "ga": "áéíóú",
    "gd": "àèìòù",
    "gl": "áéíóúñü",
    "hr": "čćđšž",
    "ht": "èéòà",
    "hu": "áéíóöőúüű",
    "id": "é",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùúº",
    "ku": "çêîşû",
    "lb": "äëéöüû",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "ms": "é",
    "mt": "àċġħż",
    "nl": "éèëïóöüáí",
    "nn": "æøåéòó",
    "no": "æøåéòó",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúüºª",
    "ro": "ăâîşţșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sr": "čćđšž",
    "sv": "åäöé",
    "sw": "",
    "tl": "ñ",
    "tr": "çğıöşüâîûi̇",
    "tk": "çäžňöşüý",
    "uz": "ʻʼ",
    "vi": "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
}

# How well a letter from abroad sits in a name within other text; those not here hardly do.
LOANS: dict[str, float] = {
    **dict.fromkeys("éèêëáàâäãåçíîïñóôòöõøúüùûæßœ", 0.6),
    **dict.fromkeys("ğşıšžčćřěłńśąęőű", 0.5),
    **dict.fromkeys("đůýōūāēīňťďľźżășțâîž", 0.35),
    **dict.fromkeys("ðþ", 0.15),
}

# Signs that stand in running text of any language, and those that stand right at a letter.
SIGNS = frozenset("“”„‚‘’«»‹›–—…•·€£¥©®°™§½¼¾²³×±†‡\xa0\xad´¿¡ºªµ¶¢")
WITHIN_WORDS = frozenset("’‘·\xa0\xad–—…´\u200c\u200d")

# Signs that no word ends with, and letters that are rarer than what else their byte may be.
NEVER_AT_END = frozenset("¡¿¢£¥¤§¶±¼½¾×÷„‚†‡ˆ˜")
RARE: dict[str, float] = dict.fromkeys("ľĺŕ", 0.9)

# The charsets at home where a language is written, likeliest first. Others are at home in western Europe.
CENTRAL = frozenset(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sr"))
BALTIC = frozenset(("lt", "lv", "et"))
TURKISH = frozenset(("tr", "az", "ku", "tk"))


def _shares(text: str) -> dict[str, float]:
    """Letters with their share in running text, in per cent, as `letter number` pairs."""
    words = text.split()
    counts = {words[i]: float(words[i + 1]) for i in range(0, len(words), 2)}
    total = sum(counts.values())
    return {letter: count / total for letter, count in counts.items()}


# Other scripts: how often each letter is used in running text. Rounded; only large differences matter here.
FREQUENCIES: dict[str, dict[str, float]] = {
    "ru": _shares(
        "о 10.97 е 8.45 а 8.01 и 7.35 н 6.7 т 6.26 с 5.47 р 4.73 в 4.54 л 4.4 к 3.49 м 3.21 д 2.98 "
        "п 2.81 у 2.62 я 2.01 ы 1.9 ь 1.74 г 1.7 з 1.65 б 1.59 ч 1.44 й 1.21 х 0.97 ж 0.94 ш 0.73 "
        "ю 0.64 ц 0.48 щ 0.36 э 0.32 ф 0.26 ъ 0.04 ё 0.04"
    ),
    "uk": _shares(
        "о 9.3 а 8.3 н 7.1 и 6.2 і 5.7 в 5.5 т 5.5 е 5.3 р 4.8 с 4.6 к 3.9 л 3.6 д 3.3 у 3.3 м 3 "
        "п 2.9 з 2.2 я 2.3 ь 1.8 г 1.6 б 1.7 ч 1.4 й 1.2 х 1.1 ц 1 ї 0.8 є 0.6 ж 0.8 ю 0.9 ш 0.8 "
        "щ 0.6 ф 0.3 ґ 0.02"
    ),
    "be": _shares(
        "а 15 н 6.5 і 6 р 5 с 4.6 о 4.5 у 4.3 к 4.2 ы 4.2 л 4 т 4 е 5 д 3.6 я 3.4 в 3 п 2.9 ц 2.8 "
        "м 2.6 з 2.6 ў 2.2 б 1.9 г 1.9 ч 1.7 э 1.5 ь 1.3 ж 1 х 1.1 ш 1.1 й 1 ю 0.7 ё 0.6 ф 0.2"
    ),
    "bg": _shares(
        "а 11.9 о 8.9 и 8.9 е 8.6 т 7.3 н 7.2 р 5 с 5 в 4.9 л 3.5 к 3.4 д 3.6 п 3 м 2.5 з 2.3 ъ 1.9 "
        "я 1.8 у 1.6 г 1.6 б 1.6 ч 1.5 ц 0.9 щ 0.8 ж 0.7 й 0.7 ш 0.6 х 0.6 ф 0.4 ю 0.2 ь 0.02"
    ),
    "sr": _shares(
        "а 11.5 и 9.5 о 9.5 е 9 н 5.6 р 5 с 4.9 т 4.4 у 4.3 д 3.8 в 3.8 к 3.8 ј 3.6 м 3.3 л 3.2 п 2.7 "
        "з 2 г 1.7 б 1.5 ш 1 ч 1 ц 0.8 ж 0.6 њ 0.8 ћ 0.6 љ 0.5 х 0.6 ф 0.3 ђ 0.3 џ 0.04"
    ),
    "mk": _shares(
        "а 12.5 о 10.5 е 9.5 и 9 т 7 н 6.5 р 5 с 4.6 в 4.2 к 3.8 д 3.8 л 3 п 2.8 м 2.5 у 2 г 1.6 "
        "з 1.8 б 1.4 ј 1.5 ч 1 ш 0.8 ц 0.8 ж 0.6 ќ 0.6 х 0.3 ф 0.4 њ 0.3 ѓ 0.2 ѕ 0.1 љ 0.1 џ 0.05"
    ),
    "el": _shares(
        "α 10 ο 8.6 ι 7.6 ε 7.2 τ 8 σ 4.6 ς 3.6 ν 6.5 η 4 υ 3.6 ρ 4.2 π 4 κ 4 μ 3.3 λ 2.8 ω 1.6 δ 1.7 "
        "γ 1.7 χ 1.2 θ 1.2 φ 0.8 β 0.7 ξ 0.5 ζ 0.4 ψ 0.15 ά 1.5 έ 1.4 ή 1.4 ί 2 ό 1.9 ύ 1.2 ώ 0.9 "
        "ϊ 0.1 ϋ 0.02 ΐ 0.02 ΰ 0.02"
    ),
    "ar": _shares(
        "ا 14 ل 12 ي 7.5 م 6.4 ن 6.2 و 6.2 ر 5.2 ت 4.7 ب 3.9 ع 3.6 ة 3.3 د 3.3 ه 3 س 2.9 ف 2.9 ق 2.3 "
        "ك 2.2 أ 2.1 ح 2 ج 1.5 ش 1.2 ط 1.2 ى 1 خ 1 ص 1 إ 1 ذ 0.9 ض 0.7 ز 0.7 ث 0.6 غ 0.5 ئ 0.4 ء 0.4 "
        "ظ 0.2 آ 0.2 ؤ 0.15 ً 0.2 َ 0.05 ُ 0.05 ِ 0.05 ّ 0.1 ْ 0.02"
    ),
    "fa": _shares(
        "ا 13.5 ي 9 ر 7.5 ن 7.2 د 7 ه 6 و 5.8 م 5.5 ت 4.8 ب 4.6 س 3.8 ش 3.6 ل 3.2 ک 3.4 ز 2.9 ف 2 "
        "گ 1.8 خ 1.6 ق 1.3 ع 1.5 ج 1.4 ح 1.2 پ 1.2 آ 1 چ 0.6 ط 0.6 ص 0.7 غ 0.3 ض 0.4 ظ 0.2 ذ 0.2 "
        "ث 0.2 ژ 0.1 ئ 0.2 أ 0.1 ك 0.4"
    ),
    "he": _shares(
        "י 11 ו 10.5 ה 10 ל 7.5 א 6.3 ר 6 ת 5.5 ב 5 מ 5 ש 4.5 נ 3.5 ע 3.2 ם 3.1 ד 2.6 ח 2.4 ק 2.3 כ 2 "
        "פ 1.9 ס 1.5 ט 1.3 ג 1.3 ן 1.3 צ 1.2 ז 1.2 ך 0.9 ף 0.3 ץ 0.15"
    ),
    "th": _shares(
        "า 7 น 6.5 ร 6 ก 5 อ 5.5 เ 5 ง 5 ม 4.2 ย 4 ว 3.8 ั 4 ่ 4.5 ้ 3.8 ท 3 ต 3 ล 3.3 ี 3.4 ด 3 "
        "ิ 2.8 ส 3 ะ 2 ป 2.4 ค 2.3 บ 2.3 ห 2.6 ข 1.5 ์ 1 ื 1.3 ุ 1.3 ู 1.2 แ 1.6 ไ 1.4 พ 1.8 จ 1.6 "
        "ช 1.2 ใ 0.9 โ 0.8 ็ 0.8 ำ 0.9 ึ 0.7 ธ 0.4 ถ 0.5 ศ 0.4 ผ 0.5 ณ 0.3 ซ 0.3 ภ 0.3 ญ 0.3 ฟ 0.2 "
        "ษ 0.2 ฐ 0.1 ฒ 0.02 ฎ 0.02 ฝ 0.05 ๆ 0.15 ฯ 0.05"
    ),
}
# Letters that end a word and stand nowhere else.
FINALS = frozenset("ςםןךףץةى")

# The commonest signs of Chinese, Japanese and Korean, about half of all running text.
_SHARED_CHINESE = (
    "的一是不了在人有我他中上大和地到以出可也你生能而子那得下自之年作用道行所然家事成方多去法如都同面起看定天分好小"
    "部其些主理心她本前因只日者意力它把十民第公此已工使情明性知全三又正外高由很最重物手向文政美相被利什二等或新己制身"
    "果加西斯月合回特代信表化老世位次度任常先海通教原提立及比水名真走各入口平活更打女四神何安少才反受目太量再感建做接"
    "必件管期市直德命山金指克至形社便空治展科司五基眼非白界光放即像且思王完式色路南品住告求程北死交取拉格望共今切院"
    "候星香港委府市京警察元昨日星期"
)
COMMON_SIGNS: dict[str, frozenset[str]] = {
    "zh-Hans": frozenset(
        _SHARED_CHINESE
        + "这个们来为国说时会对着发后里种经么学现当没动还进样开从实军无与长机关点业将两间问应战头体见产话"
        "内给门儿东声员解论处义几认条系气题尔别变总电数报结务场计资许统区保队决马书则听却达强难权象设记类据边张该规万"
        "觉术领确传师观清让识带导争运称举选亿于过，。、“”；：（）"
    ),
    "zh-Hant": frozenset(
        _SHARED_CHINESE
        + "這個們來為國說時會對著發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產話"
        "內給門兒東聲員解論處義幾認條係氣題爾別變總電數報結務場計資許統區保隊決馬書則聽卻達強難權象設記類據邊張該規萬"
        "覺術領確傳師觀清讓識帶導爭運稱舉選億於過，。、「」；：（）"
    ),
    "ja": frozenset(
        "、。「」・ー（）"
        + "".join(map(chr, range(0x3041, 0x3094)))
        + "".join(map(chr, range(0x30A1, 0x30F7)))
        + "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定"
        "今回新場金員"
        "入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当約主題下首意法不来作性的要用制治度"
    ),
    "ko": frozenset(
        "이다의는에을를가은고하지서로한도사기대리자나어시인정아전스해부일그장제보수만라주구있국원상위들동여것었으과세성면"
        "경공선개야연당트관중소안법할민용했통치내신화무저게오산유비등계행학조회방까발미요두모때적반말와며된교입결음금습니"
    ),
}
# The share of them that running text has at the least.
EXPECTED_SHARE = {"zh-Hans": 0.45, "zh-Hant": 0.45, "ja": 0.65, "ko": 0.6}
