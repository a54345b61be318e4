"""Body text as safe HTML, and back to plain text. Pure functions: no Django, no models.

A body is a row of blocks, one a line, of a small vocabulary:

    p h2 h3 blockquote ul ol li pre hr table (caption thead tbody tr th td) figure
    and within text: a[href title] strong em sub sup br

`clean()` makes that of any HTML and is the only way HTML gets into an article. What it returns is
canonical: cleaning it again changes nothing, so bodies can be compared as strings. Links carry no `rel`:
no link opens a new window, and which of them search engines may follow is for the page to say.
"""

from articles.markup.cleaning import clean
from articles.markup.elements import figure, heading, listing, paragraph, preformatted, quote, rule, table
from articles.markup.plain import blocks, excerpt, text
from articles.markup.tree import blocks_of

__all__ = [
    "blocks",
    "blocks_of",
    "clean",
    "excerpt",
    "figure",
    "heading",
    "listing",
    "paragraph",
    "preformatted",
    "quote",
    "rule",
    "table",
    "text",
]
