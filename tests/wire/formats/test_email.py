"""E-mail: headers and parts as programs really write them, the text that is meant, mailboxes, broken mail."""

from __future__ import annotations

import io
from base64 import b64encode
from pathlib import Path

import pytest

from articles.wire import signs
from articles.wire.errors import WireError
from articles.wire.formats import email
from articles.wire.formats.email import message, plaintext
from articles.wire.story import BlockType, WireStory

SAMPLES = Path(__file__).parent.parent / "samples" / "email"
ONE = "The harbour office shut the northern gate on Monday, after divers had found a crack in its wall."


def mail(body: str | bytes = ONE, header: str = "", subject: str = "Gate shut") -> bytes:
    """A message with this body and further lines of header."""
    start = f"From: Jane Doe <jane@example.org>\nTo: desk@example.org\nSubject: {subject}\n{header}\n"
    return start.encode("utf-8", "surrogateescape") + (body.encode() if isinstance(body, str) else body)


def read(body: str | bytes = ONE, header: str = "", subject: str = "Gate shut") -> WireStory:
    """The story of such a message."""
    (story,) = email.parse(mail(body, header, subject)).stories
    return story


def texts(story: WireStory) -> list[str]:
    """The texts of the body's blocks."""
    return [block.text for block in story.body]


def codes(story: WireStory) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in story.problems]


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        ("Gate shut", "Gate shut"),
        ("Fwd: Gate shut", "Fwd: Gate shut"),
        ("=?utf-8?Q?T=C3=BCr_zu?=", "Tür zu"),
        ("=?utf-8?Q?T=C3?=\n =?utf-8?Q?=BCr zu?=", "Tür zu"),
        ("=?iso-8859-1?q?T=FCr?= =?iso-8859-1?q?_zu?= now", "Tür zu now"),
        ("=?unknown-8bit?B?" + b64encode("Tür zu".encode()).decode() + "?=", "Tür zu"),
        ("=?gb2312?B?" + b64encode("朱镕基访问".encode("gb18030")).decode() + "?=", "朱镕基访问"),
        ("=?utf-8?Q?T=C3=BCr_zu", "Tür zu"),
        ("Tür zu", "Tür zu"),
        ("=?no words", "=?no words"),
        ("one\n two\n\tthree", "one two three"),
    ],
)
def test_subjects(printed: str, headline: str) -> None:
    """The headline is the subject, decoded however it was encoded, and nothing taken from it."""
    assert read(subject=printed).headline == headline


def test_a_message_without_a_subject_has_no_headline() -> None:
    """The first line of the text is none, however like one it looks."""
    story = read("Gate shut\n\n" + ONE, subject="")
    assert story.headline is None
    assert texts(story) == ["Gate shut", ONE]
    assert "no-headline" in codes(story)


@pytest.mark.parametrize(
    ("date", "created"),
    [
        ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00"),
        ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00"),
        ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06+00:00"),
        ("Fri, 8 Jul 2016 09:12:44 EST", "2016-07-08T09:12:44-05:00"),
        ("Fri, 8 Jul 2016 09:12:44", "2016-07-08T09:12:44+00:00"),
        ("2012-05-03 10:00:00 +0200", "2012-05-03T10:00:00+02:00"),
        ("<HR>", None),
        ("Thu, 30 Feb 2017 10:00:00 +0100", None),
    ],
)
def test_dates(date: str, created: str | None) -> None:
    """Dates by the standard and its forerunners; one that is none is told."""
    story = read(header=f"Date: {date}\n")
    assert story.as_json()["created"] == created
    assert ("bad-date" in codes(story)) is (created is None)


