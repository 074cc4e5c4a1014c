"""Text from outside: cleaned once at the border, shown without harm, measured, wrapped.

Imports nothing of ours. What a person typed, what a file is called and what an error quotes all
pass through here before they reach a letter or a terminal.
"""

from .addresses import same_addresses
from .breaking import breaks
from .clean import clean, clean_line, private_use, show
from .limits import LINE_LIMIT, PARAGRAPH_LIMIT, TEXT_LIMIT
from .numbers import same_numbers
from .scripts import has_arabic, has_han, is_right_to_left, mixed_words, scripts_of
from .turning import (
    TURNINGS,
    Turning,
    as_seen,
    has_right_to_left,
    seen_order,
    starts_right_to_left,
    turned,
    who_turns,
    who_turns_pages,
)
from .width import fold, pad, width, wrap

__all__ = [
    "LINE_LIMIT",
    "PARAGRAPH_LIMIT",
    "TEXT_LIMIT",
    "TURNINGS",
    "Turning",
    "as_seen",
    "breaks",
    "clean",
    "clean_line",
    "fold",
    "has_arabic",
    "has_han",
    "has_right_to_left",
    "is_right_to_left",
    "mixed_words",
    "pad",
    "private_use",
    "same_addresses",
    "same_numbers",
    "scripts_of",
    "seen_order",
    "show",
    "starts_right_to_left",
    "turned",
    "who_turns",
    "who_turns_pages",
    "width",
    "wrap",
]
