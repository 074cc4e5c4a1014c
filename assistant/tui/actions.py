"""Everything that can be done from anywhere: declared once, shown in keys, footer, palette and help."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model import N_


@dataclass(frozen=True)
class Action:
    """Something to do with a key."""

    name: str
    """Of the app's action."""
    key: str
    shown: str
    """The key as it stands on a keyboard."""
    words: str
    """A verb first, short: for the line of keys. Marked for the catalogues."""
    told: str
    """One sentence, for help and palette."""
    priority: bool = False
    """Whether the key works while a field has the focus."""
    footer: bool = True


ACTIONS: tuple[Action, ...] = (
    Action(
        "leave",
        "ctrl+q",
        "Ctrl+Q",
        N_("Leave at once"),
        N_("Leaves at once and clears the screen. What you typed is gone; saved files stay."),
        priority=True,
    ),
    Action("go_back", "escape", "Esc", N_("Back"), N_("Goes back one step. Nothing you typed is lost."), priority=True),
    Action("go_help", "f1", "F1", N_("Help"), N_("Shows the keys and how things work."), priority=True),
    Action("go_language", "f2", "F2", N_("Language"), N_("Changes the language of the screen."), priority=True),
    Action(
        "go_safety",
        "f3",
        "F3",
        N_("Safety"),
        N_("Says what this program protects you from, and what it cannot."),
        priority=True,
    ),
    Action("go_home", "f4", "F4", N_("Start"), N_("Goes to the first screen. Your answers stay."), priority=True),
    Action(
        "go_cases",
        "f5",
        "F5",
        N_("Cases"),
        N_("Shows your cases, and what is due in them."),
        priority=True,
        footer=False,
    ),
    Action(
        "lock",
        "f6",
        "F6",
        N_("Lock"),
        N_("Locks the case book at once. What was told is in the book already."),
        priority=True,
        footer=False,
    ),
    Action(
        "cover",
        "f12",
        "F12",
        N_("Cover"),
        N_("Covers the screen. Nothing is lost: any key brings the page back."),
        priority=True,
        footer=False,
    ),
    Action(
        "change_theme",
        "f9",
        "F9",
        N_("Light or dark"),
        N_("Changes between light and dark."),
        priority=True,
        footer=False,
    ),
    Action(
        "command_palette",
        "ctrl+p",
        "Ctrl+P",
        N_("All actions"),
        N_("Lists everything you can do here."),
        priority=True,
        footer=False,
    ),
)

PAGE_KEYS: tuple[tuple[str, str], ...] = (
    ("s", N_("Shows where the statements on a page come from. Works while no field is active.")),
    ("1 … 9", N_("Chooses the answer with that number.")),
    ("Tab", N_("Goes to the next thing on the page; Shift+Tab goes back.")),
    ("↑ ↓", N_("Go up and down, and scroll.")),
    ("Enter", N_("Opens or chooses what is marked with ›.")),
    ("F8", N_("Shows or hides the letter while you answer its questions.")),
)
"""Keys of pages and widgets, for the help page."""

TEXTUAL_NAMES: tuple[str, ...] = (
    N_("Copy selected text"),
    N_("Minimize"),
    N_("Focus Next"),
    N_("Focus Previous"),
    N_("Quit"),
    N_("Scroll Up"),
    N_("Scroll Down"),
    N_("Scroll Home"),
    N_("Scroll End"),
    N_("Page Up"),
    N_("Page Down"),
    N_("Submit"),
)
"""Names of keys that Textual itself brings, as far as they can be seen."""