@pytest.mark.parametrize(
    ("line", "uri"),
    [
        ("<a.1@example.org>", "a.1@example.org"),
        ("a.1@example.org", "a.1@example.org"),
        ("<1234   @   local(blah)  .machine .example>", "1234@local.machine.example"),
        ("\n <a.1@example.org>", "a.1@example.org"),
    ],
)
def test_identities(line: str, uri: str) -> None:
    """The message's identity without its brackets, comments and blanks."""
    assert read(header=f"Message-ID: {line}\n").uri == uri


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("quoted-printable", b"Caf=C3=A9 is op=\nen."),
        ("Quoted-Printable;", b"Caf=C3=A9 is op=\nen."),
        ("base64", b64encode("Café is open.".encode())),
        ("BASE64 ", b64encode("Café is open.".encode()).rstrip(b"=")),
        ("7-bit", "Café is open.".encode()),
        ("x-no-such", "Café is open.".encode()),
    ],
)
def test_packings(packing: str, data: bytes) -> None:
    """Transfer encodings, misspelt ones too."""
    header = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {packing}\n"
    assert texts(read(data, header)) == ["Café is open."]


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [
        ("us-ascii", "Der Hafen öffnet früh.".encode("latin-1"), "Der Hafen öffnet früh."),
        ("utf-8", "Der Hafen öffnet früh.".encode("latin-1"), "Der Hafen öffnet früh."),
        ("iso-8859-1", "Der Hafen öffnet früh.".encode(), "Der Hafen öffnet früh."),
        ("no-such-charset", "Der Hafen öffnet früh.".encode(), "Der Hafen öffnet früh."),
        ("iso-2022-jp", "港が開く。".encode("iso-2022-jp"), "港が開く。"),
        ("gb2312", "朱镕基今天访问了港口，雾很大。".encode("gb18030"), "朱镕基今天访问了港口，雾很大。"),
    ],
)
def test_charsets(label: str, data: bytes, text: str) -> None:
    """Charsets declared rightly, wrongly, and not at all."""
    assert texts(read(data, f"Content-Type: text/plain; charset={label}\n")) == [text]


def multipart(kind: str, *parts: str) -> tuple[str, str]:
    """Body and header of a multipart of these parts."""
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return body, f"MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary=b\n"


PLAIN = f"Content-Type: text/plain\n\n{ONE}\n"
RICH = f"Content-Type: text/html\n\n<p>{ONE.replace('northern', '<b>northern</b>')}</p>\n"


@pytest.mark.parametrize(
    ("parts", "is_rich"),
    [
        ((PLAIN, RICH), False),
        (("Content-Type: text/plain\n\n\n", RICH), True),
        (("Content-Type: text/plain\n\nYour program cannot display HTML mail.\n", RICH), True),
        ((RICH,), True),
    ],
)
def test_plain_text_goes_before_html(parts: tuple[str, ...], is_rich: bool) -> None:
    """Of two forms the plain one is the text, unless it is a stub."""
    story = read(*multipart("alternative", *parts))
    assert texts(story) == [ONE]
    assert ("<strong>" in story.body_html) is is_rich


@pytest.mark.parametrize("boundary", ["; boundary=other", "", '; boundary=""'])
def test_parts_behind_a_wrong_boundary(boundary: str) -> None:
    """Parts are found by the boundary that parts them, whatever the header says."""
    body, _ = multipart("mixed", PLAIN)
    assert texts(read(body, f"MIME-Version: 1.0\nContent-Type: multipart/mixed{boundary}\n")) == [ONE]


def test_files_are_named_and_pictures_are_media() -> None:
    """Pictures come by their Content-ID or name, other files are told, signatures pass in silence."""
    picture = "Content-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n"
    data = b64encode(b"x" * 200).decode()
    story = read(
        *multipart(
            "mixed",
            PLAIN,
            f"{picture}Content-ID: <one@x>\n\n{data}\n",
            f"{picture}Content-Disposition: attachment\n\n{data}\n",
            "Content-Type: application/pdf; name=b.pdf\n\nx\n",
            "Content-Type: application/pgp-signature\n\nx\n",
        )
    )
    assert [one.href for one in story.media] == ["cid:one@x", "a.jpg"]
    assert codes(story) == ["attachment", "no-date"]


