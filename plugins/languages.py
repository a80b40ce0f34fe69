"""Gives templates a filter that names a language: `ko` is Korean; a code it lacks stays a code."""

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


def language_name(code: str) -> str:
    """The English name of a BCP 47 language tag's language."""
    return NAMES.get(code.partition("-")[0], code)


def add_filter(generator):
    generator.env.filters["language_name"] = language_name


def register():
    signals.generator_init.connect(add_filter)
