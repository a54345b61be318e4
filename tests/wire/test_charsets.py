"""Bytes to text: what they show, what is declared, what can be guessed, and what is refused."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.wire import charsets
from articles.wire.charsets import decode
from articles.wire.errors import BinaryDocument, DocumentTooLarge, EmptyDocument, UnknownCharset, WireError
from tests.wire.sentences import SENTENCES, TRADITIONAL_CHINESE

TEXTS = {**SENTENCES, "zh-Hant": TRADITIONAL_CHINESE, "fa": SENTENCES["fa"].replace("ی", "ي")}

# Languages, the Python codec that their sentences are written with, and the charset that is to be told.
LEGACY = [
    *(
        (code, "latin-1", "iso-8859-1")
        for code in ("de", "es", "fr", "it", "pt", "sv", "da", "no", "fi", "ca", "sq")
    ),
    ("nl", "mac_roman", None),
    ("fr", "mac_roman", "mac-roman"),
    ("de", "cp850", "cp850"),
    *((code, "iso8859-2", "iso-8859-2") for code in ("pl", "cs", "sk", "hu", "hr", "sl", "bs")),
    *((code, "cp1250", "windows-1250") for code in ("pl", "cs", "sk", "sl")),
    ("tr", "iso8859-9", "iso-8859-9"),
    ("ku", "iso8859-9", "iso-8859-9"),
    *((code, "iso8859-13", "iso-8859-13") for code in ("lt", "lv")),
    *((code, "cp1251", "windows-1251") for code in ("ru", "uk", "be", "bg", "sr")),
    *((code, "iso8859-5", "iso-8859-5") for code in ("ru", "uk", "be", "bg", "sr")),
    ("ru", "koi8-r", "koi8-r"),
    ("uk", "koi8-u", "koi8-u"),
    ("ru", "mac_cyrillic", "mac-cyrillic"),
    ("ru", "cp866", "cp866"),
    ("el", "iso8859-7", "iso-8859-7"),
    ("ar", "cp1256", "windows-1256"),
    ("ar", "iso8859-6", "iso-8859-6"),
    ("he", "iso8859-8", "iso-8859-8"),
    ("th", "cp874", "windows-874"),
    ("ja", "cp932", "shift_jis"),
    ("ja", "euc_jp", "euc-jp"),
    ("ja", "iso2022_jp", "iso-2022-jp"),
    ("ko", "cp949", "euc-kr"),
    ("zh", "gb18030", "gb18030"),
    ("zh-Hant", "big5", "big5"),
]


class TestGuessing:
    """Legacy charsets that are not declared."""

    @pytest.mark.parametrize(("code", "codec", "charset"), LEGACY)
    def test_two_sentences(self, code: str, codec: str, charset: str | None) -> None:
        """Two sentences of news are read right, and the charset is named."""
        text = TEXTS[code]
        found = decode(text.encode(codec))
        assert found.text == text
        assert charset is None or found.charset == charset

    @pytest.mark.parametrize(
        ("code", "codec"), [(code, codec) for code, codec, _ in LEGACY if (code, codec) != ("sq", "latin-1")]
    )
    def test_within_other_matter(self, code: str, codec: str) -> None:
        """Datelines, addresses and numbers around it in ASCII change nothing."""
        text = (
            f"ANKARA (AA) - 12:30 GMT\nhttps://example.com/x\n\n{TEXTS[code]}\n\n-- Desk, desk@example.com\n"
        )
        assert decode(text.encode(codec)).text == text

    @pytest.mark.parametrize(
        ("code", "codec", "charset"),
        [
            ("de", "cp1252", "windows-1252"),
            ("tr", "cp1254", "windows-1254"),
            ("el", "cp1253", "windows-1253"),
            ("pl", "cp1250", "windows-1250"),
            ("he", "cp1255", "windows-1255"),
            ("lt", "cp1257", "windows-1257"),
            ("ru", "cp1251", "windows-1251"),
            ("ar", "cp1256", "windows-1256"),
            ("en", "cp1252", "windows-1252"),
        ],
    )
    def test_quotes_show_the_charset_of_windows(self, code: str, codec: str, charset: str) -> None:
        """Where the bytes 0x80 to 0x9F hold signs, the charset is that of Windows."""
        text = "“" + TEXTS[code].replace(". ", "” – ", 1)
        found = decode(text.encode(codec))
        assert (found.text, found.charset) == (text, charset)

    def test_vietnamese_accents_are_put_together(self) -> None:
        """windows-1258 has accents apart from their letters; text is NFC."""
        text = TEXTS["vi"]
        found = decode(b"".join(_vietnamese(unicodedata.normalize("NFD", sign)) for sign in text))
        assert (found.text, found.charset) == (text, "windows-1258")

    def test_a_name_from_abroad_in_english_copy(self) -> None:
        """One letter in a whole story is read as the letter that names have."""
        text = "ANKARA (AA) - President Recep Tayyip Erdoğan said so on Friday. " + TEXTS["en"]
        assert decode(text.encode("cp1254")).text == text

    def test_euro_and_pound(self) -> None:
        """Signs of money are told by the charset in which they are signs of money."""
        text = "It cost 5 € on Friday. " + TEXTS["en"]
        assert decode(text.encode("iso8859-15")).charset == "iso-8859-15"
        text = TEXTS["en"] + " It cost £5 million."
        assert decode(text.encode("latin-1")).text == text

    def test_a_no_break_space_is_no_letter(self) -> None:
        """One no-break space in English copy is that."""
        found = decode(b"Written by Helen\xa0Corbett. " + TEXTS["en"].encode())
        assert found.text == "Written by Helen\u00a0Corbett. " + TEXTS["en"]

    def test_doubt_is_said(self) -> None:
        """A guess from too few bytes is marked as one."""
        found = decode(b"abcd\xc3")
        assert found.certainty < 0.5
        assert [problem.code for problem in found.problems] == ["uncertain-charset"]

    def test_the_rest_of_broken_text_is_read(self) -> None:
        """Half a character in the midst of Chinese or Japanese costs that character."""
        for code, codec in (("zh", "gb18030"), ("ja", "cp932")):
            data = TEXTS[code].encode(codec)
            found = decode(data[:41] + b"\n" + data)
            assert found.text.endswith(TEXTS[code])
            assert [problem.code for problem in found.problems] == ["undecodable"]


def _vietnamese(letter: str) -> bytes:
    """A letter taken apart, as windows-1258 writes it: the vowel whole, its tone behind it."""
    for length in range(len(letter), 0, -1):
        whole = unicodedata.normalize("NFC", letter[:length])
        try:
            return whole.encode("cp1258") + letter[length:].encode("cp1258")
        except UnicodeEncodeError:
            continue
    base = unicodedata.normalize("NFC", letter[0] + letter[2:])  # ậ: circumflex and dot in canonical order
    return base.encode("cp1258") + letter[1].encode("cp1258")


class TestUnicode:
    """UTF-8, UTF-16 and UTF-32."""

    def test_utf8(self) -> None:
        """Well-formed UTF-8 is that and nothing else."""
        found = decode(TEXTS["tr"].encode())
        assert found == charsets.Decoded(TEXTS["tr"], "utf-8", 1.0)

    def test_ascii_is_utf8(self) -> None:
        """Text without anything beyond ASCII is called UTF-8."""
        assert decode(b"plain").charset == "utf-8"

    def test_marks(self) -> None:
        """A byte order mark is believed and dropped."""
        for codec, charset in (("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")):
            found = decode(TEXTS["tr"].encode(codec))
            assert (found.text, found.charset, found.certainty) == (TEXTS["tr"], charset, 1.0)
        assert decode(b"\xfe\xff" + "Ünlü".encode("utf-16-be")).text == "Ünlü"

    @pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    @pytest.mark.parametrize("code", ["en", "tr", "ru", "el", "ar", "zh", "ja", "ko", "hi"])
    def test_without_a_mark(self, charset: str, code: str) -> None:
        """UTF-16 and UTF-32 are told by their zeros and by what the text would be."""
        found = decode(TEXTS[code].encode(charset))
        assert (found.text, found.charset) == (TEXTS[code], charset)

    def test_odd_end(self) -> None:
        """Half a unit at the end is one lost character."""
        found = decode(b"\xff\xfe" + "abc".encode("utf-16-le") + b"x")
        assert found.text == "abc\ufffd"
        assert [problem.code for problem in found.problems] == ["undecodable"]

    def test_emoji_in_surrogates(self) -> None:
        """Emoji written as two surrogates in UTF-8 (CESU-8) are put together."""
        assert decode(b"Good \xed\xa0\xbd\xed\xb8\x80 caf\xc3\xa9").text == "Good 😀 café"


class TestMixed:
    """Bytes of two charsets, and text that was read wrongly before."""

    def test_strays_of_windows(self) -> None:
        """A quote of windows-1252 among UTF-8 is a quote, and a problem."""
        found = decode("It was a café – and it isn".encode() + b"\x92t open. " + TEXTS["en"].encode())
        assert found.text == "It was a café – and it isn’t open. " + TEXTS["en"]
        assert (found.charset, [problem.code for problem in found.problems]) == ("utf-8", ["mixed-charset"])

    def test_a_line_of_another_charset(self) -> None:
        """A paragraph pasted in the old charset is read in that."""
        for code, codec, line in (
            ("tr", "cp1254", "Şırnak'ta çatışma çıktı, bölgeye ekip gönderildi.\n"),
            ("ru", "cp1251", "Новости дня.\n"),
        ):
            found = decode(TEXTS[code].encode() + b"\n" + line.encode(codec) + TEXTS[code].encode())
            assert found.text == f"{TEXTS[code]}\n{line}{TEXTS[code]}"
            assert [problem.code for problem in found.problems] == ["mixed-charset"]

    def test_cut_off(self) -> None:
        """UTF-8 that ends within a character loses that character and no more."""
        found = decode((TEXTS["tr"] + "ş").encode()[:-1])
        assert found.text == TEXTS["tr"] + "\ufffd"
        assert [problem.code for problem in found.problems] == ["undecodable"]

    @pytest.mark.parametrize(
        ("code", "codec"), [("fr", "cp1252"), ("tr", "latin-1"), ("ru", "cp1251"), ("pl", "cp1250")]
    )
    def test_mojibake_is_mended(self, code: str, codec: str) -> None:
        """UTF-8 that was read as a charset of one byte and written again is mended, and said."""
        found = decode(TEXTS[code].encode().decode(codec).encode())
        assert found.text == TEXTS[code]
        assert [problem.code for problem in found.problems] == ["mojibake"]

    def test_mending_leaves_quotes_and_ligatures(self) -> None:
        """Only what is broken is touched."""
        found = decode("Bad cafÃ© isnâ€™t.\nGood “quotes” of the ﬁrst, ´ and ＡＢＣ\n".encode())
        assert found.text == "Bad café isn’t.\nGood “quotes” of the ﬁrst, ´ and ＡＢＣ\n"

    @pytest.mark.parametrize(
        "text",
        [
            "São Paulo, Ângela, Ãlvaro e «não» – 5×3",
            "ÀÉÎÕÜ",
            "Ça coûte 5 €…",
            "Đặng Â “x”",
            "Жаль… «Рассвет» – №5",
            "1 ½ – 2",
        ],
    )
    def test_what_is_right_stays(self, text: str) -> None:
        """Copy full of accents and signs is not mended."""
        found = decode(text.encode())
        assert (found.text, found.problems) == (text, ())

    def test_controls_that_were_quotes(self) -> None:
        """Controls of the upper range are signs of Windows that came through Latin-1."""
        found = decode("It\x92s \x93good\x94".encode())
        assert found.text == "It’s “good”"
        assert [problem.code for problem in found.problems] == ["mojibake"]


class TestDeclared:
    """What the user or the document says."""

    def test_it_is_believed_where_it_fits(self) -> None:
        """A declared charset reads what could not be told by itself."""
        found = decode("Ýzmir".encode("latin-1"), "windows-1254")
        assert (found.text, found.charset) == ("İzmir", "windows-1254")

    @pytest.mark.parametrize(
        "label", ["latin1", "ISO-8859-1", "cp1252", "windows-1254", "koi8-r", "us-ascii"]
    )
    def test_a_single_byte_charset_yields_to_utf8(self, label: str) -> None:
        """Well-formed UTF-8 with characters beyond ASCII is UTF-8, whatever is declared."""
        found = decode(TEXTS["fr"].encode(), label)
        assert (found.text, found.charset, found.problems) == (TEXTS["fr"], "utf-8", ())

    def test_unused_controls_mean_windows(self) -> None:
        """Latin-1 with bytes that Latin-1 has not is windows-1252."""
        found = decode(b"\x93Hi\x94 caf\xe9", "latin1")
        assert (found.text, found.charset, found.problems) == ("“Hi” café", "windows-1252", ())

    def test_chance_utf8(self) -> None:
        """Two signs of GBK that look like UTF-8 are what is declared."""
        assert decode("联通".encode("gbk"), "gbk").text == "联通"

    @pytest.mark.parametrize(
        ("codec", "code", "declared"),
        [
            ("iso8859-9", "tr", "utf-8"),
            ("gb18030", "zh", "shift_jis"),
            ("koi8-r", "ru", "windows-1251"),
            ("cp932", "ja", "iso-8859-1"),
        ],
    )
    def test_a_wrong_declaration_is_not_forced(self, codec: str, code: str, declared: str) -> None:
        """Bytes that do not fit, or make nonsense, are read by the best guess, and that is said."""
        found = decode(TEXTS[code].encode(codec), declared)
        assert found.text == TEXTS[code]
        assert [problem.code for problem in found.problems] == ["charset-mismatch"]

    @pytest.mark.parametrize(
        "label", ["klingon", "rot13", "base64", "idna", "utf-7", "", " ", "\0", "é", "x" * 300]
    )
    def test_what_is_no_charset(self, label: str) -> None:
        """A name that means nothing is refused in words."""
        if not label:
            assert decode(b"abc", label).charset == "utf-8"
            return
        with pytest.raises(UnknownCharset, match="There is no charset"):
            decode(b"abc", label)

    @pytest.mark.parametrize(
        ("label", "charset"),
        [
            ("UTF8", "utf-8"),
            ("Latin5", "iso-8859-9"),
            ("cp1254", "windows-1254"),
            ("SJIS", "shift_jis"),
            ("GB2312", "gb2312"),
            ("x-mac-cyrillic", "mac-cyrillic"),
            ("ISO_8859-2", "iso-8859-2"),
            ("ks_c_5601-1987", "euc-kr"),
            ("Windows 1251", "windows-1251"),
            ("ansi", "windows-1252"),
        ],
    )
    def test_other_names(self, label: str, charset: str) -> None:
        """The names that people and programs use are known."""
        assert charsets.names.known(label) == charset


class TestTidying:
    """The text that comes out."""

    def test_line_ends(self) -> None:
        """Every line ends in a line feed."""
        assert decode(b"a\r\nb\rc\n\r\nd").text == "a\nb\nc\n\nd"
        assert decode("a\u2028b\u2029c".encode()).text == "a\nb\nc"

    def test_marks_of_files_put_together(self) -> None:
        """A byte order mark at the start of a later line goes too."""
        assert decode("\ufeffone\r\n\ufefftwo\ufeff".encode()).text == "one\ntwo\ufeff"

    def test_what_was_lost_before(self) -> None:
        """U+FFFD in the copy itself is a problem, too."""
        found = decode("a \ufffd b".encode())
        assert (found.text, [problem.code for problem in found.problems]) == ("a \ufffd b", ["undecodable"])

    def test_next_line(self) -> None:
        """U+0085 is a line end in copy that has no other, else it was an ellipsis."""
        assert decode("one\x85two\x85three".encode()).text == "one\ntwo\nthree"
        assert decode("one two\x85 three\nfour\nfive".encode()).text == "one two… three\nfour\nfive"

    def test_what_stays(self) -> None:
        """Tabs, form feeds, no-break spaces and the controls of wire formats stay where they are."""
        text = "\x01a\tb\x0c\u00a0c\x02\x1f\x03"
        assert decode(text.encode()).text == text

    def test_nfc(self) -> None:
        """Accents are put together with their letters."""
        assert decode("Cafe\u0301".encode()).text == "Caf\u00e9"


class TestRefusal:
    """What is no text."""

    @pytest.mark.parametrize(
        "data", [b"", b" \n\t\r\n\x1a", b"\xef\xbb\xbf \n", "\u00a0\u3000".encode(), b"\0\0\0"]
    )
    def test_empty(self, data: bytes) -> None:
        """White space alone is nothing."""
        with pytest.raises(EmptyDocument):
            decode(data)

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"%PDF-1.7\n", "a PDF"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG"),
            (b"\x89PNG\r\n\x1a\n", "a PNG"),
            (b"PK\x03\x04\x14\0", "a ZIP"),
            (b"\x1f\x8b\x08\0", "gzip"),
            (b"\x7fELF\x02", "a program"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
            (b"{\\rtf1\\ansi x}", "RTF"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
            (b"\0\0\0\x1cftypavif", "AVIF"),
        ],
    )
    def test_it_says_what_it_looks_like(self, data: bytes, kind: str) -> None:
        """Files of other kinds are named."""
        with pytest.raises(BinaryDocument, match=kind):
            decode(data)

    def test_bytes_without_sense(self) -> None:
        """NUL bytes and many controls are no text."""
        for data in (
            b"abc\0def",
            bytes(range(256)) * 20,
            b"\x01\x02\x05\x06\x10" * 50,
            random.Random(1).randbytes(5000),
        ):
            with pytest.raises(BinaryDocument):
                decode(data)

    def test_stray_nuls(self) -> None:
        """A few NUL bytes in copy that is otherwise whole are left out, and told."""
        decoded = decode(b"Fog closes harbour\0\n\nOSLO (NTB) - Fog closed\0 it on Monday.\n")
        assert decoded.text == "Fog closes harbour\n\nOSLO (NTB) - Fog closed it on Monday.\n"
        assert [problem.code for problem in decoded.problems] == ["stray-nul"]

    def test_padding_is_no_content(self) -> None:
        """NUL bytes that fill up the end of a file are passed over."""
        assert decode(b"Text\n" + b"\0" * 500).text == "Text\n"

    def test_too_large(self) -> None:
        """There is an end to what is read."""
        with pytest.raises(DocumentTooLarge):
            decode(b"a" * (charsets.LARGEST + 1))


class TestAnyInput:
    """Properties that hold whatever comes in."""

    @given(
        st.binary(max_size=300),
        st.sampled_from([None, "utf-8", "latin1", "gb18030", "utf-16", "shift_jis", "hz"]),
    )
    @settings(deadline=None)
    def test_bytes(self, data: bytes, declared: str | None) -> None:
        """Any bytes give tidy text or one of our errors."""
        try:
            found = decode(data, declared)
        except WireError:
            return
        assert unicodedata.is_normalized("NFC", found.text)
        assert not {"\r", "\u2028", "\u2029"} & set(found.text)
        assert 0 <= found.certainty <= 1
        assert charsets.names.known(found.charset) == found.charset
        found.text.encode()

    @given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn")), min_size=1))
    @settings(deadline=None)
    def test_utf8_is_never_doubted(self, text: str) -> None:
        """What is written as UTF-8 is read as UTF-8."""
        try:
            found = decode(text.encode())
        except (EmptyDocument, BinaryDocument):
            return
        assert found.charset == "utf-8"

    @pytest.mark.parametrize(
        "piece", [b"\xe9 ", b"\xe9\xe8", "é".encode() + b"\x92", "Ã©".encode(), b"\xed\xa0\xbd", b"\x81"]
    )
    def test_no_long_time(self, piece: bytes) -> None:
        """A megabyte of trouble is read in seconds."""
        begun = time.process_time()
        decode(piece * (1_000_000 // len(piece)))
        assert time.process_time() - begun < 8


def test_utf8_costs_next_to_nothing() -> None:
    """The usual case takes well under a millisecond a page."""
    data = TEXTS["tr"].encode() * 20
    decode(data)
    begun = time.process_time()
    for _ in range(50):
        decode(data)
    assert (time.process_time() - begun) / 50 < 0.003