def test_a_message_in_a_message() -> None:
    """The text of a mail that was forwarded as a whole belongs to the story, its pictures too."""
    story = read(
        *multipart(
            "mixed",
            "Content-Type: text/plain\n\nSee below.\n",
            f"Content-Type: message/rfc822\n\nSubject: x\n\n{ONE}\n",
        )
    )
    assert texts(story) == ["See below.", ONE]


@pytest.mark.parametrize(
    "opening",
    [
        "---------- Forwarded message ----------\nFrom: A <a@b.c>\nSubject: x\n\n",
        "Begin forwarded message:\n\n> From: A <a@b.c>\n> Subject: x\n\n",
        "-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\nSubject: x\n\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: \tx\nVon: \tA\n\n",
        "From: A <a@b.c>\nSent: Monday, 4 March 2019 09:00\nTo: B\nSubject: x\n\n",
        "Von: A\nGesendet: Montag, 4. März 2019 09:00\nAn: B\nBetreff: x\n\n",
    ],
)
def test_headers_of_what_is_forwarded_are_no_text(opening: str) -> None:
    """They are told; the text below them stays."""
    story = read(f"For tonight.\n\n{opening}{ONE}\n")
    assert texts(story) == ["For tonight.", ONE]
    assert "forwarded" in codes(story)


@pytest.mark.parametrize(
    ("tail", "code"),
    [
        ("-- \nJane Doe\nMerrow", "signature"),
        ("Sent from my iPhone", "mail-footer"),
        ("To unsubscribe from this list, click here.", "mail-footer"),
        ("This message is confidential and intended only for its recipient.", "mail-footer"),
        (
            "_______________________________________________\nHarbour mailing list\nhttps://x.example/listinfo/h",
            "mail-footer",
        ),
    ],
)
def test_what_stands_below_the_text_is_told(tail: str, code: str) -> None:
    """Signatures, disclaimers and footers of lists are no text."""
    story = read(f"{ONE}\n\n{tail}\n")
    assert texts(story) == [ONE]
    assert code in codes(story)


NEWSLETTER = f"""The gate of the harbour is shut
View this email in your browser (https://x.example/1?e=2)

** Gate shut
------------------------------------------------------------

{ONE}

============================================================
** Follow (https://x.example/follow)
Copyright © 2019 Merrow Press, All rights reserved.

Our mailing address is:
1 Quay, Merrow

Want to change how you receive these emails?
You can ** unsubscribe from this list (https://x.example/leave).
"""
NEWSLETTER_PAGE = (
    "<html><body><div style='display:none'><div>A preview</div> of it</div><h1>Gate shut</h1>"
    f"<p>{ONE}</p><p>Copyright © 2019 Merrow Press, All rights reserved.</p><p>Our mailing address is:"
    "<br>1 Quay</p><p>You can <a href=/u>unsubscribe from this list</a>.</p></body></html>"
)


@pytest.mark.parametrize(
    ("body", "kind"), [(NEWSLETTER, "text/plain"), (NEWSLETTER_PAGE, "text/html")], ids=["plain", "html"]
)
def test_newsletters(body: str, kind: str) -> None:
    """What a service writes around a text is told and no text; its copyright line is kept."""
    story = read(body, f"Content-Type: {kind}; charset=utf-8\n")
    assert texts(story) == [ONE]
    assert story.description is None
    assert story.copyright == "Copyright © 2019 Merrow Press, All rights reserved."
    assert "mail-footer" in codes(story)


def test_a_forwarded_header_in_html_and_the_subject_once_more() -> None:
    """Outlook writes both above the text of what it forwards."""
    body = (
        "<p>For tonight.</p><div><p><b>From:</b> A &lt;a@b.c&gt;<br><b>Sent:</b> Monday<br><b>To:</b> B<br>"
        f"<b>Subject:</b> Gate shut</p></div><p>Gate shut</p><p>{ONE}</p>"
    )
    story = read(body, "Content-Type: text/html; charset=utf-8\n", "FW: Gate shut")
    assert texts(story) == ["For tonight.", ONE]
    assert {"forwarded", "repeated-headline"} <= set(codes(story))
    assert story.headline == "FW: Gate shut"


