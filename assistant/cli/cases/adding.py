"""``recourse case add``: tell a case what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import json_option
from assistant.cli.output import answer
from assistant.cli.setting import Setting, day
from assistant.cli.spoken import Spoken
from assistant.model import N_, InputError

from .adding_facts import called, done, event, note, paper, seat
from .adding_tools import UNKNOWN, day_option, step_option, teller
from .group import NearGroup
from .hidden import Given, options
from .room import find_case, opened, step_of
from .typing_in import typed_text

if TYPE_CHECKING:
    from assistant.guide.casefile import CaseFile
    from assistant.guide.shelf import Shelf

_NO_REPLY = N_("There is no kind of answer '{name}' for this step. To see them: recourse case add CASE answers")


def command(setting: Setting) -> click.Command:
    """The group in the language of ``setting``."""
    tr = setting.tr
    group = NearGroup(
        tr,
        "add",
        params=[click.Argument(["case"])],
        help=tr(
            "Tell a case what happened. Each kind has a help page: recourse case add CASE sent --help. A slip is taken back with undo. Prints the case with its status afterwards."
        ),
    )
    for make in (
        _sent,
        _arrived,
        _answer,
        _answers,
        event,
        seat,
        note,
        paper,
        done,
        called,
        _end,
        _resume,
        _undo,
    ):
        group.add_command(make(setting))
    return group


def _sent(setting: Setting) -> click.Command:
    from assistant.model import Sent

    return _moved(
        setting,
        "sent",
        Sent,
        setting.tr("A letter was sent on a day. With --day unknown, an earlier day is taken back."),
    )


def _arrived(setting: Setting) -> click.Command:
    from assistant.model import Arrived

    text = setting.tr("A letter reached the other side on a day. With --day unknown, an earlier day is taken back.")
    return _moved(setting, "arrived", Arrived, text)


def _moved(setting: Setting, name: str, kind: type[Any], text: str) -> click.Command:
    def tells(shelf: Shelf, case: CaseFile, when: str | None, step: int | None) -> CaseFile:
        from assistant.guide.casesound import check_moved

        number = step_of(case, step)
        told = None if when == UNKNOWN else setting.on if when is None else day(when, "--day")
        check_moved(case.step(number), kind, told, setting.on)
        return shelf.tell(case.name, kind, step=number, day=told)

    return teller(setting, name, tells, text, day_option(setting), step_option(setting))


def _answer(setting: Setting) -> click.Command:
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, reply: str, when: str | None, step: int | None, note: bool) -> CaseFile:
        from assistant.guide.casesound import check_answered
        from assistant.guide.casework import replies_for
        from assistant.model import Replied

        number = step_of(case, step)
        taken = case.step(number)
        known = [one.id for one in replies_for(setting.knowledge, case, taken, tr)] if taken is not None else []
        if reply not in known:
            raise InputError(_NO_REPLY, name=reply)
        told = setting.on if when is None else day(when, "--day")
        check_answered(taken, told, setting.on)
        words = typed_text(tr("Write the note. End with an empty line.")) if note else ""
        return shelf.tell(case.name, Replied, step=number, reply=reply, day=told, note=words)

    return teller(
        setting,
        "answer",
        tells,
        tr("They answered. REPLY is the kind of answer; answers lists the kinds."),
        click.Argument(["reply"]),
        day_option(setting),
        step_option(setting),
        click.Option(["--note"], is_flag=True, help=tr("Read a note from the keyboard or a pipe")),
    )


def _answers(setting: Setting) -> click.Command:
    tr = setting.tr

    @click.pass_context
    def run(
        ctx: click.Context, /, step: int | None, as_json: bool, passphrase_file: str | None, key_file: str | None
    ) -> int:
        from assistant.cli.output import answer_json
        from assistant.guide.casework import replies_for

        wanted = ctx.parent.params["case"] if ctx.parent is not None else ""
        with opened(setting, Given(passphrase_file, key_file)) as room:
            case = find_case(room.shelf, wanted)
            taken = case.step(step_of(case, step))
            found = replies_for(setting.knowledge, case, taken, tr) if taken is not None else ()
            if as_json:
                answer_json([one.model_dump(mode="json", include={"id", "label", "hint", "outcome"}) for one in found])
            elif found:
                answer("\n".join(f"{one.id}\n  {one.label}\n  {one.hint}" for one in found))
        return 0 if found else 1

    return Spoken(
        tr,
        "answers",
        callback=run,
        help=tr("List the kinds of answers that a step can get, with how to recognise them. Adds nothing."),
        params=[
            step_option(setting),
            json_option(tr),
            *options(tr),
        ],
    )


def _end(setting: Setting) -> click.Command:
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, why: str) -> CaseFile:
        from assistant.model import Ended

        return shelf.tell(case.name, Ended, why=why)

    return teller(
        setting,
        "end",
        tells,
        tr("Nothing is waited for any more. The case stays in the book."),
        click.Argument(["why"], type=click.Choice(["settled", "given_up", "other"]), default="settled"),
    )


def _resume(setting: Setting) -> click.Command:
    def tells(shelf: Shelf, case: CaseFile) -> CaseFile:
        from assistant.model import Resumed

        return shelf.tell(case.name, Resumed)

    return teller(setting, "resume", tells, setting.tr("A case that had ended goes on."))


def _undo(setting: Setting) -> click.Command:
    tr = setting.tr

    def tells(shelf: Shelf, case: CaseFile, change: int | None) -> CaseFile:
        from assistant.guide.caseundo import take_back

        return take_back(shelf, case.name, change)[0]

    return teller(
        setting,
        "undo",
        tells,
        tr("Take back the last change, or the change with this number."),
        click.Argument(["change"], type=int, required=False),
    )
