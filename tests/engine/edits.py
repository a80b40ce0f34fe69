"""Random edits of a sample, each of which leaves it sound."""

import shutil
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.support.sample import ARTICLE, ROOT, TAGS, SampleSite

SLUGS = st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon"])
WORDS = st.sampled_from(["ship", "search", "launch", "{{ braces }}", "김 & co", "radar <b>"])
CHANGES = {
    "title: A sound headline": "title: A {} in the headline",
    "summary: A deck that says a little more.": "summary: A deck about {}.",
    "A paragraph of text.": "Another paragraph, of {}, and [sound](sound.md).",
    "author: Ann Example": "author: Ann {}",
    "outlet: The Example": "outlet: The {} Times",
    "dateline: SEOUL": "dateline: none",
    "kind: report": "kind: analysis",
}
PLACES = {
    "templates/macros/card.html": "</p>",
    "templates/partials/colophon.html": "</p>",
    "templates/atom.xml": "</summary>",
    "comfort.js": ";",
    "css/print.css": ";",
}
CORRECTED = (
    "kind: report\nmodified: 2023-07-01\ncorrections:\n  - date: 2023-07-01\n    note: It was {}."
)


def quoted(words: str) -> str:
    """Words in a line of metadata."""
    key, _, value = words.partition(": ")
    return f'{key}: "{value}"' if value else words


class Edits(RuleBasedStateMachine):
    """Changes, adds, deletes, renames, tags and dates articles; changes data, theme and settings."""

    def __init__(self, folder: Path):
        super().__init__()
        self.sample = SampleSite(folder / "sample")
        self.sample.settings["ALLOW_SHRINK"] = True
        self.sample.write("data/tags.yaml", TAGS + TAGS.replace("rills", "ives"))
        self.stories: dict[str, str] = {}
        self.leading = None
        for slug in ("alpha", "beta", "gamma"):
            self._write(slug, ARTICLE.replace("sound-story", slug))

    def _write(self, slug: str, text: str) -> None:
        self.stories[slug] = text
        self.sample.write(f"articles/{slug}.md", text)

    @rule(
        slug=SLUGS,
        day=st.integers(1, 28),
        month=st.integers(5, 6),
        tag=st.sampled_from(["drills", "dives"]),
    )
    def add_or_date_or_tag_anew(self, slug, day, month, tag):
        text = self.stories.get(slug, ARTICLE.replace("sound-story", slug))
        lines = [
            f"{line[:line.index('2023-')]}2023-{month:02}-{day:02}" if "2023-" in line and "07-01" not in line
            else f"  - {tag}" if line.startswith("  - d") and "date" not in line else line
            for line in text.split("\n")
        ]  # fmt: skip
        self._write(slug, "\n".join(lines))

    @rule(slug=SLUGS, old=st.sampled_from(sorted(CHANGES)), word=WORDS)
    def change(self, slug, old, word):
        if slug in self.stories:
            new = CHANGES[old].format(word)
            self._write(slug, self.stories[slug].replace(old, quoted(new) if ":" in old else new))

    @rule(slug=SLUGS, word=WORDS)
    def correct(self, slug, word):
        if slug in self.stories and "modified" not in self.stories[slug]:
            self._write(slug, self.stories[slug].replace("kind: report", CORRECTED.format(word)))

    @rule(slug=SLUGS)
    def delete(self, slug):
        if self.stories.pop(slug, None):
            self._withdraw(slug)
            (self.sample.folder / f"content/articles/{slug}.md").unlink()

    def _withdraw(self, slug):
        """No lead may be a story that is not there."""
        if self.leading and self.leading[1] == slug:
            self.leading[0].unlink()
            self.leading = None

    @rule(slug=SLUGS)
    def move(self, slug):
        if slug in self.stories:
            file = self.sample.folder / f"content/articles/{slug}.md"
            text = self.stories.pop(slug)
            self._withdraw(slug)
            file.unlink()
            text = text.replace(
                f"slug: {slug}", f"slug: {slug}-moved\nmoved-from:\n  - /{slug}/", 1
            )
            self.sample.write(f"articles/{slug}-moved.md", text)

    @rule(word=WORDS)
    def name_a_tag(self, word):
        text = (TAGS + TAGS.replace("rills", "ives")).replace("name: D", f"name: '{word} d", 1)
        self.sample.write("data/tags.yaml", text.replace("rills\n  des", "rills'\n  des", 1))

    @rule(slug=SLUGS)
    def lead(self, slug):
        if slug in self.stories:
            self.leading = self.sample.write("data/front.yaml", f"lead: {slug}\n"), slug

    @rule(word=WORDS)
    def explain(self, word):
        entry = f"paragraph:\n  term: paragraph\n  meaning: 'What {word} is.'\n"
        self.sample.write("data/glossary.yaml", entry)

    @rule(word=WORDS)
    def set(self, word):
        self.sample.settings["SITESUBTITLE"] = f"About {word}."

    @rule(name=st.sampled_from(sorted(PLACES)))
    def change_the_theme(self, name):
        theme = self.sample.folder.with_name("theme")
        if not theme.exists():
            shutil.copytree(ROOT / "theme", theme)
            self.sample.settings["THEME"] = str(theme)
        text, place = (theme / name).read_text("utf-8"), PLACES[name]
        assert place in text
        (theme / name).write_text(text.replace(place, f" {place}", 1), "utf-8")

    @invariant()
    def the_site_is_as_if_all_had_been_made(self):
        self.sample.build()
        assert different(self.sample.published(), self.sample.anew()) == []


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths of files that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
