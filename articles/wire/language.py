"""Tells the language of a text, and says nothing where the text leaves doubt.

py3langid does the work. It is kept to languages that news is written in, near relatives are told apart by
words that only one of them has, and an answer must be clear: the shorter the text, the clearer.
"""

from __future__ import annotations

import re
import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 1500  # characters that are looked at; more makes the answer no surer
_FEWEST_LETTERS = 40
_MANY_LETTERS = 120
_GLANCE = 400  # characters in four pieces that tell most languages beyond doubt
_CLEAR = 0.8
_VERY_CLEAR = 0.95
_BEYOND_DOUBT = 0.99
_END_OF_LATIN = "\u0250"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Of the languages in the model: dead and constructed ones, and those too close to a bigger one to be told
# from it in a news story (Venetian, Pidgin, Wu …). `zxx` is "no language at all" and stays.
_LEFT_OUT = _words(
    "ace an ary arz bcl crh dz eo ext fuv gcf gcr gom grc gug guw hbo jv kab kik la lij ltg nso oc pcm qu sa "
    "sdh se uzs vec vo wa wuu yue"
)

# Words of one of two or more languages that are otherwise alike.
_TELLING_WORDS: tuple[dict[str, frozenset[str]], ...] = (
    {
        "hr": _words(
            "tko tjedan tjedna tjednu tisuća tisuće tisuću vlak vlaka zrakoplov zrakoplova sveučilište "
            "sveučilišta glazba gospodarstvo gospodarstva siječnja veljače ožujka travnja svibnja lipnja "
            "srpnja kolovoza rujna listopada studenoga studenog prosinca priopćio priopćila priopćilo "
            "priopćeno izvješće izvješća uvjet uvjeti uvjete sustav sustava obitelj obitelji povijest "
            "povijesti tvrtka tvrtke županija županije veleposlanik promet prometa pločnike točno točka kruh "
            "kazališta vrhovništva nogometaš glede izvješćuje sljedećeg sljedeći eura hrvatska hrvatske "
            "hrvatskoj hrvatski zagreb zagrebu"
        ),
        "bs": _words(
            "saopćeno saopćio saopćila saopćilo saobraćaj saobraćaja lahko sedmica sedmice sedmicu uslov "
            "uslovi uslove hiljada hiljade hiljadu januara februara marta aprila maja juna jula augusta "
            "septembra oktobra novembra decembra narednog historija historije općina općine općini bosna "
            "bosne bosni bih sarajevo sarajeva sarajevu kantona kanton federacije bošnjaka porodica porodice "
            "voz voza hljeb fudbal firma tačno tačka evra takođe také pješačke"
        ),
        "sr": _words(
            "reka reke reku vreme vremena posle pre gde ovde uvek cena cene deca dece sednica sednice "
            "sledeći sledeće sledećeg saopštio saopštila saopštilo saopšteno predsednik predsednika nedelje "
            "nedelja nedelju dve svet sveta zahtev bezbednost bezbednosti evra srbija srbije srbiji srpski "
            "srpske beograd beograda beogradu mleko lepo mesto mesta ceo celo čovek ovog uspeh deo dela "
            "primer gradonačelnica smanjenje rešenje rešenja januara februara avgusta septembra oktobra "
            "novembra decembra"
        ),
    },
    {
        "id": _words(
            "bahwa karena mengatakan bisa perusahaan uang polisi kantor senin selasa rabu kamis jumat sabtu "
            "minggu adalah ia rp pemerintah triliun miliar jutaan warga perkataan provinsi desember agustus "
            "juli juni"
        ),
        "ms": _words(
            "bahawa kerana berkata boleh syarikat wang polis pejabat isnin khamis jumaat ahad ialah kerajaan "
            "beliau baharu rm bilion sekolah hospital persekutuan negeri malaysia disember ogos julai jun"
        ),
    },
)

_ALIKE = frozenset().union(*_TELLING_WORDS) | {"zxx"}  # languages that take more than a glance
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_SIGN = re.compile("[\u3040-\ud7ff]")  # of Chinese, Japanese or Korean
_lock = threading.Lock()


def detect(text: str) -> str | None:
    """The language of a text as a bare BCP 47 code (`tr`, `zh`), or None when it is short or leaves doubt."""
    language = _clear(text[:_SAMPLE])
    if language is not None and len(text) > _SAMPLE:
        # A release in two languages has none of its own.
        middle = (len(text) + _SAMPLE) // 2 - _SAMPLE // 4
        other = _clear(text[middle : middle + _SAMPLE // 2])
        if other not in (None, language):
            return None
    return language


def guesses(text: str) -> list[tuple[str, float]]:
    """The likeliest languages of a text with their probabilities, best first. For weighing charsets."""
    return [(str(code), float(sure)) for code, sure in _loaded().rank(text[:_SAMPLE].lower())[:5]]


def _loaded() -> LanguageIdentifier:
    with _lock:
        return _model()


@cache
def _model() -> LanguageIdentifier:
    # Imported only now: numpy and the model take longer than all else that a command needs to start.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages([code for code in model.labels if code not in _LEFT_OUT])
    # The library's own table is in half precision and stands in memory by columns, while a text asks for some
    # hundred rows of it: by rows, in single precision, the same answers take a tenth of the time.
    table = model.nb_ptc.astype("float32", order="C")
    return LanguageIdentifier(
        table,
        model.nb_pc,
        model.nb_classes,
        model.tk_nextmove,
        model.tk_output,
        norm_probs=True,
        tk_row=model.tk_row,
    )


def _clear(text: str) -> str | None:
    if "@" in text or "://" in text or "www." in text:
        text = _NO_WORDS.sub(" ", text)
    if len(text) >= 2 * _GLANCE and (language := _at_a_glance(text)):
        return language
    words = _WORD.findall(text.lower())
    letters = sum(map(len, words))
    if not text.isascii():  # a sign of Chinese, Japanese or Korean is worth as much as three letters
        letters += 2 * len(_SIGN.findall("".join(words)))
    if letters < _FEWEST_LETTERS:
        return None
    ranked = guesses(text)
    best, sure = ranked[0]
    for group in _TELLING_WORDS:
        if best in group and sum(word[0] < _END_OF_LATIN for word in words) * 2 > len(words):
            return _told_apart(group, ranked, words)
    if best == "zxx" or sure < (_CLEAR if letters >= _MANY_LETTERS else _VERY_CLEAR):
        return None
    return best


def _at_a_glance(text: str) -> str | None:
    """The language where four pieces from all over a text leave no doubt; a third of the work for most."""
    size = _GLANCE // 4
    step = (len(text) - size) // 3
    pieces = " ".join(text[at : at + size] for at in range(0, 3 * step + 1, step)).lower()
    if sum(map(len, _WORD.findall(pieces))) < _MANY_LETTERS:
        return None
    best, sure = _loaded().classify(pieces)
    return str(best) if sure >= _BEYOND_DOUBT and best not in _ALIKE else None


def _told_apart(
    group: dict[str, frozenset[str]], ranked: list[tuple[str, float]], words: list[str]
) -> str | None:
    sure = sum(share for code, share in ranked if code in group)
    if sure < _VERY_CLEAR:
        return None
    counts = sorted(
        ((sum(word in telling for word in words), code) for code, telling in group.items()), reverse=True
    )
    (most, code), (second, _) = counts[0], counts[1]
    if most > second:
        return code
    best, share = ranked[0]
    return best if share >= _VERY_CLEAR else None
