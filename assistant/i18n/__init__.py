"""The words of the program in one language: messages, plurals, dates, lists. A translator is passed, never installed."""

from .catalogues import compile_po, read_catalogue
from .known import DOMAIN, is_incubating, is_locale_name, locales, negotiate, translator, voice
from .messages import fill, harmless, placeholders
from .pseudo import PSEUDO
from .speaking import SEARCH_WORDS, SOURCE, Translator

__all__ = [
    "DOMAIN",
    "PSEUDO",
    "SEARCH_WORDS",
    "SOURCE",
    "Translator",
    "compile_po",
    "fill",
    "harmless",
    "is_incubating",
    "is_locale_name",
    "locales",
    "negotiate",
    "placeholders",
    "read_catalogue",
    "translator",
    "voice",
]
