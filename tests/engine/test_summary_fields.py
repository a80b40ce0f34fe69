"""Of another article a page shows no more than what its key knows of it."""

from pelican.contents import Content

from engine import pages
from engine.keys import NOT_ITS_OWN, SUMMARY_FIELDS
from tests.support.sample import SampleSite

INNER = (
    NOT_ITS_OWN
    | {"get_siteurl", "get_summary"}
    | {"__dict__", "__class__", "__html__", "__eq__", "__hash__"}
)


def test_pages_of_articles_show_only_the_faces_of_others(sample: SampleSite, monkeypatch):
    for number in range(6):
        sample.another(f"story-{number}", ("2023-06-03", f"2023-06-{number + 4:02}"))
    subject, names = [], set()
    render, plain = pages.render, Content.__getattribute__

    def watch(page, template, context, own):
        subject[:] = [own["article"]] if "article" in own else []
        try:
            return render(page, template, context, own)
        finally:
            subject.clear()

    def record(self, name):
        if subject and self is not subject[0] and "/articles/" in plain(self, "source_path"):
            names.add(name)
        return plain(self, name)

    monkeypatch.setattr(pages, "render", watch)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    monkeypatch.setattr(Content, "__getattribute__", record)
    sample.build()
    assert {"title", "url"} <= names
    assert (
        sorted(name for name in names - SUMMARY_FIELDS - INNER if not name.startswith("override_"))
        == []
    )
