"""The language people read: Vietnamese is the source, other languages stand in `resources/i18n/*.ts`.

Rule: needs QtCore only and no display, so that the command line speaks with the same words as the window. The `.ts`
file is read as it is: there is no compiled copy that could be older than its source.
"""

from collections.abc import Callable
from functools import cache
from importlib import resources
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QDateTime, QTranslator

from widgets.phrases.terms import in_terms

CONTEXT = "phrases"
LANGUAGES = ("vi", "en")


class TsTranslator(QTranslator):
    """A translator over the text of a `.ts` file."""

    def __init__(self, ts_text: str, language: str) -> None:
        super().__init__()
        self.code = language
        self._translations = translations_in(ts_text)

    def isEmpty(self) -> bool:
        """Tells whether there is nothing to translate."""
        return not self._translations

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        """Returns the translation, or None, which makes Qt ask further."""
        forms = self._translations.get(source) if context == CONTEXT else None
        if forms is None:
            return None
        return forms[0] if n == 1 or len(forms) == 1 else forms[1]


def translations_in(ts_text: str) -> dict[str, tuple[str, ...]]:
    """Returns what the context of the phrases holds: source text to one form, or to singular and plural."""
    found: dict[str, tuple[str, ...]] = {}
    for context in ElementTree.fromstring(ts_text).iter("context"):  # noqa: S314 our own file
        if context.findtext("name") != CONTEXT:
            continue
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                found[message.findtext("source") or ""] = tuple(forms)
    return found


_installed: list[TsTranslator] = []


def use_language(language: str) -> None:
    """Makes everything phrased from now on speak `vi` or `en`, and Qt's own texts where there is an application.

    Raises `ValueError` for a language that is not there.
    """
    if language not in LANGUAGES:
        raise ValueError(f"there is no language {language!r}; there are {', '.join(LANGUAGES)}")
    application = QCoreApplication.instance()
    for translator in _installed if application is not None else ():
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    if language == "vi":
        return
    translator = _translator(language)
    _installed.append(translator)
    if application is not None:
        QCoreApplication.installTranslator(translator)


def language_in_use() -> str:
    """Returns the language that is spoken now, `vi` or `en`."""
    return _installed[0].code if _installed else "vi"


def in_every_language(phrase: Callable[[], str]) -> tuple[str, ...]:
    """Returns a phrase in the language in use, then in all others."""
    kept, said = list(_installed), [phrase()]
    try:
        for language in LANGUAGES:
            _installed[:] = [] if language == "vi" else [_translator(language)]
            said.append(phrase())
    finally:
        _installed[:] = kept
    return tuple(dict.fromkeys(said))


@cache
def _translator(language: str) -> TsTranslator:
    ts_text = (resources.files("resources") / "i18n" / f"{language}.ts").read_text(encoding="utf-8")
    return TsTranslator(ts_text, language)


def _translated(source: str, count: int = -1) -> str:
    """Returns a source in the language in use, from the translator itself: Qt knows no other that has our phrases.

    A window of 200 sites says two thousand phrases a second; through Qt each costs ten times as much.
    """
    if not _installed:
        return in_terms(source, "vi")
    spoken = _installed[0]
    return in_terms(spoken.translate(CONTEXT, source, None, count) or source, spoken.code)


def say(source: str, /, **values: object) -> str:
    """Returns the sentence in the language in use, with its values filled in."""
    text = _translated(source)
    return text.format(**values) if values else text


def say_count(source: str, count: int, /, **values: object) -> str:
    """Returns a sentence that counts something; `{n}` stands for the number."""
    text = _translated(source, count)
    return text.format(n=whole(count), **values)


def figure(value: float, decimals: int = 1) -> str:
    """Returns a number with the decimal sign of the language: "2,8"."""
    return f"{value:.{decimals}f}".replace(".", say(","))


def whole(value: int) -> str:
    """Returns a whole number in groups of three: "18 432" with a narrow space."""
    return f"{value:,}".replace(",", "\u202f")


def duration(milliseconds: int) -> str:
    """Returns a span as minutes and seconds, with hours when there are some: "04:12", "01:24:37"."""
    seconds = max(0, milliseconds) // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def short_duration(milliseconds: int) -> str:
    """Returns a span for small places: "8 s", "2:14", "1:05:09"."""
    seconds = max(0, milliseconds) // 1000
    if seconds < 60:
        return f"{seconds} s"
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def time_of_day(wall_ms: int) -> str:
    """Returns a moment as local time with seconds: "09:54:12"."""
    return QDateTime.fromMSecsSinceEpoch(wall_ms).toString("HH:mm:ss")


def hour_and_minute(wall_ms: int) -> str:
    """Returns a moment as local time without seconds: "09:41"."""
    return QDateTime.fromMSecsSinceEpoch(wall_ms).toString("HH:mm")
