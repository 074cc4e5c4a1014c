"""``recourse case person``: whose cases these are."""

from __future__ import annotations

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer, answer_json, talk
from assistant.cli.setting import Setting
from assistant.cli.spoken import Spoken
from assistant.i18n import Translator

from .group import NearGroup
from .hidden import Given, confirmed, options
from .room import find_person, opened
from .typing_in import typed_line


def command(setting: Setting) -> click.Command:
    """The group in the language of ``setting``."""
    tr = setting.tr
    group = NearGroup(tr, "person", help=tr("Whose cases these are: list, add, change or remove persons."))
    for make in (_list, _add, _change, _remove):
        group.add_command(make(setting))
    return group


def _list(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(as_json: bool, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide.casewords import alike_lines

        with opened(setting, Given(passphrase_file, key_file)) as room:
            persons = room.shelf.persons()
            count = {at: len(room.shelf.of_person(at)) for at in persons}
            if as_json:
                answer_json(
                    [_json(persons[at].uid, persons[at].name, persons[at].reference, n) for at, n in count.items()]
                )
            else:
                for at, n in count.items():
                    one = persons[at]
                    told = tr.plural("{n} case", "{n} cases", n)
                    answer(f"{one.uid[:6]}  {one.name}{f' ({one.reference})' if one.reference else ''}  {told}")
                for line in alike_lines(persons, tr):
                    talk(line)
        return 0 if count else 1

    return Spoken(
        tr,
        "list",
        callback=run,
        help=tr(
            "List all persons with the number of their cases. With --json, rows of: person, uid, name, reference, cases."
        ),
        params=[json_option(tr), *options(tr)],
    )


def _json(uid: str, name: str, reference: str, cases: int) -> dict[str, object]:
    return {"person": uid[:6], "uid": uid, "name": name, "reference": reference or None, "cases": cases}


def _add(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(reference: str | None, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide.casepersons import full_of, near
        from assistant.text import clean_line

        with opened(setting, Given(passphrase_file, key_file)) as room:
            name = typed_line(tr("Write the name."))
            persons = room.shelf.persons()
            for at in near(name, persons):
                talk(
                    tr(
                        "There is a person with nearly this name: {name}. Look twice whose case it is.",
                        name=full_of(persons[at]),
                    )
                )
            at = room.shelf.add_person(name, clean_line(reference or "")[:300])
            answer(room.shelf.persons()[at].uid[:6])
        return 0

    return Spoken(
        tr,
        "add",
        callback=run,
        help=tr(
            "Add a person. The name is read from the keyboard or a pipe. Prints the first digits that name the person."
        ),
        params=[
            _reference(tr),
            *options(tr),
        ],
    )


def _change(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(person: str, reference: str | None, name: bool, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.text import clean_line

        with opened(setting, Given(passphrase_file, key_file)) as room:
            at = find_person(room.shelf, person)
            parts = {} if reference is None else {"reference": clean_line(reference)[:300]}
            if name:
                parts["name"] = typed_line(tr("Write the name."))
            room.shelf.change_person(at, **parts)
            answer(room.shelf.persons()[at].uid[:6])
        return 0

    return Spoken(
        tr,
        "change",
        callback=run,
        help=tr("Change the reference or the name of a person."),
        params=[
            click.Argument(["person"]),
            _reference(tr),
            click.Option(["--name"], is_flag=True, help=tr("Read a new name from the keyboard or a pipe")),
            *options(tr),
        ],
    )


def _reference(tr: Translator) -> click.Option:
    return click.Option(
        ["--reference"], metavar="R", help=tr("A short mark of your own, for lists that others may see")
    )


def _remove(setting: Setting) -> click.Command:
    tr = setting.tr

    def run(person: str, passphrase_file: str | None, key_file: str | None) -> int:
        from assistant.guide.caseabout import about_removal
        from assistant.guide.casepersons import full_of

        with opened(setting, Given(passphrase_file, key_file)) as room:
            at = find_person(room.shelf, person)
            one = room.shelf.persons()[at]
            cases = tr.plural("{n} case", "{n} cases", len(room.shelf.of_person(at)))
            for line in about_removal(tr):
                talk(line)
            question = tr("This person goes, with everything in {cases}: {name}", cases=cases, name=full_of(one))
            if not confirmed(setting, one.name, question):
                return 1
            room.shelf.remove_person(at)
            talk(tr("Removed: {name}", name=full_of(one)))
        return 0

    return Spoken(
        tr,
        "remove",
        callback=run,
        help=tr("Remove a person with all their cases for good. It asks you to type the name."),
        params=[click.Argument(["person"]), *options(tr)],
    )
