"""The words of an index, for whoever mistypes one.

A fragment is what Pagefind keeps of a page: a mark and JSON, compressed. Its `content` is all that
can be found there. https://github.com/Pagefind/pagefind, pagefind_core_search
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence

from engine.workers import parallel_map

MARK = b"pagefind_dcd"
WORD = re.compile(r"[^\W\d_]{2,}(?:['-][^\W\d_]{2,})*")
MOST = 8_000
SHARE = 125  # pages that are worth a process of their own


def counted(fragments: Sequence[bytes]) -> Counter[str]:
    """How often each word is in all pages, in lower case."""
    shares = [fragments[start : start + SHARE] for start in range(0, len(fragments), SHARE)]
    return sum(parallel_map(count, shares), Counter())


def known(counted: Counter[str]) -> list[str]:
    """The words, the most frequent first; of many, these alone."""
    return sorted(counted, key=lambda word: (-counted[word], word))[:MOST]


def count(fragments: Sequence[bytes]) -> Counter[str]:
    """How often each word is in some pages."""
    counted: Counter[str] = Counter()
    for fragment in fragments:
        page = json.loads(gzip.decompress(fragment).removeprefix(MARK))
        text = " ".join([page["content"], page["meta"].get("title", "")])
        counted.update(WORD.findall(text.replace("\u2019", "'").lower()))
    return counted
