"""Of another article a page shows no more than what its key knows of it."""

from pelican.contents import Content

from engine.press import writer
from engine.press.fingerprints import FACE, NOT_ITS_OWN
from tests.support.sample import SampleSite

INNER = (
    NOT_ITS_OWN
    | {"get_siteurl", "get_summary"}
    | {"__dict__", "__class__", "__html__", "__eq__", "__hash__"}
)


def test_pages_of_articles_show_only_the_faces_of_others(sample: SampleSite, monkeypatch):
    for number in range(6):
        sample.another(f"story-{number}", ("2023-06-03", f"2023-06-{number + 4:02}"))
    subject, read = [], set()
    made, plain = writer.made, Content.__getattribute__

    def watched(page, template, context, told):
        subject[:] = [told["article"]] if "article" in told else []
        try:
            return made(page, template, context, told)
        finally:
            subject.clear()

    def reading(self, name):
        if subject and self is not subject[0] and "/articles/" in plain(self, "source_path"):
            read.add(name)
        return plain(self, name)

    monkeypatch.setattr(writer, "made", watched)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    monkeypatch.setattr(Content, "__getattribute__", reading)
    sample.build()
    assert {"title", "url"} <= read
    assert sorted(name for name in read - FACE - INNER if not name.startswith("override_")) == []
