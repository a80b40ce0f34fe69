"""Gives templates the filters for dates, and articles the date of their last change.

The filters are `longdate`, `shortdate`, `isodate`, `timestamp`, `period_name` and `month_name`.
Articles get `changed_on`, the date of the last correction or else of publication, with `updated`,
its timestamp, and `changed`, its day.
"""

from datetime import datetime

from pelican import signals

from formats.dates import isodate, longdate, month_name, period_name, shortdate, timestamp


def add_filters(generator):
    generator.env.filters.update(
        longdate=longdate, shortdate=shortdate, isodate=isodate, timestamp=timestamp
    )
    generator.env.filters.update(period_name=period_name, month_name=month_name)


def add_changes(generator):
    for article in generator.articles:
        article.changed_on = getattr(article, "modified_on", article.published_on)
        stamps = (timestamp(article.published_on), timestamp(article.changed_on))
        article.updated = max(stamps, key=datetime.fromisoformat)
        article.changed = f"{article.changed_on:%Y-%m-%d}"


def register():
    signals.article_generator_finalized.connect(add_changes)
    signals.generator_init.connect(add_filters)
