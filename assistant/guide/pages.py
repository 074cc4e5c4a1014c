"""Records as pages of plain lines: for the commands, for line mode, for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.i18n import Translator
from assistant.knowledge import Knowledge
from assistant.model import N_, Body, Letter, Risk, Said, Situation, Source, Statement

from . import limits
from .holders import PREFIX
from .marks import cites, degree, old
from .planning import Dated, Plan, PlannedRoute
from .regions import place_matters

DOCUMENTS = {
    "lam": "The People's Algorithms (Lam)",
    "chinafile": "ChinaFile conversation",
    "aldendorff": "Why China's Social Credit Systems are Surprisingly Popular (Aldendorff)",
    "kuehnreich": "Social control 4.0? (Kühnreich)",
    "manifesto": "Is the Chinese 'social credit' system really such a bad thing? (Manifesto)",
}
"""Titles of the source documents; titles are not translated."""


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pages:
    """Makes pages in one language, as of one day."""

    knowledge: Knowledge
    tr: Translator
    on: date

    def situation(self, one: Situation) -> list[Section]:
        """What is known, what is a myth, what is uncertain, what they may and may not do."""
        tr = self.tr
        return _full(
            (tr("Before you do anything"), [line for risk in one.danger for line in self.risk(risk)]),
            (tr("What this is"), [*self.old(one.checked), one.summary, *self.said(one.about)]),
            (tr("How to recognise it"), one.recognise),
            (
                tr("What people say, and what is known"),
                [line for myth in one.myths for line in self._myth(myth.claim, myth.truth)],
            ),
            (tr("What is uncertain"), self.said(one.uncertain)),
            (tr("What they may do"), self.said(one.may)),
            (tr("What they may not do"), self.said(one.may_not)),
            (tr("What follows from it"), self.said(one.consequences)),
            (
                tr("What the articles said, and when"),
                [self._wrote(s) for s in one.said],
            ),
            (tr("Where to turn"), self.said(one.help)),
            (tr("Sources"), self.sources_of(one)),
        )

    def sources_of(self, one: Situation) -> list[str]:
        """Every place in a source that the situation rests on."""
        statements = (
            *one.about,
            *one.uncertain,
            *one.may,
            *one.may_not,
            *one.consequences,
            *one.help,
            *(m.truth for m in one.myths),
        )
        return cites((c for s in statements for c in s.sources), self.knowledge, self.tr)

    def route(self, planned: PlannedRoute, place: str | None = None) -> list[Section]:
        """One route with everything a person needs before choosing it; ``place`` is where the other side sits."""
        tr, route = self.tr, planned.route
        why = [planned.use.why] if planned.use else []
        return _full(
            (route.title, [*self.old(route.checked), route.summary, *why]),
            (tr("Where it holds"), place_matters(planned, place, self.knowledge, tr)),
            (tr("Risks"), [line for risk in route.risks for line in self.risk(risk)]),
            (tr("Who can use it"), [degree(route.who, tr)]),
            (tr("Whom to write to"), [route.addressee, *(line for body in planned.bodies for line in self.body(body))]),
            (tr("Grounds"), self.said(route.grounds)),
            (tr("What the law asks for"), self.said(route.law)),
            (tr("What offices ask for"), self.said(route.practice)),
            (
                tr("Papers to have"),
                [
                    tr("{text} (needed)", text=e.text) if e.need == "required" else tr("{text} (helps)", text=e.text)
                    for e in route.evidence
                ],
            ),
            (tr("Cost"), [degree(route.cost, tr)]),
            (tr("Ways to hand it in"), self.said(c.statement for c in route.channels)),
            (tr("Meanwhile"), [degree(route.pending, tr)]),
            (tr("Time limits"), [line for one in planned.dates for line in (*self.limit(one), "")][:-1]),
            (tr("Letters"), [tr("{title} ({id})", title=letter.title, id=letter.id) for letter in planned.letters]),
            (tr("What comes next"), self.next_steps(planned)),
            (tr("Sources"), cites(route.sources, self.knowledge, tr)),
            (
                tr("Law as of"),
                [tr("{day}; checked {checked}", day=tr.date(self.on), checked=tr.date(route.checked))],
            ),
        )

    def plan(self, plan: Plan, place: str | None = None) -> list[Section]:
        """The dangers first, then all routes, stage by stage."""
        dangers = [line for risk in plan.situation.danger for line in self.risk(risk)]
        found = _full((self.tr("Before you do anything"), dangers))
        for number, stage in enumerate(plan.stages, start=1):
            beside = [self.tr("These run side by side.")] if len(stage) > 1 else []
            found.append(Section(step(number, self.tr), tuple(beside)))
            for one in stage:
                found += self.route(one, place)
        return found

    def old(self, checked: date) -> list[str]:
        """A warning where nobody has looked for over a year."""
        return old(checked, self.on, self.tr)

    def limit(self, dated: Dated) -> list[str]:
        """One time limit."""
        return limits.lines(dated, self.knowledge, self.tr, self.on)

    def risk(self, risk: Risk) -> list[str]:
        """A risk in its four parts."""
        tr = self.tr
        return [
            tr("What can happen: {text}", text=risk.what),
            tr("To whom: {text}", text=risk.whom),
            tr("How we know: {text}", text=risk.known),
            tr("What lowers it: {text}", text=risk.lowers),
        ]

    def body(self, body: Body) -> list[str]:
        """Whom to write to, and how sure we are of the address."""
        tr = self.tr
        # A name that stands for many bodies of the Union is our own English word: the title says it in every language.
        ours = body.generic and body.country == "eu"
        rows = [body.title if ours else tr("{name}: {title}", name=body.name, title=body.title)]
        if body.contact is not None:
            contact = body.contact
            reached = [*contact.address, *(one for one in (contact.email, contact.phone, contact.website) if one)]
            rows.append(", ".join(reached))
            told = (
                N_("Imported {day} from {who}. Check it before you send anything.")
                if body.id.startswith(PREFIX)
                else N_("Recorded {day} by {who}. Check it before you send anything.")
            )
            rows.append(tr(told, day=tr.date(contact.recorded), who=contact.by))
        return rows + [text for text in (body.choose, body.note) if text]

    def source(self, source: Source) -> list[Section]:
        """An instrument: title, number, versions, how it was checked."""
        tr = self.tr
        versions = [
            tr("In force from {since} to {until}", since=tr.date(v.since), until=tr.date(v.until))
            if v.until
            else tr("In force from {since}", since=tr.date(v.since))
            for v in source.versions
        ]
        return _full(
            (
                source.name,
                [
                    source.title,
                    *([source.number] if source.number else []),
                    *([source.issuer] if source.issuer else []),
                ],
            ),
            (tr("In force"), versions),
            (
                tr("How it was checked"),
                [f"{r.articles}: {r.how}" for r in source.readings]
                + [tr("Checked {day}", day=tr.date(source.checked)), *self.old(source.checked)],
            ),
            (tr("Where the official text is"), source.links),
            (tr("Doubts"), source.doubts),
        )

    def letter(self, letter: Letter) -> list[Section]:
        """What a letter is for, what it asks, how it is sent."""
        tr = self.tr
        return _full(
            (letter.title, [*self.old(letter.checked), letter.purpose]),
            (
                tr("What it asks you for"),
                [
                    f"{field.label} {'' if field.required or field.needed else tr('(optional)')}".strip()
                    for field in letter.fields
                ],
            ),
            (tr("What must not stand in it"), letter.never),
            (tr("How to send it"), self.said(letter.send)),
            (tr("Sources"), cites(letter.sources, self.knowledge, tr)),
        )

    def _wrote(self, one: Said) -> str:
        title = DOCUMENTS[one.document]
        if one.year is None:
            return self.tr("{title}, year not given: {text}", title=title, text=one.text)
        return self.tr("{title}, {year}: {text}", title=title, year=one.year, text=one.text)

    def said(self, statements: Iterable[Statement]) -> list[str]:
        """Statements, each with its degree of certainty."""
        return [degree(one, self.tr) for one in statements]

    def _myth(self, claim: str, truth: Statement) -> list[str]:
        return [self.tr("People say: {claim}", claim=claim), degree(truth, self.tr)]

    def next_steps(self, planned: PlannedRoute) -> list[str]:
        """What comes next after each outcome."""
        tr, steps = self.tr, planned.route.next
        return [
            tr("If they say yes: {text}", text=steps.yes.text),
            tr("If they agree in part: {text}", text=steps.partly.text),
            tr("If they say no: {text}", text=steps.no.text),
            tr("If they do not answer: {text}", text=steps.silence.text),
            tr("If you are late: {text}", text=steps.late.text),
        ]


def _full(*parts: tuple[str, Iterable[str]]) -> list[Section]:
    """The sections that have something to say."""
    return [Section(heading, tuple(found)) for heading, lines in parts if (found := list(lines))]


def text(sections: Iterable[Section]) -> str:
    """Sections as plain text."""
    return "\n".join(
        "\n".join([section.heading, *(f"  {line}".rstrip() for line in section.lines), ""]) for section in sections
    )


def step(number: int, tr: Translator) -> str:
    """The heading of a stage of a plan; the routes below it have their own."""
    words = N_("Step {number}: begin here") if number == 1 else N_("Step {number}: if that does not help")
    return tr(words, number=number)
