"""Text that means nothing and is made like prose: always the same for the same number."""

import re
from functools import cache
from random import Random

SYLLABLES = re.findall(
    r"\w+", "ba ce di fo ga hel in jo ka lu mer no or pa que ri sol ta un vi wes xa yl zo"
)
WORDS = 3_000
SPAN = (6, 22)


@cache
def lexicon() -> tuple[list[str], list[float]]:
    """Made-up words, and how often each is used: as in any language, few of them most of the time.

    Zipf's law: the n-th word is used in proportion to 1/n.
    """
    chance = Random(0)
    syllables = (
        "".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(WORDS)
    )
    words = list(dict.fromkeys(syllables))
    total, sums = 0.0, []
    for n in range(1, len(words) + 1):
        total += 1 / n
        sums.append(total)
    return words, sums


def words(chance: Random, count: int) -> list[str]:
    vocabulary, sums = lexicon()
    return chance.choices(vocabulary, cum_weights=sums, k=count)


def sentence(chance: Random, count: int) -> str:
    """A sentence of so many words; now and then with a quotation, a comma or emphasis."""
    tokens = words(chance, count)
    if count > 12:
        tokens[4] += ","
        tokens[7] = chance.choice(
            (f"*{tokens[7]}*", f'"{tokens[7]}', tokens[7], tokens[7], tokens[7])
        )
        tokens[9] += '"' * tokens[7].startswith('"')
    return " ".join(tokens).capitalize() + "."


def paragraph(chance: Random, count: int) -> str:
    """A paragraph of exactly so many words."""
    sentences = []
    while count:
        length = min(count, chance.randint(*SPAN))
        sentences.append(sentence(chance, length))
        count -= length
    return " ".join(sentences)


def body(chance: Random, count: int) -> str:
    """A text of so many words in Markdown that every generator reads alike: subheads, a list,
    a quotation and a link among paragraphs."""
    parts, rest = [], count
    for number, kind in enumerate(("", "", "## ", "", "- ", "", "## ", "> ", "", "## ", "", "")):
        length = 4 if kind == "## " else count // 10
        parts.append(kind + paragraph(chance, length).rstrip("." if kind == "## " else ""))
        rest -= length
        if number == 1:
            parts[-1] += f" [{words(chance, 1)[0]}](https://example.com/{number})"
            rest -= 1
    return "\n\n".join([*parts, paragraph(chance, rest)] if rest > 0 else parts)
