"""Takes pictures of the real program.

    .venv-dev/bin/python tools/pictures.py             those of the documentation: docs/pictures/<name>.svg
    .venv-dev/bin/python tools/pictures.py welcome     one of them
    .venv-dev/bin/python tools/pictures.py --every LOCALE FOLDER [--size 80x24]
                                                       every screen in a language, for translators: one file a screen

A picture shows a made-up person on a fixed day. Fonts are the reader's own: a link into the network is taken out.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import re
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.guide import Adviser, Session
from assistant.i18n import locales, translator
from assistant.knowledge import open_knowledge
from assistant.letters import Raw
from assistant.model import Letter, RecourseError

if TYPE_CHECKING:
    from assistant.tui.places import To

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "docs" / "pictures"
DAY = date(2026, 11, 22)
SIZE = (100, 30)
SCREEN = (80, 24)
"""What every terminal has: pictures for translators show what has room there."""
LETTER = "cn-ltr-spc-correction"

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_SHOWN = re.compile(r">[^<>]+<")
_FOREIGN = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[^\s\"')]+")

_AS_SHOWN = "text { unicode-bidi: bidi-override; direction: ltr }"
"""The terminal has turned its lines already: nobody may turn them once more."""


def own(svg: str) -> str:
    """The picture without fonts from elsewhere. Raises ``ValueError`` if a foreign address is left."""
    kept = _FONT_FACE.sub("", svg).replace("Fira Code", "ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC'")
    kept = re.sub(r"<!--.*?-->\s*", "", kept, flags=re.DOTALL)
    if _AS_SHOWN not in kept:
        kept = kept.replace("<style>", f"<style>\n    {_AS_SHOWN}", 1)
    # An address that stands on the page as text is read by nobody but people.
    if left := _FOREIGN.search(_SHOWN.sub("><", kept)):
        raise ValueError(f"the picture names {left[0]}")
    return "\n".join(line.rstrip() for line in kept.splitlines()) + "\n"


def _told(letter: Letter) -> Session:
    """What the made-up person of the tutorial has said."""
    answers: dict[str, Raw] = {
        "ground": "performed-before",
        "when_done": "August 2016",
        "case_number": "（2016）渝0103执1234号",
        "decision_date": "20 October 2016",
        "court": ["重庆市渝中区人民法院"],
        "name": "李明",
    }
    session = Session().choose("cn-spc-list-despite-compliance").happened("request_received", date(2026, 11, 6))
    for name, raw in answers.items():
        session = session.fill(name, raw)
    return session.write(letter)


@dataclass(frozen=True)
class Picture:
    """One picture of the documentation."""

    place: To | None = None
    """The place it shows; without one it is the first screen."""
    locale: str = "en"
    texts: bool = False
    """Whether it shows the texts of that place, as translators ask for them."""


def pictures() -> dict[str, Picture]:
    """Those of the documentation, by the names of their files."""
    from assistant.tui.places import PlanOf, Preview

    return {
        "welcome": Picture(),
        "plan": Picture(PlanOf("cn-spc-list-despite-compliance")),
        "letter": Picture(Preview(LETTER, "cn-spc-list-correction")),
        "texts": Picture(locale="fr", texts=True),
        "long": Picture(PlanOf("cn-sesame-credit"), "en_XA"),
    }


async def take(name: str) -> str:
    """One picture of the program, as SVG."""
    from assistant.translating.preview import recording
    from assistant.tui.app import RecourseApp
    from assistant.tui.messages import PlaceChosen
    from assistant.tui.state import State

    picture = pictures()[name]
    adviser = Adviser(open_knowledge(), DAY, translator, tuple(locales()))
    tr = (recording if picture.texts else translator)(picture.locale)
    state = State.start(adviser, tr, locale_chosen=True)
    state.session = _told(adviser.knowledge.letters[LETTER])
    app = RecourseApp(state, lambda: None)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        if picture.place is not None:
            app.post_message(PlaceChosen(picture.place))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        if picture.texts:
            app.action_show_texts()
            await pilot.pause()
        return own(app.export_screenshot(title="recourse"))


async def take_every(locale: str, folder: Path, size: tuple[int, int]) -> int:
    """A picture of every stop of the tour; how many there are. Raises ``InputError`` for a language that is none."""
    from assistant.tui.app import RecourseApp
    from assistant.tui.state import State
    from assistant.tui.tour import Guide, stops

    adviser = Adviser(open_knowledge(), DAY, translator, tuple(locales()))
    tour = stops()
    with tempfile.TemporaryDirectory(prefix="recourse-") as made, contextlib.chdir(made):
        app = RecourseApp(State.start(adviser, translator(locale), book=Path(made) / "book"), lambda: None)
        async with app.run_test(size=size, notifications=True) as pilot:
            guide = Guide(pilot, app, Path(made))
            await pilot.pause(0.2)  # the program reads its records a moment after it has opened
            await guide.settle()
            for number, stop in enumerate(tour, 1):
                await guide.visit(stop)
                name = f"{number:03d}-{stop.name}.svg"
                (folder / name).write_text(own(app.export_screenshot(title=stop.name)), encoding="utf-8")
    return len(tour)


def _size(told: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{2,3})x([0-9]{1,3})", told)
    if found is None:
        raise argparse.ArgumentTypeError(f"columns and lines, for example 80x24, not {told!r}")
    return int(found[1]), int(found[2])


def _arguments() -> argparse.Namespace:
    known = list(pictures())
    parser = argparse.ArgumentParser(description="Takes pictures of the program.")
    parser.add_argument("wanted", nargs="*", metavar="NAME", help=f"pictures of the documentation: {', '.join(known)}")
    parser.add_argument("--every", nargs=2, metavar=("LOCALE", "FOLDER"), help="every screen in a language")
    parser.add_argument("--size", type=_size, default=SCREEN, metavar="COLUMNSxLINES", help="of --every (80x24)")
    told = parser.parse_args()
    if strange := [one for one in told.wanted if one not in known]:
        parser.error(f"no such picture: {', '.join(strange)}")
    return told


def main() -> int:
    told = _arguments()
    if told.every:
        folder = Path(told.every[1]).resolve()
        if folder.is_relative_to(TOP):
            print("Choose a folder outside the project: these pictures are made anew for each translator.")
            return 2
        folder.mkdir(parents=True, exist_ok=True)
        try:
            many = asyncio.run(take_every(told.every[0], folder, told.size))
        except RecourseError as error:
            print(translator("en")(error.message, **error.values))
            return 2
        print(f"{many} pictures in {folder}")
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in told.wanted or pictures():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(take(name)), encoding="utf-8")
        print(f"docs/pictures/{name}.svg")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
