"""Puts the rooms into the wheel: records as one JSON file, templates, compiled catalogues."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RoomsHook(BuildHookInterface):  # type: ignore[type-arg]
    """A checkout (an editable install) reads its own rooms; a wheel carries them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        from assistant.i18n import compile_po
        from assistant.knowledge import pack

        made = Path(tempfile.mkdtemp(prefix="rooms-"))
        records = made / "records.json"
        records.write_text(pack(root / "content", root / "templates"), encoding="utf-8")
        include: dict[str, str] = build_data["force_include"]
        include[str(records)] = "assistant/_data/records.json"
        for template in sorted((root / "templates").rglob("*")):
            if template.is_file() and template.suffix in (".j2", ".yaml"):
                include[str(template)] = (
                    f"assistant/_data/templates/{template.relative_to(root / 'templates').as_posix()}"
                )
        for name in ("locale.yaml", "lexicon.txt"):
            for path in sorted((root / "locales").glob(f"*/{name}")):
                include[str(path)] = f"assistant/_data/locales/{path.parent.name}/{name}"
        status = made / "status.json"
        status.write_text(_status(root), encoding="utf-8")
        include[str(status)] = "assistant/_data/locales/status.json"
        for path in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
            target = made / path.parent.parent.name / f"{path.stem}.mo"
            target.parent.mkdir(parents=True)
            target.write_bytes(compile_po(path))
            include[str(target)] = f"assistant/_data/locales/{path.parent.parent.name}/LC_MESSAGES/{path.stem}.mo"


def _status(root: Path) -> str:
    """How far each language is: a wheel has no catalogues to count in."""
    from assistant.i18n import locales
    from assistant.knowledge import open_knowledge
    from assistant.knowledge.languages import language
    from assistant.translating.glossary import terms
    from assistant.translating.standing import packed, standings

    folder, letters = root / "locales", root / "templates" / "letters"
    ids = open_knowledge(root / "content", root / "templates").letters.ids()
    return packed(
        {
            locale: standings(
                locale,
                folder,
                language(locale, folder),
                (sum((letters / one / f"{locale}.md.j2").is_file() for one in ids), len(ids)),
                terms(folder),
            )
            for locale in locales(folder)
        }
    )
