"""Content, letter and catalogue checks: small, named, listed; used by the command, by CI and by tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from assistant import paths
from assistant.knowledge import ROOMS, Folder, Knowledge, find_problems, open_knowledge
from assistant.letters import Templates
from assistant.model import RecourseError

from . import (
    avoiding,
    bodies,
    catalogues,
    certainty,
    citations,
    copying,
    coverage,
    dates,
    following,
    glossaries,
    handmade,
    keeping,
    language,
    letters,
    lexicons,
    locales,
    parity,
    plurals,
    questions,
    references,
    scripts,
    terms,
    typography,
)
from .finding import Check, Finding, Rooms, from_error

CHECKS: tuple[Check, ...] = (
    Check("references", "A name that leads nowhere breaks a page in somebody's hands.", references.references),
    Check("reachable", "What nothing leads to helps nobody.", references.reachable),
    Check("leads-on", "Nobody is left standing.", references.routes_lead_on),
    Check("counted-dates", "A date in a letter is counted from a date of that letter.", references.counted_dates),
    Check("following", "A day that is handed on starts a limit there.", following.following),
    Check("versions", "One day has one rule.", dates.versions),
    Check("stale", "Old law, trusted, hurts.", dates.stale),
    Check("calendars", "A wrong day off is a wrong deadline.", dates.calendars),
    Check("bodies", "A letter must not go to an address nobody checked.", bodies.contacts),
    Check("branches", "Every answer leads somewhere.", questions.branches),
    Check("interview", "Seven questions at most.", questions.length),
    Check("templates", "Every language keeps the letter's contract.", letters.templates),
    Check("filing", "The language of filing is there.", letters.filing),
    Check("fields", "The least is asked, easy first, identity last.", letters.fields),
    Check("strays", "A folder without a record is read by nobody.", letters.strays),
    Check("citations", "Every language cites the same articles.", citations.citations),
    Check("parity", "What one signs says what one has read.", parity.parity),
    Check("marks", "Nothing is told as surer than it was read.", certainty.marks),
    Check("counted-read", "A date that rests on a rumour costs a right.", certainty.counted),
    Check("demanded-read", "A letter must not rest on what nobody read.", certainty.demanded),
    Check("coverage", "What was researched must not get lost.", coverage.coverage),
    Check(
        "catalogues",
        "Translations are complete and say what the source says.",
        catalogues.catalogues,
        of_languages=True,
    ),
    Check("plurals", "A word fits its number.", plurals.plurals, of_languages=True),
    Check("keeping", "What one types works, and no paragraph is lost.", keeping.keeping, of_languages=True),
    Check("handmade", "A day is written by the program, never by hand.", handmade.handmade, of_languages=True),
    Check("copying", "Nobody is left with a language they cannot read.", copying.copying, of_languages=True),
    Check("scripts", "A letter that only looks right leads astray.", scripts.scripts, of_languages=True),
    Check("typography", "A text is written as its readers write.", typography.typography, of_languages=True),
    Check("avoiding", "No word of another country, and none that hurts.", avoiding.avoiding, of_languages=True),
    Check("terms", "One thing has one name, that of the authority.", terms.term_use, of_languages=True),
    Check("locales", "A language claims no more than was done.", locales.locales, of_languages=True),
    Check("lexicons", "An answer is understood in every language.", lexicons.lexicons, of_languages=True),
    Check("glossaries", "A term says where it comes from.", glossaries.glossaries),
    Check("unknown", "What we do not know is told as such, with who would know.", language.unknown),
    Check("language", "People in fear read short sentences.", language.plain),
)


def run(
    on: date,
    content: Path | None = None,
    templates: Path | None = None,
    locales: Path | None = None,
    within: Sequence[str] = (),
) -> Iterator[Finding]:
    """All findings for the rooms of this installation, or for the given folders, as of the day ``on``.

    ``within`` are the paths that are asked about. Where all of them are of languages, only these are looked at; where none
    is, no language is. That is much faster. The caller leaves out what is found elsewhere besides.
    """
    content_room = content or paths.room("content")
    template_room = templates or paths.room("templates")
    try:
        knowledge = open_knowledge(content, templates)
    except RecourseError as error:
        yield from_error("records", error)
        return
    only = _languages(within)
    sound: set[tuple[str, str]] = set()
    for room, record_id, problems in _loaded(knowledge) if not only else ():
        yield from (from_error("records", problem) for problem in problems)
        if not problems:
            sound.add((room, record_id))
    rooms = Rooms(
        content_room,
        template_room,
        locales or paths.room("locales"),
        knowledge,
        Templates(template_room / "letters"),
        on,
        frozenset(sound),
        only=only,
    )
    for check in CHECKS:
        if not only or check.of_languages:
            yield from check.run(rooms)


def _languages(paths_asked: Sequence[str]) -> frozenset[str] | None:
    """The languages that are asked about, if nothing else is; none, if none is; ``None`` for all of them."""
    parts = [path.split("/") for path in paths_asked]
    if parts and all(one[0] in ("content", "templates") for one in parts):
        return frozenset()
    if parts and all(len(one) > 1 and one[0] == "locales" and "." not in one[1] for one in parts):
        return frozenset(one[1] for one in parts)
    return None


def _loaded(knowledge: Knowledge) -> Iterator[tuple[str, str, list[RecourseError]]]:
    """Every record with what is wrong with it."""
    for name, room in knowledge.rooms.items():
        for record_id in room.ids():
            yield name, record_id, _problems(knowledge, name, record_id)


def _problems(knowledge: Knowledge, room: str, record_id: str) -> list[RecourseError]:
    shelf = knowledge.rooms[room].shelf
    try:
        if isinstance(shelf, Folder):
            problems: list[RecourseError] = list(find_problems(ROOMS[room], shelf.sheet(record_id)))
            if problems:
                return problems
        knowledge.rooms[room][record_id]
    except RecourseError as error:
        return [error]
    return []


__all__ = ["CHECKS", "Check", "Finding", "Rooms", "run"]
