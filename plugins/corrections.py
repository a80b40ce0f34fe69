"""Gathers the corrections of all articles for their page and their feed.

On its article's page every correction gets an `id`, counted from the oldest. Gives templates
`corrections`, newest first, and `corrections_updated`, when the newest was made; before there is
any, when the page of that name was last changed.
"""

from pelican import signals

from formats.dates import point_in_time, timestamp

PAGE = "corrections"


def number(corrections: list[dict]) -> list[dict]:
    """The corrections of one article, newest first, each with its id."""
    oldest_first = sorted(corrections, key=lambda one: point_in_time(one["date"]))
    entries = [{**one, "id": f"correction-{n}"} for n, one in enumerate(oldest_first, start=1)]
    return entries[::-1]


def merge(articles: list) -> list[dict]:
    """The corrections of all articles, newest first, each with its article."""
    entries = [{**one, "article": article} for article in articles for one in article.corrections]
    return sorted(entries, key=lambda one: point_in_time(one["date"]), reverse=True)


def number_corrections(generator):
    for article in generator.articles:
        article.corrections = number(article.corrections)


def gather_corrections(generators):
    context = generators[0].context
    corrections = context["corrections"] = merge(context["articles"])
    changes = [one["date"] for one in corrections[:1]]
    for page in context["pages"]:
        if page.slug == PAGE:
            page.template = PAGE
            page.modified_on = max([page.modified_on, *changes], key=point_in_time)
            changes = changes or [page.modified_on]
    newest = changes or [context["articles"][0].changed_on]
    context["corrections_updated"] = timestamp(newest[0])


def register():
    signals.article_generator_finalized.connect(number_corrections)
    signals.all_generators_finalized.connect(gather_corrections)
