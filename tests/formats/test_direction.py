"""What runs against its line is set apart: names, numbers, addresses, brackets (glossary: direction and digits)."""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.formats import format_named
from assistant.formats.direction import closed, is_turned, marked, spans
from assistant.formats.flow import sheet
from assistant.model import Document
from tests.formats.helpers import bare, expected, load, parse_html, parse_xml, squeeze
from tests.formats.reading import logical_text
from tests.formats.test_docx import parts
from tests.formats.test_pdf import pdf, places, replaced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ARABIC = ("din-5008.ar", "plain.ar", "aid.plain.ar")

_TO_RIGHT = {
    "رقم القضية [（2026）京0105执1234号] في المحكمة.": "a Chinese case number",
    "أكتب إليكم [(失信被执行人名单)] رقم [0101-执-123].": "a Chinese term in brackets",
    "هاتف: [+86 991 123 4567].": "a telephone number",
    "[139****0000] ثم": "a number that hides its middle",
    "قبل [(GDPR)] 15 يوماً": "a number behind brackets belongs to the line",
    "المادة 15 [(GDPR)]": "a number before them too",
    "المادة 15 (1) من [GDPR]،": "a paragraph of an article",
    "[art. 15 (1) GDPR] من": "all of it in Latin letters",
    "وبالبريد [someone.long@example.org]. ثم": "an e-mail address before a full stop",
    "الصفحة [https://example.org/a/] ثم": "a web address with its last stroke",
    "شركة [Beispiel Bank AG (Wiesbaden)] لديها": "a name with brackets of its own",
    "شركة [Beispiel e.V.] لديها": "the full stop of a shortened word",
    "المبلغ [1 234,50 €] أو [€ 12] أو [50 %] أو [-5]": "amounts with their signs",
    "2–5 أيام في [2026-11-02]": "a range runs with the line, a date does not",
    "في 3 نوفمبر 2026، 1,234.50 و15/2026": "numbers that run rightly alone",
    "اسم [«Wohnbau & Co. KG»] هنا": "quotation marks around a name",
    "وفق [《民事诉讼法》第十五条] أيضاً": "the title of a Chinese law",
    "فقط. · [阅读参考，请勿提交。]": "a Chinese sentence with its full stop",
    "[65201 Wiesbaden]": "a line without a letter of the language",
    "[Kormoranweg 5, c/o Müller & Co.]": "such a line with its full stop",
    "15": "a number alone",
    "حسب [§§ 15 BGB] و [№ 7]": "signs before a number",
    "Tel: 030 123 4567 نص".replace("Tel", "[Tel]").replace("030 123 4567", "[030 123 4567]"): "a label and its number",
}
_TO_LEFT = {
    "Name: [أحمد علي] 2026 ([ئابدۇرېھىم]), Az. 12.": "names beside numbers and in brackets",
    "[أحمد علي], 15.3.1980": "a name and a day",
    "[شارع الملك فيصل 15]": "a line of an address",
    "Namen: [أحمد], [محمد] und Müller": "a list of names",
    "申请人：[ئابدۇرېھىم·ئابلىز]，男，1980年": "an Uyghur name in Chinese",
    "[أحمد علي محمد] · [شارع الملك فيصل] 15 · 10623 Berlin": "the return line is no sentence",
    "Kein Wort davon, 2026-11-02 (1).": "nothing to set apart",
}


def shown(text: str, *, right_to_left: bool) -> str:
    found = spans(text, right_to_left=right_to_left)
    return "".join(f"[{span.text}]" if span.way else span.text for span in found)


@pytest.mark.parametrize("text", _TO_RIGHT, ids=_TO_RIGHT.values())
def test_in_a_line_from_right_to_left(text: str) -> None:
    assert shown(text.replace("[", "").replace("]", ""), right_to_left=True) == text


@pytest.mark.parametrize("text", _TO_LEFT, ids=_TO_LEFT.values())
def test_in_a_line_from_left_to_right(text: str) -> None:
    assert shown(text.replace("[", "").replace("]", ""), right_to_left=False) == text


def test_a_number_in_arabic_digits_keeps_the_order_of_its_parts() -> None:
    assert marked("هاتف ٠٩٩١-١٢٣-٤٥٦٧", right_to_left=True) == "هاتف \u2066٠٩٩١-\u200e١٢٣-\u200e٤٥٦٧\u2069"
    assert marked("٢-٥ أيام", right_to_left=True) == "٢-٥ أيام"


def test_a_sentence_is_no_name() -> None:
    sentence = "أنا أكتب إليكم لأنني لم أحصل على Auskunft منكم."
    assert is_turned(sentence)
    assert not is_turned("أحمد علي محمد")
    assert not is_turned("Ich heiße أحمد علي محمد عبد الرحمن بن يوسف الطويل")
    assert (
        marked(sentence, right_to_left=False)
        == f"\u2067{sentence.replace('Auskunft', chr(0x2066) + 'Auskunft' + chr(0x2069))}\u2069"
    )


