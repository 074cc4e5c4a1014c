"""The overview: every case with what is due; searched by typed words, filtered and sorted by choices."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.guide import Session
from assistant.guide.casepersons import folded, mark_of
from assistant.guide.caserows import Row, Wanted, arranged
from assistant.guide.casewords import ORDERS, alike_lines, near_word
from assistant.guide.casework import STATUSES
from assistant.plain.ask import Choice, Question, choose, pick
from assistant.plain.front import Front, Move, Step

PAGE = 15
"""Cases read out at a time."""
_ALL = Wanted()


@dataclass(frozen=True, eq=False)
class Overview:
    """All cases. However it is filtered, it is the same place."""

    wanted: Wanted = _ALL
    names: bool = False
    page: int = 0

    def __eq__(self, other: object) -> bool:
        """One place, whatever is shown."""
        return isinstance(other, Overview)

    def __hash__(self) -> int:
        return hash(Overview)

    def __call__(self, front: Front, session: Session) -> Move:
        """Choose a case, or search, filter, print, begin one."""
        if front.cases.leave():
            session = Session()
        every = front.cases.rows(front.adviser, front.tr)
        found = arranged(every, self.wanted, front.adviser.on)
        pages = max(1, -(-len(found) // PAGE))
        page = min(self.page, pages - 1)
        shown = found[page * PAGE : (page + 1) * PAGE]
        self._tell(front, len(found), len(every))
        choices = [self._choice(front, one) for one in shown]
        choices += self._ways(front, every=bool(every), more=page + 1 < pages)
        question = Question(
            front.tr("Your cases"),
            front.tr("Type a number. Or type words to search for: a name, a situation, a recipient."),
        )
        if every:
            chosen, heard = pick(front, question, choices)
        else:
            chosen, heard = choose(front, Question(front.tr("Your cases")), choices), ""
        if chosen is None and len(exact := _named(every, heard)) == 1:
            return self._go(front, session, "case", exact[0].case.name)
        if chosen is None:
            return Move(session, replace(self, wanted=replace(self.wanted, words=heard), page=0))
        kind, _, name = chosen.partition(":")
        return self._go(front, session, kind, name)

    def _tell(self, front: Front, found: int, every: int) -> None:
        tr, talk = front.tr, front.talk
        talk.say("")
        if not front.cases.kept:
            talk.say(tr("These cases are in memory only. They are gone when you leave."))
        for line in alike_lines(front.cases.persons(), tr):
            talk.say(line)
        if every:
            talk.say(tr("{n} of {all}", n=found, all=every))
        if self.wanted.words:
            talk.say(tr("Searched for: {text}", text=self.wanted.words))
        if self.wanted.status is not None:
            talk.say(tr("Only with this status: {status}", status=tr(STATUSES[self.wanted.status])))
        if self.wanted.due is not None:
            talk.say(tr("Only what is due this week, or was due before."))
        if self.wanted.person is not None:
            talk.say(tr("Only one person."))

    def _choice(self, front: Front, row: Row) -> Choice:
        who = row.full if self.names else row.mark
        title = f"{who} · {row.title}" if who else row.title
        near = near_word(row, front.adviser.on, front.tr)
        return Choice(f"case:{row.case.name}", title, f"{near} · {row.words}" if near else row.words)

    def _ways(self, front: Front, *, every: bool, more: bool) -> list[Choice]:
        tr = front.tr
        ways = [Choice("more", tr("More cases"))] if more else []
        ways.append(Choice("new", tr("Begin a case")))
        if every:
            ways += [
                Choice("filter", tr("Show fewer: by status, by day, or of one person")),
                Choice("sort", tr("Sort in another way")),
                Choice("names", tr("Hide the names") if self.names else tr("Show the names")),
            ]
            if self.wanted != Wanted(sort=self.wanted.sort):
                ways.append(Choice("all", tr("Show all cases")))
            ways.append(Choice("office", tr("Week's list, calendar file of all cases")))
        ways.append(Choice("persons", tr("Persons")))
        if front.cases.kept:
            ways.append(Choice("book", tr("The case book: passphrase, backup, hand over, close, erase")))
        else:
            ways.append(Choice("keep", tr("Keep them in an encrypted case book, or open one")))
        return [*ways, Choice("start", tr("Go to the first question"))]

    def _go(self, front: Front, session: Session, kind: str, name: str) -> Move:
        from assistant.plain.opening import Start

        from .book import BookMenu, keep_or_open
        from .case import CaseOf
        from .new import NewCase
        from .office import Office
        from .persons import Persons

        match kind:
            case "case":
                front.cases.name = name
                return Move(session, CaseOf())
            case "more" | "filter" | "sort" | "names" | "all":
                return Move(session, self._otherwise(front, kind))
            case _:
                steps: dict[str, Step] = {
                    "new": NewCase(),
                    "office": Office(),
                    "persons": Persons(),
                    "book": BookMenu(),
                }
                step = keep_or_open(front) if kind == "keep" else steps.get(kind, Start())
                return Move(session, step)

    def _otherwise(self, front: Front, kind: str) -> Overview:
        """The same place, showing something else."""
        match kind:
            case "more":
                return replace(self, page=self.page + 1)
            case "filter":
                return self._filtered(front)
            case "sort":
                return self._sorted(front)
            case "names":
                return replace(self, names=not self.names)
            case _:
                return Overview(Wanted(sort=self.wanted.sort), self.names)

    def _filtered(self, front: Front) -> Overview:
        tr, wanted = front.tr, self.wanted
        choices = [Choice("week", tr("What is due this week, or was due before"))]
        choices += [
            Choice(f"status:{name}", tr("Only with this status: {status}", status=tr(words)))
            for name, words in STATUSES.items()
        ]
        persons = front.cases.persons()
        choices += [
            Choice(f"person:{at}", tr("Only: {name}", name=one.name if self.names else mark_of(one)))
            for at, one in persons.items()
        ]
        choices.append(Choice("all", tr("Show all cases")))
        kind, _, name = choose(
            front, Question(tr("Which cases do you want to see?")), choices, unsure_as="all"
        ).partition(":")
        match kind:
            case "week":
                wanted = replace(wanted, due="week")
            case "status":
                wanted = replace(wanted, status=next(one for one in STATUSES if one == name))
            case "person":
                wanted = replace(wanted, person=name)
            case _:
                wanted = Wanted(sort=wanted.sort)
        return replace(self, wanted=wanted, page=0)

    def _sorted(self, front: Front) -> Overview:
        tr = front.tr
        choices = [Choice(name, tr(words)) for name, words in ORDERS.items()]
        chosen = choose(front, Question(tr("In which order?")), choices, unsure_as="due")
        return replace(self, wanted=replace(self.wanted, sort=next(one for one in ORDERS if one == chosen)), page=0)


def _named(every: tuple[Row, ...], heard: str) -> list[Row]:
    """The cases with exactly this name, reference or person."""
    wanted = folded(heard)
    return [
        one
        for one in every
        if wanted
        in (folded(one.case.label), folded(one.mark), folded(one.person.name) if one.person is not None else "")
    ]
