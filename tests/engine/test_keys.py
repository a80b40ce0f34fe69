"""The key of a page changes with all that its bytes depend on, and with nothing else."""

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

from engine.keys import DependencyFinder, TemplateFacts, UnhashableError, ValueHasher

TEMPLATES = {
    "page.html": '{% extends "base.html" %}{% block main %}{{ article.title }}{% endblock %}',
    "base.html": '{% include "foot.html" %}{{ SITENAME }}{{ x|map(attribute="tags.name") }}',
    "foot.html": "{{ year }}",
    "any.html": "{% include choice %}",
}


@dataclass
class Point:
    x: object
    y: object = None


def find(name, facts=None, **changes):
    environment = Environment(loader=DictLoader(TEMPLATES | changes), autoescape=True)
    return DependencyFinder(environment, {} if facts is None else facts).find(name)


def hash_value(value, words=frozenset()):
    return ValueHasher([]).hash_value(value, words)


def test_a_template_depends_on_all_that_it_includes():
    dependencies = find("page.html")
    assert dependencies.variables == {"article", "SITENAME", "x", "year"}
    assert {"title", "tags", "name"} <= dependencies.words
    assert dependencies.is_complete
    assert dependencies.digest == find("page.html", **{"any.html": "another"}).digest
    assert dependencies.digest != find("page.html", **{"foot.html": "another"}).digest


def test_of_a_template_that_a_variable_names_nothing_is_certain():
    assert not find("any.html").is_complete


def test_what_is_known_of_a_text_is_not_worked_out_again():
    facts: dict[str, TemplateFacts] = {}
    dependencies = find("page.html", facts)
    assert len(facts) == 3
    for text in facts:
        facts[text] = facts[text]._replace(variables=["other"])
    assert find("page.html", facts) == dependencies._replace(variables=frozenset(["other"]))


def test_a_template_that_is_not_there_is_named():
    with pytest.raises(TemplateNotFound, match=r"none\.html"):
        find("none.html")


@pytest.mark.parametrize(
    ("one", "other"),
    [([1, 2], [2, 1]), ("a" * 600, "a" * 601), ({"a": 1}, {"a": 2}), (Point(1), Point(2))],
)
def test_other_contents_have_another_hash(one, other):
    assert hash_value(one) != hash_value(other)


def test_the_same_contents_have_the_same_hash():
    assert hash_value([*range(20)]) == hash_value([*range(20)])
    assert hash_value({"b", "a"}) == hash_value({"a", "b"})
    assert hash_value(Point([1], "a" * 600)) == hash_value(Point([1], "a" * 600))


@pytest.mark.parametrize(
    "wrap", [lambda one: one, lambda one: [one], lambda one: {"a": Point(one)}]
)
def test_a_value_of_which_nobody_can_know_is_refused(wrap):
    with pytest.raises(UnhashableError, match=r"builtins\.object"):
        hash_value(wrap(object()))
