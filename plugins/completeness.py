"""Stops a build that would lose an article, a dossier or a page on its way to the site."""

from pelican import signals

from engine.build import stop


def check_completeness(generators) -> None:
    """Stop where Pelican holds other articles, dossiers or pages than the contract accepted."""
    collection = generators[0].build.collection
    context = generators[0].context
    lost = []
    for folder in ("articles", "dossiers", "pages"):
        expected = {document.path for document in collection.in_site(folder)}
        actual = {content.relative_source_path for content in context[folder]}
        lost += map(collection.name_of, sorted(expected ^ actual))
    if lost:
        faults = (f"{path}: lost between the contract and the site; report this" for path in lost)
        stop("\n".join(faults))


def register():
    signals.all_generators_finalized.connect(check_completeness)
