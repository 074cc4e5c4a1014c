"""A template and its ``letter.yaml`` must agree; each breach has its line and the nearest right name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.letters import Templates
from assistant.model import Letter, NotFoundError

MakeTemplates = Callable[..., Templates]

BREACHES = [
    ("{{ nmae }}", "no field 'nmae'. Did you mean 'name'?"),
    ("{{ office.adress }}", "'office' has no part 'adress'. Did you mean 'address'?"),
    ("{{ name.first }}", "'name' has no part 'first'"),
    ("{{ office }}", "'office' has parts. Write one of them, as in 'office.name'"),
    ("{{ office.address }}", "'office.address' is a list"),
    ("{{ papers }}", "'papers' is a list"),
    ("{{ wrong }}", "'wrong' is a list"),
    ("{{ ground }}", "'ground' is a choice"),
    ("{{ paid_all }}", "'paid_all' is yes or no"),
    ("{{ name or remark }}", "yes or no"),
    ("{{ 'a' if nmae else 'b' }}", "no field 'nmae'"),
    ("{% if gruond %}x{% endif %}", "no field 'gruond'"),
    ("{% if name %}{% elif nmae %}x{% endif %}", "no field 'nmae'"),
    ("{% if name == 'x' %}x{% endif %}", "is what a person wrote"),
    ("{% if ground == 'mistake' %}x{% endif %}", "no option 'mistake'. Did you mean 'mistaken'?"),
    ("{% if not (name and nmae) %}x{% endif %}", "no field 'nmae'"),
    ("{% for a in name %}{{ a }}{% endfor %}", "'name' is not a list"),
    ("{% for a in wrong %}{{ a }}{% endfor %}", "'a' has parts"),
    ("{% for a in wrong %}{{ a.item }}{% endfor %}", "Did you mean 'items'?"),
    ("{% for a in papers %}{{ a.x }}{% endfor %}", "'a' has no part 'x'"),
    ("{% for name in papers %}{{ name }}{% endfor %}", "'name' is a field already"),
    ("{% for a in papers %}{{ loop.length }}{% endfor %}", "'loop' has no part 'length'"),
    ("{% for a in papers %}x{% endfor %}{{ a }}", "no field 'a'"),
    ("{{ loop.last }}", "no field 'loop'"),
    ("{{ self.title }}", "no field 'self'"),
    ("{{ range }}", "no field 'range'"),
    ("{% include '_shared/a.de.md.j2' %}", "Include the one in 'en'"),
]


@pytest.mark.parametrize(("body", "told"), BREACHES)
def test_unknown_or_misused_names(body: str, told: str, small: Letter, make: MakeTemplates) -> None:
    source = "\n".join(
        f"{{% block {p.id} %}}{body if p.id == 'facts' else 'x'}{{% endblock %}}" for p in small.paragraphs
    )
    found = list(make(source).findings(small, "en"))
    assert len(found) == 1
    assert told in str(found[0])
    assert found[0].values["line"] == 6


def test_blocks_missing_extra_and_in_another_order(small: Letter, make: MakeTemplates) -> None:
    names = [p.id for p in small.paragraphs]

    def told(order: list[str], extra: str = "") -> list[str]:
        source = "\n".join(f"{{% block {name} %}}x{{% endblock %}}" for name in order) + extra
        return [str(error) for error in make(source).findings(small, "en")]

    assert told(names) == []
    assert "line 12: block 'enclosures' is missing" in told(names[:-1])[0]
    assert "line 14: block 'titel' is not among" in told([*names, "titel"])[0]
    assert "Did you mean 'title'?" in told([*names, "titel"])[0]
    assert "line 1: block 'parties' stands where letter.yaml has 'title'" in told([names[1], names[0], *names[2:]])[0]
    assert "line 15: text stands outside" in told(names, "\n\nstray")[0]
    assert "line 14: text stands outside" in told(names, "\n{{ name }}")[0]


def test_a_field_cannot_take_a_name_of_ours(small: Letter, templates: Templates) -> None:
    for name in ("today", "letter", "loop"):
        letter = small.model_copy(update={"fields": (*small.fields, small.fields[0].model_copy(update={"id": name}))})
        assert "has a meaning of its own" in str(next(templates.findings(letter, "en")))


def test_a_locale_that_does_not_exist(small: Letter, templates: Templates) -> None:
    assert templates.locales("test-letter") == ("de", "en", "zh_Hans")
    assert templates.locales("../test-letter") == ()
    with pytest.raises(NotFoundError, match="de, en, zh_Hans"):
        templates.script(small, "../../fr")


def test_the_test_letter_keeps_its_contract(small: Letter, templates: Templates) -> None:
    assert [list(templates.findings(small, locale)) for locale in templates.locales(small.id)] == [[], [], []]
