"""Stops of letters: each kind of question, what is wrong with an answer, the check, the preview, saving, the end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from assistant.guide import Session

from .places import AuthorityOf, Check, Done, Preview, Save, Write
from .tour import Guide, Stop
from .tour_pages import ANNA, LETTER, ROUTE, SITUATION, nobody
from .widgets import Act

if TYPE_CHECKING:
    from assistant.letters import Raw
    from assistant.model import Letter

ACCESS, COMPLAINT = "eu-l-access", "eu-l-dpa-complaint"
LI_MING: Mapping[str, Raw] = {
    "ground": "performed-before",
    "when_done": "August 2016",
    "case_number": "（2016）渝0103执1234号",
    "decision_date": "20 October 2016",
    "court": "重庆市渝中区人民法院\n重庆市渝中区人民路100号",
    "name": "李明",
    "id_number": "11010519491231002X",
}
ANNA_MUSTER: Mapping[str, Raw] = {
    "recipient": "Beispiel Auskunft GmbH\nMusterstraße 12\n10115 Berlin",
    "full_name": "Anna Muster",
    "postal_address": "Musterweg 1\n50667 Köln",
    "email": "anna.muster.with.a.long.address@mail.example.org",
}
EVENTS: list[dict[str, str]] = [
    {"day": "3 September 2026", "what": "I asked for access to my data."},
    {"day": "9 October 2026", "what": "They answered without a copy."},
]


def told(letter: Letter, answers: Mapping[str, Raw], situation: str) -> Session:
    """What somebody has said who is writing a letter."""
    session = Session().choose(situation)
    if situation == SITUATION:
        session = session.happened("request_received", date(2026, 11, 6))
    for name, raw in answers.items():
        session = session.fill(name, raw)
    return session.write(letter)


async def li_ming(guide: Guide) -> None:
    """The letter to the court is told."""
    letters = guide.state.adviser.knowledge.letters
    guide.state.session = told(letters[LETTER], LI_MING, SITUATION)


async def anna(guide: Guide) -> None:
    """The letter to the company is told."""
    letters = guide.state.adviser.knowledge.letters
    guide.state.session = told(letters[ACCESS], ANNA_MUSTER, ANNA)


def _write(name: str, field: str, letter: str = LETTER, raw: Raw | None = None) -> Stop:
    """One question, with an answer that was given before."""

    def before(guide: Guide) -> None:
        if raw is not None:
            guide.state.session = guide.state.session.fill(field, raw)

    return Stop(
        f"write-{name}", "LetterPage", li_ming if letter == LETTER else anna, Write(letter, None, field), before=before
    )


def _wrong(name: str, field: str, answer: str) -> Stop:
    """One question, answered in a way that is told."""

    async def then(guide: Guide) -> None:
        await guide.answer(answer)
        await guide.choose("go")

    return Stop(f"write-{name}", "LetterPage", nobody, Write(LETTER, None, field), then)


async def _found(guide: Guide) -> None:
    await guide.answer("Schufa")


async def _letter(guide: Guide) -> None:
    """The letter where there is room for one thing only."""
    await guide.app.run_action("screen.preview")
    await guide.settle()


def _answers(*names: str) -> Stop:
    """The page of the authority after some answers; an empty name is the first that is offered."""

    async def then(guide: Guide) -> None:
        for name in names:
            acts = [one for one in guide.app.screen.query(Act) if (one.id or "").startswith(name)]
            await guide.choose(acts[0].id or "")

    step = ("seat", "holder", "home", "answer")[len(names)]
    return Stop(f"authority-{step}", "AuthorityPage", nobody, AuthorityOf(COMPLAINT, "recipient"), then)


async def _there(guide: Guide) -> None:
    """A file of that name is there already."""
    (guide.folder / "letter.pdf").write_bytes(b"")
    await guide.put(name=str(guide.folder / "letter.pdf"))
    await guide.choose("save")


async def _sensitive(guide: Guide) -> None:
    await guide.choose("open")


async def _boxes(guide: Guide) -> None:
    await guide.choose("format-docx", "window", "aid", "calendar")


def _remarks(guide: Guide) -> Done:
    from .making import _NO_DAYS

    return Done(ACCESS, None, ("letter.eml", "letter.en.pdf"), (guide.state.tr(_NO_DAYS),))


LETTERS: tuple[Stop, ...] = (
    Stop("write", "LetterPage", nobody, Write(LETTER, ROUTE)),
    Stop("write-choice-longest", "LetterPage", nobody, Write("cn-ltr-traffic", None, "ground")),
    Stop("write-why-longest", "LetterPage", nobody, Write("cn-ltr-exec-supervision", None, "court")),
    _wrong("error", "decision_date", "31 February 2026"),
    _wrong("warning", "name", "Аnna Muster"),
    *(_answers(*names) for names in ((), ("p-",), ("p-", "k-"), ("p-", "k-company", "p-"))),
    Stop("check-problems", "CheckPage", nobody, Check(LETTER, ROUTE)),
    Stop("preview-impossible", "PreviewPage", nobody, Preview(LETTER, ROUTE)),
    _write("month", "when_done"),
    _write("long-text", "facts"),
    _write("lines", "evidence", raw="判决书\n收据"),
    _write("body", "court"),
    _write("sensitive", "id_number"),
    Stop("write-beside", "LetterPage", li_ming, Write(LETTER, ROUTE, "address"), _letter),
    Stop("check", "CheckPage", li_ming, Check(LETTER, ROUTE)),
    Stop("check-shown", "CheckPage", li_ming, Check(LETTER, ROUTE), _sensitive),
    Stop("preview", "PreviewPage", li_ming, Preview(LETTER, ROUTE)),
    Stop("save", "SavePage", li_ming, Save(LETTER, ROUTE)),
    Stop("save-again", "SavePage", li_ming, Save(LETTER, ROUTE), _there),
    Stop("done", "DonePage", li_ming, Done(LETTER, ROUTE, ("letter.pdf", "letter.en.pdf", "letter.ics"))),
    _write("body-told", "recipient", ACCESS),
    Stop("write-body-found", "LetterPage", nobody, Write(ACCESS, None, "recipient"), _found),
    _write("entries", "events", COMPLAINT, EVENTS),
    Stop("check-languages", "CheckPage", anna, Check(ACCESS)),
    Stop("preview-letter-of-anna", "PreviewPage", anna, Preview(ACCESS)),
    Stop("save-window", "SavePage", anna, Save(ACCESS), _boxes),
    Stop("done-remarks", "DonePage", anna, _remarks),
)
"""Those of the same ground stand together: the ground is laid once."""
