"""A collection that lost a good part of its articles at once is not published by mistake."""

from collections.abc import Collection

SHOWN = 10


class ShrunkError(Exception):
    """More than a tenth of the articles are gone since the last build."""


def refuse_shrinkage(before: Collection[str], now: Collection[str], drafts: Collection[str]):
    """Raise ShrunkError if `now` has fewer than nine tenths of the articles `before`.

    All are paths from `content/`; `drafts` are those that are there but not published.
    """
    lost = len(before) - len(now)
    if lost * 10 <= len(before):
        return
    missing = sorted(set(before) - set(now))
    named = [f"  {path} ({'a draft' if path in drafts else 'gone'})" for path in missing[:SHOWN]]
    if len(missing) > SHOWN:
        named.append(f"  and {len(missing) - SHOWN} more")
    raise ShrunkError(
        f"{len(now)} of {len(before)} articles are left since the last build, and to lose more than"
        " a tenth at once may be a mistake. Missing under content/:\n"
        + "\n".join(named)
        + "\nNothing was built; the site is as it was. Bring them back, or if they are meant to go,"
        " give the same command again with ALLOW_SHRINK=1."
    )
