"""The adviser: what every front asks. It adds no law and speaks through the translator it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from assistant.deadlines.calendars import EU
from assistant.i18n import SOURCE, Translator
from assistant.knowledge import Knowledge, localise
from assistant.lexicon import lexicon
from assistant.model import Question, Situation
from assistant.text import scripts_of

from . import interview, planning, search, whereabouts
from .interview import Answers
from .planning import Days, Events, Plan, PlannedRoute

_CLEAR = 0.6
"""From this part of known words on, the language was understood: others are not looked at."""

_CLEARLY = 0.15
"""By so much more known words, a text is English although the reader's language is another."""

_SEARCHED = 5
"""In so many languages a text is looked for at most."""

_SHOWN = 12
"""More situations than these help nobody."""


def _law_of(country: str) -> tuple[str | None, ...]:
    """Whose situations concern a person in ``country``."""
    return (None, country, "eu") if country in EU else (None, country)


@dataclass(frozen=True)
class Found:
    """A situation that the search offers."""

    situation: Situation
    score: float


@dataclass(frozen=True)
class Fitting:
    """A situation that the answers of an interview speak for."""

    situation: Situation
    because: tuple[str, ...]


@dataclass(frozen=True)
class Adviser:
    """Everything a front needs, for one day.

    ``speak`` gives the translator of a locale; ``locales`` are those the search understands.
    """

    knowledge: Knowledge
    on: date
    """The day the law is read for and limits are counted from."""
    speak: Callable[[str], Translator]
    locales: tuple[str, ...]
    _indexes: dict[str, search.Index] = field(default_factory=dict)
    _questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)

    def find(self, text: str, tr: Translator, country: str | None = None) -> tuple[Found, ...]:
        """Situations that fit plain words in any language we have, best first.

        ``country`` (``cn``, ``de``) leaves out what belongs to another country; the law of the Union belongs to each
        of its members.
        """
        best: dict[str, float] = {}
        spoken = tr.locale
        for locale in self._search_order(text, tr.locale):
            words = self._index(locale)
            for hit in words.find(text):
                best[hit.id] = max(best.get(hit.id, 0.0), hit.score)
            if words.knows(text) >= _CLEAR:
                spoken = locale
                break
        situations = self.knowledge.situations
        worth = whereabouts.worth(text, spoken, self.locales)
        fitting = {
            name: round(score * worth.get(situations[name].country, 1.0), 3)
            for name, score in best.items()
            if country is None or situations[name].country in _law_of(country)
        }
        ranked = sorted(fitting.items(), key=lambda entry: (-entry[1], entry[0]))[:_SHOWN]
        return tuple(Found(localise(situations[name], tr), score) for name, score in ranked)

    def question(self, answers: Answers, tr: Translator) -> Question | None:
        """The next question of the interview, or ``None`` at its end."""
        return interview.next_question(self.questions(tr), answers)

    def on_path(self, answers: Answers, tr: Translator) -> dict[str, str]:
        """The answers that still count."""
        return interview.on_path(self.questions(tr), answers)

    def result(self, answers: Answers, tr: Translator) -> tuple[Fitting, ...]:
        """Situations the answers speak for, with the reasons, best first; never empty."""
        return tuple(
            Fitting(localise(self.knowledge.situations[fit.situation], tr), fit.because)
            for fit in interview.fits(self.questions(tr), answers)
        )

    def questions(self, tr: Translator) -> tuple[Question, ...]:
        """All questions of the interview in the reader's language."""
        if tr.locale not in self._questions:
            self._questions[tr.locale] = tuple(localise(one, tr) for one in self.knowledge.questions)
        return self._questions[tr.locale]

    def plan(self, situation: str, events: Events, tr: Translator, place: str | None = None) -> Plan:
        """The plan for a situation, with limits counted for the person's own days."""
        return planning.plan(self.knowledge, situation, Days(events, place), tr, self.on)

    def route(self, route: str, events: Events, tr: Translator, place: str | None = None) -> PlannedRoute:
        """One route with its limits counted."""
        return planning.plan_route(self.knowledge, route, Days(events, place), tr, self.on)

    def _search_order(self, text: str, locale: str) -> list[str]:
        """The reader's own language, then English, then those whose little words stand in the text; by its script only.

        Not every language there is: reading the words of one takes a while, and there may be many.
        """
        if search.has_han(text):
            return sorted((one for one in self.locales if one.startswith("zh")), key=lambda one: (one != locale, one))
        scripts, words = scripts_of(text), frozenset(text.casefold().split())
        little = {one: len(words & frozenset(lexicon(one).meaning("stop"))) for one in self.locales}
        written = sorted(
            (
                one
                for one in self.locales
                if not one.startswith("zh") and (one in (locale, SOURCE) or _script(one) in scripts)
            ),
            key=lambda one: (one != locale, one != SOURCE, -little[one], one),
        )[:_SEARCHED]
        if written[:2] == [locale, SOURCE]:
            mine, english = (self._index(one).knows(text) for one in written[:2])
            if english > mine + _CLEARLY:
                written[:2] = [SOURCE, locale]
        return written

    def _index(self, locale: str) -> search.Index:
        if locale not in self._indexes:
            tr = self.speak(locale)
            self._indexes[locale] = search.index((localise(one, tr) for one in self.knowledge.situations), locale)
        return self._indexes[locale]


def _script(locale: str) -> str:
    """The script that a language is written in, by its words for "yes"; Latin where it has none."""
    return next(iter(scripts_of(" ".join(lexicon(locale).meaning("yes")))), "LATIN")
