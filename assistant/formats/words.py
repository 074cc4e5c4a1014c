"""The few words and signs that a layout adds to a letter, in the letter's own language.

These are not messages of the program: they belong to the letter, like its date, and follow the
language in which it is filed, not the language of the screen.
"""

from __future__ import annotations

from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_TEN = 10


@dataclass(frozen=True)
class Words:
    """Signs and labels of one language."""

    colon: str
    """Between label and value, with its space."""
    enclosures: str
    """Label before the list of enclosures."""
    page: str
    """Page number of several pages."""
    aid: str
    """Notice on a reading aid that came without one."""
    language: str
    """The language's name in the language."""


_KNOWN = {
    "en": Words(": ", "Enclosures", "Page {n} of {total}", "Reading aid. Do not send.", "English"),
    "de": Words(": ", "Anlagen", "Seite {n} von {total}", "Lesehilfe. Nicht absenden.", "Deutsch"),
    "zh": Words("：", "附：", "第{n}页，共{total}页", "阅读参考，请勿提交。", "中文"),
    "zh_Hant": Words("：", "附件：", "第{n}頁，共{total}頁", "僅供閱讀參考，請勿寄出。", "繁體中文"),
    "fr": Words("\u00a0: ", "Pièces jointes", "Page {n} sur {total}", "Aide à la lecture. Ne pas envoyer.", "Français"),
    "it": Words(": ", "Allegati", "Pagina {n} di {total}", "Aiuto alla lettura. Non inviare.", "Italiano"),
    "nl": Words(": ", "Bijlagen", "Pagina {n} van {total}", "Leeshulp. Niet verzenden.", "Nederlands"),
    "es": Words(": ", "Anexos", "Página {n} de {total}", "Ayuda de lectura. No enviar.", "Español"),
    "pl": Words(": ", "Załączniki", "Strona {n} z {total}", "Tylko do wiadomości. Nie wysyłać.", "Polski"),
    "pt": Words(": ", "Anexos", "Página {n} de {total}", "Apenas para sua compreensão. Não enviar.", "Português"),
    "ru": Words(": ", "Приложение", "Страница {n} из {total}", "Только для ознакомления. Не отправлять.", "Русский"),
    "ar": Words(": ", "المرفقات", "الصفحة {n} من {total}", "للاطلاع فقط. لا تُرسل هذه النسخة.", "العربية"),
    "ug": Words(": ", "Enclosures", "{n} / {total}", "Reading aid. Do not send.", "ئۇيغۇرچە"),
}
_OTHER = Words(": ", "Enclosures", "{n} / {total}", "Reading aid. Do not send.", "")


def words(locale: str) -> Words:
    """The words of a locale; signs that need no language where we have none."""
    return _KNOWN.get(locale) or _KNOWN.get(script_of(locale)) or _KNOWN.get(locale.partition("_")[0], _OTHER)


def script_of(locale: str) -> str:
    """The locale without its place: ``zh_Hant`` for ``zh_Hant_HK``, ``ar`` for ``ar_MA``."""
    language, *more = locale.split("_")
    return "_".join([language, *(part for part in more[:1] if part.istitle())])


def is_chinese(locale: str) -> bool:
    """Whether the customs of Chinese letters apply: numerals, indents, full-width signs."""
    return locale.partition("_")[0] == "zh"


def numeral(number: int) -> str:
    """A Chinese numeral from 1 to 99, as requests are numbered; Arabic figures beyond."""
    tens, ones = divmod(number, _TEN)
    if tens >= _TEN:
        return str(number)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return lead + (_DIGITS[ones] if ones else "")


def counter(locale: str, number: int) -> str:
    """The sign before the ``number``-th item of a numbered list: ``一、`` or ``1.``."""
    return f"{numeral(number)}、" if is_chinese(locale) else f"{number}."