def test_a_forwarded_header_in_parts() -> None:
    """Apple's program writes each field in a part of its own."""
    fields = ("De: Presse &lt;a@b.c&gt;", "Objet: Gate shut", "À: B")
    header = "".join(f"<div><b>{one}</b></div>" for one in ("Début du message réexpédié :", *fields))
    body = f"<blockquote>{header}<p>{ONE}</p></blockquote>"
    story = read(body, "Content-Type: text/html; charset=utf-8\n", "Tr: Gate shut")
    assert texts(story) == [ONE]


@pytest.mark.parametrize(
    "subject", ["Press release: Gate shut", "Fwd: PRESS RELEASE - Gate shut", "Gate shut"]
)
def test_the_subject_once_more_without_its_label(subject: str) -> None:
    """The heading of a release is its subject; pictures that the text only names are told."""
    story = read(f"Hi Jane,\n\n*Gate shut*\n\n{ONE}\n\n[image: gate.jpg]\n", subject=subject)
    assert texts(story) == ["Hi Jane,", ONE]
    assert {"attachment", "repeated-headline"} <= set(codes(story))


def test_base64_behind_a_wrong_boundary() -> None:
    """The parts are told apart by the boundary that is there, dashes before it or not."""
    packed = b64encode(f"<p>{ONE}</p>".encode()).decode()
    body = (
        f"----=_x1\nContent-Type: text/html;\nContent-Transfer-Encoding: base64\n\n{packed}\n\n----=_y2--\n"
    )
    story = read(body, 'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="--=_z3"\n')
    assert texts(story) == [ONE]


def test_flowed_text() -> None:
    """Soft breaks join lines, with `delsp` without their blank; depth of quotation parts them."""
    found = plaintext.read("a \nb\n> c \n> d\n>> e\n f\n", flowed=True)
    assert found.chars.split("\n")[0] == "a b"
    assert [found.chars[start:end] for start, end in found.quotes] == ["c d\ne"]
    assert plaintext.read("日本 \n語\n", flowed=True, delsp=True).chars.startswith("日本語")


def test_quotations_are_quotes() -> None:
    """Lines behind `>` are blocks of their own kind."""
    story = read("John wrote:\n\n> Is it shut?\n> Since when?\n\nIt is.\n")
    assert [(block.type, block.text) for block in story.body] == [
        (BlockType.PARAGRAPH, "John wrote:"),
        (BlockType.QUOTE, "Is it shut? Since when?"),
        (BlockType.PARAGRAPH, "It is."),
    ]


def test_mailboxes_are_parted_alike() -> None:
    """A mailbox is parted into the same stories whether it is read at once or too large for that."""
    whole = (SAMPLES / "digest.mbox").read_bytes()
    parts = list(email.FORMAT.split(io.BytesIO(whole))) if email.FORMAT.split else []
    assert len(parts) == 2
    apart = [email.parse(part).stories[0].as_json() for part in parts]
    assert apart == [story.as_json() for story in email.parse(whole).stories]


def test_spans_point_at_the_text() -> None:
    """Every value of every message has its place in the text of the document."""
    parsed = email.parse((SAMPLES / "digest.mbox").read_bytes())
    for story in parsed.stories:
        (headline,) = story.spans["headline"]
        assert parsed.text[headline.start : headline.end] == story.headline
        (first,) = story.spans["body.0"]
        assert parsed.text[first.start : first.end] == story.body[0].text


