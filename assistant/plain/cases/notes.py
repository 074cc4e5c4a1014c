"""Notes, and papers: a copy of a file in the case, out again, or removed for good."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.guide import Session
from assistant.guide.casepapers import loose
from assistant.model import Attached, FileKept, InputError, Noted
from assistant.plain.ask import Choice, Question, choose, text, told, trouble
from assistant.plain.front import Front, Move

from .case import CaseOf


@dataclass(frozen=True)
class Note:
    """A note of as many lines as one likes."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Up to an empty line."""
        tr = front.tr
        case = front.cases.case()
        question = Question(
            tr("What do you want to note?"),
            tr("It stays in the case and stands in no letter."),
            hints=(tr("Write as many lines as you like. An empty line ends."),),
        )
        first = text(front, question)
        lines = [first]
        while first and (line := front.talk.hear()):
            lines.append(line)
        if first and case is not None:
            front.cases.shelf.tell(case.name, Noted, text="\n".join(lines)[:20_000])
            front.talk.say(tr("The note is in the case."))
        return Move(session, CaseOf(), known=True)


@dataclass(frozen=True)
class Papers:
    """What the case keeps: letters as they were made, and papers."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Add one, or choose one."""
        tr = front.tr
        case = front.cases.case()
        if case is None:
            return Move(session, CaseOf(), known=True)
        choices = [Choice("add:", tr("Add a paper"))]
        for step in case.steps:
            choices += [
                Choice(f"letter:{file.at}", tr("Letter {n}: {name}", n=step.number, name=file.name))
                for file in step.files
            ]
        choices += [
            Choice(f"paper:{one.n}", one.about or one.file.name, one.file.name if one.about else "")
            for one in case.papers
        ]
        choices.append(Choice("case:", tr("Go to the case")))
        kind, _, name = choose(front, Question(tr("Papers")), choices, unsure_as="case:").partition(":")
        match kind:
            case "add":
                return Move(session, AddPaper(), known=True)
            case "letter":
                file = next(one for step in case.steps for one in step.files if one.at == name)
                get_out(front, file)
                return Move(session, Papers(), known=True)
            case "paper":
                return Move(session, PaperOf(int(name)), known=True)
            case _:
                return Move(session, CaseOf(), known=True)


@dataclass(frozen=True)
class AddPaper:
    """A file is copied into the case."""

    def __call__(self, front: Front, session: Session) -> Move:
        """Ask for the path and what it is."""
        tr = front.tr
        case = front.cases.case()
        question = Question(
            tr("Where is the file?"),
            tr("A copy goes into the case. The file itself stays where it is."),
            hints=(tr("Type its path, for example: {path}", path="~/letter.pdf"),),
        )
        while case is not None:
            path = text(front, question)
            if not path:
                break
            try:
                file = loose(Path(path).expanduser())
            except (InputError, RuntimeError) as error:
                trouble(
                    front,
                    [told(front, error) if isinstance(error, InputError) else tr("There is no home folder here.")],
                )
                continue
            about = text(front, Question(tr("What is it? (optional)"), tr("A few words for the list of papers.")))
            front.cases.shelf.tell(case.name, Attached, [file], about=about[:300])
            front.talk.say(tr("The paper is in the case: {name}", name=file.name))
            break
        return Move(session, Papers(), known=True)


@dataclass(frozen=True)
class PaperOf:
    """One paper."""

    n: int

    def __call__(self, front: Front, session: Session) -> Move:
        """Out as a file, or removed for good."""
        from assistant.guide.caseabout import about_removal

        from .removing import typed

        tr = front.tr
        case = front.cases.case()
        paper = next((one for one in case.papers if one.n == self.n), None) if case is not None else None
        if case is None or paper is None:
            return Move(session, Papers(), known=True)
        choices = [
            Choice("out", tr("Save it as a file")),
            Choice("remove", tr("Remove it for good")),
            Choice("papers", tr("Go to all papers")),
        ]
        match choose(front, Question(paper.about or paper.file.name), choices, unsure_as="papers"):
            case "out":
                get_out(front, paper.file)
            case "remove":
                front.talk.items(about_removal(tr))
                if typed(front, paper.file.name):
                    front.cases.shelf.take_out(case.name, self.n)
                    front.talk.say(tr("Removed: {name}", name=paper.file.name))
            case _:
                pass
        return Move(session, Papers(), known=True)


def get_out(front: Front, file: FileKept) -> None:
    """Write a kept file to a place of the person's choice, exactly as it was put in."""
    from assistant.plain.saving import place

    front.talk.items([front.tr("What you save is not encrypted.")])
    data = front.cases.shelf.read_file(file)
    place(front, file.name, Path(file.name).suffix, lambda: data)
