"""The site while writing and previewing; publishconf.py has what production changes."""

import os
from pathlib import Path

from jinja2 import StrictUndefined

from engine.build import StagedPelican
from engine.pages import FlushLeft
from formats.article import newest_first

SITENAME = "Standing Watch"
SITESUBTITLE = "A small collection of defense news, each report with its source."
SITEURL = "http://127.0.0.1:8000"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
LOCALE = ["C"]

PELICAN_CLASS = StagedPelican
PLUGIN_PATHS = ["."]
PLUGINS = [
    # what is read: the articles that the contract accepted, none lost
    "plugins.article_reader",
    "plugins.addresses",
    "plugins.completeness",
    # what stands in an article
    "plugins.dates",
    "plugins.byline",
    "plugins.tag_vocabulary",
    "plugins.corrections",
    "plugins.reading_time",
    "plugins.events",
    "plugins.glossary",
    "plugins.names",
    # how it is illustrated
    "plugins.pictures",
    "plugins.diagrams",
    "plugins.maps",
    "plugins.social_card",
    # what it has to do with others
    "plugins.neighbors",
    "plugins.related",
    "plugins.later_reports",
    "plugins.moved",
    # pages of their own
    "plugins.front_page",
    "plugins.dossiers",
    "plugins.chronology",
    "plugins.collection_chart",
    "plugins.search_page",
    # what programs read
    "plugins.citation",
    "plugins.structured_data",
    "plugins.news_data",
    "plugins.feeds",
    # what templates use
    "plugins.style_sheets",
    "plugins.scripts",
    "plugins.security_policy",
    "plugins.icons",
    "plugins.languages",
    "plugins.timeline",
]
MARKDOWN = {
    "extensions": ["sane_lists", "smarty", "tables", "toc", "contract.markdown"],
    "extension_configs": {"tables": {"use_align_attribute": True}, "toc": {"marker": ""}},
    "output_format": "html",
}
FORMATTED_FIELDS = []

ALLOW_SHRINK = os.environ.get("ALLOW_SHRINK") == "1"
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []  # pictures are published by plugins.pictures, in new files without metadata
BUILD_CACHE = str(Path(__file__).parent / ".cache/build")
IMAGE_CACHE = str(Path(__file__).parent / ".cache/images")
SEARCH_CACHE = str(Path(__file__).parent / ".cache/search")
IGNORE_FILES = [".*", "#*", "*~"]
FILENAME_METADATA = ""
USE_FOLDER_AS_CATEGORY = False
ARTICLE_ORDER_BY = newest_first
SHOW_DRAFTS = False  # make serve shows them
SEARCH_LATER = False  # make serve makes the index when somebody searches
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""

THEME = "theme"
JINJA_ENVIRONMENT = {
    "auto_reload": False,
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": [FlushLeft],
}
TEMPLATE_EXTENSIONS = [".html", ".xml", ".json", ".txt"]
DIRECT_TEMPLATES = [
    "index",
    "archives",
    "tags",
    "authors",
    "categories",
    "404",
    "corrections_atom",
    "glossary",
    "dossiers",
    "chronology",
    "feed",
    "redirects",
    "sitemap",
    "robots",
    "search",
    "opensearch",
    "data",
    "llms",
]
PAGINATED_TEMPLATES = dict.fromkeys(
    ["archives", "tag", "author", "category", "name", "period_archives"], 20
)
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page-{number}/", "{base_name}/page-{number}/index.html"),
]

ARTICLE_URL, ARTICLE_SAVE_AS = (
    f"{{date:%Y}}/{{date:%m}}/{{slug}}/{end}" for end in ("", "index.html")
)
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/", "{date:%Y}/index.html"
MONTH_ARCHIVE_URL, MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/", "{date:%Y}/{date:%m}/index.html"
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
TAG_URL, TAG_SAVE_AS, TAGS_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html", "tags/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
AUTHORS_SAVE_AS = "authors/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "outlets/{slug}/", "outlets/{slug}/index.html"
CATEGORIES_SAVE_AS = "outlets/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"

FEED_ALL_ATOM = "atom.xml"
TAG_FEED_ATOM = "tags/{slug}/atom.xml"
AUTHOR_FEED_ATOM = "authors/{slug}/atom.xml"
CATEGORY_FEED_ATOM = "outlets/{slug}/atom.xml"
AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DOSSIER_URL, DOSSIER_SAVE_AS = "dossiers/{slug}/", "dossiers/{slug}/index.html"
DOSSIERS_SAVE_AS, CHRONOLOGY_SAVE_AS = "dossiers/index.html", "chronology/index.html"
GLOSSARY_SAVE_AS, CORRECTIONS_ATOM_SAVE_AS = "glossary/index.html", "corrections/atom.xml"
NAMES_SAVE_AS, REDIRECTS_SAVE_AS = "names/index.html", "redirects.json"
SEARCH_SAVE_AS, OPENSEARCH_SAVE_AS = "search/index.html", "opensearch.xml"
DATA_SAVE_AS, LLMS_SAVE_AS = "data/index.html", "llms.txt"
FEED_SAVE_AS, SITEMAP_SAVE_AS, ROBOTS_SAVE_AS = "feed.json", "sitemap.xml", "robots.txt"
