"""The conversation: one step after the other, back along the way, and out at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.guide import Adviser, Desk, Session, notice
from assistant.i18n import Translator
from assistant.model import RecourseError

from .ask import Choice, Question, choose, told, trouble
from .front import Front, Step, Turn
from .opening import Start
from .talk import EndOfInput, Talk
from .words import spoken


def run(
    adviser: Adviser, make_desk: Callable[[], Desk], tr: Translator, talk: Talk, *, locale_chosen: bool = True
) -> None:
    """Talk until the person leaves or the input ends. ``locale_chosen``: whether they named the language."""
    front = Front(adviser, make_desk, tr, talk)
    try:
        _welcome(front)
        if not locale_chosen and len(adviser.locales) > 1:
            front = _first_language(front)
        _Dialogue(front).run()
    except EndOfInput:
        return


def _welcome(front: Front) -> None:
    tr = front.tr
    front.talk.say(
        *notice(
            tr,
            tr("To leave at once, press Ctrl+C or Ctrl+D, or type: {word}", word=spoken("leave", tr)),
            tr(
                "The safety page: type {word}. All words you can type: {help}",
                word=spoken("safety", tr),
                help=spoken("help", tr),
            ),
        )
    )


def _first_language(front: Front) -> Front:
    """Before anything else; the words that lead elsewhere do not lead anywhere yet."""
    while True:
        try:
            changed = _language(front)
        except Turn as turn:
            if turn.way == "leave":
                raise EndOfInput from None
            continue
        if changed.tr.locale != front.tr.locale:
            _welcome(changed)
        return changed


def _language(front: Front) -> Front:
    """Ask for the language; each is named in itself."""
    adviser, tr = front.adviser, front.tr
    choices = [Choice(one, adviser.speak(one).name_of(one)) for one in adviser.locales]
    question = Question(
        tr("Which language do you want to read?"), tr("The language of a letter is another choice and stays as it is.")
    )
    return replace(front, tr=adviser.speak(choose(front, question, choices, unsure_as=tr.locale)))


class _Dialogue:
    """Where we are, how we came here, and what was told."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.session = Session()
        self.way: list[Step] = [Start()]

    def run(self) -> None:
        """Until the person leaves."""
        while True:
            try:
                move = self.way[-1](self.front, self.session)
                self.session = move.session
                self.way = _longer(self.way, move.step)
            except Turn as turn:
                if turn.way == "leave":
                    return
                self._turn(turn)
            except RecourseError as error:
                trouble(self.front, [told(self.front, error)])
                self._back()

    def _turn(self, turn: Turn) -> None:
        match turn.way:
            case "back":
                self._back()
            case "language":
                try:
                    self.front = _language(self.front)
                except Turn as other:
                    if other.way == "leave":
                        raise EndOfInput from None
            case _:
                self.way = [Start()]

    def _back(self) -> None:
        if len(self.way) > 1:
            self.way.pop()
        else:
            self.front.talk.heading(self.front.tr("This is the first question."))


def _longer(way: Sequence[Step], step: Step) -> list[Step]:
    """The way with one more step; a place where we were already cuts it short."""
    known = [at for at, one in enumerate(way) if one == step]
    return [*way[: known[0]], step] if known else [*way, step]
