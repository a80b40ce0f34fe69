"""A site that strains its layout: long words, wide tables, footnotes, many articles."""

from tests.support.sample import SampleSite

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.com/" + "a-very-long-address-without-a-place-to-break/" * 4
BODY = f"""\
## A subhead of which one word is {WORD}

A paragraph with {WORD}, a note[^1] and <{ADDRESS}>.

| Month | {" | ".join(f"Column {n}" for n in range(12))} |
| --- | {"--- | " * 12}
| June | {" | ".join(f"{n * 1000:,} launches" for n in range(12))} |

> "A quotation with {WORD}."

    A line of code that is {"very " * 40}long.

1. {WORD}
    - A list in a list in which there is {WORD}

### A subhead below a subhead

[^1]: A footnote with {WORD}.
"""
REGISTRY = f"""\
long:
  kind: organisation
  name: {WORD}
  description: {"A body of which there is much to say. " * 7}
  sort: {WORD[:40]}
  native:
    name: {"대한민국국방부합동참모본부" * 6}
    language: ko
  roles:
    - role: {WORD}
      from: 2021-01
  also: [{WORD[1:]}]
"""
PATHS = ["", "2023/06/stretched/", "organisations/long/", "archive/", "archive/page-2/"]
PATHS += ["tags/drills/", "authors/", "names/"]


def fill(sample: SampleSite) -> None:
    """Write forty plain articles and an awkward one, and build."""
    for n in range(40):
        sample.another(f"story-{n}", ("2023-06-03", f"2023-06-{n % 28 + 1:02}"))
    sample.write("data/registry.yaml", REGISTRY)
    sample.another(
        "stretched",
        ("A sound headline", f"Headline with {WORD} and more"),
        ("A deck that says a little more.", f"{'A deck that says more. ' * 8}{WORD}"),
        ("Ann Example", f"{WORD} Example"),
        ("https://example.com/report", ADDRESS),
        ("2023-06-03", "2023-06-30"),
        (
            "kind: report",
            f"kind: statement\nmodified: 2023-07-01\ncorrections:\n  - date: 2023-07-01\n    note: {WORD} was misspelt.",
        ),
        ("A paragraph of text.", f"[{WORD}](name:long)\n\n{BODY}"),
    )
    sample.build()
