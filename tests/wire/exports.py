"""Exports of WordPress of any size, made on the fly: invented posts with pictures, authors and comments."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>A very large site</title>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
"""
_AUTHOR = (
    "\t<wp:author><wp:author_login><![CDATA[writer{0}]]></wp:author_login>"
    "<wp:author_display_name><![CDATA[Writer No. {0}]]></wp:author_display_name></wp:author>\n"
)
_CATEGORY = (
    "\t<wp:category><wp:category_nicename><![CDATA[desk{0}]]></wp:category_nicename>"
    "<wp:category_parent><![CDATA[{1}]]></wp:category_parent><wp:cat_name><![CDATA[Desk {0}]]></wp:cat_name>"
    "</wp:category>\n"
)
_POST = """	<item>
		<title><![CDATA[Story {0} of the day]]></title>
		<link>https://large.example/{0}/</link>
		<dc:creator><![CDATA[writer{1}]]></dc:creator>
		<guid isPermaLink="false">https://large.example/?p={0}</guid>
		<content:encoded><![CDATA[{2}

[caption id="attachment_{3}"]<img class="wp-image-{3}" src="/up/{3}-300x200.jpg" />Scene {0}[/caption]

The tag </item> in a text ends nothing.]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{0}</wp:post_id>
		<wp:post_date_gmt><![CDATA[2020-01-02 03:04:05]]></wp:post_date_gmt>
		<wp:post_name><![CDATA[story-{0}]]></wp:post_name>
		<wp:status><![CDATA[publish]]></wp:status>
		<wp:post_type><![CDATA[post]]></wp:post_type>
		<category domain="category" nicename="desk{1}"><![CDATA[Desk {1}]]></category>
		<wp:comment><wp:comment_id>{0}</wp:comment_id><wp:comment_content><![CDATA[Well.]]></wp:comment_content></wp:comment>
	</item>
"""
_PICTURE = """	<item>
		<title><![CDATA[Scene {0}]]></title>
		<wp:post_id>{0}</wp:post_id>
		<wp:post_parent>{1}</wp:post_parent>
		<wp:status><![CDATA[inherit]]></wp:status>
		<wp:post_type><![CDATA[attachment]]></wp:post_type>
		<wp:attachment_url><![CDATA[https://large.example/up/{0}.jpg]]></wp:attachment_url>
	</item>
"""
_MENU = "\t<item><title>Menu</title><wp:post_type><![CDATA[nav_menu_item]]></wp:post_type></item>\n"
_PARAGRAPH = (
    "The council met on day {0} and heard of {1} matters, <strong>none</strong> of which could wait longer; "
    '<a href="https://large.example/{0}/{1}">the minutes</a> tell what was said, and by whom.\n\n'
)


def pieces(posts: int, paragraphs: int) -> Iterator[str]:
    """An export piece by piece: each post has a picture, which stands before or behind it."""
    yield _HEAD
    yield from (_AUTHOR.format(number) for number in range(20))
    yield from (_CATEGORY.format(number, f"desk{number // 2}" if number else "") for number in range(20))
    for number in range(posts):
        post, picture = 10 + 2 * number, 11 + 2 * number
        text = "".join(_PARAGRAPH.format(post, line) for line in range(paragraphs))
        both = [_POST.format(post, number % 20, text, picture), _PICTURE.format(picture, post)]
        yield from both if number % 2 else reversed(both)
        if number % 10 == 3:
            yield _MENU
    yield "</channel>\n</rss>\n"
