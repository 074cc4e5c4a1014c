"""Line mode does everything that the full screen does (U19)."""

from __future__ import annotations

import importlib

from assistant.i18n import translator
from assistant.plain.words import commands
from assistant.tui import places
from assistant.tui.actions import ACTIONS

TWINS = {
    "Find": "opening.Story",
    "Interview": "interview.Interview",
    "Result": "interview.Result",
    "Everything": "opening.Situations opening.Letters",
    "SituationOf": "situation.SituationOf",
    "PlanOf": "plan.PlanOf",
    "RouteOf": "plan.RouteOf",
    "Days": "days.Days",
    "DayOf": "days.DayOf",
    "PlaceOf": "days.PlaceOf",
    "Write": "letter.Begin letter.FieldOf",
    "AuthorityOf": "authority.in_charge",
    "Check": "check.Check",
    "Preview": "check.Preview",
    "Save": "saving.Save saving.Calendar",
    "Done": "saving.Done",
    "Cases": "cases.overview.Overview",
    "MakeBook": "cases.book.MakeBook",
    "Unlock": "cases.book.OpenBook",
    "BookOf": "cases.book.BookMenu",
    "BookDo": "cases.book.BookMenu cases.removing.Erase",
    "CaseOf": "cases.case.CaseOf",
    "StepOf": "cases.telling.Tell",
    "StepDay": "cases.telling.Moved",
    "ReplyTo": "cases.telling.Replies cases.telling.ReplyDay",
    "NoteIn": "cases.notes.Note",
    "PaperIn": "cases.notes.AddPaper",
    "FileOf": "cases.notes.PaperOf",
    "NewCase": "cases.new.NewCase cases.new.KeepAs",
    "CaseName": "cases.changing.About",
    "ChooseSituation": "cases.new.situation_for",
    "DoneOnWay": "cases.writing.Alone",
    "EndCase": "cases.changing.End",
    "Persons": "cases.persons.Persons",
    "PersonOf": "cases.persons.PersonOf",
    "Remove": "cases.removing.RemoveCase cases.removing.RemovePerson",
    "HandOver": "cases.handing_steps.HandOver",
    "TakeOver": "cases.handing_steps.TakeOver",
    "MakeSheet": "cases.office.Office cases.office.Printed",
}
WORDS = {
    "leave": "leave",
    "go_back": "back",
    "go_help": "help",
    "go_language": "language",
    "go_safety": "safety",
    "go_home": "start",
    "go_cases": "cases",
    "lock": "lock",
    "sources": "why",
}
OF_SCREENS_ONLY = {
    "change_theme": "lines have no colours",
    "command_palette": "help lists the words",
    "cover": "lines that were written cannot be covered and shown again; leaving wipes them",
}
OF_TRANSLATORS = {"Texts": "locale preview --text: where a text stands in the catalogue"}
SAID_BY_A_WORD = {"Sources": "why", "Safety": "safety", "Help": "help", "Language": "language"}


def test_every_page_and_key_has_its_twin_in_line_mode() -> None:
    """A new page or key has to be named here, with what does the same in line mode."""
    pages = {one.__name__ for one in places.To.__args__}
    assert pages == TWINS.keys() | SAID_BY_A_WORD.keys() | OF_TRANSLATORS.keys()
    for names in TWINS.values():
        for name in names.split():
            module, _, step = name.rpartition(".")
            assert callable(getattr(importlib.import_module(f"assistant.plain.{module}"), step))
    assert {one.name for one in ACTIONS} | {"sources"} == WORDS.keys() | OF_SCREENS_ONLY.keys()
    for locale in ("en", "de", "zh_Hans"):
        known = set(commands(translator(locale)).values())
        assert known >= set(WORDS.values()) | set(SAID_BY_A_WORD.values())
