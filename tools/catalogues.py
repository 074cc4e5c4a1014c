"""Extracts every text people see and brings the catalogues up to date.

The template has no line numbers and no dates and is sorted: it changes only when a text changes, or what is said
about it. A text that was reworded keeps its old translation as "fuzzy" beside the old wording; fuzzy ones are not shown.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from assistant.knowledge import messages, open_knowledge
from assistant.translating.merging import brought_up_to_date, is_translated, plain_read, written

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools import comments

TOP = Path(__file__).resolve().parent.parent
POT = TOP / "locales" / "assistant.pot"
KEYWORDS = {"tr": None, "N_": None, "plural": (1, 2), "ctx": ((1, "c"), 2)}


def template() -> Catalog:
    """Every message of the program and of the records, with where each appears."""
    catalogue = Catalog(project="recourse", charset="utf-8", fuzzy=False, header_comment="")
    found = extract_from_dir(
        str(TOP / "assistant"), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, line, text, own, context in sorted(
        found, key=lambda one: (str(one[4] or ""), str(one[2]), one[0], one[1])
    ):
        if text:
            said = [comments.of_the_program(file, line), *(one.removeprefix("Translators:").strip() for one in own)]
            catalogue.add(text, context=context, auto_comments=said)
    knowledge = open_knowledge(TOP / "content", TOP / "templates")
    for message in sorted(messages(knowledge), key=lambda one: (one.context, one.text)):
        said = comments.of_a_record(knowledge, message.context)
        catalogue.add(
            message.text, context=message.context, auto_comments=[*said, *([message.note] if message.note else [])]
        )
    return catalogue


def bring_up_to_date(path: Path, wanted: Catalog) -> Catalog:
    """The catalogue at ``path`` with exactly the messages of ``wanted``."""
    locale = path.parent.parent.name
    return brought_up_to_date(plain_read(path) if path.exists() else Catalog(locale=locale), wanted, locale)


def main() -> int:
    wanted = template()
    POT.write_text(written(wanted), encoding="utf-8")
    for path in sorted((TOP / "locales").glob("*/LC_MESSAGES")):
        po = path / "assistant.po"
        catalogue = bring_up_to_date(po, wanted)
        po.write_text(written(catalogue), encoding="utf-8")
        missing = sum(1 for message in catalogue if message.id and (not is_translated(message) or message.fuzzy))
        print(f"{path.parent.name}: {len(catalogue)} messages, {missing} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
