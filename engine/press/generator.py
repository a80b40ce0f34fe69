"""Pelican's generator of articles, without what grows with the square of their number."""

from pelican.generators import ArticlesGenerator

from engine.press.writer import Named


class Articles(ArticlesGenerator):
    """Templates are compiled when a page is made of them; lists have `articles`, and no `dates`."""

    def get_template(self, name):
        for ending in self.settings["TEMPLATE_EXTENSIONS"]:
            if f"{name}{ending}" in self._listed():
                return Named(self.env, f"{name}{ending}")
        return super().get_template(name)

    def _listed(self) -> set[str]:
        if "listed" not in vars(self):
            self.listed = set(self.env.list_templates())
        return self.listed

    def generate_pages(self, writer):
        self.dates = []
        super().generate_pages(writer)

    def _build_period_archives(self, sorted_articles, articles, settings):
        place = {id(article): n for n, article in enumerate(articles)}
        archives = super()._build_period_archives(sorted_articles, [], settings)
        for archive in (archive for of in archives.values() for archive in of):
            archive["articles"] = sorted(archive["dates"], key=lambda one: place[id(one)])
        return archives
