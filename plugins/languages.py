"""Gives templates two filters for languages.

`language_name` names a language: `ko` is Korean; a code it lacks stays a code. `foreign` says of
words in another script what language they are in: a screen reader then speaks them, and a browser
finds their letters. Where a script serves several languages only the script is named:
https://www.rfc-editor.org/rfc/rfc5646 (BCP 47), section 4.1.
"""

import re

from markupsafe import Markup, escape
from pelican import signals

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "und": "Not known yet.",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


# Han beside kana is Japanese; alone it can be of several languages.
SCRIPTS = {
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "ja": "\u3005\u3040-\u30ff\u4e00-\u9fff",
    "und-Hani": "\u3005\u3400-\u9fff",
    "und-Cyrl": "\u0400-\u052f",
    "und-Arab": "\u0600-\u06ff\u0750-\u077f",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "th": "\u0e00-\u0e7f",
    "und-Deva": "\u0900-\u097f",
}
KANA = re.compile("[\u3040-\u30ff]")
RUN = re.compile("|".join(f"[{letters}]+(?: +[{letters}]+)*" for letters in SCRIPTS.values()))


def language_name(code: str) -> str:
    """The English name of a BCP 47 language tag's language."""
    return NAMES.get(code.partition("-")[0], code)


def detect_language(words: str) -> str:
    """The language, or else the script, of words that are all in one script."""
    candidates = (tag for tag, letters in SCRIPTS.items() if re.match(f"[{letters}]", words))
    tag = next(candidates)
    return next(candidates) if tag == "ja" and not KANA.search(words) else tag


def foreign(text: str) -> Markup:
    """Text in which runs of another script stand in a span with their language."""
    if text.isascii():
        return escape(text)
    parts, end = [], 0
    for run in RUN.finditer(text):
        parts.append(escape(text[end : run.start()]))
        parts.append(Markup('<span lang="{}">{}</span>').format(detect_language(run[0]), run[0]))
        end = run.end()
    return Markup("").join([*parts, escape(text[end:])])


def add_filters(generator):
    generator.env.filters.update(language_name=language_name, foreign=foreign)


def register():
    signals.generator_init.connect(add_filters)
