"""Whom to write to: nothing unverified is offered as an address."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.model import N_, Body

from .finding import Finding, Rooms, found


def contacts(rooms: Rooms) -> Iterator[Finding]:
    """Generic bodies say how to choose; unverified contacts hold no address."""
    for room, record_id, body in rooms.records("bodies"):
        if not isinstance(body, Body):
            continue
        place = rooms.place(room, record_id)
        if body.generic and body.choose is None:
            yield found(
                "generic-says-how",
                "error",
                N_("{file} line {line}: a generic body needs 'choose': how to find the right one"),
                **place,
            )
        if body.generic and body.contact is not None:
            yield found(
                "generic-has-no-contact",
                "error",
                N_("{file} line {line}: a generic body has no contact; take it out"),
                **place,
            )
        contact = body.contact
        if contact is not None and contact.mark == "unverified" and (contact.address or contact.email):
            yield found(
                "no-unverified-address",
                "error",
                N_(
                    "{file} line {line}: an unverified address is not offered; take it out and say in 'note' where to look it up"
                ),
                **rooms.place(room, record_id, "contact"),
            )