@pytest.mark.parametrize(
    ("document", "is_mail"),
    [
        (mail(), True),
        (b"\xef\xbb\xbf" + mail(), True),
        (b" " * 250 + b"\r\nDelivered-To: a@b.c\r\nSubject: x\r\n\r\ny", True),
        (b"From a@b.c Mon Sep 12 08:00:00 2022\nSubject: x\n\ny", True),
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", True),
        (b"Date    : Fri, 21 Nov 1997 09:55:06\nFrom  : a@b.c\nSubject : x\n\ny", True),
        (b"Von:\tA\nGesendet:\tMontag\nAn:\tB\nBetreff:\tx\n\ny", True),
        (b"Headline: Fog\nByline: Jane Doe\nDate: 3 May 2010\nSource: Merrow\n\ny", False),
        (b"To: the editor\nFrom: Merrow Ferries plc\nDate: 8 July 2016\n\nFOR IMMEDIATE RELEASE", False),
        (b"From Jane Doe in Cairo\n\nFog shut the harbour.", False),
    ],
)
def test_what_is_mail(document: bytes, is_mail: bool) -> None:
    """Headers of messages are told from the labelled lines of raw copy."""
    assert (signs.look(document).family is signs.Family.MAIL) is is_mail


@pytest.mark.parametrize("name", ["press-release.eml", "alternative-flowed.eml", "html-only.eml"])
def test_every_beginning_of_a_message_is_read(name: str) -> None:
    """Cut anywhere: a story, or an error that says what is wrong."""
    whole = (SAMPLES / name).read_bytes()
    for end in range(1, len(whole), 17):
        (story,) = email.parse(whole[:end]).stories
        story.as_json()


@pytest.mark.parametrize(
    "document",
    [
        mail(
            header="".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
        ),
        mail(header="Content-Type: message/rfc822\n\n" * 3000),
        mail("<style>" * 50_000, "Content-Type: text/html\n"),
        mail("> a\n" * 20_000),
        mail("begin 644 x\n" * 20_000),
        mail(subject="=?utf-8?Q?a?= " * 20_000),
        mail(b"\x00\x01\xff" * 100),
        mail("x", "Content-Type: text/plain; charset*=''%\n"),
    ],
    ids=["parts", "messages", "styles", "quotes", "files", "words", "bytes", "parameter"],
)
def test_hostile_mail(document: bytes) -> None:
    """Nothing takes long, and nothing but a `WireError` comes out."""
    try:
        stories = email.parse(document).stories
    except WireError:
        return
    assert len(stories) == 1


def test_an_empty_document_is_an_error() -> None:
    """There is no story in nothing."""
    with pytest.raises(WireError):
        email.parse(b" \r\n")


def test_file_names() -> None:
    """Names of files by RFC 2231, by encoded words, and with the folders that some programs add."""
    part = message.load(
        b"Content-Disposition: attachment; filename*0*=utf-8''T%C3%BCr; filename*1*=%20zu.jpg\n\nx"
    )
    assert message.filename(part) == "Tür zu.jpg"
    part = message.load(b'Content-Type: image/jpeg; name="=?utf-8?Q?T=C3=BCr?=.jpg"\n\nx')
    assert message.filename(part) == "Tür.jpg"
    part = message.load(b'Content-Type: image/jpeg; name="C:\\\\pictures\\\\gate.jpg"\n\nx')
    assert message.filename(part) == "gate.jpg"
    name = "Отчёт о воротах.pdf"
    part = message.load(b'Content-Type: application/pdf; name="' + name.encode("koi8-r") + b'"\n\nx')
    assert message.filename(part) == name


def test_html_of_office_programs() -> None:
    """Their own tags are no text, a greeting is no standfirst, logos and pixels are no pictures."""
    body = (
        "<p class=MsoNormal>Dear editors,<o:p></o:p></p><![if !mso]><p><o:p>&nbsp;</o:p></p><![endif]>"
        "<p>MERROW, 4 March 2019 (MNA) - The ferry <b>Petrel</b> sails again, its owners said.<o:p></o:p></p>"
        "<img src='https://x.example/o.gif' width=1 height=1><img src='https://x.example/logo.png'>"
    )
    story = read(body, "Content-Type: text/html; charset=utf-8\n")
    assert texts(story) == ["Dear editors,", "The ferry Petrel sails again, its owners said."]
    assert story.description is None
    assert story.located == "MERROW"
    assert story.media == ()
