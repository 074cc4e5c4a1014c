"""Whom a person can write to: our own directory, and the records they imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from assistant.directory import Catalogue, Entry, Listed, Store
from assistant.i18n import Translator
from assistant.knowledge import Knowledge
from assistant.model import N_, Body, Contact

PREFIX = "my-"
"""Before the name of an imported record, so that it never stands for one of ours."""
_RECORDED = "datenanfragen/data"
_INLAND = "de"
"""Letters of the layout DIN 5008 to this country carry no line with the country, like those of our own directory."""

CATEGORIES = MappingProxyType(
    {
        "commerce": N_("commerce"),
        "ads": N_("advertising"),
        "church": N_("church"),
        "public body": N_("public body"),
        "entertainment": N_("entertainment"),
        "finance": N_("finance"),
        "telecommunication": N_("telecommunication"),
        "school": N_("school"),
        "social media": N_("social media"),
        "travel": N_("travel"),
        "insurance": N_("insurance"),
        "health": N_("health"),
        "utility": N_("energy and utilities"),
        "addresses": N_("address trade"),
        "political party": N_("political party"),
        "collection agency": N_("debt collection"),
        "nonprofit": N_("nonprofit organisation"),
        "credit agency": N_("credit agency"),
    }
)
"""The directory's categories, in words that are translated."""


@dataclass(frozen=True)
class Holders:
    """The whole directory of one person."""

    knowledge: Knowledge
    store: Store | None

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The imported records, by the name they have here."""
        found = self.store.entries if self.store else ()
        return MappingProxyType({PREFIX + one.id: one for one in found})

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """Everyone who can be written to, ours first."""
        recorded = self.store
        mine = {} if recorded is None else {name: self._body(name, one, recorded) for name, one in self.entries.items()}
        return MappingProxyType({**{body.id: body for body in self.knowledge.bodies}, **mine})

    @cached_property
    def catalogue(self) -> Catalogue:
        """For looking up."""
        return Catalogue((*map(_ours, self.knowledge.bodies), *map(self._mine, self.entries)))

    def find(self, text: str, country: str | None = None, limit: int = 12) -> tuple[Body, ...]:
        """Bodies that fit ``text``, best first."""
        return tuple(self.bodies[name] for name in self.catalogue.find(text, country, limit))

    def about(self, body: str, tr: Translator) -> list[str]:
        """What the imported record says of writing to it; nothing for one of ours."""
        one = self.entries.get(body)
        if one is None:
            return []
        rows = self.needs(body, tr)
        if one.channel is not None:
            rows.append(tr("It is best reached by: {channel}", channel=_channel(one, tr)))
        if one.language is not None:
            rows.append(tr("Write in: {language}", language=tr.name_of(one.language)))
        if one.country == _INLAND and one.country_line:
            rows.append(tr("If you write from another country, add a last line: {country}", country=one.country_line))
        rows += [tr("Note in the directory: {text}", text=" ".join(text.split())) for text in one.comments]
        if one.sources:
            rows.append(tr("Where the directory has it from: {sources}", sources=", ".join(one.sources)))
        return rows

    def needs(self, body: str, tr: Translator) -> list[str]:
        """What an imported record says of the data it needs to find a person: to give no more than that."""
        one = self.entries.get(body)
        if one is None:
            return []
        rows = []
        if one.wanted:
            asked = [f"{want.label} ({tr('optional')})" if want.optional else want.label for want in one.wanted]
            rows.append(tr("To find you it asks for: {what}", what=tr.list(asked)))
        if one.wanted and not any(want.kind == "address" for want in one.wanted):
            rows.append(tr("It does not need your postal address to find you."))
        if one.id_document is False:
            rows.append(tr("No copy of an identity paper is needed, as people recorded it."))
        if one.id_document:
            rows.append(tr("People recorded that it asks for a copy of an identity paper. Do not send one at first."))
        return rows

    def _mine(self, name: str) -> Listed:
        one = self.entries[name]
        sites = tuple(site for site in (one.website, *one.runs) if site)
        return Listed(name, (one.name, *one.runs), sites, (*one.categories, one.id), one.country)

    @staticmethod
    def _body(name: str, one: Entry, store: Store) -> Body:
        return Body(
            id=name,
            country=one.country or "zz",
            kind=one.kind,
            name=one.name,
            title=", ".join(one.categories) or one.kind,
            seat=one.country,
            holder=one.holder,
            languages=(one.language,) if one.language else (),
            contact=Contact(
                mark="secondary",
                recorded=store.imported,
                by=_RECORDED,
                address=(*one.address, one.country_line)
                if one.country_line and one.country != _INLAND
                else one.address,
                email=one.email,
                phone=one.phone,
                website=one.website or one.webform,
            ),
        )


def title_of(body: Body, tr: Translator) -> str:
    """What a body is, in the reader's language, for one of ours as for an imported one."""
    if not body.id.startswith(PREFIX):
        return body.title
    named = [tr(CATEGORIES.get(word, word)) for word in body.title.split(", ")]
    return tr("from your imported directory: {what}", what=tr.list(named))


def _ours(body: Body) -> Listed:
    site = body.contact.website if body.contact else None
    return Listed(body.id, (body.name,), (site,) if site else (), (body.title, body.id), body.country, ours=True)


def _channel(one: Entry, tr: Translator) -> str:
    match one.channel:
        case "email":
            return tr("e-mail ({address})", address=one.email or "-")
        case "webform":
            return tr("the form on its website ({address})", address=one.webform or one.website or "-")
        case "fax":
            return tr("fax")
        case _:
            return tr("post")
