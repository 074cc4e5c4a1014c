"""Templates that try to do more than write a letter are refused before anything runs, with the line."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.i18n import placeholders
from assistant.letters import Draft, Templates, compose, read
from assistant.letters.syntax import MAX_SIZE
from assistant.model import ContentError, Letter

MakeTemplates = Callable[..., Templates]

HOSTILE = {
    "shell through a class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "shell through globals": "{{ self.__init__.__globals__.__builtins__.__import__('os').system('id') }}",
    "shell through cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "shell through a list": "{% for x in [].__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "dunder on a field": "{{ name.__class__ }}",
    "name with an underscore": "{{ _self }}",
    "attr filter": "{{ name|attr('__class__') }}",
    "map filter": "{{ papers|map(attribute='__class__')|list }}",
    "format method": "{{ '{0.__class__.__mro__}'.format(name) }}",
    "format filter": "{{ '%999999999d'|format(1) }}",
    "memory through percent": "{{ '%999999999d' % 1 }}",
    "memory through times": "{{ 'a' * 1000000000 }}",
    "memory through power": "{{ 9 ** 999999999 }}",
    "memory through centre": "{{ name.center(1000000000) }}",
    "memory through join": "{{ papers|join('a' * 100000000) }}",
    "nested ranges": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "loops in loops": "{% for a in papers %}{% for b in papers %}{% for c in papers %}x{% endfor %}{% endfor %}{% endfor %}",
    "endless recursion": "{% for a in papers recursive %}{{ loop(papers) }}{% endfor %}",
    "lipsum": "{{ lipsum(999999) }}",
    "calling a method": "{{ office.write('x') }}",
    "calling a macro": "{% macro m() %}x{% endmacro %}{{ m() }}",
    "call block": "{% call name() %}x{% endcall %}",
    "import": "{% import 'test-letter/de.md.j2' as x %}",
    "from import": "{% from 'test-letter/de.md.j2' import x %}",
    "extends": "{% extends 'test-letter/de.md.j2' %}",
    "include outside": "{% include '../../../etc/passwd' %}",
    "include absolute": "{% include '/etc/passwd' %}",
    "include from shared and out": "{% include '_shared/../test-letter/letter.yaml' %}",
    "include another letter": "{% include 'test-letter/en.md.j2' %}",
    "include by a field": "{% include remark %}",
    "include of many": "{% include ['_shared/a.en.md.j2', '_shared/b.en.md.j2'] %}",
    "include that may be missing": "{% include '_shared/a.en.md.j2' ignore missing %}",
    "include in a loop": "{% for a in papers %}{% include '_shared/a.en.md.j2' %}{% endfor %}",
    "set": "{% set x = 1 %}",
    "set block": "{% set x %}y{% endset %}",
    "with": "{% with x = name %}{{ x }}{% endwith %}",
    "namespace": "{% set ns = namespace(x=1) %}{% set ns.x = 2 %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "autoescape": "{% autoescape true %}x{% endautoescape %}",
    "test": "{% if name is defined %}x{% endif %}",
    "subscript": "{{ papers[0] }}",
    "slice": "{{ name[::-1] }}",
    "two dots": "{{ office.name.upper }}",
    "join with tilde": "{{ name ~ name }}",
    "sum": "{{ 1 + 1 }}",
    "minus sign": "{{ -1 }}",
    "list": "{{ [name] }}",
    "dict": "{{ {'a': name} }}",
    "tuple": "{{ (name, name) }}",
    "in a list": "{% if ground in ('mistaken', 'outdated') %}x{% endif %}",
    "greater": "{% if ground > 'a' %}x{% endif %}",
    "compare two fields": "{% if name == remark %}x{% endif %}",
    "constant first": "{% if 'mistaken' == ground %}x{% endif %}",
    "chained": "{% if 'a' == ground == 'b' %}x{% endif %}",
    "if without else in an output": "{{ name if ground == 'mistaken' }}",
    "loop with a condition": "{% for a in papers if a %}x{% endfor %}",
    "loop over a constant": "{% for a in 'abc' %}x{% endfor %}",
    "loop with two names": "{% for a, b in wrong %}x{% endfor %}",
    "block in a block": "{% block inner %}x{% endblock %}",
    "break": "{% break %}",
    "do": "{% do name.upper() %}",
    "debug": "{% debug %}",
    "unclosed": "{% if name %}x",
    "unclosed output": "{{ name ",
    "private character": "a\ue000b",
    "private character in a constant": "{{ '\\ue0000\\ue001' }}",
    "line break in a constant": "{{ 'a\\n- b' }}",
    "null": "a\0b",
    "very long number": "{% if ground == " + "9" * 5000 + " %}x{% endif %}",
    "brackets in brackets": "{{ " + "(" * 3000 + "name" + ")" * 3000 + " }}",
    "ifs in ifs": "{% if name %}" * 300 + "{% endif %}" * 300,
    "not not not": "{% if " + "not " * 2000 + "name %}x{% endif %}",
    "too large": "x" * MAX_SIZE,
}
ANY_LINE = {
    "unclosed",
    "unclosed output",
    "very long number",
    "brackets in brackets",
    "ifs in ifs",
    "not not not",
    "too large",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_template_is_refused_with_its_line(name: str, small: Letter, make: MakeTemplates) -> None:
    source = "{% block title %}T{% endblock %}\n{% block parties %}\n" + HOSTILE[name] + "\n{% endblock %}\n"
    began = time.perf_counter()
    with pytest.raises(ContentError) as caught:
        make(source).script(small, "en")
    assert time.perf_counter() - began < 2
    assert caught.value.values["file"] == "test-letter/en.md.j2"
    assert name in ANY_LINE or caught.value.values["line"] == 3, str(caught.value)
    assert placeholders(str(caught.value)) == frozenset()


@pytest.mark.parametrize(
    "shared",
    [
        "{{ ''.__class__ }}",
        "{% include '_shared/b.en.md.j2' %}",
        "{{ name|upper }}",
        "{% block x %}{% endblock %}",
        "{{ unknown }}",
    ],
)
def test_hostile_shared_file_is_refused_in_its_own_name(shared: str, small: Letter, make: MakeTemplates) -> None:
    templates = make(_whole(small, parties="{% include '_shared/a.en.md.j2' %}"), a=f"\n{shared}", b="x")
    with pytest.raises(ContentError) as caught:
        templates.script(small, "en")
    assert (caught.value.values["file"], caught.value.values["line"]) == ("_shared/a.en.md.j2", 2)


def test_missing_shared_file(small: Letter, make: MakeTemplates) -> None:
    with pytest.raises(ContentError, match="no such file"):
        make(_whole(small, parties="{% include '_shared/a.en.md.j2' %}")).script(small, "en")


def test_a_link_out_of_the_folder_is_not_followed(small: Letter, make: MakeTemplates, tmp_path: Path) -> None:
    templates = make(_whole(small, parties="{% include '_shared/a.en.md.j2' %}"), b="x")
    outside = tmp_path.parent / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    (tmp_path / "_shared" / "a.en.md.j2").symlink_to(outside)
    with pytest.raises(ContentError, match="does not lie in the folder"):
        templates.script(small, "en")


def test_file_that_is_not_utf8(small: Letter, make: MakeTemplates, tmp_path: Path) -> None:
    templates = make("x")
    (tmp_path / "test-letter" / "en.md.j2").write_bytes(b"\n\n\xff")
    with pytest.raises(ContentError) as caught:
        templates.script(small, "en")
    assert caught.value.values["line"] == 3


@pytest.mark.parametrize(
    "body",
    [
        "{{ name }}",
        "{{ office.name }}",
        "{% if name %}x{% elif remark %}y{% else %}z{% endif %}",
        "{% raw %}{{ text }}{% endraw %}",
        "{% if ground == 'mistaken' and not (name or remark) %}x{% endif %}",
        "{% if ground != 'outdated' %}x{% endif %}",
        "{% if paid_all == true %}x{% endif %}",
        "{{ name if ground == 'mistaken' else 'x' }}",
        "{# comment #}x",
        "{% for a in wrong %}{{ a.items }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% for a in office.address %}{{ a }}{% else %}x{% endfor %}",
        "{% include '_shared/a.en.md.j2' %}",
        "{%- if name -%}x{%- endif -%}",
    ],
)
def test_what_letters_need_is_allowed(body: str, small: Letter, make: MakeTemplates) -> None:
    make(_whole(small, parties=body), a="{{ name }}").script(small, "en")


PIECES = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    " name ",
    " papers ",
    "wrong",
    "ground",
    ".",
    "items",
    "__class__",
    "if ",
    "elif ",
    "else ",
    "endif ",
    "for ",
    "a in ",
    "endfor ",
    "block x ",
    "endblock ",
    "include ",
    "'_shared/a.en.md.j2'",
    "'mistaken'",
    "==",
    "!=",
    "not ",
    "and ",
    "or ",
    "(",
    ")",
    "[",
    "]",
    "|upper",
    "*",
    "%",
    "9",
    "set ",
    "raw ",
    "endraw ",
    "-",
    "\n",
    "- ",
    "| ",
    "x",
    "~",
    ",",
    "is defined ",
]


@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(
    st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
    | st.text(max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=12).map("".join).map("{{% if name %}}{}{{% endif %}}".format)
)
def test_any_template_is_taken_or_refused(small: Letter, make: MakeTemplates, source: str) -> None:
    templates = make(_whole(small, facts=source).encode("utf-8", "replace").decode(), a="x")
    values = read(small, {"ground": "mistaken", "office": "A", "name": "B", "papers": "c"}, date(2026, 11, 22)).values
    lines: object = 1
    try:
        compose(Draft(small, templates, values, date(2026, 11, 22)), "en")
    except ContentError as error:
        lines = error.values["line"]
    assert isinstance(lines, int)


def _whole(letter: Letter, **bodies: str) -> str:
    """A template that keeps the contract, with the given bodies."""
    return "\n".join(f"{{% block {p.id} %}}{bodies.get(p.id, '- x')}{{% endblock %}}" for p in letter.paragraphs)
