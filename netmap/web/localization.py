"""The language of a page: which one a request gets, and texts, dates and numbers in it."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

import jinja2
from babel.dates import format_date, format_datetime, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from netmap.dates import period
from netmap.language import Language, Text
from netmap.views.local_time import local

TEMPLATES = Path(__file__).resolve().parent / "templates"
TRANSLATIONS = Path(__file__).resolve().parent / "translations"

_SPOKEN = {language.value: language for language in Language}
_CODE = re.compile(r"`([^`]+)`")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_LANGUAGE_RANGE = re.compile(r"\s*([a-zA-Z]{1,8}|\*)[^;,]*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")


def chosen_language(*choices: str | None, default: Language) -> Language:
    """The first of ``choices`` that is a language of the interface, else ``default``.

    >>> chosen_language("fr", "en", default=Language.DE).value
    'en'
    >>> chosen_language(None, "", default=Language.DE).value
    'de'
    """
    return next((_SPOKEN[choice] for choice in choices if choice in _SPOKEN), default)


def accepted_language(header: str | None, *, default: Language) -> Language:
    """The language that an ``Accept-Language`` header prefers (RFC 9110, section 12.5.4).

    Languages that netmap does not speak are passed over, as is a range that cannot be read.

    >>> accepted_language("fr, de-AT;q=0.3, en;q=0.8", default=Language.DE).value
    'en'
    >>> accepted_language("en;q=0", default=Language.DE).value
    'de'
    """
    wanted: dict[str, float] = {}
    for part in (header or "").split(","):
        match = _LANGUAGE_RANGE.fullmatch(part)
        if match:
            quality = float(match[2]) if match[2] else 1.0
            wanted[match[1].lower()] = max(quality, wanted.get(match[1].lower(), 0.0))
    spoken = [code for code in wanted if code in _SPOKEN and wanted[code] > 0]
    # max() keeps the first of equals: the order in which the client named them.
    best = max(spoken, key=wanted.__getitem__, default=None)
    return default if best is None else _SPOKEN[best]


def catalogue(language: Language) -> Catalog:
    """All translations into a language; each file of its folder holds those of some pages."""
    whole = Catalog(locale=language.value)
    for source in sorted((TRANSLATIONS / language.value).glob("*.po")):
        with source.open("rb") as file:
            for message in read_po(file, locale=language.value, abort_invalid=True):
                if message.id:
                    whole[message.id] = message
    return whole


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """What the English texts of templates are called in a language."""
    if not (TRANSLATIONS / language.value).is_dir():  # English: the texts stand in the templates
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def partial_date(text: str, language: Language) -> str:
    """A date known to the year, the month or the day, in words.

    >>> [partial_date(text, Language.EN) for text in ("2024", "2024-05", "2024-05-31")]
    ['2024', 'May 2024', '31 May 2024']
    """
    first = period(text).first
    match text.count("-"):
        case 0:
            return str(first.year)
        case 1:
            return format_skeleton("yMMMM", first, locale=_locale(language))
        case _:
            return format_date(first, "long", locale=_locale(language))


def moment(when: datetime, language: Language) -> str:
    """A moment to the minute."""
    return format_datetime(
        local(when),
        "d. MMMM y, HH:mm" if language is Language.DE else "d MMMM y, HH:mm",
        locale=_locale(language),
    )


def marked(text: str) -> Markup:
    """A text in which backticks and asterisks mark code and strong words, as HTML.

    >>> marked("**Dates.** `as_of` < now")
    Markup('<strong>Dates.</strong> <code>as_of</code> &lt; now')
    """
    html = _STRONG.sub(r"<strong>\1</strong>", _CODE.sub(r"<code>\1</code>", str(escape(text))))
    return Markup(html)  # noqa: S704 (escaped above)


def _locale(language: Language) -> str:
    # British dates: day before month, as everywhere in Europe.
    return "de_DE" if language is Language.DE else "en_GB"


@cache
def template_environment(language: Language) -> jinja2.Environment:
    """The templates, speaking one language.

    Filters: ``text`` (a `Text`), ``number``, ``percent`` (a share in [0, 1]), ``partial_date``,
    ``moment``, ``marked``. Everything that is not marked as safe is escaped.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    spoken = translations(language)
    # The i18n extension adds this method at run time.
    install: Callable[..., None] = getattr(environment, "install_gettext_callables")  # noqa: B009
    install(spoken.gettext, spoken.ngettext, newstyle=True)
    locale = _locale(language)
    environment.filters.update(
        text=lambda text: _in_language(text, language),
        number=lambda value: format_decimal(value, locale=locale),
        percent=lambda share: format_percent(share, locale=locale),
        partial_date=lambda text: partial_date(text, language),
        moment=lambda when: moment(when, language),
        marked=marked,
    )
    environment.globals["language"] = language.value
    return environment


def _in_language(text: Text, language: Language) -> str:
    return text.in_language(language)
