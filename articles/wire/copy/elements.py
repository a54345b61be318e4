"""The elements of HTML by what they mean for the text that is read out of them, as plain data."""

from __future__ import annotations

from articles.wire.copy.vocabulary import phrases

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = (
    frozenset(
        phrases(
            """
            p; div; section; article; header; footer; main; aside; nav; figure; figcaption; address; center;
            dl; dt; dd; form; fieldset; details; summary; body; html; hgroup; tbody; thead; tfoot; caption;
            legend; blockquote
            """
        )
    )
    | HEADINGS.keys()
)
INLINE = {"a": "a", "strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
# Elements whose content is no text for readers.
DROPPED = frozenset(
    phrases(
        """
        script; style; template; svg; noscript; iframe; object; textarea; select; math; canvas; video; audio;
        button; noembed; noframes
        """
    )
)
KNOWN = (
    BLOCKS
    | INLINE.keys()
    | DROPPED
    | frozenset(
        phrases(
            """
            br; hr; ul; ol; li; table; tr; td; th; pre; span; font; u; img; title; head; meta; link; small;
            big; code; tt
            """
        )
    )
)
