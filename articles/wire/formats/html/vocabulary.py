"""The words by which pages name their parts, and the labels that they print, as plain data.

A page's class names and ids are split into words (`article__share-bar` → article, share, bar); what a part is
for is told by its words, whatever the system that made the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from articles.wire.copy.vocabulary import alternation, phrases


def word_set(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


# Parts that are no text of the story wherever they stand.
BOXES = word_set(
    """
    share shares sharing sharebar sharetools sharer social socials socialbar sociallinks addthis sharethis
    related relateds relatedlinks relatedposts relatedarticles relatedcoverage relatedcontent relateditems
    recommend recommended recommendation recommendations recirc recirculation readalso alsoread seealso
    promo promos promotion promotions promobox newsletter newsletters subscribe subscription subscriptions
    signup ad ads adv advert adverts advertisement advertisements advertising adslot adunit adbox adblock
    adwrap adwrapper adcontainer dfp gpt sponsor sponsors sponsored sponsorship
    comment comments commenting commentlist commentform disqus livefyre fyre respond discussion
    breadcrumb breadcrumbs nav navi navbar navigation menu menus toolbar toolbox tools sidebar
    teaser teasers trending popular mostread mostpopular mostviewed ranking
    tags taglist tagcloud topics keywords etiketleri etiketler
    bio bios authorbio authorbox authorinfo authorcard authorprofile aboutauthor
    cookie cookies consent gdpr paywall popup popin modal lightbox overlay dialog tooltip
    pagination pager paging carousel slideshow slider gallery galleries
    player jwplayer brightcove video-js kaltura outbrain taboola zergnet revcontent mgid
    poll survey quiz rating ratings feedback login signin register registration
    cta banner affiliate catcher inread pullquote pull-quote pullquotes noprint
    skip jump toc clipboard print printer masthead editorial-links morestories morefrom morenews
    follow followus footnav subnav topnav toplinks bottomlinks siblings reactions trust disclaimer
    strycntntrgt playlist playlists
    a11y sronly screenreader visuallyhidden accessibility invisible offscreen
    """
)
# Of these, words that sit on paragraphs of the text as well: a long sentence under them stays.
WEAK = word_set(
    """
    paywall overlay modal player tools print printer jump skip follow rating ratings poll gallery galleries
    slider carousel slideshow register registration login signin trust discussion respond banner
    cta disclaimer
    popular trending sponsor sponsored adv affiliate ranking topics keywords reactions accessibility
    """
)
# Of the words of heads, those that are no text however long it is.
FIRM = word_set("caption captions credit credits copyright legend byline bylines")
# Two words that make a box only together.
_PAIRS = frozenset(
    {
        ("read", "more"),
        ("read", "also"),
        ("read", "next"),
        ("see", "also"),
        ("most", "read"),
        ("most", "popular"),
        ("most", "viewed"),
        ("more", "stories"),
        ("more", "from"),
        ("more", "on"),
        ("more", "news"),
        ("more", "articles"),
        ("up", "next"),
        ("next", "article"),
        ("next", "page"),
        ("pull", "quote"),
        ("author", "bio"),
        ("author", "box"),
        ("author", "card"),
        ("author", "profile"),
        ("about", "author"),
        ("sign", "up"),
        ("screen", "reader"),
        ("sr", "only"),
        ("visually", "hidden"),
        ("visual", "hidden"),
        ("link", "list"),
        ("story", "links"),
        ("article", "links"),
        ("off", "screen"),
        ("links", "block"),
        ("link", "block"),
        ("next", "prev"),
        ("prev", "next"),
        ("row", "excerpt"),
        ("rich", "link"),
        ("read", "time"),
        ("reading", "time"),
    }
)
# Parts of a story's head: not text, wherever they stand above it, nor below it while they are short.
HEADS = word_set(
    """
    byline bylines author authors authorname dateline timestamp datetime date dates time pubdate published
    publish updated modified posted kicker eyebrow overline label category categories section
    dek deck standfirst subtitle subheadline subhead strapline chapo summary abstract lede intro teaser
    headline title entry-title meta info infos details publisher publication location
    credit credits caption captions legend copyright source thumbnail contributor contributors
    """
)
# Asked only for what they add to a class name: `read-more`, `link-list`.
BYLINES = word_set(
    """
    byline bylines author authors authorname auteur auteurs autor autores autore autori yazar verfasser
    writer writers reporter reporters contributor contributors signature firma forfatter journalist publisher
    vcard fn credit-line submitted
    """
)
STANDFIRSTS = word_set(
    """
    dek deck standfirst subtitle subheadline subhead subheading strapline chapo sumario bajada copete
    entradilla vorspann teasertext desc excerpt lead-in articlesubtitle summary sottotitolo occhiello
    announce anons spot
    """
)
CAPTIONS = word_set(
    "caption captions legend legende figcaption cutline bildunterschrift imagecaption photocaption"
)
CREDITS = word_set(
    """
    credit credits copyright photographer photocredit imagecredit attribution source rights bildquelle
    """
)
DATES = word_set(
    """
    date dates dateline timestamp datetime time pubdate published publish publication updated modified posted
    updates info created submitted tarih fecha datum data
    """
)
NO_PICTURE = word_set(
    "logo logos icon icons avatar avatars sprite author headshot mugshot emoji gravatar qr button btn badge "
    "pixel tracking spacer"
)

_MODIFIERS = word_set("with has have no without hide show supports")
_SEGMENT = re.compile(r"[A-Za-z]+")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BODY = re.compile(
    r"(?:article|arti|articulo|noticia|nota|release|story|post|entry|news|blog|content|main|page|text"
    r"|detail|single|asset|node|field)"
    r"(?:body|text|content|copy|texte|texto|inner)(?:text|content|copy|inner|main|first|after)?"
    r"|bodytext|bodycopy|bodycontent|storyarea|articlemain|richtext|maintext|contenttext|articledetail"
    r"|newsdetail|hnewsbody|econtent"
)
_NO_BODY = re.compile(
    r"header|footer|side|comment|related|meta|byline|title|image|caption|teaser|list|promo|share|social|tools"
    r"|media|video|photo|summary|date|author|nav|menu"
)


@lru_cache(maxsize=8192)
def hints(marks: str) -> frozenset[str]:
    """The words of class names and ids; pairs that make a box stand joined by a hyphen."""
    words: list[str] = []
    for token in marks.split():
        own: list[str] = []
        for segment in _SEGMENT.findall(token):
            parts = _CAMEL.findall(segment)
            if len(parts) > 1 and all(len(part) > 1 for part in parts):
                own += (part.lower() for part in parts)
            else:
                own.append(segment.lower())
        if own and own[0] not in _MODIFIERS:  # "with-sidebar" is no sidebar
            words += own
    found = set(words)
    found.update("-".join(pair) for pair in pairwise(words) if pair in _PAIRS)
    return frozenset(found)


PAIRS = frozenset("-".join(pair) for pair in _PAIRS)


@lru_cache(maxsize=8192)
def body_marks(marks: str) -> tuple[str, ...]:
    """The class names and ids by which a part calls itself the text of an article."""
    found = []
    for token in dict.fromkeys(marks.split()):  # some themes repeat a name
        squeezed = "".join(char for char in token.lower() if char.isalpha())
        if squeezed == "story" or (_BODY.search(squeezed) and not _NO_BODY.search(squeezed)):
            found.append(token)
    return tuple(found)


# ── Labels printed between paragraphs ─────────────────────────────────────────────────────────────────────
_ALONE = """
advertisement; advertising; ad; ads by google; sponsored; sponsored content; story continues below;
story continues below advertisement; article continues below;
article continues after advertisement; continue reading below; continue reading;
continue reading the main story; read more; more; share; share this; share this article;
share this story; share on facebook; tweet; email; print; comments; comment; related;
related coverage; related stories; related articles; related content; related topics;
more on this story; more on this topic; more from; read next; up next; watch; watch video;
watch live; sign up; subscribe; subscribe now; follow us; skip; close; loading; loading...; photos;
video; image; show caption; hide caption; view gallery; view slideshow; enlarge; slideshow;
gallery; about the author; about the authors; report error; report a typo; recommended;
recommended for you; most read; trending; top stories; newsletter; filed under; tags; topics;
link copied; anzeige; werbung; mehr zum thema; lesen sie auch; lesen sie mehr; auch interessant;
weitere artikel; kommentare; teilen; publicité; publicite; lire aussi; à lire aussi; lire la suite;
partager; sur le même sujet; dans la même rubrique; publicidad; lea también; leer más; ver más;
compartir; relacionado; relacionados; te puede interesar; noticias relacionadas; publicidade;
leia também; leia mais; compartilhe; veja também; pubblicità; leggi anche; leggi tutto; condividi;
реклама; читайте также; читать далее; поделиться; по теме; advertentie; lees ook; lees meer; deel;
reklam; ilgili haberler; ayrıca bakınız; paylaş; devamını oku; reklama; czytaj także; czytaj też;
zobacz także; udostępnij; 广告; 相关阅读; 相关新闻; 分享到; 阅读下一篇;
延伸阅读; 関連記事; あわせて読みたい; 広告; シェア; 광고; 관련기사;
إعلان; اقرأ أيضا; اقرأ أيضاً; شارك; مواضيع ذات صلة; annons; läs också; läs mer; dela; annonse;
les også; les mer; annonce; læs også
"""
ALONE = frozenset(phrases(_ALONE))
_POINTERS = """
read; read more; read also; read next; read on; read the full; read full; see also; see more; also read;
also see; more; watch; watch more; watch now; watch live; watch also; watch below; watch video; listen; photo;
photos; video; gallery; in pictures; analysis; opinion; explainer; recommended; don't miss; don’t miss;
subscribe; sign up; click here; related; related story; related stories; related article; related articles;
related coverage; related content; related links; related video; lesen sie; lesen sie auch; lesen sie mehr;
lesen sie dazu; mehr zum thema; mehr dazu; mehr infos; siehe auch; lire; lire aussi; lire notre; lire la;
lire également; à lire; à lire aussi; voir aussi; lea; lea también; lea además; lea más; leer más;
ver también; te puede interesar; lee también; leia;
leia também; leia mais; veja também; leggi anche; vedi anche;
читайте также; читать также; см. также; смотрите также; lees ook; lees meer; läs också; läs mer; läs även;
les også; læs også; lue myös; czytaj też; czytaj także; czytaj również; czytaj więcej; zobacz też;
zobacz także; ayrıca bakınız; ayrıca oku; ayrıca okuyun; bunu da oku; bunu da okuyun;
اقرأ أيضا; اقرأ أيضاً;
شاهد أيضا; شاهد أيضاً; 相关阅读; 延伸阅读; 更多; 関連記事; 【関連記事】; 관련기사
"""
# Pointers to other stories, with a colon or a dash behind them.
POINTER = re.compile(
    rf"(?:{alternation(_POINTERS)}|more (?:on|from|about|at|in)\b[^:]{{0,40}}?)\s*(?:[:：>»→|–—-]|$)",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"""
    \d+\s*(?:min(?:ute)?s?\.?)\s*read | reading\ time.{0,20} | temps\ de\ lecture.{0,20} | lesezeit.{0,20}
    | our\ standards:.{0,80} | follow\ .{0,60}\ on\ (?:twitter|facebook|instagram|x)\b.{0,80}
    | \d+\ shares? | \d+\ comments?
    | (?:click|tap)\ here\ (?:to|for)\b.{0,120}
    | slideshow\s*\(\s*\d+\ images?\s*\)
    | (?:sign\ up|subscribe)\ (?:for|to)\ (?:our|the)\b.{0,160}newsletters?.{0,80}
    | mehr\ artikel\ aus\ dieser\ rubrik.{0,80} | 责任编辑.{0,40} | \[?【?(?:责编|编辑|責任編輯)[:：].{0,30}
    | 字体.{0,12} | 分享到.{0,8} | 来源[:：].{0,30}
    | (?:推荐|精彩)阅读.{0,10}
    | (?:【纠错】\s*)?[\[【(（]?责任编辑\s*[:：].{0,30}
    | الآراء\ الواردة\ أدناه.{0,120}
    | follow\ @\w{2,30} | (?:contact|write\ to|e-?mail)\ .{0,60}\ at\ \S+@\S+ | get\ .{0,60}newsletter.{0,80}
    | a\ version\ of\ this\ article\ appear.{0,300} | (?:click|tap)\ here\b.{0,100} | [\w.+-]+@[\w.-]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
HOME = frozenset(
    phrases(
        """
        home; homepage; home page; start; startseite; accueil; inicio; início; portada; главная;
        ana sayfa; anasayfa; 首页; ホーム; トップ;
        الرئيسية; hem; hjem; etusivu; strona główna; front page; news home; you are here;
        lat home; collections
        """
    )
)
