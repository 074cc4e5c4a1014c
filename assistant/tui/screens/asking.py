"""What stands around a letter's question: where one is, why it is asked, what is wrong, how to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widget import Widget

from assistant.guide.marks import cite
from assistant.i18n import Translator
from assistant.model import N_
from assistant.tui.state import State
from assistant.tui.widgets import Act, Tell

from .base import Page

if TYPE_CHECKING:
    from assistant.guide import Form
    from assistant.letters import Problem
    from assistant.model import LetterField

GROUPS = {
    "matter": N_("What it is about"),
    "facts": N_("What happened"),
    "recipient": N_("Who gets it"),
    "you": N_("About you"),
}


def ways(page: Page, field: LetterField) -> Iterator[Widget]:
    """Continue, skip, or leave a gap: what is allowed here."""
    choosing = field.kind in ("choice", "yes_no")
    if not choosing:
        yield Act(lambda tr: tr("Continue"), page.tr, "go", primary=True, id="go")
    if not due(field):
        yield Act(lambda tr: tr("Skip this question"), page.tr, "skip", id="skip")
    elif not choosing or field.required is None:
        yield Act(lambda tr: tr("Leave a gap, to fill in by hand"), page.tr, "gap", id="gap")


def summary(page: Page, mine_now: Callable[[], list[Problem]]) -> Iterator[Widget]:
    """What is wrong with the answer, each with the way to the field."""
    mine = mine_now()
    if not mine:
        return
    warning = all(one.severity == "warning" for one in mine)
    heading = N_("Look at this once more") if warning else N_("There is a problem")
    with Vertical(id="problem"):
        yield page.say(lambda tr: tr(heading), classes="warn")
        for at, one in enumerate(mine):
            yield Act(_mender(mine_now, at, one), page.tr, "field", id=f"mend-{at}")
        if warning:
            yield page.say(lambda tr: tr("If it is right, choose Continue once more."), classes="muted")


def _mender(mine_now: Callable[[], list[Problem]], at: int, one: Problem) -> Tell:
    """The problem in the words of the language spoken when it is shown."""

    def tell(tr: Translator) -> str:
        mine = mine_now()
        return (mine[at] if at < len(mine) else one).say(tr)

    return tell


def whereabouts(form: Form, field: LetterField, tr: Translator) -> str:
    """The letter, the part, and the number of the question where it is certain."""
    group = tr(GROUPS[field.group])
    if any(one.when for one in form.letter.fields):
        return tr("{letter} · {part}", letter=form.letter.title, part=group)
    number = [one.id for one in form.fields].index(field.id) + 1
    return tr(
        "{letter} · {part} · question {number} of {all}",
        letter=form.letter.title,
        part=group,
        number=number,
        all=len(form.fields),
    )


def why(state: State, field: LetterField, tr: Translator) -> str:
    """Why it is asked, which rule demands it, and whether it is sensitive."""
    parts = [field.why]
    if field.required is not None:
        parts.append(tr("Required by {source}.", source=cite(field.required, state.adviser.knowledge, tr)))
    if field.sensitive:
        parts.append(tr("This is sensitive. It stands in the letter and nowhere else."))
    return ("" if tr.locale.startswith("zh") else " ").join(parts)


def due(field: LetterField) -> bool:
    """Whether the letter cannot be written without an answer."""
    return field.required is not None or field.needed


def question(field: LetterField, tr: Translator) -> str:
    """The question; what is optional says so in words."""
    return field.label if due(field) else tr("{question} (optional)", question=field.label)
