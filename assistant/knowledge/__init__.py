"""Reads ``content/`` and ``letter.yaml`` strictly into records; look-ups by id and by day."""

from .opening import LETTER_FILE, open_knowledge, pack
from .rooms import ROOMS, SINGULAR, room_of
from .sheet import Plain, Sheet
from .store import Folder, Knowledge, Room, sheet_of
from .validate import find_problems, validate
from .walk import texts
from .words import Message, context_of, localise, messages, title_in

__all__ = [
    "LETTER_FILE",
    "ROOMS",
    "SINGULAR",
    "Folder",
    "Knowledge",
    "Message",
    "Plain",
    "Room",
    "Sheet",
    "context_of",
    "find_problems",
    "localise",
    "messages",
    "open_knowledge",
    "pack",
    "room_of",
    "sheet_of",
    "texts",
    "title_in",
    "validate",
]
