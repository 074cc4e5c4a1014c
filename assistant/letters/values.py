"""All answers of a letter at once: which are used, what they mean, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from assistant.model import N_, Body, Letter, LetterField

from .answer import read_field
from .kinds import GAP, Answers, Values
from .path import on_path
from .problems import Problem, highest_first, problem

_MISSING = N_('Enter an answer to "{label}", for example: {example}')
_CHOOSE = N_('Choose an answer to "{label}".')


@dataclass(frozen=True)
class Filled:
    """The values of a letter and what is wrong with the answers."""

    values: Values
    """Every field that is used now; ``None`` where nothing usable was given."""
    problems: tuple[Problem, ...]

    @property
    def ready(self) -> bool:
        """Whether the letter can be written: warnings do not stop it."""
        return all(one.severity != "error" for one in self.problems)


def read(letter: Letter, answers: Answers, today: date, bodies: Mapping[str, Body] = MappingProxyType({})) -> Filled:
    """Read all answers. Those to questions that are not asked now are neither reported nor kept (U7).

    ``letter`` may be in the reader's language: its labels go into the messages, and options can be
    chosen by them. ``bodies`` is the directory.
    """
    found = {field.id: read_field(letter, field, answers.get(field.id, ""), today, bodies) for field in letter.fields}
    used = on_path(letter, {name: value for name, (value, _) in found.items()})
    values = {field.id: found[field.id][0] for field in used}
    problems = [one for field in used for one in found[field.id][1]]
    spoken = {one.field for one in problems if one.severity == "error"}
    problems += [one for one in missing(letter, values) if one.field not in spoken]
    return Filled(values, highest_first(problems))


def missing(letter: Letter, used: Values) -> tuple[Problem, ...]:
    """A problem for each field among ``used`` that a rule demands, or the letter needs, and that has no value."""
    return tuple(
        problem(field, _CHOOSE if field.kind in ("choice", "yes_no") else _MISSING, kind="missing")
        for field in letter.fields
        if field.id in used and field_is_due(field) and used[field.id] in (None, ())
    )


def render_context(
    letter: Letter,
    answers: Answers,
    today: date,
    bodies: Mapping[str, Body] = MappingProxyType({}),
) -> Values:
    """Values for a preview of an unfinished letter: what is missing or wrong but needed becomes a gap."""
    values = read(letter, answers, today, bodies).values
    due = {field.id for field in letter.fields if field_is_due(field)}
    return {name: GAP if name in due and value in (None, ()) else value for name, value in values.items()}


def fields_on_path(letter: Letter, answers: Answers) -> tuple[LetterField, ...]:
    """The questions that are asked now, in their order: easy first, identity last.

    What no condition hangs on is not even read.
    """
    conditions = {one.of for field in letter.fields for one in field.when}
    values = {
        field.id: read_field(letter, field, answers.get(field.id, ""), date.max)[0]
        for field in letter.fields
        if field.id in conditions
    }
    return on_path(letter, values)


def field_is_due(field: LetterField) -> bool:
    """Whether the letter cannot be written without an answer."""
    return field.required is not None or field.needed
