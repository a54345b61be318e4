"""What agencies that send Atom say in vocabularies of their own: Associated Press and WENN.

Both put a `ContentMetadata` and a `NewsManagement` beside the elements of Atom, which go before them. Their
namespaces begin with http://ap.org/schemas/ and http://feed.wenn.com/xmlns/.
"""

from __future__ import annotations

from articles.wire import xml
from articles.wire.feeds.names import Fields
from articles.wire.record import Record
from articles.wire.story import PubStatus

_STATUS = {
    "canceled": PubStatus.CANCELED,
    "cancelled": PubStatus.CANCELED,
    "withdrawn": PubStatus.CANCELED,
    "deleted": PubStatus.CANCELED,
    "withheld": PubStatus.WITHHELD,
    "embargoed": PubStatus.WITHHELD,
}


def take(record: Record, item: Fields) -> list[str]:
    """Take what an entry has in these vocabularies; standfirsts that stand there are returned."""
    summaries: list[str] = []
    for element in item.each("agency:contentmetadata"):
        content = item.vocabulary.fields(element)
        record.set("slugline", content.text("agency:slugline", "agency:slug"))
        record.set("dateline", content.text("agency:dateline"))
        record.byline(content.text("agency:byline"))
        record.set("language", xml.attribute(element, "lang"))
        record.set("copyright", content.text("agency:copyrightline"))
        for keywords in content.texts("agency:keywords"):
            record.add("keywords", *keywords.split(","))
        for name in ("tag", "category", "catagory"):
            record.add("keywords", *(xml.attribute(found, "value") for found in xml.each(element, name)))
        if content.text("agency:body"):
            record.problem("other-content", "The agency's own copy of the text beside Atom's was not read.")
        summaries += content.texts("agency:first_line", "agency:extendedheadline")
    for element in item.each("agency:newsmanagement"):
        management = item.vocabulary.fields(element)
        record.set("uri", management.text("agency:managementid"))
        record.set("version", management.text("agency:managementsequencenumber"))
        record.set("section", management.text("agency:feedarticle_section"))
        record.date("created", management.text("agency:firstcreated"))
        record.date("created", management.text("agency:published"))
        status = _STATUS.get((management.text("agency:publishingstatus") or "").lower())
        if status is not None:
            record.status(status)
        for text in management.texts("agency:specialinstructions", "agency:editorialnotes"):
            record.note("ednote", text)
    return summaries
