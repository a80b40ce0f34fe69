"""Templates are printed flush left; what they print is not touched."""

import pytest
from jinja2 import DictLoader, Environment

from engine.pages import FlushLeft


@pytest.mark.parametrize(
    ("name", "output"),
    [("a.html", "<pre>\n  a\n\tb</pre>\n"), ("a.txt", "  <pre>\n  a\n\tb</pre>\n")],
)
def test_only_the_indentation_of_an_html_template_is_left_out(name, output):
    environment = Environment(
        loader=DictLoader({name: "  <pre>{{ text }}</pre>\n"}),
        extensions=[FlushLeft],
        autoescape=True,
        keep_trailing_newline=True,
    )
    assert environment.get_template(name).render(text="\n  a\n\tb") == output


def test_pages_have_no_indentation(site):
    lines = site.text("about/index.html").splitlines()
    assert [line for line in lines if line.startswith((" ", "\t"))] == []
