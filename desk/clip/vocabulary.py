"""Tags proposed for a text: those of the vocabulary whose words occur in one paragraph of it."""

import re
from collections.abc import Iterable, Mapping

MOST = 6
SMALL = {"and", "of", "the", "a", "in", "on", "for"}


def propose_tags(paragraphs: Iterable[str], vocabulary: Mapping[str, dict]) -> list[str]:
    """Slugs of tags, those that most paragraphs speak of first."""
    texts = [stems(paragraph) for paragraph in paragraphs]
    tag_words = {slug: stems(tag.get("name") or slug) - SMALL for slug, tag in vocabulary.items()}
    counts = {slug: sum(bool(w) and w <= text for text in texts) for slug, w in tag_words.items()}
    slugs = sorted((slug for slug in counts if counts[slug]), key=lambda slug: -counts[slug])
    return slugs[:MOST]


def stems(text: str) -> set[str]:
    """The words of a text without plural and possessive endings, in American spelling."""
    words = re.findall(r"[^\W_]+(?:['’]s)?", text.lower().replace("defence", "defense"))
    return {re.sub(r"(['’]s|(?<=[^\Ws])s)$", "", word) for word in words}
