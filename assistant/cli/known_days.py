"""Refuses a day that no time limit makes use of: a slip in its name must not go unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from assistant.model import N_, InputError, Limit

from .setting import Setting


def known_days(setting: Setting, given: Mapping[str, date], limits: Iterable[Limit]) -> None:
    """Raise ``InputError`` for the first of ``given`` that starts none of ``limits``, also indirectly."""
    from assistant.guide import starting_events

    known = starting_events(setting.knowledge, limits)
    for name in given:
        if name in known:
            continue
        if not known:
            raise InputError(N_("--event {name}: no time limit here starts with a day. Leave it out."), name=name)
        near = (get_close_matches(name, known, n=1) or known)[0]
        raise InputError(
            N_("--event {name}: no time limit here starts with it. Did you mean {near}? Known here: {known}."),
            name=name,
            near=near,
            known=", ".join(known),
        )
