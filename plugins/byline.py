"""Adds `article.byline`, who said it and for whom, and `article.label`, what kind it is."""

from pelican import signals

from plugins.article_contract.values import UNKNOWN

OPENING = {
    "report": "Reported by ",
    "analysis": "Analysis by ",
    "statement": "Statement by ",
    "clipping": "Reported by ",
    UNKNOWN: "By ",
}
LABEL = {
    "report": "Report",
    "analysis": "Analysis",
    "statement": "Official statement",
    "clipping": "Republished report",
    UNKNOWN: "Kind not known yet",
}
Part = tuple[str, str]


def joined(people: list[Part]) -> list[Part]:
    """Names set apart as in a sentence: A; A and B; A, B and C."""
    parts: list[Part] = []
    for n, person in enumerate(people):
        if n:
            parts.append((" and " if n == len(people) - 1 else ", ", ""))
        parts.append(person)
    return parts


def byline(kind: str, people: list[Part], outlet: Part, agency: str = "") -> list[Part]:
    """The byline as (text, address) parts; the address is empty for plain words.

    `people` and `outlet` are (name, address) pairs; `people` is empty where nobody is named.
    """
    if not people and agency:
        people = [(agency, "")]
    if not people:
        return [(OPENING[kind], ""), outlet, ("; author unknown", "")]
    parts = [(OPENING[kind], ""), *joined(people)]
    if outlet[0] in {name for name, _ in people}:
        return parts
    return [*parts, (", published by " if kind == "statement" else " for ", ""), outlet]


def add_bylines(generator):
    for article in [*generator.articles, *generator.drafts]:
        people = [(author.name, author.url) for author in getattr(article, "authors", [])]
        outlet = (article.category.name, article.category.url)
        article.byline = byline(article.kind, people, outlet, article.source.get("agency", ""))
        article.label = LABEL[article.kind]
        article.byline_text = "".join(text for text, _ in article.byline)


def register():
    signals.article_generator_finalized.connect(add_bylines)
