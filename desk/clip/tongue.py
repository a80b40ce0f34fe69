"""The language of a text, where its script or its commonest words leave no doubt."""

import re
from collections import Counter

HANGUL, KANA, HAN = (
    re.compile(f"[{r}]") for r in ("\uac00-\ud7a3", "\u3040-\u30ff", "\u4e00-\u9fff")
)
COMMON = {
    "en": "the of and to in that is was for with on said from has have",
    "de": "der die das und den von zu mit sich des auf für ist im nicht",
    "fr": "le la les des et du une dans que pour est sur au par qui",
    "es": "el los las del y que en una por con para se es al su",
    "it": "il di che la per un del della è con sono gli nel alla non",
    "pt": "o os as do da dos das em um uma que para com não no",
    "nl": "de het een van en dat is op te met voor zijn niet aan",
}


def language_of(text: str) -> str:
    """A BCP 47 tag, or nothing."""
    letters = max(1, sum(c.isalpha() for c in text))
    hangul, kana, han = (len(script.findall(text)) / letters for script in (HANGUL, KANA, HAN))
    if max(hangul, kana + han) > 0.3:
        return "ko" if hangul > kana + han else "ja" if kana > 0.05 else "zh" if not kana else ""
    counts = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = {tag: sum(counts[word] for word in words.split()) for tag, words in COMMON.items()}
    first, second = sorted(scores, key=lambda tag: -scores[tag])[:2]
    return first if scores[first] >= 8 and scores[first] > 2 * scores[second] else ""
