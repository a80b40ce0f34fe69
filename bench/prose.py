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
    made = ("".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(WORDS))
    words = list(dict.fromkeys(made))
    total, sums = 0.0, []
    for n in range(1, len(words) + 1):
        total += 1 / n
        sums.append(total)
    return words, sums


def words(chance: Random, count: int) -> list[str]:
    known, sums = lexicon()
    return chance.choices(known, cum_weights=sums, k=count)


def sentence(chance: Random, count: int) -> str:
    """A sentence of so many words; now and then with a quotation, a comma or emphasis."""
    told = words(chance, count)
    if count > 12:
        told[4] += ","
        told[7] = chance.choice((f"*{told[7]}*", f'"{told[7]}', told[7], told[7], told[7]))
        told[9] += '"' * told[7].startswith('"')
    return " ".join(told).capitalize() + "."


def paragraph(chance: Random, count: int) -> str:
    """A paragraph of exactly so many words."""
    told = []
    while count:
        length = min(count, chance.randint(*SPAN))
        told.append(sentence(chance, length))
        count -= length
    return " ".join(told)


def body(chance: Random, count: int) -> str:
    """A text of so many words in Markdown that every generator reads alike: subheads, a list,
    a quotation and a link among paragraphs."""
    parts, left = [], count
    for number, kind in enumerate(("", "", "## ", "", "- ", "", "## ", "> ", "", "## ", "", "")):
        length = 4 if kind == "## " else count // 10
        parts.append(kind + paragraph(chance, length).rstrip("." if kind == "## " else ""))
        left -= length
        if number == 1:
            parts[-1] += f" [{words(chance, 1)[0]}](https://example.com/{number})"
            left -= 1
    return "\n\n".join([*parts, paragraph(chance, left)] if left > 0 else parts)
