"""Gives templates the filters for dates, and articles the date of their last change.

The filters are `longdate`, `shortdate`, `isodate`, `timestamp`, `period_name` and `month_name`.
Articles get `changed_on`, the date of the last correction or else of publication, with `updated`,
its timestamp, and `changed`, its day.
"""

from pelican import signals

from formats.dates import (
    isodate,
    longdate,
    month_name,
    period_name,
    point_in_time,
    shortdate,
    timestamp,
)


def add_filters(generator):
    filters = (isodate, longdate, month_name, period_name, shortdate, timestamp)
    generator.env.filters.update({function.__name__: function for function in filters})


def add_changes(generator):
    for article in generator.articles:
        article.changed_on = getattr(article, "modified_on", article.published_on)
        latest = max(article.published_on, article.changed_on, key=point_in_time)
        article.updated = timestamp(latest)
        article.changed = f"{article.changed_on:%Y-%m-%d}"


def register():
    signals.article_generator_finalized.connect(add_changes)
    signals.generator_init.connect(add_filters)