def test_isolates_end_with_their_line() -> None:
    lines = ["ا \u2066one", "two", "three\u2069 ب \u2067ج", "د\u2069"]
    assert closed(lines) == [
        "ا \u2066one\u2069",
        "\u2066two\u2069",
        "\u2066three\u2069 ب \u2067ج\u2069",
        "\u2067د\u2069",
    ]


_LETTERS = st.sampled_from("ابج مaéЖ执（）()[]«»“”12٣٤.,:;-+/%€ ،؟…。·\u064f")


@given(st.text(_LETTERS, max_size=60), st.booleans())
def test_nothing_is_lost_and_every_isolate_is_closed(text: str, right: bool) -> None:
    made = marked(text, right_to_left=right)
    assert re.sub("[\u200e\u2066-\u2069]", "", made) == text
    depth = 0
    for sign in made:
        depth += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("name", ["text", "eml"])
def test_every_line_of_plain_text_says_its_direction_and_closes_its_isolates(name: str) -> None:
    data = format_named(name).write(load("din-5008.ar"))
    if name == "eml":
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("plain",))
        assert body is not None
        text = body.get_content()
        assert "\u2066(GDPR)\u2069" in message["Subject"]
    else:
        text = data.decode()
    lines = [line for line in text.splitlines() if line]
    assert all(line.startswith("\u200f") for line in lines)
    assert all(line.count("\u2066") == line.count("\u2069") for line in lines)
    assert "\u2066（2026）京0105执1234号\u2069" in text


def test_markdown_says_the_direction_behind_its_own_signs() -> None:
    text = format_named("markdown").write(load("din-5008.ar")).decode()
    assert "# \u200fطلب الوصول" in text
    assert "\n1. \u200fأغراض" in text
    assert "\u2066+966 11 123 4567\u2069" in text


def test_a_letter_from_left_to_right_has_no_mark_too_many() -> None:
    for name in ("din-5008.de", "plain.zh_Hans", "plain.zh_Hant"):
        text = format_named("text").write(load(name)).decode()
        assert "\u200f" not in text
        assert text.count("\u2068") == (1 if name == "plain.zh_Hant" else 0)
        assert "\u2066" not in text


def test_html_sets_apart_with_bdi() -> None:
    page = format_named("html").write(load("din-5008.ar")).decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr">（2026）京0105执1234号</bdi>' in page
    assert '<p class="recipient" dir="ltr">' in page
    german = replaced(
        load("din-5008.de"), "paragraph", "Name: أحمد علي 2026", "أنا أكتب إليكم لأنني لم أحصل على Auskunft."
    )
    page = format_named("html").write(german).decode()
    assert "Name: <bdi>أحمد علي</bdi> 2026" in page
    assert '<p class="paragraph" dir="rtl">أنا أكتب' in page


def test_html_gives_each_half_of_an_aid_its_direction() -> None:
    page = format_named("html").write(load("aid.plain.ar")).decode()
    assert '<th scope="col" lang="ar">العربية</th><th scope="col" lang="zh-Hans" dir="ltr">中文</th>' in page
    assert '<td lang="zh-Hans" dir="ltr">' in page
    turned = load("aid.plain.ar").model_copy(update={"locale": "en", "beside_locale": "ar"})
    assert '<td lang="ar" dir="rtl">' in format_named("html").write(turned).decode()
    assert " dir=" not in format_named("html").write(load("aid.cn-application.de")).decode()


def test_word_files_set_marks_on_both_sides_in_a_run_of_its_own() -> None:
    root = parse_xml(parts(load("din-5008.ar"))["word/document.xml"])
    runs = {
        "".join(text.text or "" for text in run.iter(f"{_W}t")): run.find(f"{_W}rPr/{_W}rtl") is not None
        for run in root.iter(f"{_W}r")
    }
    assert runs["\u200e（2026）京0105执1234号\u200e"] is False
    assert all(rtl for text, rtl in runs.items() if re.search("[\u0620-\u064a]", text))
    assert not any(rtl for text, rtl in runs.items() if re.search("[A-Za-z\u4e00-\u9fff]", text))


def test_a_number_behind_brackets_stays_in_its_line_in_word_files() -> None:
    letter = replaced(load("plain.ar"), "paragraph", "قبل (GDPR) 15 يوماً")
    xml = parts(letter)["word/document.xml"].decode()
    assert "\u200e(GDPR)\u200e</w:t></w:r><w:r><w:rPr><w:rtl/>" in xml
    assert ">\u200f 15 يوماً</w:t>" in xml


def test_word_files_turn_pages_paragraphs_and_tables_but_not_the_window() -> None:
    xml = parts(load("din-5008.ar"))["word/document.xml"].decode()
    window, entries = re.findall(r'<w:bidiVisual w:val="(\d)"/>', xml)
    assert (window, entries) == ("0", "1")
    assert "<w:bidi/></w:sectPr>" in xml
    read = docx.Document(io.BytesIO(format_named("docx").write(load("din-5008.ar"))))
    left, _, right = read.tables[0].rows[0].cells
    assert "Wiesbaden" in left.text
    assert "<w:bidi/>" not in "".join(
        paragraph._p.xml for paragraph in left.paragraphs if "Wiesbaden" in paragraph.text
    )
    assert all("<w:bidi/>" in paragraph._p.xml for paragraph in right.paragraphs if paragraph.text)


