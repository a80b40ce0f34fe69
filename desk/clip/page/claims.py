"""What a page's metadata claim of the report, each claim with the place where it stands.

Claims are in order of trust: JSON-LD, which is written for exactly this, then Highwire's tags
(https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), Open Graph (https://ogp.me),
Dublin Core and the names that content systems made up, then microdata, then other markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from .linked_data import strings

LINKED_DATA = {
    "headline": ("headline", "name"),
    "deck": ("description",),
    "published": ("datePublished",),
    "updated": ("dateModified",),
    "authors": ("author", "creator"),
    "outlet": ("publisher",),
    "url": ("mainEntityOfPage", "url"),
    "language": ("inLanguage",),
}
META = {
    "headline": "citation_title og:title dc.title dcterms.title twitter:title",
    "deck": "og:description dc.description dcterms.description description twitter:description",
    "published": "citation_publication_date citation_online_date article:published_time"
    " dc.date.issued dcterms.issued dc.date dcterms.created dcterms.date parsely-pub-date"
    " sailthru.date pubdate publish-date publishdate date",
    "updated": "article:modified_time og:updated_time dcterms.modified last-modified",
    "authors": "citation_author article:author og:article:author dc.creator dcterms.creator"
    " parsely-author sailthru.author byl author",
    "outlet": "citation_publisher og:site_name dc.publisher dcterms.publisher application-name",
    "url": "og:url dc.identifier",
    "language": "citation_language dc.language dcterms.language og:locale content-language",
}
MICRODATA = {
    "headline": "headline",
    "deck": "description",
    "published": "datePublished",
    "updated": "dateModified",
    "authors": "author",
    "outlet": "publisher",
    "language": "inLanguage",
}
FIELDS = tuple(LINKED_DATA)


@dataclass(frozen=True)
class Claim:
    value: str
    where: str


def collect_claims(tree: html.HtmlElement, article: dict) -> dict[str, list[Claim]]:
    """Every claim by its field, the most trustworthy first."""
    contents = _meta(tree)
    return {
        field: [
            *(
                Claim(v, f"JSON-LD {k}")
                for k in LINKED_DATA[field]
                for v in strings(article.get(k))
            ),
            *(Claim(v, f"<meta> {k}") for k in META[field].split() for v in contents.get(k, ())),
            *(Claim(v, "microdata") for v in _microdata(tree, MICRODATA.get(field))),
            *(Claim(v, where) for v, where in _markup(tree, field)),
        ]
        for field in FIELDS
    }


def _meta(tree: html.HtmlElement) -> dict[str, list[str]]:
    """The contents of `<meta>` by name, in lower case."""
    contents: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv") or ""
        value = " ".join(meta.get("content", "").split())
        if value:
            contents.setdefault(name.strip().lower(), []).append(value)
    return contents


def _microdata(tree: html.HtmlElement, prop: str | None) -> Iterator[str]:
    """The values of `itemprop`; of a thing that has a name, its name."""
    for element in tree.xpath("//*[@itemprop = $prop]", prop=prop or ""):
        names = element.xpath(".//*[@itemprop = 'name']")
        holder = names[0] if names else element
        value = holder.get("content") or holder.get("datetime") or holder.text_content()
        if value.strip():
            yield " ".join(value.split())


def _markup(tree: html.HtmlElement, field: str) -> Iterator[tuple[str, str]]:
    if field == "headline":
        for title in tree.iterfind("head/title"):
            yield " ".join(title.text_content().split()), "<title>"
    elif field == "url":
        for address in tree.xpath("//link[@rel = 'canonical']/@href"):
            yield address.strip(), '<link rel="canonical">'
    elif field == "language" and tree.get("lang"):
        yield tree.get("lang").strip(), "<html lang>"
    elif field == "authors":
        for link in tree.xpath("//a[@rel = 'author']"):
            yield " ".join(link.text_content().split()), '<a rel="author">'
