"""Gives every tag the name and description that content/data/tags.yaml has for it."""

from pelican import signals

from contract.schema import UNTAGGED


def name_tags(generator):
    vocabulary = generator.build.collection.vocabulary
    for article in [*generator.articles, *generator.drafts]:
        for tag in article.tags:
            entry, tag.slug = vocabulary.get(tag.slug, UNTAGGED), tag.slug
            tag.name, tag.description = entry["name"], entry["description"]


def sort_tags(generator):
    generator.context["tags"] = sorted(generator.context["tags"], key=lambda pair: pair[0].name)


def register():
    signals.article_generator_pretaxonomy.connect(name_tags)
    signals.article_generator_finalized.connect(sort_tags)
