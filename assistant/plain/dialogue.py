"""The conversation: one step after the other, back along the way, and out at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from assistant.guide import Adviser, Desk, Session, notice
from assistant.guide.drafted import drafted
from assistant.i18n import Translator
from assistant.model import RecourseError

from . import leaving
from .ask import Choice, Question, choose, told, trouble
from .cases.at_hand import Cases
from .front import Front, Move, Step, Turn
from .opening import Start
from .talk import EndOfInput, Talk
from .words import spoken


def run(
    adviser: Adviser,
    make_desk: Callable[[], Desk],
    tr: Translator,
    talk: Talk,
    *,
    book: Path,
    locale_chosen: bool = True,
) -> None:
    """Talk until the person leaves or the input ends.

    ``locale_chosen``: whether they named the language. ``book``: where a case book is, or would be.
    """
    cases = Cases(book, adviser.on)
    patience = _Patience(cases, talk)
    front = Front(adviser, make_desk, tr, replace(talk, patience=patience), cases)
    try:
        _welcome(front)
        if not locale_chosen and len(adviser.locales) > 1:
            front = _first_language(front)
        _Dialogue(front, patience).run()
    except EndOfInput:
        return
    finally:
        cases.lock()


class _Patience:
    """With an open book, five minutes without a line end the program: somebody may have walked away."""

    def __init__(self, cases: Cases, talk: Talk) -> None:
        self.cases = cases
        self.talk = talk
        self.lines = 0
        """How often a line was waited for."""

    def __call__(self) -> AbstractContextManager[object]:
        self.lines += 1
        if self.cases.kept and self.talk.reads.isatty():
            return leaving.no_longer_than(leaving.IDLE)
        return nullcontext()


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
    front.talk.say(*drafted(tr.locale, tr))


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

    def __init__(self, front: Front, patience: _Patience) -> None:
        self.front = front
        self.patience = patience
        self.session = Session()
        self.way: list[Step] = [Start()]

    def run(self) -> None:
        """Until the person leaves."""
        while True:
            try:
                before, lines = self.front.cases.name, self.patience.lines
                _tell_whose(self.front, self.way[-1])
                move = self.way[-1](self.front, self.session)
                self.session = self._tell_case(move) if before == self.front.cases.name else move.session
                if self.patience.lines == lines and len(self.way) > 1:
                    self.way.pop()  # nothing was asked there: going back would only lead here again
                self.way = _longer(self.way, move.step)
            except Turn as turn:
                if turn.way == "leave":
                    return
                self._turn(turn)
            except RecourseError as error:
                trouble(self.front, [told(self.front, error)])
                self._back()

    def _tell_case(self, move: Move) -> Session:
        """What was told on a page goes into the open case at once. Where that fails, its days stay as they were."""
        from assistant.guide.casekeeping import tell_days

        front = self.front
        case = front.cases.case()
        if case is None or move.known:
            return move.session
        old = self.session
        try:
            tell_days(front.adviser.knowledge, front.cases.shelf, case, old, move.session)
        except RecourseError as error:
            trouble(front, [told(front, error)])
            return replace(move.session, events=old.events, place=old.place, own_places=old.own_places)
        return move.session

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
            case "cases":
                from .cases.book import entrance

                self.way = [Start(), entrance(self.front)]
            case "lock":
                self._lock()
            case _:
                self.way = [Start()]

    def _lock(self) -> None:
        """Forget the key, the answers and what the terminal shows."""
        front = self.front
        if not front.cases.kept:
            front.talk.heading(front.tr("No case book is open."))
            return
        front.cases.lock()
        self.session = Session()
        self.way = [Start()]
        if front.talk.writes.isatty():
            front.talk.writes.flush()
            leaving.wipe()
        front.talk.heading(front.tr("The case book is closed. Its key is forgotten."))

    def _back(self) -> None:
        if len(self.way) > 1:
            self.way.pop()
        else:
            self.front.talk.heading(self.front.tr("This is the first question."))


def _tell_whose(front: Front, step: Step) -> None:
    """Which case this is, and whose, above every page of it."""
    from .cases.overview import Overview
    from .cases.pages import whose
    from .cases.writing import Follow

    case = None if isinstance(step, Follow | Overview | Start) else front.cases.case()
    if case is not None:
        front.talk.say("", whose(front, case))


def _longer(way: Sequence[Step], step: Step) -> list[Step]:
    """The way with one more step; a place where we were already cuts it short."""
    known = [at for at, one in enumerate(way) if one == step]
    return [*way[: known[0]], step] if known else [*way, step]
