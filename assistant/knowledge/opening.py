"""Opening the rooms: YAML of a checkout, or the bundle of a wheel."""

from __future__ import annotations

import json
from pathlib import Path

from assistant import paths
from assistant.model import N_, ContentError

from .rooms import ROOMS
from .store import Bundle, Folder, Knowledge, Room, Shelf, sheet_of
from .validate import validate

LETTER_FILE = "letter.yaml"


def open_knowledge(content: Path | None = None, templates: Path | None = None) -> Knowledge:
    """The records of this installation, or of the given folders."""
    packed = paths.bundle()
    if packed is not None and content is None and templates is None:
        return _from_bundle(packed)
    content = content or paths.room("content")
    templates = templates or paths.room("templates")
    shelves: dict[str, Shelf] = {
        name: (
            Folder(_letter_files(templates / "letters"), templates.parent)
            if name == "letters"
            else Folder(_yaml_files(content / name), content.parent)
        )
        for name in ROOMS
    }
    return Knowledge({name: Room(name, ROOMS[name], shelf) for name, shelf in shelves.items()})


def pack(content: Path, templates: Path) -> str:
    """Every record as one JSON text, for the wheel. Strict: any error in any file is raised."""
    packed: dict[str, dict[str, object]] = {}
    for name, kind in ROOMS.items():
        top = templates.parent if name == "letters" else content.parent
        files = _letter_files(templates / "letters") if name == "letters" else _yaml_files(content / name)
        packed[name] = {}
        for record_id, path in sorted(files.items()):
            sheet = sheet_of(path, top)
            validate(kind, sheet)
            packed[name][record_id] = sheet.data
    return json.dumps(packed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _from_bundle(path: Path) -> Knowledge:
    packed = json.loads(path.read_bytes())
    return Knowledge({name: Room(name, kind, Bundle(packed.get(name, {}))) for name, kind in ROOMS.items()})


def _yaml_files(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.yaml")):
        if path.stem in found:
            raise ContentError(
                N_("{file} line {line}: another file has the same name: {other}; names are ids and stand once"),
                file=str(path.relative_to(folder.parent.parent)),
                line=1,
                other=str(found[path.stem].relative_to(folder.parent.parent)),
            )
        found[path.stem] = path
    return found


def _letter_files(folder: Path) -> dict[str, Path]:
    return {path.parent.name: path for path in sorted(folder.glob(f"*/{LETTER_FILE}"))}
