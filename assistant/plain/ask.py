"""Asking: a question, why it is asked, numbered choices, and an answer by number or word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.guide import safety
from assistant.letters import Ambiguous
from assistant.model import RecourseError

from .front import Front, Turn
from .words import UNSURE, Command, commands, handbook, plain, spoken, unquoted, unsure

DONT_KNOW = "unknown"


@dataclass(frozen=True)
class Choice:
    """Something to choose."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked."""

    text: str
    why: str = ""
    sources: tuple[str, ...] = ()
    """Where the law behind it stands."""
    hints: tuple[str, ...] = ()
    """How to answer."""


def choose(
    front: Front,
    question: Question,
    choices: Sequence[Choice],
    *,
    unsure_as: str | None = None,
    empty_as: str | None = None,
) -> str:
    """The id of the choice. ``unsure_as`` is what "I don't know" means here, ``empty_as`` what Enter alone means."""
    _put(front, question, choices)
    while True:
        heard = _hear(front, question, choices)
        if not heard and empty_as is not None:
            return empty_as
        found = fitting(heard, choices)
        if len(found) == 1:
            return found[0]
        if unsure_as is not None and unsure(heard, front.tr):
            return unsure_as
        _not_a_choice(front, heard, choices, found)


def pick(front: Front, question: Question, choices: Sequence[Choice]) -> tuple[str | None, str]:
    """The id of a choice, or the words that were typed and are none."""
    _put(front, question, choices)
    while True:
        heard = _hear(front, question, choices)
        found = fitting(heard, choices)
        if len(found) == 1:
            return found[0], heard
        if heard and not heard.isdecimal():
            return None, heard
        _not_a_choice(front, heard, choices, [])


def fitting(heard: str, choices: Sequence[Choice]) -> list[str]:
    """The ids that an answer can mean: by number, by name, by its first letters or a word in it."""
    wanted = plain(_digits(heard))
    if not wanted:
        return []
    if wanted.isdecimal():
        number = int(wanted[:6])
        return [choices[number - 1].id] if 1 <= number <= len(choices) else []
    exact = [one.id for one in choices if wanted in (one.id, plain(one.label))]
    if exact:
        return exact[:1]
    begins = [one.id for one in choices if plain(one.label).startswith(wanted)]
    return begins or [one.id for one in choices if f" {wanted} " in f" {_words(one.label)} "]


def _words(label: str) -> str:
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in plain(label)).split())


def _digits(text: str) -> str:
    """Full-width digits as plain ones, and no point after a number."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text).rstrip(".)）、")


def text(front: Front, question: Question, *, again: bool = True) -> str:
    """One line in the person's own words; may be empty. ``again`` puts the question first."""
    if again:
        _put(front, question, ())
    return _hear(front, question, ())


def yes(front: Front, question: Question) -> bool:
    """Yes or no."""
    tr = front.tr
    return choose(front, question, (Choice("yes", tr("Yes")), Choice("no", tr("No")))) == "yes"


def either(front: Front, found: Ambiguous) -> str:
    """Which of the days that an answer can mean; an ISO day."""
    tr = front.tr
    choices = [Choice(day.isoformat(), tr.full_day(day)) for day in found.readings]
    return choose(front, Question(tr("That can mean more than one day. Which one do you mean?")), choices)


def trouble(front: Front, messages: Iterable[str]) -> None:
    """What is wrong, last thing above the prompt."""
    front.talk.heading(front.tr("There is a problem"))
    front.talk.items(messages)


def told(front: Front, error: RecourseError) -> str:
    """An error in the person's language."""
    return front.tr(error.message, **error.values)


def _put(front: Front, question: Question, choices: Sequence[Choice]) -> None:
    talk = front.talk
    talk.heading(question.text)
    if question.why:
        talk.items([question.why])
    talk.items(question.hints)
    for number, one in enumerate(choices, 1):
        talk.say(f"{number}. {one.label}")
        if one.note:
            talk.items([f" {one.note}"])


def _hear(front: Front, question: Question, choices: Sequence[Choice]) -> str:
    """The answer, once it is none of the words that are understood everywhere."""
    known = commands(front.tr)
    while True:
        heard = front.talk.hear()
        inner = unquoted(heard)
        if inner is not None and plain(inner) in known:
            return inner
        command = known.get(plain(heard))
        if command is None or _is_choice(heard, choices):
            return heard
        _obey(front, command, question, choices)


def _is_choice(heard: str, choices: Sequence[Choice]) -> bool:
    """A choice with the very name of a command is a choice."""
    return any(plain(heard) == plain(one.label) for one in choices)


def _obey(front: Front, command: Command, question: Question, choices: Sequence[Choice]) -> None:
    tr, talk = front.tr, front.talk
    match command:
        case "back" | "leave" | "start" | "cases" | "lock" | "language":
            raise Turn(command)
        case "again":
            _put(front, question, choices)
        case "safety":
            for section in safety(tr):
                talk.heading(section.heading)
                talk.items(section.lines)
        case "help":
            talk.say("", *handbook(tr))
        case _:
            talk.heading(tr("Why this is asked"))
            talk.items([question.why or tr("It decides what you see next. It stands in no letter.")])
            if question.sources:
                talk.heading(tr("Sources"))
                talk.items(question.sources)
            talk.items([tr("For all words you can type: {word}", word=spoken("help", tr))])


def _not_a_choice(front: Front, heard: str, choices: Sequence[Choice], found: list[str]) -> None:
    tr = front.tr
    if found:
        labels = [one.label for one in choices if one.id in found]
        trouble(front, [tr("That fits more than one answer: {answers}. Type the number.", answers=tr.list(labels))])
    elif not heard:
        trouble(front, [tr("Type the number of an answer, from 1 to {n}.", n=len(choices))])
    elif plain(heard) in UNSURE or unsure(heard, tr):
        trouble(front, [tr("Choose one of the numbers from 1 to {n}, or go back.", n=len(choices))])
    else:
        trouble(front, [tr("That is not one of the answers. Type a number from 1 to {n}.", n=len(choices))])
