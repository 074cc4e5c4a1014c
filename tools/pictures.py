"""Takes the pictures of the documentation from the real program: docs/pictures/<name>.svg.

    .venv-dev/bin/python tools/pictures.py             every picture
    .venv-dev/bin/python tools/pictures.py welcome     one

A picture shows a made-up person on a fixed day. Fonts are the reader's own: a link into the network is taken out.
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.guide import Adviser, Session
from assistant.i18n import locales, translator
from assistant.knowledge import open_knowledge
from assistant.letters import Raw
from assistant.model import Letter

if TYPE_CHECKING:
    from assistant.tui.places import To

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "docs" / "pictures"
DAY = date(2026, 11, 22)
SIZE = (100, 30)
LETTER = "cn-ltr-spc-correction"

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FOREIGN = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[^\s\"')]+")


def own(svg: str) -> str:
    """The picture without fonts from elsewhere. Raises ``ValueError`` if a foreign address is left."""
    kept = _FONT_FACE.sub("", svg).replace("Fira Code", "ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC'")
    kept = re.sub(r"<!--.*?-->\s*", "", kept, flags=re.DOTALL)
    if left := _FOREIGN.search(kept):
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


def _places() -> dict[str, To | None]:
    """The place each picture shows; ``None`` is the first screen."""
    from assistant.tui.places import PlanOf, Preview

    case = "cn-spc-list-despite-compliance"
    return {
        "welcome": None,
        "plan": PlanOf(case),
        "letter": Preview(LETTER, "cn-spc-list-correction"),
    }


async def take(name: str) -> str:
    """One picture of the program, as SVG."""
    from assistant.tui.app import RecourseApp
    from assistant.tui.messages import PlaceChosen
    from assistant.tui.state import State

    adviser = Adviser(open_knowledge(), DAY, translator, tuple(locales()))
    state = State.start(adviser, translator("en"), locale_chosen=True)
    state.session = _told(adviser.knowledge.letters[LETTER])
    app = RecourseApp(state, lambda: None)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        place = _places()[name]
        if place is not None:
            app.post_message(PlaceChosen(place))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return own(app.export_screenshot(title="recourse"))


def main(wanted: list[str]) -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in wanted or _places():
        (FOLDER / f"{name}.svg").write_text(asyncio.run(take(name)), encoding="utf-8")
        print(f"docs/pictures/{name}.svg")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