def test_an_arabic_paragraph_in_a_german_word_file_is_turned() -> None:
    letter = replaced(
        load("plain.de"), "paragraph", "Name: أحمد علي 2026", "أنا أكتب إليكم لأنني لم أحصل على Auskunft."
    )
    root = parse_xml(parts(letter)["word/document.xml"])
    turned = [
        "".join(text.text or "" for text in p.iter(f"{_W}t"))
        for p in root.iter(f"{_W}p")
        if p.find(f"{_W}pPr/{_W}bidi") is not None
    ]
    assert turned
    assert all(text.startswith("أنا") for text in turned)
    names = [
        run
        for run in root.iter(f"{_W}r")
        if run.find(f"{_W}rPr/{_W}rtl") is not None and run.findtext(f"{_W}t") == "أحمد علي"
    ]
    assert names


def test_pdf_pages_and_their_tags_run_from_right_to_left() -> None:
    for name in _ARABIC:
        with pikepdf.open(io.BytesIO(pdf(load(name)))) as file:
            assert file.Root.ViewerPreferences.Direction == "/R2L"
            assert str(file.Root.Lang) == "ar"


@pytest.mark.parametrize("name", _ARABIC)
def test_the_text_of_a_pdf_is_in_the_order_of_reading(name: str) -> None:
    letter = load(name)
    read = bare(logical_text(pdf(letter)))
    assert [line for line in map(bare, expected(sheet(letter))) if line not in read] == []


def test_names_in_other_letters_are_read_in_their_order() -> None:
    line = "Mein Name ist أحمد علي محمد, 15. Mai 1980 (ئابدۇرېھىم ئابلىز), Az. 12-34."
    sentence = "أنا أكتب إليكم لأنني لم أحصل على Auskunft منكم (القضية 0101-执-123)."
    read = logical_text(pdf(replaced(load("din-5008.de"), "paragraph", line, sentence)))
    assert line in read
    assert sentence in read
    chinese = replaced(load("cn-application.zh_Hans"), "parties", "申请人\tئابدۇرېھىم·ئابلىز（阿卜杜热依木），男")
    assert squeeze("申请人：ئابدۇرېھىم·ئابلىز（阿卜杜热依木），男") in squeeze(logical_text(pdf(chinese)))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")
@pytest.mark.parametrize("name", _ARABIC)
def test_another_reader_finds_every_word_and_number_whole(name: str, tmp_path: Path) -> None:
    """Poppler goes by places, breaks lines and puts brackets elsewhere; words and numbers have to be whole."""
    (tmp_path / "a.pdf").write_bytes(pdf(load(name)))
    out = subprocess.run(["pdftotext", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    read = bare(re.sub("[\u202a-\u202e]", "", out.stdout.decode()))
    words = {word for line in expected_words(load(name)) for word in line if len(word) > 1}
    assert [word for word in words if word not in read] == []


def expected_words(letter: Document) -> list[list[str]]:
    texts = [cell for piece in sheet(letter).pieces for row in piece.text.rows for cell in row]
    return [
        [bare(word) for word in re.findall(r"[\u0620-\u06ff]+|[A-Za-z]+|[0-9]+|[\u4e00-\u9fff]{2}", text)]
        for text in texts
    ]


def test_lines_begin_at_the_right_edge_and_the_address_at_the_left() -> None:
    found = places(pdf(load("din-5008.ar")))
    assert all(x < 60 for text, x, y in found if "Wiesbaden" in text and y < 72)
    assert min(x for text, x, y in found if "K-2026/0815" in text and y < 72) > 125
    markers = [text for text, x, _ in found if x > 185 and text in ("1", "2", "3", "4")]
    assert markers == ["1", "2", "3", "4"]
    heads = {text: x for text, x, y in found if text in ("Inkasso Nord", "某某银行")}
    assert all(90 < x < 150 for x in heads.values())


def test_columns_of_a_table_begin_at_the_right() -> None:
    letter = replaced(load("plain.ar"), "parties").model_copy(update={"layout": "plain"})
    table = letter.blocks[0].model_copy(update={"id": "t", "role": "table", "lines": ("A\tB\tC", "1\t2\t3")})
    found = {text: x for text, x, _ in places(pdf(letter.model_copy(update={"blocks": (table,)})))}
    assert found["A"] > found["B"] > found["C"]
    assert found["1"] > found["2"] > found["3"]


def test_tags_of_html_do_not_hang_on_direction() -> None:
    assert set(parse_html(format_named("html").write(load("din-5008.ar"))).names) <= {
        "lang", "dir", "charset", "http-equiv", "content", "name", "class", "aria-hidden", "style", "scope",
    }  # fmt: skip
